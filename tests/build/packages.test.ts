import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { copySources, openScratch, type Scratch } from './scratch-build.ts';

let scratch: Scratch;
let zips: string[];
beforeAll(async () => {
  scratch = await copySources();
  await scratch.build(['--package']);
  zips = scratch.list('dist').filter((path) => path.endsWith('.zip'));
});
afterAll(() => scratch?.remove());

const hashAll = (from: Scratch, names: string[]) =>
  names.map((name) => `${name} ${from.hash(`dist/${name}`)}`);
const open = (name: string) =>
  unzipSync(new Uint8Array(readFileSync(join(scratch.folder, 'dist', name))));
const findZip = (kind: string) => zips.find((name) => name.endsWith(`-${kind}.zip`)) ?? '';

it('makes a package for each store, and one of the sources, named by the version', () => {
  const { version }: { version: string } = JSON.parse(scratch.read('package.json'));
  expect(zips).toEqual(
    ['chrome', 'firefox', 'sources'].map((kind) => `sic-${version}-${kind}.zip`),
  );
});

it.each(['chrome', 'firefox'])('packs the build for %s, with the manifest at its root', (kind) => {
  const files = open(findZip(kind));
  expect(Object.keys(files)).toEqual(scratch.list(`dist/${kind}`));
  expect(files).toHaveProperty(['manifest.json']);
});

it('packs sources and nothing that is made', () => {
  const names = Object.keys(open(findZip('sources')));
  expect(names).toEqual(
    expect.arrayContaining(['build.mjs', 'manifest.json', 'package-lock.json', 'LICENSE']),
  );
  expect(names.filter((name) => /^(node_modules|dist|data|\.git)(\/|$)/.test(name))).toEqual([]);
});

it('makes the same packages, byte for byte, a second time', async () => {
  const before = hashAll(scratch, zips);
  await scratch.build(['--package']);
  expect(hashAll(scratch, zips)).toEqual(before);
});

it('makes the same packages from the packed sources, elsewhere and in another time zone', async () => {
  const rebuilt = openScratch();
  try {
    for (const [name, bytes] of Object.entries(open(findZip('sources')))) {
      const path = join(rebuilt.folder, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, bytes);
    }
    await rebuilt.build(['--package'], { TZ: 'Pacific/Kiritimati', LANG: 'C', LC_ALL: 'C' });
    expect(hashAll(rebuilt, zips)).toEqual(hashAll(scratch, zips));
  } finally {
    rebuilt.remove();
  }
});

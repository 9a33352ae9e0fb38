/**
 * Builds apart from the repository's own dist, which browsers use while tests run: a copy of the sources in
 * a folder of its own, with the packages linked in.
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { promisify } from 'node:util';

const ROOT = join(import.meta.dirname, '../..');
/** What is made, or is not the project's, at the top of the tree. */
const LEFT_OUT = new Set(['.git', 'coverage', 'data', 'dist', 'node_modules']);
const run = promisify(execFile);

export interface Scratch {
  folder: string;
  /** Runs build.mjs; rejects with what it said where it fails. */
  build(args?: string[], env?: Record<string, string>): Promise<void>;
  read(path: string): string;
  has(path: string): boolean;
  /** Files below a folder, sorted, relative to it, with forward slashes. */
  list(path: string): string[];
  /** SHA-256 of a file, hex. */
  hash(path: string): string;
  remove(): void;
}

/** A copy of the sources as they stand in the work tree. */
export async function copySources(): Promise<Scratch> {
  const folder = makeFolder();
  cpSync(ROOT, folder, {
    recursive: true,
    filter: (source) => !LEFT_OUT.has(relative(ROOT, source)),
  });
  const scratch = openScratch(folder);
  // Where git is there, the sources are what it tracks; without it, all but what is made.
  const paths = readdirSync(folder).filter((name) => name !== 'node_modules');
  await run('git', ['init', '-q'], { cwd: folder })
    .then(() => run('git', ['add', '--', ...paths], { cwd: folder }))
    .catch(() => undefined);
  return scratch;
}

/** A folder to put sources in, with the packages linked in. */
export function openScratch(folder = makeFolder()): Scratch {
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'dir');
  const at = (path: string) => join(folder, path);
  return {
    folder,
    build: async (args = [], env = {}) => {
      await run(process.execPath, ['build.mjs', ...args], {
        cwd: folder,
        env: { ...process.env, ...env },
      });
    },
    read: (path) => readFileSync(at(path), 'utf8'),
    has: (path) => existsSync(at(path)),
    list: (path) => listFiles(at(path)),
    hash: (path) =>
      createHash('sha256')
        .update(readFileSync(at(path)))
        .digest('hex'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function makeFolder(): string {
  return mkdtempSync(join(tmpdir(), 'sic-build-'));
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
    .sort();
}

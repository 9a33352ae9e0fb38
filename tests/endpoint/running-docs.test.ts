/** What the pages about running the endpoint name is what there is. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readCommand } from '../../src/endpoint/command-line/arguments.ts';
import { nameVariable } from '../../src/endpoint/command-line/read-settings.ts';
import { SERVE_SETTINGS } from '../../src/endpoint/command-line/settings.ts';
import { createMetrics } from '../../src/endpoint/operation/metrics.ts';
import { openFor, sqliteKind } from './stores.ts';

const DOCS = join(import.meta.dirname, '../../docs');
const FILES = ['running-the-endpoint.md', 'sic-endpoint.service', 'Containerfile'];

const read = (name: string) => readFile(join(DOCS, name), 'utf8');

test.each(FILES)('%s names variables that there are', async (name) => {
  const text = await read(name);
  const variables = Object.entries(SERVE_SETTINGS).flatMap(([flag, setting]) => [
    nameVariable(flag),
    ...('isSecret' in setting ? [`${nameVariable(flag)}_FILE`] : []),
  ]);
  const named = text.match(/\bSIC_[A-Z_]+\b/g) ?? [];
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((variable) => !['SIC_NAME', ...variables].includes(variable))).toEqual([]);
});

test.each(FILES)('%s shows commands that are understood', async (name) => {
  const text = (await read(name)).replaceAll('\\\n', ' ');
  const calls = [
    ...text.matchAll(
      /(?:npm run endpoint --|node(?: --max-\S+)* dist\/endpoint\/main\.mjs)((?: +[^\s#`|]+)*)/g,
    ),
  ];
  if (name !== 'Containerfile') expect(calls.length).toBeGreaterThan(0);
  for (const [, rest = ''] of calls) {
    // As a shell would take them apart, as far as these pages go.
    const args = rest
      .trim()
      .split(/ +/)
      .filter((word) => word !== '');
    const result = readCommand(
      args.map((arg) => arg.replace(/\$\(.*/, 'x')).filter((arg) => !arg.startsWith('+%')),
      {},
    );
    expect(result.ok ? '' : `${args.join(' ')}: ${result.message}`).toBe('');
  }
});

test('the figures that are described are those that are served', async () => {
  const store = await openFor(await sqliteKind.makeAddress());
  const { text: served } = await createMetrics(store).write();
  const names = [...served.matchAll(/^# HELP (sic_\w+)/gm)].map(([, name]) => name);
  const described = [...(await read('running-the-endpoint.md')).matchAll(/^\| `(sic_\w+)/gm)];
  expect(described.map(([, name]) => name).sort()).toEqual(names.sort());
  expect(names.length).toBeGreaterThan(3);
});

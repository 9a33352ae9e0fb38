/** All that is stored goes from one database to another and back, and nothing else comes in by that way. */
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runDataCommand } from '../../src/endpoint/command-line/data-commands.ts';
import type { StoreAddress } from '../../src/endpoint/store/database.ts';
import { importStore } from '../../src/endpoint/transfer/import-store.ts';
import { readLines } from '../../src/endpoint/transfer/read-lines.ts';
import { FORMAT_VERSION, listTables } from '../../src/endpoint/transfer/rows.ts';
import { makeDirectory } from './directory.ts';
import { mintCanonical } from './endpoint.ts';
import { fillStore, readAll, withConnections } from './full-store.ts';
import { readUrl, run, send, start } from './program.ts';
import { describeOnPostgres, openFor, postgresKind, type StoreKind, sqliteKind } from './stores.ts';

const quiet = { print: () => undefined, remark: () => undefined };

function nameStore(address: StoreAddress): string[] {
  return 'databaseUrl' in address
    ? ['--database-url', address.databaseUrl]
    : ['--data', address.directory];
}

async function exportLines(address: StoreAddress): Promise<string[]> {
  const file = join(await makeDirectory(), 'all.jsonl');
  await runDataCommand({ name: 'export', address, file }, quiet);
  return (await readFile(file, 'utf8')).trimEnd().split('\n');
}

async function importLines(address: StoreAddress, lines: readonly string[]) {
  return withConnections(address, (connections) => importStore(connections, toAsync(lines)));
}

async function* toAsync(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}

async function expectMove(from: StoreKind, to: StoreKind): Promise<void> {
  const [first, second, third] = await Promise.all(
    [from, to, from].map((kind) => kind.makeAddress()),
  );
  if (first === undefined || second === undefined || third === undefined) throw new Error();
  const directory = await makeDirectory();
  await fillStore(first, 1_203);
  const all = await readAll(first);
  // Every table the database has, with all of its columns, was filled.
  expect(Object.keys(all).sort()).toEqual([...listTables()].sort());
  for (const rows of Object.values(all)) expect(rows).toHaveLength(1_203);
  for (const [i, [source, target]] of (
    [
      [first, second],
      [second, third],
    ] as const
  ).entries()) {
    const file = join(directory, `${i}.jsonl`);
    const exported = await run(['export', '--out', file, ...nameStore(source)], directory);
    expect([exported.code, exported.stdout, exported.stderr]).toEqual([
      0,
      '',
      `Written: ${file}\n`,
    ]);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    for (const isNew of [true, false]) {
      const imported = await run(['import', file, ...nameStore(target)], directory);
      const rows = 1_203 * listTables().length;
      const added = isNew ? rows : 0;
      expect([imported.code, imported.stderr]).toEqual([
        0,
        `Imported: ${rows} rows, ${added} of them new here.\n`,
      ]);
    }
    expect(await readAll(target)).toEqual(all);
  }
  const sorted = async (name: string) =>
    (await readFile(join(directory, name), 'utf8')).split('\n').sort();
  expect(await sorted('1.jsonl')).toEqual(await sorted('0.jsonl'));
}

test('all that is stored goes from SQLite to SQLite', () => expectMove(sqliteKind, sqliteKind));

describeOnPostgres('PostgreSQL', () => {
  test('all that is stored goes from SQLite to PostgreSQL and back', () =>
    expectMove(sqliteKind, postgresKind));

  test('what is there already is not overwritten, and a backup is another tool’s', async () => {
    const address = await postgresKind.makeAddress();
    await fillStore(address, 3);
    const lines = await exportLines(address);
    const changed = lines.map((line) => line.replace('"version":1,', '"version":2,'));
    await expect(importLines(address, [...lines.slice(0, 1), ...changed.slice(1)])).rejects.toThrow(
      /^Line \d+: the database has another row of \w+ /,
    );
    const args = ['backup', join(await makeDirectory(), 'b'), ...nameStore(address)];
    const { code, stderr } = await run(args, await makeDirectory());
    expect([code, stderr]).toEqual([1, expect.stringContaining('pg_dump')]);
  });
});

test('an export holds what was there at one moment, and can be had while readers report', async () => {
  const directory = await makeDirectory();
  const url = await readUrl(start(directory));
  let isOver = false;
  const write = async () => {
    while (!isOver) expect((await send(url, mintCanonical())).status).toBe(201);
  };
  const writers = Array.from({ length: 6 }, write);
  for (let round = 0; round < 3; round++) {
    const lines = (await exportLines({ directory })).map((line) => JSON.parse(line));
    const rows = (name: string) => lines.flatMap(({ table, row }) => (table === name ? [row] : []));
    const reports = rows('reports').length;
    expect(rows('clusters').map(({ new_count }) => new_count)).toEqual(
      reports === 0 ? [] : [reports],
    );
    expect(rows('counters').every(({ changed }) => changed >= reports)).toBe(true);
    expect(Math.max(0, ...rows('reports').map(({ changed }) => changed))).toBeLessThanOrEqual(
      rows('counters')[0]?.changed ?? 0,
    );
  }
  isOver = true;
  await Promise.all(writers);
});

test('an import that was interrupted is done again, and a database that has gone on is left alone', async () => {
  const source = await sqliteKind.makeAddress();
  const target = await sqliteKind.makeAddress();
  const store = await openFor(source);
  await fillStore(source, 700);
  const lines = await exportLines(source);
  await expect(importLines(target, lines.slice(0, 2_000))).rejects.toThrow(
    'Line 2000: the export ends here, before its end: it was cut short.',
  );
  const { rows, added } = await importLines(target, lines);
  expect(rows).toBe(lines.length - 2);
  expect(added).toBeLessThan(rows);
  expect(await readAll(target)).toEqual(await readAll(source));
  // Of what has gone on in one of them the other knows nothing.
  await store.tokens.revokeToken('plain 0', 99);
  const before = await readAll(target);
  await expect(importLines(target, await exportLines(source))).rejects.toThrow(
    'the database has another row of tokens in this one’s place',
  );
  expect(await readAll(target)).toEqual(before);
});

describe('what is no export', () => {
  const compose = (version: number) => `{"format":"sic-export","version":${version}}`;
  const head = compose(FORMAT_VERSION);
  const row = '{"table":"counters","row":{"site_group":"a","changed":1}}';
  const end = (rows: number) => `{"end":true,"rows":${rows}}`;

  test.each<[string, string[], RegExp]>([
    ['nothing', [], /^Line 0: the export ends here/],
    ['words', ['hello'], /^Line 1: this is no line of an export/],
    ['another format', ['{"format":"x","version":1}'], /^Line 1: this is no export/],
    [
      'an earlier version',
      [compose(1), row, end(1)],
      /^Line 1: the export is of version 1, and this endpoint reads 4/,
    ],
    ['a later version', [compose(5), row, end(1)], /^Line 1: the export is of version 5, and/],
    ['no head', [row, end(1)], /^Line 1: this is no export/],
    ['no end', [head, row], /^Line 2: the export ends here/],
    ['a missing row', [head, row, end(2)], /^Line 3: the export had 2 rows, and here are 1/],
    ['more behind the end', [head, row, end(1), row], /^Line 4: something stands behind/],
    ['an empty line', [head, '', row, end(1)], /^Line 2: this is no line/],
    [
      'an unknown table',
      [head, row.replace('counters', 'kysely_migration'), end(1)],
      /^Line 2: there is no table/,
    ],
    [
      'a table of the prototype',
      [head, row.replace('counters', '__proto__'), end(1)],
      /^Line 2: there is no table/,
    ],
    [
      'a missing column',
      [head, '{"table":"counters","row":{"changed":1}}', end(1)],
      /^Line 2: counters\.`?site_group/,
    ],
    [
      'another column',
      [head, row.replace('"changed"', '"x":1,"changed"'), end(1)],
      /^Line 2: counters\.x/,
    ],
    ['another type', [head, row.replace(':1', ':"1"'), end(1)], /^Line 2: counters\.changed/],
    ['a fraction', [head, row.replace(':1', ':1.5'), end(1)], /^Line 2: counters\.changed/],
    [
      'what no database holds',
      [head, row.replace('"a"', '"\\u0000"'), end(1)],
      /^Line 2: counters\.site_group/,
    ],
    [
      'half a character',
      [head, row.replace('"a"', '"\\ud800"'), end(1)],
      /^Line 2: counters\.site_group/,
    ],
  ])('%s is refused with the line that is wrong', async (_name, lines, message) => {
    await expect(importLines(await sqliteKind.makeAddress(), lines)).rejects.toThrow(message);
  });

  test('is told by the program in one sentence, and leaves no database', async () => {
    const directory = await makeDirectory();
    const data = join(directory, 'new');
    const missing = await run(['import', join(directory, 'none'), '--data', data], directory);
    expect([missing.code, missing.stdout]).toEqual([1, '']);
    expect(missing.stderr).toMatch(/^ENOENT: .*\n$/);
    await expect(stat(data)).rejects.toThrow('ENOENT');
    await writeFile(join(directory, 'empty'), '');
    const empty = await run(['import', join(directory, 'empty'), '--data', data], directory);
    expect([empty.code, empty.stderr]).toEqual([
      1,
      'Line 0: the export ends here, before its end: it was cut short.\n',
    ]);
  });

  test('whatever was done to an export, it is refused, or all of it comes in', async () => {
    const source = await sqliteKind.makeAddress();
    await fillStore(source, 2);
    const lines = await exportLines(source);
    const all = await readAll(source);
    const edit = fc.record({
      line: fc.nat({ max: lines.length - 1 }),
      at: fc.nat({ max: 400 }),
      put: fc.oneof(fc.constantFrom('', '"', '}', '0', 'null', '\\', '\\u0000'), fc.string()),
      cut: fc.nat({ max: 3 }),
      how: fc.constantFrom('edit', 'drop', 'twice', 'swap'),
    });
    await fc.assert(
      fc.asyncProperty(edit, async ({ line, at, put, cut, how }) => {
        const text = lines[line] ?? '';
        const edited = lines.toSpliced(
          line,
          1,
          ...(how === 'drop'
            ? []
            : how === 'twice'
              ? [text, text]
              : [text.slice(0, at) + put + text.slice(at + cut)]),
        );
        if (how === 'swap') edited.splice(line, 2, lines[line + 1] ?? text, text);
        const target = await sqliteKind.makeAddress();
        const failure = await importLines(target, edited).then(
          () => null,
          (error: unknown) => String(error),
        );
        if (failure !== null) expect(failure).toMatch(/^Error: Line \d+: /);
        else if (how === 'swap') expect(await readAll(target)).toEqual(all);
        else
          for (const [name, rows] of Object.entries(await readAll(target)))
            expect(rows).toHaveLength(all[name]?.length ?? 0);
      }),
      { numRuns: 25 },
    );
  });
});

test('lines end at line feeds alone, wherever the bytes come apart', async () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'é', '\u2028', '👩', '\r', '\n', '\0') });
  await fc.assert(
    fc.asyncProperty(text, fc.integer({ min: 1, max: 5 }), async (whole, size) => {
      const bytes = Buffer.from(whole);
      const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
        bytes.subarray(i * size, (i + 1) * size),
      );
      const lines: string[] = [];
      for await (const line of readLines(Readable.from(chunks))) lines.push(line);
      const expected = whole.split('\n');
      expect(lines).toEqual(expected.at(-1) === '' ? expected.slice(0, -1) : expected);
    }),
  );
});

test('an export overwrites nothing, and leaves nothing behind when it fails', async () => {
  const directory = await makeDirectory();
  const file = join(directory, 'there');
  await writeFile(file, 'mine');
  const address = await sqliteKind.makeAddress();
  await fillStore(address, 1);
  for (const command of [
    ['export', '--out', file],
    ['backup', file],
  ]) {
    const { code, stderr } = await run([...command, ...nameStore(address)], directory);
    expect([code, stderr]).toEqual([1, expect.stringContaining(`${file} is there already`)]);
  }
  expect(await readFile(file, 'utf8')).toBe('mine');
  const { code, stderr } = await run(['export', '--out', file, '--data', directory], directory);
  expect([code, stderr]).toEqual([1, `There is no endpoint’s data in ${directory}.\n`]);
});

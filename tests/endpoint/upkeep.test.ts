/** What whoever runs the endpoint does to its data: copies, tables brought up to date, limits of sites. */
import { copyFile, mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import SQLite from 'better-sqlite3';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createUncoveredSites } from '../../src/endpoint/operation/uncovered-sites.ts';
import { DATABASE_FILE } from '../../src/endpoint/store/sqlite-file.ts';
import { makeDirectory } from './directory.ts';
import { mintCanonical, SITE } from './endpoint.ts';
import { runStatement } from './postgres-server.ts';
import { readUrl, run, send, start } from './program.ts';
import { migrateUntil } from './stored.ts';
import { describeOnPostgres, makeDatabase, openFor } from './stores.ts';

const STALE = 'The database’s tables are not up to date: the command `migrate` brings them so.';
const NEWER = 'The database is of a newer version of the endpoint than this one.';

test('a backup that is made while readers report is whole, and can be served from', async () => {
  const directory = await makeDirectory();
  const child = start(directory);
  const url = await readUrl(child);
  const acknowledged: string[] = [];
  let isOver = false;
  const write = async () => {
    while (!isOver) {
      const canonical = mintCanonical();
      expect((await send(url, canonical)).status).toBe(201);
      acknowledged.push(canonical);
    }
  };
  const writers = Array.from({ length: 6 }, write);
  await vi.waitFor(() => expect(acknowledged.length).toBeGreaterThan(20), { timeout: 20_000 });
  const before = [...acknowledged];
  const copy = join(directory, 'copy.sqlite');
  const { code, stdout, stderr } = await run(['backup', copy, '--data', directory], directory);
  isOver = true;
  await Promise.all(writers);
  expect([code, stdout, stderr]).toEqual([0, '', `Written: ${copy}\n`]);
  expect((await stat(copy)).mode & 0o777).toBe(0o600);
  await expect(stat(`${copy}-wal`)).rejects.toThrow('ENOENT');

  const restored = join(directory, 'restored');
  await mkdir(restored);
  await copyFile(copy, join(restored, DATABASE_FILE));
  const again = await readUrl(start(restored));
  expect((await fetch(`${again}readyz`)).status).toBe(200);
  const store = await openFor({ directory: restored });
  for (const canonical of before) {
    expect(await store.reports.findReports(SITE, canonical)).toHaveLength(1);
  }
});

test('tables that are not up to date are brought so by a job of its own', async () => {
  const directory = await makeDirectory();
  const nowhere = join(directory, 'nowhere');
  const none = await run(['--no-migrate', '--port', '0', '--data', nowhere], directory);
  expect([none.code, none.stdout, none.stderr]).toEqual([
    ...[1, '', `The endpoint cannot run: ${STALE}\n`],
  ]);
  await expect(stat(nowhere)).rejects.toThrow('ENOENT');

  const early = await migrateUntil(directory, '0007');
  const listTables = () =>
    early.prepare("select name from sqlite_master where type = 'table' order by name").all();
  const tables = listTables();
  for (const args of [
    ['--no-migrate', '--port', '0'],
    ['export', '--out', '-'],
  ]) {
    const { code, stderr } = await run([...args, '--data', directory], directory);
    expect([code, stderr]).toEqual([1, expect.stringContaining(STALE)]);
  }
  expect(listTables()).toEqual(tables);
  early.close();
  const { code, stdout, stderr } = await run(['migrate', '--data', directory], directory);
  expect([code, stdout, stderr]).toEqual([0, '', 'The tables are up to date.\n']);
  const url = await readUrl(start(directory, '--no-migrate'));
  expect((await send(url)).status).toBe(201);
});

test('the tables of a newer version are left alone', async () => {
  const directory = await makeDirectory();
  expect((await run(['migrate', '--data', directory], directory)).code).toBe(0);
  const database = new SQLite(join(directory, DATABASE_FILE));
  onTestFinished(() => void database.close());
  database.exec("insert into kysely_migration values ('9999-later', '2999-01-01')");
  for (const args of [
    ['migrate'],
    ['--port', '0'],
    ['--port', '0', '--no-migrate'],
    ['token', 'list'],
  ]) {
    const { code, stderr } = await run([...args, '--data', directory], directory);
    expect([code, stderr]).toEqual([1, expect.stringContaining(NEWER)]);
  }
});

describeOnPostgres('on PostgreSQL', () => {
  test('several jobs that bring the tables up to date at once do it once', async () => {
    const databaseUrl = await makeDatabase();
    const directory = await makeDirectory();
    const environment = { SIC_DATABASE_URL: databaseUrl };
    const stale = await run(['--no-migrate', '--port', '0'], directory, environment);
    expect([stale.code, stale.stderr]).toEqual([1, `The endpoint cannot run: ${STALE}\n`]);
    const jobs = await Promise.all([1, 2, 3].map(() => run(['migrate'], directory, environment)));
    expect(jobs.map(({ code, stderr }) => [code, stderr])).toEqual(
      Array(3).fill([0, 'The tables are up to date.\n']),
    );
    const child = start(directory, '--no-migrate', '--database-url', databaseUrl);
    expect((await send(await readUrl(child))).status).toBe(201);
    await runStatement(databaseUrl, "insert into kysely_migration values ('9999-later', '2999')");
    const newer = await run(['migrate'], directory, environment);
    expect([newer.code, newer.stderr]).toEqual([1, `${NEWER}\n`]);
  });

  test('tokens are made and revoked while the endpoint runs', async () => {
    const databaseUrl = await makeDatabase();
    const directory = await makeDirectory();
    const url = await readUrl(start(directory, '--database-url', databaseUrl));
    const environment = { SIC_DATABASE_URL: databaseUrl };
    const add = ['token', 'add', '--name', 'Ann', '--site', SITE, '--scope', 'read'];
    const token = (await run(add, directory, environment)).stdout.trim();
    const ask = async () =>
      (await fetch(`${url}api/reports`, { headers: { authorization: `Bearer ${token}` } })).status;
    expect(await ask()).toBe(200);
    const listed = await run(['token', 'list'], directory, environment);
    expect(listed.stdout).toMatch(/^NAME .*\nAnn +news\.example +read +\S+ +-\n$/);
    expect((await run(['token', 'revoke', '--name', 'Ann'], directory, environment)).code).toBe(0);
    expect(await ask()).toBe(401);
  });
});

test('sites are given limits, which hold, and lose them', async () => {
  const directory = await makeDirectory();
  const site = (...args: string[]) => run(['site', ...args, '--data', directory], directory);
  const set = await site('add', '--site', SITE.toUpperCase(), '--posts-per-minute', '1');
  expect([set.code, set.stdout]).toEqual([0, `Set: ${SITE} and its subdomains, 1 a minute\n`]);
  expect((await site('add', '--site', 'other.example')).stdout).toContain('no limit of its own');
  const listed = (await site('list')).stdout.trimEnd().split('\n');
  const time = String.raw`\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ`;
  expect(listed).toEqual([
    expect.stringMatching(/^SITE +POSTS\/MIN +MADE +PUBLISHES +EDIT LINK$/),
    expect.stringMatching(new RegExp(`^${SITE} +1 +${time} +- +-$`)),
    expect.stringMatching(new RegExp(`^other\\.example +- +${time} +- +-$`)),
  ]);
  const url = await readUrl(start(directory));
  expect((await send(url)).status).toBe(201);
  const second = await send(url, mintCanonical(), `https://www.${SITE}/b`);
  expect(second.status).toBe(429);
  expect((await site('remove', '--site', SITE)).code).toBe(0);
  const again = await site('remove', '--site', SITE);
  expect([again.code, again.stderr]).toEqual([
    1,
    expect.stringContaining(`Nothing is set for ${SITE}`),
  ]);
});

test('whether a site is covered is asked once a minute, not with every report', async () => {
  let time = 1_000_000;
  let isCovered = true;
  const ask = vi.fn(async () => isCovered);
  const told: string[] = [];
  const sites = createUncoveredSites({
    tokens: { isCovered: ask },
    tell: (site) => told.push(site),
    reportError: () => undefined,
    now: () => time,
  });
  for (let i = 0; i < 50; i++) await sites.notice(SITE);
  expect(ask).toHaveBeenCalledTimes(1);
  time += 59_999;
  isCovered = false;
  await sites.notice(SITE);
  expect(told).toEqual([]);
  time += 1;
  await sites.notice(SITE);
  expect(told).toEqual([SITE]);
  expect(ask).toHaveBeenCalledTimes(2);
  // Strangers choose the subdomains: what is known of them does not grow for ever, nor does a clock set back matter.
  isCovered = true;
  for (let i = 0; i < 1_001; i++) await sites.notice(`s${i}.example`);
  await sites.notice('s1000.example');
  expect(ask).toHaveBeenCalledTimes(2 + 1_001);
  time -= 500_000;
  await sites.notice('s1000.example');
  expect(ask).toHaveBeenCalledTimes(2 + 1_002);
});

/** The store by itself: how it keeps its promises, and how it comes back. */
import { once } from 'node:events';
import { statSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import SQLite from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { openStore } from '../../src/endpoint/store/database.ts';
import { openDatabase } from '../../src/endpoint/store/sqlite-file.ts';
import { makeDirectory, SITE } from './endpoint.ts';
import { addReport, makeReport, takeReport } from './stored.ts';

const REPORT = makeReport({ canonical: 'urn:uuid:01900000-0000-7000-8000-000000000001' });

test('commits to the disk: WAL, synchronous FULL, a directory for nobody else', async () => {
  const directory = join(await makeDirectory(), 'new', 'data');
  const database = openDatabase(directory);
  onTestFinished(() => void database.close());
  expect(database.pragma('journal_mode', { simple: true })).toBe('wal');
  expect(database.pragma('synchronous', { simple: true })).toBe(2);
  expect(statSync(directory).mode & 0o077).toBe(0);
});

test('opens again with what it had, as often as one likes', async () => {
  const directory = await makeDirectory();
  const segments = new Set<string>();
  for (let i = 0; i < 3; i++) {
    const store = await openStore({ directory });
    const added = await store.reports.addReport({ ...REPORT, receivedAt: 2 + i });
    const report = takeReport(added);
    expect([added.was, report.receivedAt]).toEqual([i === 0 ? 'added' : 'known', 2]);
    segments.add(report.segment);
    await store.close();
  }
  expect(segments.size).toBe(1);
});

test('moves a report only from the version that was read', async () => {
  const store = await openStore({ directory: await makeDirectory() });
  onTestFinished(() => store.close());
  const report = await addReport(store, REPORT);
  const move = { report, reason: '', editor: { tokenId: '1', name: 'Ann' }, at: 3 };
  const moved = await store.reports.moveReport({ ...move, to: 'accepted' });
  expect(moved).toMatchObject({ state: 'accepted', version: 2 });
  expect(await store.reports.moveReport({ ...move, to: 'rejected' })).toBeNull();
  expect(await store.reports.findReports(SITE, REPORT.canonical)).toEqual([moved]);
  expect(await store.reports.listDecisions(SITE, REPORT.canonical)).toHaveLength(1);
});

test('a migration that fails leaves nothing behind', async () => {
  const directory = await makeDirectory();
  const database = openDatabase(directory);
  database.exec('CREATE TABLE tokens (in_the_way text)');
  await expect(openStore({ directory })).rejects.toThrow(/tokens/);
  const tables = database
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table'")
    .pluck()
    .all();
  expect(tables).toEqual(['tokens']);
  database.exec('DROP TABLE tokens');
  database.close();
  const store = await openStore({ directory });
  expect((await store.reports.addReport(REPORT)).was).toBe('added');
  await store.close();
});

test('a new file waits for the process that holds it', async () => {
  const directory = await makeDirectory();
  const holder = new Worker(
    `const { workerData, parentPort } = require('node:worker_threads');
     const SQLite = require('better-sqlite3');
     const database = new SQLite(workerData);
     database.exec('BEGIN IMMEDIATE; CREATE TABLE t (x)');
     parentPort.postMessage('held');
     setTimeout(() => { database.exec('ROLLBACK'); database.close(); }, 300);`,
    { eval: true, workerData: join(directory, 'sic.sqlite') },
  );
  await once(holder, 'message');
  const ended = once(holder, 'exit');
  const database = openDatabase(directory);
  expect(database.pragma('journal_mode', { simple: true })).toBe('wal');
  database.close();
  await ended;
});

test('takes no file that is not its own', async () => {
  const directory = await makeDirectory();
  await writeFile(
    join(directory, 'sic.sqlite'),
    'not a database, but long enough to be read as one',
  );
  await expect(openStore({ directory })).rejects.toThrow(/not a database/);
});

test('counts the reports of a place to a limit, without spam', async () => {
  const store = await openStore({ directory: await makeDirectory() });
  onTestFinished(() => store.close());
  const add = (number: number, changes = {}) => {
    const canonical = `urn:uuid:01900000-0000-7000-8000-00000000000${number}`;
    return addReport(store, { ...REPORT, canonical, ...changes });
  };
  for (let number = 1; number <= 4; number++) await add(number);
  await add(4);
  await add(5, { place: 'q' });
  await add(6, { site: 'other.example' });
  expect(await store.reports.countPlace(SITE, 'p', 1_000)).toBe(4);
  expect(await store.reports.countPlace(SITE, 'p', 3)).toBe(3);
  expect(await store.reports.countPlace(SITE, 'r', 1_000)).toBe(0);
  const report = await add(1);
  const move = { reason: '', editor: { tokenId: '1', name: 'Ann' }, at: 3 };
  const spam = await store.reports.moveReport({ ...move, report, to: 'spam' });
  expect(await store.reports.countPlace(SITE, 'p', 1_000)).toBe(3);
  if (spam === null) throw new Error('not moved');
  await store.reports.moveReport({ ...move, report: spam, to: 'new' });
  expect(await store.reports.countPlace(SITE, 'p', 1_000)).toBe(4);
});

test('counts a place in the index alone', async () => {
  const directory = await makeDirectory();
  await (await openStore({ directory })).close();
  const database = new SQLite(join(directory, 'sic.sqlite'));
  const plan = JSON.stringify(
    database
      .prepare(
        `EXPLAIN QUERY PLAN SELECT count(*) FROM (SELECT 1 AS one FROM reports WHERE site_group = 'a' AND site = 'a'
         AND place = 'p' AND state IN ('new', 'accepted', 'rejected', 'fixed') LIMIT 1000)`,
      )
      .all(),
  );
  database.close();
  expect(plan).toContain(
    'SEARCH reports USING COVERING INDEX reports_by_place (site_group=? AND site=? AND place=? AND state=?)',
  );
});

test('reads a page of the queue by index, never by sorting', async () => {
  const directory = await makeDirectory();
  await (await openStore({ directory })).close();
  const database = new SQLite(join(directory, 'sic.sqlite'));
  const explain = (where: string) =>
    JSON.stringify(
      database
        .prepare(
          `EXPLAIN QUERY PLAN SELECT * FROM reports WHERE ${where}
           AND (site = 'x.a' OR site LIKE '%.x.a' ESCAPE '\\')
           AND (received_at, canonical, site) < (5, 'x', 'y')
           ORDER BY received_at DESC, canonical DESC, site DESC LIMIT 50`,
        )
        .all(),
    );
  const plans = [
    explain("site_group = 'x.a'"),
    explain("site_group = 'x.a' AND state IN ('new')"),
    explain("site_group = 'x.a' AND state IN ('new', 'accepted', 'fixed') AND article = 'k'"),
    explain("site_group = 'x.a' AND state IN ('new') AND article = 'k'"),
  ];
  database.close();
  expect(plans[0]).toContain('reports_by_arrival');
  expect(plans[1]).toContain('reports_by_state');
  expect(plans[2]).toContain('reports_by_article');
  for (const plan of plans) expect(plan).not.toMatch(/TEMP B-TREE|SCAN/);
});

/** Tables split by groups of sites, as docs/growing.md says: nothing is lost by it, and a site's questions lead to one part. */
import { join } from 'node:path';
import { type CompiledQuery, Kysely } from 'kysely';
import * as v from 'valibot';
import { expect, onTestFinished, test } from 'vitest';
import { createChangeStore } from '../../src/endpoint/store/changes.ts';
import type { Connections } from '../../src/endpoint/store/database.ts';
import { createObservationStore } from '../../src/endpoint/store/observations.ts';
import { createPostgresDialect } from '../../src/endpoint/store/postgres.ts';
import { createReportStore } from '../../src/endpoint/store/reports.ts';
import type { Tables } from '../../src/endpoint/store/schema.ts';
import type { StoredReport } from '../../src/endpoint/store/stored-report.ts';
import { checkConsistency, lookInto } from './consistency.ts';
import { makeDirectory, SITE } from './endpoint.ts';
import { runStatement } from './postgres-server.ts';
import { run } from './program.ts';
import { ALL, addReport, makeReport } from './stored.ts';
import { describeOnPostgres, makeDatabase, openFor, partition, partitionedKind } from './stores.ts';

const EDITOR = { tokenId: 't', name: 'Ann' };
const PARTS = 4;
/** Tables and indexes that somebody has named, not their parts. */
const NAMES = `select relname, relkind in ('r', 'p') as is_table from pg_class
  where relnamespace = 'public'::regnamespace and not relispartition order by 1, 2`;
const WHOLE = `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
  and not relispartition order by 1`;

const planSchema = v.array(v.object({ 'QUERY PLAN': v.string() }));

/** The parts of each table that a statement reads, or writes to. */
async function listParts(db: Kysely<Tables>, query: CompiledQuery): Promise<string[]> {
  const sql = `explain (analyze, costs off, timing off) ${query.sql}`;
  const { rows } = await db.executeQuery({ ...query, sql });
  const plan = v.parse(planSchema, rows).map((row) => row['QUERY PLAN']);
  const touched = plan
    .filter((line) => !line.includes('never executed'))
    .flatMap((line) => / on (\w+_\d+)\b/.exec(line)?.[1] ?? []);
  return [...new Set(touched)].sort();
}

/** A partitioned database with reports of many groups, and ways into it that note what they are asked. */
async function fillPartitions() {
  const address = await partitionedKind.makeAddress();
  if (!('databaseUrl' in address)) throw new Error('no PostgreSQL');
  const asked: CompiledQuery[] = [];
  const db = new Kysely<Tables>({
    dialect: createPostgresDialect(address.databaseUrl),
    log: ({ query }) => void asked.push(query),
  });
  onTestFinished(() => db.destroy());
  const connections: Connections = { dialect: 'postgres', read: db, write: db };
  const reports = createReportStore(connections);
  const stored = await Promise.all(
    Array.from({ length: 2_000 }, (_, i) =>
      addReport({ reports }, { site: `s${i % 40}.example`, place: `p${i % 7}`, receivedAt: i }),
    ),
  );
  await runStatement(address.databaseUrl, 'analyze');
  return { address, db, asked, connections, reports, stored };
}

describeOnPostgres('partitioned tables', () => {
  test('hold what the whole ones held, under the same names, and can be made again after an upgrade', async () => {
    const databaseUrl = await makeDatabase();
    const store = await openFor({ databaseUrl });
    const stored: StoredReport[] = [];
    for (let i = 0; i < 40; i++) {
      stored.push(await addReport(store, { site: `s${i % 9}.example`, words: `w${i} both` }));
    }
    const names = await lookInto({ databaseUrl }, NAMES);
    const before = await lookInto({ databaseUrl }, 'select * from reports order by canonical');
    await partition(databaseUrl);
    expect(await lookInto({ databaseUrl }, NAMES)).toEqual(names);
    const after = await lookInto({ databaseUrl }, 'select * from reports order by canonical');
    expect(after).toEqual(before);
    // Nothing whose key begins with the group is whole.
    const whole = await lookInto({ databaseUrl }, WHOLE);
    for (const table of ['reports', 'clusters', 'counters', 'decisions', 'observations']) {
      expect(whole).not.toContainEqual({ relname: table });
    }
    await partition(databaseUrl);
    expect(await lookInto({ databaseUrl }, WHOLE)).toEqual(whole);
    const again = await openFor({ databaseUrl });
    const [first] = stored;
    if (first === undefined) throw new Error('nothing was stored');
    expect((await again.reports.addReport(makeReport(first))).was).toBe('known');
    const words = ['w7', 'both'];
    const found = await again.reports.listReports({ ...ALL, site: 's7.example', words, limit: 9 });
    expect(found.map(({ canonical }) => canonical)).toEqual([stored[7]?.canonical]);
    await checkConsistency({ databaseUrl });
  });

  test('are asked in one part, whatever is asked about a site', async () => {
    const { address, db, asked, connections, reports, stored } = await fillPartitions();
    const changes = createChangeStore(connections);
    const observations = createObservationStore(connections);
    const [report] = stored;
    if (report === undefined) throw new Error('nothing was stored');
    const { site } = report;
    asked.length = 0;
    const list = { ...ALL, site, limit: 20 };
    await reports.listReports(list);
    await reports.listReports({ ...list, states: ['new'], after: report });
    await reports.listReports({ ...list, kind: 'fact' });
    await reports.listReports({ ...list, article: 'x' });
    await reports.listReports({ ...list, words: ['x'] });
    await reports.listArrivals(site, null, 20);
    await reports.summarizeSite(site);
    await reports.countPlace(site, 'p1', 10);
    await reports.findReports(site, report.canonical);
    await reports.listDecisions(site, report.canonical);
    await changes.readLast(site);
    await changes.listChanges(site, 0, 20);
    await observations.viewPlaces([report]);
    const questions = asked.splice(0).filter(({ sql }) => /^(select|with)/.test(sql));
    expect(questions.length).toBeGreaterThan(13);
    for (const query of questions) {
      const tables = (await listParts(db, query)).map((part) => part.replace(/_\d+$/, ''));
      expect([query.sql, tables]).toEqual([query.sql, [...new Set(tables)]]);
    }
    asked.length = 0;
    // A receipt's address names no site: each part's index is asked.
    await reports.findBySegment(report.segment);
    const [lookup] = asked.splice(0);
    if (lookup === undefined) throw new Error('nothing was asked');
    expect(await listParts(db, lookup)).toHaveLength(PARTS);
    await checkConsistency(address);
  });

  test('take what is decided in one part', async () => {
    const { db, asked, reports, stored } = await fillPartitions();
    const [report] = stored;
    if (report === undefined) throw new Error('nothing was stored');
    asked.length = 0;
    const move = { report, to: 'accepted', reason: '', editor: EDITOR, at: 5 } as const;
    await reports.moveReport(move);
    const updates = asked.splice(0).filter(({ sql }) => sql.startsWith('update'));
    expect(updates.length).toBeGreaterThan(1);
    for (const query of updates) {
      const tables = (await listParts(db, query)).map((part) => part.replace(/_\d+$/, ''));
      expect([query.sql, tables]).toEqual([query.sql, [...new Set(tables)]]);
    }
  });

  test('take over what was in SQLite', async () => {
    const directory = await makeDirectory();
    const store = await openFor({ directory });
    for (let i = 0; i < 30; i++)
      await addReport(store, { site: `s${i % 5}.${SITE}`, place: `p${i}` });
    const { token } = await store.tokens.addToken({ name: 'Ann', site: SITE, at: 1 });
    const file = join(await makeDirectory(), 'export.jsonl');
    expect(await run(['export', '--out', file, '--data', directory], directory)).toMatchObject({
      code: 0,
    });
    const address = await partitionedKind.makeAddress();
    if (!('databaseUrl' in address)) throw new Error('no PostgreSQL');
    const args = ['import', file, '--database-url', address.databaseUrl];
    expect(await run(args, directory)).toMatchObject({ code: 0 });
    const moved = await openFor(address);
    const list = { ...ALL, site: SITE, limit: 100 };
    expect(await moved.reports.listReports(list)).toEqual(await store.reports.listReports(list));
    expect(await moved.tokens.findEditor(token)).toMatchObject({ name: 'Ann' });
    await checkConsistency(address);
  });
});

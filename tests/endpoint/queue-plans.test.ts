/** Of a large queue no more is read than a page, in whatever order and whatever is left out. */
import { type CompiledQuery, Kysely } from 'kysely';
import * as v from 'valibot';
import { expect, onTestFinished, test } from 'vitest';
import { CLUSTER_ORDERS, CLUSTER_SORTS } from '../../src/endpoint/store/cluster-orders.ts';
import { type Connections, openStore } from '../../src/endpoint/store/database.ts';
import { createClusterStore } from '../../src/endpoint/store/find-clusters.ts';
import { ANY_CLUSTER, type ClusterFilter } from '../../src/endpoint/store/list-clusters.ts';
import { createPostgresDialect } from '../../src/endpoint/store/postgres.ts';
import { createReportStore } from '../../src/endpoint/store/reports.ts';
import type { Tables } from '../../src/endpoint/store/schema.ts';
import { openDatabase } from '../../src/endpoint/store/sqlite-file.ts';
import { makeDirectory, SITE } from './endpoint.ts';
import { runStatement } from './postgres-server.ts';
import { ALL, connect, explain } from './stored.ts';
import { describeOnPostgres, partitionedKind, postgresKind } from './stores.ts';

const LIMIT = 20;
const COUNT = 6_000;
/** As many may be read of each of the five states: a page, the first of the next one, and some beside the way. */
const MOST_READ = 5 * (LIMIT + 10);
/** Most clusters are new, in English and about what is said everywhere; some are of a small language, article or phrase. */
const FILL = `with recursive n(i) as (select 1 union all select i + 1 from n where i < ${COUNT})
  insert into clusters (site_group, site, place, article, sample, kind, state, version, new_count, accepted_count,
    rejected_count, fixed_count, spam_count, first_at, last_at, readers, language, words_key, changed)
  select '${SITE}', '${SITE}', 'p' || i, case when i % 1500 = 7 then 'few' else 'a' || (i % 700) end, '', 'fact',
    case i % 20 when 1 then 'accepted' when 2 then 'fixed' when 3 then 'spam' when 4 then 'rejected' else 'new' end,
    1, 1, 0, 0, 0, 0, i / 3, i / 2, i % 9, case when i % 1500 = 7 then 'ky' else 'en' end,
    case when i % 1500 = 7 then 'few' else 'many' end, 0 from n`;

/** A report of each. */
const FILL_REPORTS = `insert into reports (site_group, site, canonical, segment, source, article, place, kind, state, reason,
    version, edition, created_at, received_at, changed, words, annotation)
  select site_group, site, 'c-' || place, 's-' || place, 'https://${SITE}/', article, place, kind, state, '',
    1, 1, 1, last_at, 1, 'word', '{}' from clusters`;

/** As many clusters again, each in a language that somebody has made up. */
const FILL_MADE_UP = FILL.replace("'p' || i", "'m' || i").replace(
  /case when [^\n]* then 'ky' else 'en' end/,
  "'abc' || i",
);

const FILTERS: Partial<ClusterFilter>[] = [
  ...[{}, { language: 'en' }, { language: 'ky' }, { language: 'xx' }, { article: 'few' }],
  ...[{ article: 'few', language: 'ky' }],
].flatMap((filter) => [filter, { ...filter, states: ['new'] as const }]);
const ELSEWHERE = ['few', 'many'].map((wordsKey) => ({
  ...{ wordsKey, states: ['new', 'accepted'] as const },
}));

const COLUMNS: Record<string, string> = { wordsKey: 'words_key' };

/** Of no language there is an index by articles. */
const isArticleOrder = (what: unknown) => JSON.stringify(what).includes('"sort":"article"');

interface Asked {
  /** for who reads that it failed */
  what: unknown;
  filter: Partial<ClusterFilter>;
}

/** Asks for pages in all ways; the first statement of each with an order is that which looks for them. */
async function* askAll(connections: Connections, asked: { length: number }): AsyncGenerator<Asked> {
  const clusters = createClusterStore(connections);
  for (const sort of CLUSTER_SORTS) {
    const place = CLUSTER_ORDERS[sort].columns.map((column) =>
      column === 'readers' ? 4 : column.endsWith('_at') ? 1_000 : column === 'article' ? 'b' : 'p5',
    );
    const filters = sort === 'newest' ? [...FILTERS, ...ELSEWHERE] : FILTERS;
    for (const filter of filters) {
      for (const after of [null, place]) {
        asked.length = 0;
        await clusters.listClusters({
          ...{ ...ANY_CLUSTER, ...filter, site: SITE, sort, after },
          ...{ words: [], except: null, limit: LIMIT },
        });
        yield { what: { sort, filter, after }, filter };
      }
    }
  }
  asked.length = 0;
  await clusters.listLanguages(SITE, 9);
  yield { what: 'languages', filter: {} };
}

/** Asks for the reports of languages, of which there are many and few; the last statement is that which finds them. */
async function* askReports(connections: Connections, asked: { length: number }) {
  const reports = createReportStore(connections);
  const after = { receivedAt: 2_500, canonical: 'c', site: SITE };
  for (const language of ['en', 'ky', 'xx', '']) {
    for (const filter of [{}, { after }, { states: ['new'] as const, after }, { kind: 'fact' }]) {
      const query = { ...ALL, site: SITE, language, ...filter, limit: LIMIT };
      // They all have the word.
      const searched = await reports.listReports({ ...query, words: ['word'] });
      asked.length = 0;
      const found = await reports.listReports(query);
      expect(searched).toEqual(found);
      yield { what: query, isFew: language !== 'en', found };
    }
  }
}

test.each([false, true])('on SQLite, its tables looked at before: %s', async (isAnalysed) => {
  const directory = await makeDirectory();
  await (await openStore({ directory })).close();
  const database = openDatabase(directory);
  onTestFinished(() => void database.close());
  database.exec(FILL);
  if (isAnalysed) database.exec('analyze');
  const asked: string[] = [];
  const connections = connect(database, (statement) => void asked.push(statement));
  for await (const { what, filter } of askAll(connections, asked)) {
    const statement = asked.find((one) => one.includes('order by')) ?? '';
    const lines = explain(database, statement).split('\n');
    const searched = lines.filter((line) => line.includes('"SEARCH clusters '));
    // Pages of several states that make one are gone through.
    const isUnion = lines.some((line) => line.includes('UNION ALL'));
    const scanned = lines.filter((line) => / clusters\b/.test(line) && line.includes('"SCAN '));
    expect([what, searched.length > 0, isUnion ? [] : scanned]).toEqual([what, true, []]);
    expect(scanned.join()).not.toContain('USING');
    // What narrows most leads: to go through the rest of a large queue for it would take long.
    const isPassing = isArticleOrder(what) && filter.language === 'en';
    const columns = Object.keys(filter).filter((column) =>
      column === 'language' ? !isPassing && !('article' in filter) : column !== 'states',
    );
    for (const column of ['site_group', ...columns.map((name) => COLUMNS[name] ?? name)]) {
      for (const line of searched) {
        expect([what, line]).toEqual([what, expect.stringMatching(`[ (]${column}[=>]`)]);
      }
    }
    // Few are put in order: those of an article, or a rare language, or pages of several states that make one.
    const sorted = lines.filter((line) => line.includes('TEMP B-TREE'));
    const isFew =
      'article' in filter || (isArticleOrder(what) && 'language' in filter && !isPassing);
    expect([what, isFew || isUnion ? [] : sorted]).toEqual([what, []]);
    for (const line of searched) {
      expect([what, isPassing, line]).toEqual([
        ...[what, isPassing, isPassing ? expect.stringContaining('clusters_by_article ') : line],
      ]);
    }
  }
});

test.each([false, true])(
  'reports of a language on SQLite, its tables looked at before: %s',
  async (isAnalysed) => {
    const directory = await makeDirectory();
    await (await openStore({ directory })).close();
    const database = openDatabase(directory);
    onTestFinished(() => void database.close());
    database.exec(FILL);
    database.exec(FILL_REPORTS);
    if (isAnalysed) database.exec('analyze');
    const asked: string[] = [];
    const connections = connect(database, (statement) => void asked.push(statement));
    const wanted =
      database.prepare(`select canonical from reports join clusters using (site_group, site, place)
      where language = ? order by received_at desc, canonical desc, site desc limit ${LIMIT}`);
    for await (const { what, isFew, found } of askReports(connections, asked)) {
      if (what.after === null) {
        const rows = wanted.all(what.language);
        expect(found.map(({ canonical }) => ({ canonical }))).toEqual(rows);
      }
      // Few are put in order; many are come upon soon in the order that there is.
      expect([what, asked.length]).toEqual([what, 2]);
      const plan = explain(database, asked[1] ?? '');
      expect([what, plan]).toEqual([what, expect.not.stringMatching(/SCAN/)]);
      expect([what, plan.includes('TEMP B-TREE')]).toEqual([what, isFew]);
    }
  },
);

const planSchema = v.array(v.object({ 'QUERY PLAN': v.array(v.object({ Plan: v.unknown() })) }));

interface PlanNode {
  Plans: PlanNode[];
  read: number;
}
const nodeSchema: v.GenericSchema<unknown, PlanNode> = v.pipe(
  v.looseObject({
    Plans: v.optional(v.array(v.lazy(() => nodeSchema)), []),
    'Relation Name': v.optional(v.string()),
    'Actual Rows': v.number(),
    'Actual Loops': v.number(),
    'Rows Removed by Filter': v.optional(v.number(), 0),
    'Rows Removed by Index Recheck': v.optional(v.number(), 0),
  }),
  v.transform((node) => ({
    Plans: node.Plans,
    read: !/^(clusters|reports)/.test(node['Relation Name'] ?? '')
      ? 0
      : node['Actual Loops'] * (node['Actual Rows'] + node['Rows Removed by Filter']),
  })),
);

function countRead({ Plans, read }: PlanNode): number {
  return Plans.reduce((sum, node) => sum + countRead(node), read);
}

describeOnPostgres('on PostgreSQL', () => {
  test.each([postgresKind, partitionedKind])('$name', async (kind) => {
    const address = await kind.makeAddress();
    if (!('databaseUrl' in address)) throw new Error('no PostgreSQL');
    await (await openStore(address)).close();
    await runStatement(address.databaseUrl, FILL);
    await runStatement(address.databaseUrl, FILL_REPORTS);
    await runStatement(address.databaseUrl, 'analyze');
    const asked: CompiledQuery[] = [];
    const db = new Kysely<Tables>({
      dialect: createPostgresDialect(address.databaseUrl),
      log: ({ query }) => void asked.push(query),
    });
    onTestFinished(() => db.destroy());
    const connections: Connections = { dialect: 'postgres', read: db, write: db };
    const run = async () => {
      const query = asked.find(({ sql }) => sql.includes('order by'));
      if (query === undefined) throw new Error('nothing was asked');
      const sql = `explain (analyze, format json) ${query.sql}`;
      const { rows } = await db.executeQuery({ ...query, sql });
      const [plan] = v.parse(planSchema, rows)[0]?.['QUERY PLAN'] ?? [];
      return countRead(v.parse(nodeSchema, plan?.Plan));
    };
    for await (const { what } of askAll(connections, asked)) {
      const read = await run();
      expect([what, read <= MOST_READ, read]).toEqual([what, true, read]);
    }
    for await (const { what } of askReports(connections, asked)) {
      const read = await run();
      // Of each report its cluster is looked at, too.
      expect([what, read <= 2 * MOST_READ, read]).toEqual([what, true, read]);
    }
    await runStatement(address.databaseUrl, FILL_MADE_UP);
    asked.length = 0;
    expect(await createClusterStore(connections).listLanguages(SITE, 9)).toEqual(['en', 'ky']);
    expect(await run()).toBeLessThan(MOST_READ);
  });
});

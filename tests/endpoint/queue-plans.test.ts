/** Of a large queue no more is read than a page, in whatever order and whatever is left out. */
import { type CompiledQuery, Kysely } from 'kysely';
import * as v from 'valibot';
import { expect, onTestFinished, test } from 'vitest';
import { CLUSTER_ORDERS, CLUSTER_SORTS } from '../../src/endpoint/store/cluster-orders.ts';
import { type Connections, openStore } from '../../src/endpoint/store/database.ts';
import { createClusterStore } from '../../src/endpoint/store/find-clusters.ts';
import { ANY_CLUSTER, type ClusterFilter } from '../../src/endpoint/store/list-clusters.ts';
import { createPostgresDialect } from '../../src/endpoint/store/postgres.ts';
import type { Tables } from '../../src/endpoint/store/schema.ts';
import { openDatabase } from '../../src/endpoint/store/sqlite-file.ts';
import { makeDirectory, SITE } from './endpoint.ts';
import { runStatement } from './postgres-server.ts';
import { connect, explain } from './stored.ts';
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

const FILTERS: Partial<ClusterFilter>[] = [
  ...[{}, { language: 'en' }, { language: 'ky' }, { language: 'xx' }, { article: 'few' }],
  ...[{ article: 'few', language: 'ky' }],
].flatMap((filter) => [filter, { ...filter, states: ['new'] as const }]);
const ELSEWHERE = ['few', 'many'].map((wordsKey) => ({
  ...{ wordsKey, states: ['new', 'accepted'] as const },
}));

const COLUMNS: Record<string, string> = { wordsKey: 'words_key' };

interface Asked {
  /** for who reads that it failed */
  what: unknown;
  filter: Partial<ClusterFilter>;
}

/** Asks for pages in all ways; the first statement of each is that which looks for them. */
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
    const lines = explain(database, asked[0] ?? '').split('\n');
    const searched = lines.filter((line) => line.includes('"SEARCH clusters '));
    // Pages of several states that make one are gone through.
    const isUnion = lines.some((line) => line.includes('UNION ALL'));
    const scanned = lines.filter((line) => / clusters\b/.test(line) && line.includes('"SCAN '));
    expect([what, searched.length > 0, isUnion ? [] : scanned]).toEqual([what, true, []]);
    expect(scanned.join()).not.toContain('USING');
    // What narrows most leads: to go through the rest of a large queue for it would take long.
    const columns = Object.keys(filter).filter((column) => column !== 'states');
    for (const column of ['site_group', ...columns.map((name) => COLUMNS[name] ?? name)]) {
      for (const line of searched) {
        expect([what, line]).toEqual([what, expect.stringMatching(`[ (]${column}[=>]`)]);
      }
    }
    // Few are put in order: those of an article, or pages of several states that make one.
    const sorted = lines.filter((line) => line.includes('TEMP B-TREE'));
    expect([what, 'article' in filter || isUnion ? [] : sorted]).toEqual([what, []]);
  }
});

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
    read: !node['Relation Name']?.startsWith('clusters')
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
    await runStatement(address.databaseUrl, 'analyze');
    const asked: CompiledQuery[] = [];
    const db = new Kysely<Tables>({
      dialect: createPostgresDialect(address.databaseUrl),
      log: ({ query }) => void asked.push(query),
    });
    onTestFinished(() => db.destroy());
    const connections: Connections = { dialect: 'postgres', read: db, write: db };
    for await (const { what } of askAll(connections, asked)) {
      const [query] = asked;
      if (query === undefined) throw new Error('nothing was asked');
      const sql = `explain (analyze, format json) ${query.sql}`;
      const { rows } = await db.executeQuery({ ...query, sql });
      const [plan] = v.parse(planSchema, rows)[0]?.['QUERY PLAN'] ?? [];
      const read = countRead(v.parse(nodeSchema, plan?.Plan));
      expect([what, read <= MOST_READ, read]).toEqual([what, true, read]);
    }
  });
});

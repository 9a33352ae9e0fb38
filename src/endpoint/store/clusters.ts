/**
 * Reports of the same mistake in the same article, counted as they come, move and go. All of it happens in the
 * transaction that changes the reports, under the number that it has taken.
 */
import { sql, type Transaction } from 'kysely';
import type { ReportState } from '../../model/report.ts';
import { readGroup } from '../sites.ts';
import type { ClusterTable, ReportTable, Tables } from './schema.ts';

type Counts = Pick<
  ClusterTable,
  'new_count' | 'accepted_count' | 'rejected_count' | 'fixed_count' | 'spam_count'
>;
export type CountedReport = Pick<
  ReportTable,
  'site_group' | 'site' | 'place' | 'article' | 'canonical' | 'kind' | 'state' | 'received_at'
>;

const COUNT_COLUMNS = {
  new: 'new_count',
  accepted: 'accepted_count',
  rejected: 'rejected_count',
  fixed: 'fixed_count',
  spam: 'spam_count',
} as const satisfies Record<ReportState, keyof Counts>;

/** Counts reports that have just been stored. */
export async function countArrivals(
  transaction: Transaction<Tables>,
  reports: readonly CountedReport[],
): Promise<void> {
  if (reports.length === 0) return;
  const clusters = [...Map.groupBy(reports, ({ site, place }) => `${site} ${place}`).values()];
  await transaction
    .insertInto('clusters')
    .values(clusters.map(composeCluster))
    .onConflict((conflict) =>
      conflict.columns(['site_group', 'site', 'place']).doUpdateSet(({ ref, eb, fn: _ }) => {
        const add = (column: keyof Counts) =>
          sql<number>`${ref(`clusters.${column}`)} + ${ref(`excluded.${column}`)}`;
        return {
          new_count: add('new_count'),
          rejected_count: add('rejected_count'),
          last_at: eb
            .case()
            .when('excluded.last_at', '>', ref('clusters.last_at'))
            .then(ref('excluded.last_at'))
            .else(ref('clusters.last_at'))
            .end(),
          // What was done with is so no longer, and who decides about it should know.
          version: sql<number>`${ref('clusters.version')} + case when ${ref('excluded.new_count')} > 0
            and ${ref('clusters.state')} not in ('new', 'accepted') then 1 else 0 end`,
          state: sql<ReportState>`case when ${ref('clusters.new_count')} + ${ref('excluded.new_count')} > 0
            then 'new' else ${ref('clusters.state')} end`,
        };
      }),
    )
    .execute();
}

function composeCluster(reports: readonly CountedReport[]): ClusterTable {
  const [first] = reports;
  if (first === undefined) throw new Error('a cluster has a report');
  const count = (state: ReportState) => reports.filter((report) => report.state === state).length;
  const times = reports.map(({ received_at }) => received_at);
  return {
    ...{ site_group: first.site_group, site: first.site, place: first.place },
    ...{ article: first.article, sample: first.canonical, kind: first.kind, version: 1 },
    state: count('new') > 0 ? 'new' : first.state,
    ...{ new_count: count('new'), accepted_count: count('accepted') },
    ...{
      rejected_count: count('rejected'),
      fixed_count: count('fixed'),
      spam_count: count('spam'),
    },
    ...{ first_at: Math.min(...times), last_at: Math.max(...times) },
    ...{ observed_at: null, changed: 0 },
  };
}

type PlaceKey = Pick<ReportTable, 'site' | 'place'>;

/** Counts a report in another state than before. */
export async function countMove(
  transaction: Transaction<Tables>,
  { site, place }: PlaceKey,
  from: ReportState,
  to: ReportState,
): Promise<void> {
  const [less, more] = [COUNT_COLUMNS[from], COUNT_COLUMNS[to]];
  await selectCluster(transaction, { site, place })
    .set(({ ref }) => ({
      [less]: sql<number>`${ref(less)} - 1`,
      [more]: sql<number>`${ref(more)} + 1`,
      version: sql<number>`${ref('version')} + 1`,
    }))
    .execute();
  await settleState(transaction, { site, place }, to);
}

/** Takes a report out of the count; a place without reports is none. */
export async function countDeletion(
  transaction: Transaction<Tables>,
  { site, place, canonical, state }: PlaceKey & Pick<ReportTable, 'canonical' | 'state'>,
): Promise<void> {
  const column = COUNT_COLUMNS[state];
  await selectCluster(transaction, { site, place })
    .set(({ ref }) => ({
      [column]: sql<number>`${ref(column)} - 1`,
      version: sql<number>`${ref('version')} + 1`,
    }))
    .execute();
  const next = await transaction
    .selectFrom('reports')
    .select(['canonical', 'kind', 'state'])
    .where('site_group', '=', readGroup(site))
    .where('site', '=', site)
    .where('place', '=', place)
    .where('canonical', '<>', canonical)
    .limit(1)
    .executeTakeFirst();
  if (next === undefined) {
    for (const table of ['clusters', 'observations'] as const) {
      await transaction
        .deleteFrom(table)
        .where('site_group', '=', readGroup(site))
        .where('site', '=', site)
        .where('place', '=', place)
        .execute();
    }
    return;
  }
  await selectCluster(transaction, { site, place })
    .set({ sample: next.canonical, kind: next.kind })
    .where('sample', '=', canonical)
    .execute();
  await settleState(transaction, { site, place }, next.state);
}

function selectCluster(transaction: Transaction<Tables>, { site, place }: PlaceKey) {
  return transaction
    .updateTable('clusters')
    .where('site_group', '=', readGroup(site))
    .where('site', '=', site)
    .where('place', '=', place);
}

/** @param closed the state of a report of it: the cluster's, where none is open */
async function settleState(
  transaction: Transaction<Tables>,
  key: PlaceKey,
  closed: ReportState,
): Promise<void> {
  await selectCluster(transaction, key)
    .set(({ ref }) => ({
      state: sql<ReportState>`case when ${ref('new_count')} > 0 then 'new'
        when ${ref('accepted_count')} > 0 then 'accepted' else ${closed} end`,
    }))
    .execute();
}

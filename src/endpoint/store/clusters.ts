/**
 * Reports of the same mistake in the same article, counted as they come, move and go. All of it happens in the
 * transaction that changes the reports, under the number that it has taken.
 */
import { type RawBuilder, sql, type Transaction } from 'kysely';
import type { ReportState } from '../../model/report.ts';
import { readGroup } from '../sites.ts';
import type { ClusterTable, ReportTable, Tables } from './schema.ts';
import type { ClusterTraits } from './stored-report.ts';

type Counts = Pick<
  ClusterTable,
  'new_count' | 'accepted_count' | 'rejected_count' | 'fixed_count' | 'spam_count' | 'readers'
>;
export type CountedReport = ClusterTraits &
  Pick<
    ReportTable,
    | ('site_group' | 'site' | 'place' | 'article' | 'canonical' | 'kind' | 'state' | 'received_at')
    | 'changed'
  >;

const COUNT_COLUMNS = {
  new: 'new_count',
  accepted: 'accepted_count',
  rejected: 'rejected_count',
  fixed: 'fixed_count',
  spam: 'spam_count',
} as const satisfies Record<ReportState, keyof Counts>;

/** Counts reports that have just been stored, or have come from another place. */
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
      conflict.columns(['site_group', 'site', 'place']).doUpdateSet(({ ref }) => {
        const sum = (column: keyof Counts) =>
          sql<number>`${ref(`clusters.${column}`)} + ${ref(`excluded.${column}`)}`;
        const choose = (column: 'first_at' | 'last_at', sign: '<' | '>') =>
          sql<number>`case when ${ref(`excluded.${column}`)} ${sql.raw(sign)} ${ref(`clusters.${column}`)}
            then ${ref(`excluded.${column}`)} else ${ref(`clusters.${column}`)} end`;
        const isOpened = sql`${ref('excluded.new_count')} + ${ref('excluded.accepted_count')} > 0
            and ${ref('clusters.state')} not in ('new', 'accepted')`;
        return {
          ...{ new_count: sum('new_count'), accepted_count: sum('accepted_count') },
          ...{ rejected_count: sum('rejected_count'), fixed_count: sum('fixed_count') },
          ...{ spam_count: sum('spam_count'), readers: sum('readers') },
          ...{ first_at: choose('first_at', '<'), last_at: choose('last_at', '>') },
          // Of a report that says none, such as one without a correction, it is not known yet.
          language: sql<string>`case when ${ref('clusters.language')} = '' then ${ref('excluded.language')}
            else ${ref('clusters.language')} end`,
          // What was done with is so no longer, and who decides about it should know.
          version: sql<number>`${ref('clusters.version')} + case when ${isOpened} then 1 else 0 end`,
          state: sql<ReportState>`case when ${sum('new_count')} > 0 then 'new'
            when ${sum('accepted_count')} > 0 then 'accepted' else ${ref('clusters.state')} end`,
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
    ...{ article: first.article, sample: first.canonical, kind: first.kind },
    // Each further version takes a number of the group, too: so one that was there before, and has gone, had a lower one.
    version: Math.max(...reports.map(({ changed }) => changed)),
    state: count('new') > 0 ? 'new' : first.state,
    ...{ new_count: count('new'), accepted_count: count('accepted') },
    ...{
      rejected_count: count('rejected'),
      fixed_count: count('fixed'),
      spam_count: count('spam'),
    },
    ...{ first_at: Math.min(...times), last_at: Math.max(...times) },
    ...{ observed_at: null, changed: 0, readers: reports.length - count('spam') },
    language: reports.find(({ language }) => language !== '')?.language ?? '',
    ...{ words_key: first.wordsKey, edited: '', edited_by: null, edited_at: null },
    ...{ edit_changed: 0, note_changed: 0 },
  };
}

type PlaceKey = Pick<ReportTable, 'site' | 'place'>;

/** Counts a report, or more of the place, in another state than before. */
export async function countMove(
  transaction: Transaction<Tables>,
  { site, place }: PlaceKey,
  from: ReportState,
  to: ReportState,
  count = 1,
): Promise<void> {
  const [less, more] = [COUNT_COLUMNS[from], COUNT_COLUMNS[to]];
  const heeded = countHeeded(to) - countHeeded(from);
  await selectCluster(transaction, { site, place })
    .set(({ ref }) => ({
      [less]: sql<number>`${ref(less)} - ${count}`,
      // A move that stays in its state counts nothing.
      [more]: less === more ? ref(more) : sql<number>`${ref(more)} + ${count}`,
      ...(heeded === 0 ? {} : { readers: sql<number>`${ref('readers')} + ${heeded * count}` }),
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
      readers: sql<number>`${ref('readers')} - ${countHeeded(state)}`,
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
    for (const table of ['clusters', 'observations', 'notes'] as const) {
      await transaction
        .deleteFrom(table)
        .where('site_group', '=', readGroup(site))
        .where('site', '=', site)
        .where('place', '=', place)
        .execute();
    }
    return;
  }
  const times = await transaction
    .selectFrom('reports')
    .select(({ fn }) => [fn.min('received_at').as('first_at'), fn.max('received_at').as('last_at')])
    .where('site_group', '=', readGroup(site))
    .where('site', '=', site)
    .where('place', '=', place)
    .executeTakeFirstOrThrow();
  await selectCluster(transaction, { site, place }).set(times).execute();
  await selectCluster(transaction, { site, place })
    .set({ sample: next.canonical, kind: next.kind })
    .where('sample', '=', canonical)
    .execute();
  await settleState(transaction, { site, place }, keepState(next.state));
}

/** Counts a report that has new words as a change of its cluster, which is called anew if it shows what that is about. */
export async function countReplacement(
  transaction: Transaction<Tables>,
  {
    site,
    place,
    canonical,
    article,
    kind,
    language,
  }: Omit<CountedReport, 'site_group' | 'state' | 'received_at' | 'changed' | 'wordsKey'>,
): Promise<void> {
  await selectCluster(transaction, { site, place })
    .set(({ ref }) => ({ version: sql<number>`${ref('version')} + 1` }))
    .execute();
  await selectCluster(transaction, { site, place })
    .set({ article, kind, ...(language === '' ? {} : { language }) })
    .where('sample', '=', canonical)
    .execute();
}

/** What an editor may change of a place without moving its reports. */
const CHANGE_COLUMNS = { correction: 'edit_changed', note: 'note_changed' } as const;

/**
 * Gives a change of a place its number, by which those who follow the group are told of it, see `changes.ts`: the event
 * `correction` or `note`. Each has a number of its own, beside that of looks: the last of each kind is told.
 * @param changed as `takeNumber` gave it in this transaction, which takes it before it reads or writes anything
 */
export async function touchCluster(
  transaction: Transaction<Tables>,
  key: PlaceKey,
  what: keyof typeof CHANGE_COLUMNS,
  changed: number,
): Promise<void> {
  await selectCluster(transaction, key)
    .set({ [CHANGE_COLUMNS[what]]: changed })
    .execute();
}

function selectCluster(transaction: Transaction<Tables>, { site, place }: PlaceKey) {
  return transaction
    .updateTable('clusters')
    .where('site_group', '=', readGroup(site))
    .where('site', '=', site)
    .where('place', '=', place);
}

/** What a report in a state adds to the readers of its place: spam is none. */
function countHeeded(state: ReportState): 0 | 1 {
  return state === 'spam' ? 0 : 1;
}

/** The state that a cluster has, where a report of it still does; else another's. */
function keepState(other: ReportState): RawBuilder<ReportState> {
  const counts = Object.entries(COUNT_COLUMNS).map(
    ([state, column]) =>
      sql`when ${sql.ref('state')} = ${sql.lit(state)} and ${sql.ref(column)} > 0 then ${sql.lit(state)}`,
  );
  return sql<ReportState>`case ${sql.join(counts, sql` `)} else ${sql.lit(other)} end`;
}

/** @param closed the cluster's state, where no report of it is open */
async function settleState(
  transaction: Transaction<Tables>,
  key: PlaceKey,
  closed: ReportState | RawBuilder<ReportState>,
): Promise<void> {
  await selectCluster(transaction, key)
    .set(({ ref }) => ({
      state: sql<ReportState>`case when ${ref('new_count')} > 0 then 'new'
        when ${ref('accepted_count')} > 0 then 'accepted' else ${closed} end`,
    }))
    .execute();
}

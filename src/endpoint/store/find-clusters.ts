/**
 * The reports of one mistake as one entry of the queue. How many they are is kept, see `clusters.ts`; how to find the
 * entry, and its reports a page at a time, is here.
 */
import { type ExpressionBuilder, sql } from 'kysely';
import { REPORT_STATES, type ReportState } from '../../model/report.ts';
import { readGroup } from '../sites.ts';
import { isCovered } from './covered.ts';
import type { Connections } from './database.ts';
import {
  CLUSTER_COLUMNS,
  compareNewest,
  type ReadCluster,
  readClusters,
  readRow,
  selectNewest,
} from './read-clusters.ts';
import type { Tables } from './schema.ts';
import { holdsWords, isRare, matchWords, selectFound } from './search.ts';
import { fromRow, type StoredReport } from './stored-report.ts';

/** Where a page of clusters ended. */
export interface ClusterPlace {
  lastAt: number;
  place: string;
  site: string;
}

export interface ClusterFilter {
  /** clusters about its subdomains are meant as well */
  site: string;
  /** null for any */
  state: ReportState | null;
  /** null for any */
  kind: string | null;
  /** key of the article, see `keyArticle`; null for any */
  article: string | null;
}

export interface ClusterQuery extends ClusterFilter {
  /** as `readSearch` gives them; one report of the cluster has all of them */
  words: readonly string[];
  after: ClusterPlace | null;
  limit: number;
}

export interface PlaceQuery {
  /** exactly this one */
  site: string;
  place: string;
  /** null for any */
  state: ReportState | null;
  after: { receivedAt: number; canonical: string } | null;
  limit: number;
}

export interface ClusterStore {
  /** One page of the clusters of a site and its subdomains: the last that was reported comes first. */
  listClusters(
    query: ClusterQuery,
  ): Promise<{ clusters: ReadCluster[]; next: ClusterPlace | null }>;
  /** The cluster of a place of exactly this site. */
  findCluster(site: string, place: string): Promise<ReadCluster | null>;
  /** How many clusters there are in each state; nobody counts beyond `limit`. */
  countClusters(
    filter: Omit<ClusterFilter, 'state'>,
    limit: number,
  ): Promise<Record<ReportState, number>>;
  /** One page of the reports of a place, newest first. */
  listPlaceReports(query: PlaceQuery): Promise<StoredReport[]>;
}

/** Clusters that a search may go through one by one, with all their reports, before it asks the index. */
const MOST_SCANNED = 500;

export function createClusterStore({ dialect, read }: Connections): ClusterStore {
  async function listRows(query: ClusterQuery, limit: number) {
    const { words } = query;
    const isWanted = createFilter(query);
    const select = () =>
      read
        .selectFrom('clusters')
        .where(isWanted)
        .orderBy('clusters.last_at', 'desc')
        .orderBy('clusters.place', 'desc')
        .orderBy('clusters.site', 'desc');
    if (words.length === 0) return select().select(CLUSTER_COLUMNS).limit(limit).execute();
    if (dialect === 'postgres') {
      return select()
        .select(CLUSTER_COLUMNS)
        .where(hasReport(() => matchWords(dialect, words)))
        .limit(limit)
        .execute();
    }
    const end = await select()
      .select('clusters.last_at')
      .offset(MOST_SCANNED)
      .limit(1)
      .executeTakeFirst();
    let near = select()
      .select(CLUSTER_COLUMNS)
      .where(hasReport(({ ref }) => holdsWords(ref('reports.words'), words)));
    if (end !== undefined) near = near.where('clusters.last_at', '>=', end.last_at);
    const rows = await near.limit(limit).execute();
    if (end === undefined || rows.length === limit) return rows;
    if (!(await isRare(read, words))) {
      return select()
        .select(CLUSTER_COLUMNS)
        .where(hasReport(() => matchWords(dialect, words)))
        .limit(limit)
        .execute();
    }
    const found = sql`(select reports.site_group, reports.site, reports.place
      from ${selectFound(words)} as found cross join reports where reports.number = found.number)`;
    return select()
      .select(CLUSTER_COLUMNS)
      .where(sql<boolean>`(clusters.site_group, clusters.site, clusters.place) in ${found}`)
      .limit(limit)
      .execute();
  }

  return {
    async listClusters(query) {
      const rows = await listRows(query, query.limit + 1);
      const page = rows.slice(0, query.limit).map(readRow);
      const last = page.at(-1);
      return {
        clusters: await readClusters(read, page),
        next: rows.length > query.limit && last !== undefined ? last : null,
      };
    },

    async findCluster(site, place) {
      const row = await read
        .selectFrom('clusters')
        .select(CLUSTER_COLUMNS)
        .where('site_group', '=', readGroup(site))
        .where('site', '=', site)
        .where('place', '=', place)
        .executeTakeFirst();
      const [found] = row === undefined ? [] : await readClusters(read, [readRow(row)]);
      return found ?? null;
    },

    async countClusters(filter, limit) {
      const rows = await Promise.all(
        REPORT_STATES.map((state) =>
          read
            .selectFrom(({ selectFrom }) =>
              selectFrom('clusters')
                .select(({ lit }) => lit(1).as('one'))
                .where(createFilter({ ...filter, state, after: null }))
                .limit(limit)
                .as('counted'),
            )
            .select(({ fn }) => fn.countAll<number>().as('count'))
            .executeTakeFirstOrThrow(),
        ),
      );
      const [first = 0, accepted = 0, rejected = 0, fixed = 0, spam = 0] = rows.map(
        ({ count }) => count,
      );
      return { new: first, accepted, rejected, fixed, spam };
    },

    async listPlaceReports({ site, place, state, after, limit }) {
      // Of each state there is an index in the wanted order; there are few states.
      const pages = await Promise.all(
        (state === null ? REPORT_STATES : [state]).map((one) => {
          const query = selectNewest(read, { site, place }, one).limit(limit);
          if (after === null) return query.execute();
          return query
            .where(({ eb, refTuple, tuple }) =>
              eb(
                refTuple('reports.received_at', 'reports.canonical'),
                '<',
                tuple(after.receivedAt, after.canonical),
              ),
            )
            .execute();
        }),
      );
      return pages.flat().map(fromRow).sort(compareNewest).slice(0, limit);
    },
  };
}

type Filtering = ExpressionBuilder<Tables, 'clusters'>;

function createFilter({
  site,
  state,
  kind,
  article,
  after,
}: Omit<ClusterQuery, 'words' | 'limit'>) {
  return ({ and, eb, ref, refTuple, tuple }: Filtering) =>
    and([
      eb('clusters.site_group', '=', readGroup(site)),
      isCovered(ref('clusters.site'), site),
      ...(state === null ? [] : [eb('clusters.state', '=', state)]),
      ...(kind === null ? [] : [eb('clusters.kind', '=', kind)]),
      ...(article === null ? [] : [eb('clusters.article', '=', article)]),
      ...(after === null
        ? []
        : [
            eb(
              refTuple('clusters.last_at', 'clusters.place', 'clusters.site'),
              '<',
              tuple(after.lastAt, after.place, after.site),
            ),
          ]),
    ]);
}

/** Whether a report of the cluster is such a one. */
function hasReport(
  isSuch: (eb: ExpressionBuilder<Tables, 'reports'>) => ReturnType<typeof matchWords>,
) {
  return ({ exists, selectFrom }: Filtering) =>
    exists(
      selectFrom('reports')
        .select(({ lit }) => lit(1).as('one'))
        .whereRef('reports.site_group', '=', 'clusters.site_group')
        .whereRef('reports.site', '=', 'clusters.site')
        .whereRef('reports.place', '=', 'clusters.place')
        .where((eb) => isSuch(eb)),
    );
}

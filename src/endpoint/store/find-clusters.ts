/**
 * The reports of one mistake as one entry of the queue. How many they are is kept, see `clusters.ts`; how to find the
 * entry, and its reports a page at a time, is here.
 */
import { sql } from 'kysely';
import { REPORT_STATES, type ReportState } from '../../model/report.ts';
import { readGroup } from '../sites.ts';
import { CLUSTER_ORDERS, type ClusterPlace, readPlace } from './cluster-orders.ts';
import { isCovered } from './covered.ts';
import type { Connections } from './database.ts';
import {
  type ClusterFilter,
  type ClusterRowQuery,
  createFilter,
  listClusterRows,
} from './list-clusters.ts';
import {
  CLUSTER_COLUMNS,
  compareNewest,
  isOneOf,
  type PlaceKey,
  type ReadCluster,
  readClusters,
  readRow,
  selectNewest,
  writeKey,
} from './read-clusters.ts';
import { fromRow, type StoredReport } from './stored-report.ts';

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
  /** One page of the clusters of a site and its subdomains, and where it ended if there are more. */
  listClusters(
    query: ClusterRowQuery,
  ): Promise<{ clusters: ReadCluster[]; next: ClusterPlace | null }>;
  /** The cluster of a place of exactly this site. */
  findCluster(site: string, place: string): Promise<ReadCluster | null>;
  /** The same for several of one group of sites, in their order. */
  findClusters(addresses: readonly PlaceKey[]): Promise<(ReadCluster | null)[]>;
  /** An editor's own correction of a place; '' where there is none. */
  findEdited(site: string, place: string): Promise<string>;
  /** How many clusters there are in each state; nobody counts beyond `limit`. */
  countClusters(
    filter: Omit<ClusterFilter, 'states'>,
    limit: number,
  ): Promise<Record<ReportState, number>>;
  /**
   * The primary subtags of the languages that the clusters of a site and its subdomains say. Anybody can make some up: those
   * of most clusters in the site's group come first, counted up to a hundred, and what has not two or three letters is none.
   */
  listLanguages(site: string, limit: number): Promise<string[]>;
  /** One page of the reports of a place, newest first. */
  listPlaceReports(query: PlaceQuery): Promise<StoredReport[]>;
}

/** Clusters of a language that are counted. */
const MOST_OF_LANGUAGE = 100;

export function createClusterStore({ dialect, read }: Connections): ClusterStore {
  async function findClusters(addresses: readonly PlaceKey[]) {
    const [first] = addresses;
    if (first === undefined) return [];
    const rows = await read
      .selectFrom('clusters')
      .select(CLUSTER_COLUMNS)
      .where('site_group', '=', readGroup(first.site))
      .where(isOneOf(addresses))
      .execute();
    const found = await readClusters(read, rows.map(readRow));
    const byPlace = new Map(found.map((cluster) => [writeKey(cluster), cluster]));
    return addresses.map((address) => byPlace.get(writeKey(address)) ?? null);
  }

  return {
    async listClusters(query) {
      const { limit } = query;
      const rows = await listClusterRows({ dialect, read }, { ...query, limit: limit + 1 });
      const page = rows.slice(0, limit);
      const last = page.at(-1);
      return {
        clusters: await readClusters(read, page.map(readRow)),
        next:
          rows.length > limit && last !== undefined
            ? readPlace(CLUSTER_ORDERS[query.sort], last)
            : null,
      };
    },

    async findCluster(site, place) {
      const [found = null] = await findClusters([{ site, place }]);
      return found;
    },

    findClusters,

    async findEdited(site, place) {
      const row = await read
        .selectFrom('clusters')
        .select('edited')
        .where('site_group', '=', readGroup(site))
        .where('site', '=', site)
        .where('place', '=', place)
        .executeTakeFirst();
      return row?.edited ?? '';
    },

    async countClusters(filter, limit) {
      const rows = await Promise.all(
        REPORT_STATES.map((state) =>
          read
            .selectFrom(({ selectFrom }) =>
              selectFrom('clusters')
                .select(({ lit }) => lit(1).as('one'))
                .where(createFilter(filter))
                .where('clusters.state', '=', state)
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

    async listLanguages(site, limit) {
      const group = readGroup(site);
      // From each language the index leads to the next: how many clusters they have does not matter.
      const next = (before: unknown) =>
        sql`(select language from clusters where site_group = ${group} and language > ${before}
          and ${isCovered(sql.ref('site'), site)} order by language limit 1)`;
      // Over all that begins with the same three letters and is longer: `{` comes behind the letters.
      const last = sql`case when length(found.language) < 3 then found.language
        else substr(found.language, 1, 3) || '{' end`;
      // In the order of the index, so that it is that which is asked.
      const counted = sql`(select count(*) from (select 1 from clusters where site_group = ${group}
        and clusters.language = found.language order by state, last_at limit ${sql.lit(MOST_OF_LANGUAGE)}) as counted)`;
      const { rows } = await sql<{
        language: string;
        count: number;
      }>`with recursive found(language) as (
          select ${next('')} union all
          select ${next(last)} from found where found.language is not null
        ) select language, ${counted} as count from found
        where length(language) between 2 and 3`.execute(read);
      return rows
        .toSorted(
          (one, other) => other.count - one.count || (one.language < other.language ? -1 : 1),
        )
        .slice(0, limit)
        .map(({ language }) => language);
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

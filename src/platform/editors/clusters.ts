/** The queue by mistakes: what many readers have reported is one entry, and is decided about at once. */
import * as v from 'valibot';
import type { ReportState } from '../../model/report.ts';
import { composePath, type Endpoint, type Failed, type Outcome } from './ask-endpoint.ts';
import {
  type Cluster,
  type ClusterAddress,
  type ClusterCounts,
  type ClusterFilter,
  type ClusterPage,
  type ClusterSort,
  clusterCountsSchema,
  clusterPageSchema,
  clusterSchema,
  type ManyResult,
  manyResultsSchema,
  movedSchema,
} from './cluster-schemas.ts';
import { type ReviewPage, reviewPageSchema } from './reports.ts';

export {
  ANY_CLUSTER,
  CLUSTER_SORTS,
  type Cluster,
  type ClusterAddress,
  type ClusterCounts,
  type ClusterFilter,
  type ClusterPage,
  type ClusterSort,
  type ManyResult,
} from './cluster-schemas.ts';

export interface Verdict {
  state: ReportState;
  reason: string;
  /** with `rejected`: the quoted words go to the list of what is no mistake */
  dismiss: boolean;
}

export interface ClustersApi {
  list(query: {
    filter: ClusterFilter;
    sort: ClusterSort;
    /** `next` of the page before, or null for the first page */
    after: string | null;
    /** up to 200 */
    limit?: number;
  }): Promise<Outcome<ClusterPage>>;
  /** how many there are in each state; state and search of the filter are not heeded */
  count(filter: ClusterFilter): Promise<Outcome<ClusterCounts>>;
  read(address: ClusterAddress): Promise<Outcome<Cluster>>;
  /** @param addresses up to 100 @returns in their order, null where there is none */
  readMany(addresses: readonly ClusterAddress[]): Promise<Outcome<(Cluster | null)[]>>;
  /** its reports, newest first */
  listReports(
    address: ClusterAddress,
    query: { after: string | null; limit?: number },
  ): Promise<Outcome<ReviewPage>>;
  /** @param etag of the version that the editor saw */
  decide(
    address: ClusterAddress,
    verdict: Verdict,
    etag: string,
  ): Promise<Outcome<{ moved: number; cluster: Cluster }>>;
  /** @param seen up to 100 @returns what became of each, in their order */
  decideMany(
    seen: readonly (ClusterAddress & { etag: string })[],
    verdict: Verdict,
  ): Promise<Outcome<ManyResult[]>>;
  /** puts an editor's own correction before the readers'; '' takes it back */
  correct(address: ClusterAddress, correction: string, etag: string): Promise<Outcome<Cluster>>;
  /** other clusters of the token's site in new or accepted that quote the same words, newest first */
  listElsewhere(address: ClusterAddress, after: string | null): Promise<Outcome<ClusterPage>>;
  /** primary subtags of the languages that occur */
  listLanguages(site: string): Promise<Outcome<string[]>>;
}

const PAGE_SIZE = 50;

export function createClustersApi({ ask }: Endpoint): ClustersApi {
  const path = (
    { place, site }: ClusterAddress,
    rest = '',
    query: Record<string, string | null> = {},
  ) => composePath(`clusters/${encodeURIComponent(place)}${rest}`, { site, ...query });
  return {
    list({ filter, sort, after, limit = PAGE_SIZE }) {
      const order = sort === 'newest' ? '' : sort;
      const query = { ...filter, sort: order, after, limit: String(limit) };
      return ask(clusterPageSchema, composePath('clusters', query));
    },
    count: ({ kind, site, page, language }) =>
      ask(clusterCountsSchema, composePath('clusters/counts', { kind, site, page, language })),
    read: (address) => ask(clusterSchema, path(address)),
    async readMany(addresses) {
      if (addresses.length === 0) return { ok: true, value: [] };
      const items = addresses.map(({ place, site }) => ({ place, site }));
      const told = await ask(
        v.object({ items: v.array(v.nullable(clusterSchema)) }),
        'clusters/read',
        {
          method: 'POST',
          body: { items },
        },
      );
      return told.ok ? matchCount(told.value.items, items.length) : told;
    },
    listReports: (address, { after, limit = PAGE_SIZE }) =>
      ask(reviewPageSchema, path(address, '/reports', { after, limit: String(limit) })),
    decide: (address, verdict, etag) =>
      ask(movedSchema, path(address, '/decisions'), {
        method: 'POST',
        ifMatch: etag,
        body: composeVerdict(verdict),
      }),
    async decideMany(seen, verdict) {
      if (seen.length === 0) return { ok: true, value: [] };
      const items = seen.map(({ place, site, etag }) => ({ place, site, etag }));
      const told = await ask(manyResultsSchema, 'decisions', {
        method: 'POST',
        body: { ...composeVerdict(verdict), items },
      });
      return told.ok ? matchCount(told.value.items, items.length) : told;
    },
    correct: (address, correction, etag) =>
      ask(clusterSchema, path(address, '/correction'), {
        method: 'PUT',
        ifMatch: etag,
        body: { correction },
      }),
    listElsewhere: (address, after) =>
      ask(clusterPageSchema, path(address, '/elsewhere', { after })),
    async listLanguages(site) {
      const told = await ask(
        v.object({ items: v.array(v.string()) }),
        composePath('clusters/languages', { site }),
      );
      return told.ok ? { ok: true, value: told.value.items } : told;
    },
  };
}

function composeVerdict({ state, reason, dismiss }: Verdict): object {
  return {
    state,
    ...(reason === '' ? {} : { reason }),
    ...(dismiss ? { dismiss } : {}),
  };
}

/** What belongs to what is known by its order alone. */
function matchCount<T>(items: T[], asked: number): { ok: true; value: T[] } | Failed {
  if (items.length === asked) return { ok: true, value: items };
  return { ok: false, failure: 'malformed', detail: `items: ${items.length} of ${asked}` };
}

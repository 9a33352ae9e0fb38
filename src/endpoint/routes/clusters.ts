/** The queue by mistakes: what many readers have reported is one entry, and is decided about at once. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { composeClusterItems } from '../api/cluster-items.ts';
import {
  type ClusterItem,
  clusterCountQuerySchema,
  clusterCountsSchema,
  clusterItemSchema,
  clusterListSchema,
  clusterMovedSchema,
  clusterParamsSchema,
  clusterQuerySchema,
  clusterSiteSchema,
  placeReportsQuerySchema,
} from '../api/cluster-schemas.ts';
import { readClusterCursor, readCursor, writeClusterCursor, writeCursor } from '../api/cursors.ts';
import type { Decider } from '../api/decide.ts';
import { takeSite } from '../api/editors.ts';
import { mayRead, type ReportItems, writeEtag } from '../api/report-items.ts';
import {
  decisionHeadersSchema,
  decisionInputSchema,
  describeProblems,
  reportListSchema,
} from '../api/schemas.ts';
import { keyArticle } from '../place.ts';
import type { Store } from '../store/database.ts';
import type { ReadCluster } from '../store/read-clusters.ts';
import { readSearch } from '../store/search.ts';
import type { ValibotTypeProvider } from '../validation.ts';

const security = [{ editor: [] }];
const BODY_LIMIT = 16 * 1024;
/** More clusters of a state than this are many: nobody counts on. */
const MOST_COUNTED = 1_000;

export interface ClusterRoutesOptions {
  store: Pick<Store, 'clusters'>;
  items: ReportItems;
  decider: Decider;
}

export function registerClusters(
  app: FastifyInstance,
  { store, items, decider }: ClusterRoutesOptions,
): void {
  const routes = app.withTypeProvider<ValibotTypeProvider>();

  routes.get(
    '/clusters',
    {
      schema: {
        summary: 'The mistakes that are reported on the token’s site, the last reported first',
        security,
        querystring: clusterQuerySchema,
        response: { ...describeProblems(400, 401, 403, 429), 200: clusterListSchema },
      },
    },
    async (request) => {
      const { state, kind, search, page: url, limit, after, site: named } = request.query;
      const words = readSearch(search);
      const query = {
        site: takeSite(request, named),
        state: state === '' ? null : state,
        kind: kind === '' ? null : kind,
        article: url === '' ? null : keyArticle(url),
        ...{ words, after: readClusterCursor(after), limit },
      };
      // What names no word is found nowhere.
      if (search.trim() !== '' && words.length === 0) return { items: [], next: null };
      const { clusters, next } = await store.clusters.listClusters(query);
      return {
        items: await composeClusterItems(items, request, clusters),
        next: next === null ? null : writeClusterCursor(next),
      };
    },
  );

  routes.get(
    '/clusters/counts',
    {
      schema: {
        summary: 'How many clusters there are in each state, up to a number',
        security,
        querystring: clusterCountQuerySchema,
        response: { ...describeProblems(400, 401, 403, 429), 200: clusterCountsSchema },
      },
    },
    async (request) => {
      const { kind, page: url, site: named } = request.query;
      const filter = {
        site: takeSite(request, named),
        kind: kind === '' ? null : kind,
        article: url === '' ? null : keyArticle(url),
      };
      const counts = await store.clusters.countClusters(filter, MOST_COUNTED);
      return { counts, most: MOST_COUNTED };
    },
  );

  routes.get(
    '/clusters/:place',
    {
      schema: {
        summary: 'One cluster',
        security,
        params: clusterParamsSchema,
        querystring: clusterSiteSchema,
        response: { ...describeProblems(400, 401, 403, 404, 429), 200: clusterItemSchema },
      },
    },
    async (request, reply) => {
      const { params, query } = request;
      const cluster = await decider.findCluster(request, params.place, query.site);
      return composeAnswer(request, reply, cluster);
    },
  );

  routes.get(
    '/clusters/:place/reports',
    {
      schema: {
        summary: 'The reports of a cluster, newest first',
        security,
        params: clusterParamsSchema,
        querystring: placeReportsQuerySchema,
        response: { ...describeProblems(400, 401, 403, 429), 200: reportListSchema },
      },
    },
    async (request) => {
      const { site: named, state, after, limit } = request.query;
      const found = await store.clusters.listPlaceReports({
        site: takeSite(request, named),
        place: request.params.place,
        state: state === '' ? null : state,
        after: readCursor(after),
        limit: limit + 1,
      });
      const page = found.slice(0, limit);
      const last = page.at(-1);
      return {
        items: await items.composeItems(request, page),
        next: found.length > limit && last !== undefined ? writeCursor(last) : null,
      };
    },
  );

  routes.post(
    '/clusters/:place/decisions',
    {
      bodyLimit: BODY_LIMIT,
      config: { scope: 'decide' },
      schema: {
        summary: 'Decide about all reports of a cluster, in the version named by If-Match',
        security,
        params: clusterParamsSchema,
        querystring: clusterSiteSchema,
        headers: decisionHeadersSchema,
        body: decisionInputSchema,
        response: {
          ...describeProblems(400, 401, 403, 404, 409, 412, 413, 415, 428, 429),
          200: clusterMovedSchema,
        },
      },
    },
    async (request, reply) => {
      const { place } = request.params;
      const { site } = request.query;
      decider.checkVerdict(request, request.body);
      const about = { place, site, ifMatch: request.headers['if-match'] };
      const moved = await decider.decideCluster(request, about, request.body);
      const cluster = await decider.findCluster(request, place, site);
      if (mayRead(request)) return { moved, cluster: await composeAnswer(request, reply, cluster) };
      const etag = writeEtag(cluster.version);
      reply.header('ETag', etag);
      return { moved, cluster: { place, site: cluster.site, state: cluster.state, etag } };
    },
  );

  async function composeAnswer(
    request: FastifyRequest,
    reply: FastifyReply,
    cluster: ReadCluster,
  ): Promise<ClusterItem> {
    const [item] = await composeClusterItems(items, request, [cluster]);
    if (item === undefined) throw new Error('one cluster makes one item');
    reply.header('ETag', item.etag);
    return item;
  }
}

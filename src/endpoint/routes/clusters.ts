/** The queue by mistakes: what many readers have reported is one entry. */
import type { FastifyInstance } from 'fastify';
import { composeClusterAnswer, composeClusterItems } from '../api/cluster-items.ts';
import {
  clusterCountQuerySchema,
  clusterCountsSchema,
  clusterItemSchema,
  clusterListSchema,
  clusterParamsSchema,
  clusterQuerySchema,
  clusterSiteSchema,
  clustersReadSchema,
  clustersWantedSchema,
  elsewhereQuerySchema,
  languagesQuerySchema,
  languagesSchema,
  placeReportsQuerySchema,
} from '../api/cluster-schemas.ts';
import { readClusterCursor, readCursor, writeClusterCursor, writeCursor } from '../api/cursors.ts';
import type { Decider } from '../api/decide.ts';
import { takeEditor, takeSite } from '../api/editors.ts';
import { readLanguageAsked } from '../api/report-criteria.ts';
import type { ReportItems } from '../api/report-items.ts';
import { describeProblems, reportListSchema } from '../api/schemas.ts';
import { keyArticle } from '../place.ts';
import { coversHost } from '../sites.ts';
import type { Store } from '../store/database.ts';
import { ANY_CLUSTER } from '../store/list-clusters.ts';
import { readSearch } from '../store/search.ts';
import type { ValibotTypeProvider } from '../validation.ts';

const security = [{ editor: [] }];
/** Addresses of a hundred clusters, each with a host name. */
const BODY_LIMIT = 64 * 1024;
/** More clusters of a state than this are many: nobody counts on. */
const MOST_COUNTED = 1_000;
/** Readers' programs say what they like: nobody chooses from more. */
const MOST_LANGUAGES = 200;

export interface ClusterRoutesOptions {
  store: Pick<Store, 'clusters'>;
  items: ReportItems;
  decider: Pick<Decider, 'findCluster'>;
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
        summary: 'The mistakes that are reported on the token’s site',
        security,
        querystring: clusterQuerySchema,
        response: { ...describeProblems(400, 401, 403, 429), 200: clusterListSchema },
      },
    },
    async (request) => {
      const { state, search, after, limit, site: named } = request.query;
      const words = readSearch(search);
      const sort = request.query.sort === '' ? 'newest' : request.query.sort;
      const query = {
        ...readFilter(request.query),
        ...{ site: takeSite(request, named), states: state === '' ? null : [state], words, limit },
        ...{ sort, after: readClusterCursor(sort, after), except: null },
      };
      // What names no word is found nowhere.
      if (search.trim() !== '' && words.length === 0) return { items: [], next: null };
      const { clusters, next } = await store.clusters.listClusters(query);
      return {
        items: await composeClusterItems(items, request, clusters),
        next: next === null ? null : writeClusterCursor(sort, next),
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
      const filter = { ...readFilter(request.query), site: takeSite(request, request.query.site) };
      const counts = await store.clusters.countClusters(filter, MOST_COUNTED);
      return { counts, most: MOST_COUNTED };
    },
  );

  routes.get(
    '/clusters/languages',
    {
      schema: {
        summary: `The languages that clusters say, those of most first, up to ${MOST_LANGUAGES}`,
        security,
        querystring: languagesQuerySchema,
        response: { ...describeProblems(400, 401, 403, 429), 200: languagesSchema },
      },
    },
    async (request) => {
      const site = takeSite(request, request.query.site);
      return { items: await store.clusters.listLanguages(site, MOST_LANGUAGES) };
    },
  );

  routes.post(
    '/clusters/read',
    {
      bodyLimit: BODY_LIMIT,
      schema: {
        summary: 'Several clusters by their addresses, in one answer',
        security,
        body: clustersWantedSchema,
        response: { ...describeProblems(400, 401, 403, 413, 415, 429), 200: clustersReadSchema },
      },
    },
    async (request) => {
      const { site: own } = takeEditor(request);
      const wanted = request.body.items.map(({ place, site }) => {
        return { place, site: site === '' ? own : site.toLowerCase() };
      });
      // Of what is another's is told nothing, not even that it is there.
      const found = await store.clusters.findClusters(
        wanted.filter(({ site }) => coversHost(own, site)),
      );
      const there = found.filter((cluster) => cluster !== null);
      const composed = await composeClusterItems(items, request, there);
      const read = wanted.map(
        ({ place, site }) =>
          composed.find((item) => item.place === place && item.site === site) ?? null,
      );
      return { items: read };
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
      return composeClusterAnswer(items, request, reply, cluster);
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

  routes.get(
    '/clusters/:place/elsewhere',
    {
      schema: {
        summary:
          'The other clusters in new and accepted, on all of the token’s site, that quote the same words, the last reported first',
        security,
        params: clusterParamsSchema,
        querystring: elsewhereQuerySchema,
        response: { ...describeProblems(400, 401, 403, 404, 429), 200: clusterListSchema },
      },
    },
    async (request) => {
      const { after, limit } = request.query;
      const sort = 'newest';
      const place = readClusterCursor(sort, after);
      const cluster = await decider.findCluster(request, request.params.place, request.query.site);
      const { wordsKey } = cluster;
      // What quotes nothing is nowhere else.
      if (wordsKey === '') return { items: [], next: null };
      const { clusters, next } = await store.clusters.listClusters({
        ...{ ...ANY_CLUSTER, site: takeEditor(request).site, states: ['new', 'accepted'] },
        ...{ wordsKey, words: [], sort, after: place, limit, except: cluster },
      });
      return {
        items: await composeClusterItems(items, request, clusters),
        next: next === null ? null : writeClusterCursor(sort, next),
      };
    },
  );
}

function readFilter({ kind, page, language }: { kind: string; page: string; language: string }) {
  return {
    ...ANY_CLUSTER,
    kind: kind === '' ? null : kind,
    article: page === '' ? null : keyArticle(page),
    language: readLanguageAsked(language),
  };
}

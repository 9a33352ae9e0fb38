/** What editors decide about a mistake as a whole, and what they put in its place: each in the version that they saw. */
import type { FastifyInstance } from 'fastify';
import { composeClusterOutcome } from '../api/cluster-items.ts';
import {
  clusterAnswerSchema,
  clusterMovedSchema,
  clusterParamsSchema,
  clusterSiteSchema,
  correctionInputSchema,
} from '../api/cluster-schemas.ts';
import type { Decider } from '../api/decide.ts';
import type { ReportItems } from '../api/report-items.ts';
import { decisionHeadersSchema, decisionInputSchema, describeProblems } from '../api/schemas.ts';
import type { ValibotTypeProvider } from '../validation.ts';

const security = [{ editor: [] }];
/** As many characters as a reason, or a correction, may have take three bytes each at most, and more when they are escaped. */
const BODY_LIMIT = 32 * 1024;

export interface ClusterDecisionRoutesOptions {
  items: ReportItems;
  decider: Decider;
}

export function registerClusterDecisions(
  app: FastifyInstance,
  { items, decider }: ClusterDecisionRoutesOptions,
): void {
  const routes = app.withTypeProvider<ValibotTypeProvider>();

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
      const { count: moved } = await decider.decideCluster(request, about, request.body);
      const cluster = await decider.findCluster(request, place, site);
      return { moved, cluster: await composeClusterOutcome(items, request, reply, cluster) };
    },
  );

  routes.put(
    '/clusters/:place/correction',
    {
      bodyLimit: BODY_LIMIT,
      config: { scope: 'decide' },
      schema: {
        summary: 'Put a correction before those of the readers, in the version named by If-Match',
        security,
        params: clusterParamsSchema,
        querystring: clusterSiteSchema,
        headers: decisionHeadersSchema,
        body: correctionInputSchema,
        response: {
          ...describeProblems(400, 401, 403, 404, 412, 413, 415, 428, 429),
          200: clusterAnswerSchema,
        },
      },
    },
    async (request, reply) => {
      const { place } = request.params;
      const { site } = request.query;
      const about = { place, site, ifMatch: request.headers['if-match'] };
      await decider.correctCluster(request, about, request.body.correction);
      const cluster = await decider.findCluster(request, place, site);
      return composeClusterOutcome(items, request, reply, cluster);
    },
  );
}

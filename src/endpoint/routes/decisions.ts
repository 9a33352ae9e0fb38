/**
 * What editors decide about reports, and what they have seen of them. A decision names the version it is about, so that
 * of two editors who decide at once one is told so.
 */
import type { FastifyInstance } from 'fastify';
import { canMove } from '../../model/report.ts';
import { takeEditor } from '../editors.ts';
import { ProblemError } from '../problems.ts';
import { createStaleProblem, type ReportItems, requireVersion } from '../report-items.ts';
import {
  decisionHeadersSchema,
  decisionInputSchema,
  decisionListSchema,
  describeProblems,
  observationInputSchema,
  reportItemSchema,
  reportParamsSchema,
  reportSiteSchema,
} from '../schemas.ts';
import type { Store } from '../store/database.ts';
import type { ValibotTypeProvider } from '../validation.ts';

const security = [{ editor: [] }];
const BODY_LIMIT = 16 * 1024;

export interface DecisionRoutesOptions {
  store: Store;
  items: ReportItems;
  /** epoch ms */
  now: () => number;
}

export function registerDecisions(
  app: FastifyInstance,
  { store, items, now }: DecisionRoutesOptions,
): void {
  const routes = app.withTypeProvider<ValibotTypeProvider>();

  routes.get(
    '/reports/:canonical/decisions',
    {
      schema: {
        summary: 'Who decided what about a report, oldest first',
        security,
        params: reportParamsSchema,
        querystring: reportSiteSchema,
        response: { ...describeProblems(400, 401, 403, 404, 409), 200: decisionListSchema },
      },
    },
    async (request) => {
      const { params, query } = request;
      const { site, canonical } = await items.findReport(request, params.canonical, query.site);
      return { items: await store.reports.listDecisions(site, canonical) };
    },
  );

  routes.post(
    '/reports/:canonical/decisions',
    {
      bodyLimit: BODY_LIMIT,
      config: { scope: 'decide' },
      schema: {
        summary: 'Decide about a report, in the version named by If-Match',
        security,
        params: reportParamsSchema,
        querystring: reportSiteSchema,
        headers: decisionHeadersSchema,
        body: decisionInputSchema,
        response: {
          ...describeProblems(400, 401, 403, 404, 409, 412, 413, 415, 428),
          200: reportItemSchema,
        },
      },
    },
    async (request, reply) => {
      const report = await items.findReport(request, request.params.canonical, request.query.site);
      const { state, reason } = request.body;
      requireVersion(report.version, request.headers['if-match'], 'report');
      if (!canMove(report.state, state)) {
        throw new ProblemError(409, `A report cannot go from ${report.state} to ${state}.`);
      }
      const moved = await store.reports.moveReport({
        ...{ report, to: state, reason },
        ...{ editor: takeEditor(request), at: now() },
      });
      if (moved === null) throw createStaleProblem('report');
      return items.composeAnswer(request, reply, moved);
    },
  );

  routes.post(
    '/reports/:canonical/observations',
    {
      bodyLimit: BODY_LIMIT,
      config: { scope: 'decide' },
      schema: {
        summary: 'Tell what a later look at the article has shown of a report’s place',
        security,
        params: reportParamsSchema,
        querystring: reportSiteSchema,
        body: observationInputSchema,
        response: {
          ...describeProblems(400, 401, 403, 404, 409, 413, 415),
          200: reportItemSchema,
        },
      },
    },
    async (request, reply) => {
      const report = await store.observations.addObservation({
        report: await items.findReport(request, request.params.canonical, request.query.site),
        observer: { by: 'editor', tokenId: takeEditor(request).tokenId },
        observation: request.body,
        at: now(),
      });
      return items.composeAnswer(request, reply, report);
    },
  );
}

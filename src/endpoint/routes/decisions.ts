/**
 * What editors decide about reports, and what they have seen of them. A decision names the version it is about, so that
 * of two editors who decide at once one is told so.
 */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import {
  type Decided,
  type DecisionResult,
  decisionResultsSchema,
  decisionsInputSchema,
} from '../api/cluster-schemas.ts';
import type { Decider, Verdict } from '../api/decide.ts';
import { takeEditor } from '../api/editors.ts';
import { type ReportItems, writeEtag } from '../api/report-items.ts';
import {
  decisionHeadersSchema,
  decisionInputSchema,
  decisionListSchema,
  describeProblems,
  observationInputSchema,
  reportAnswerSchema,
  reportParamsSchema,
  reportSiteSchema,
} from '../api/schemas.ts';
import { ProblemError } from '../problems.ts';
import type { Store } from '../store/database.ts';
import type { StoredReport } from '../store/stored-report.ts';
import type { ValibotTypeProvider } from '../validation.ts';

const security = [{ editor: [] }];
const BODY_LIMIT = 16 * 1024;
/** A hundred canonicals may be long. */
const MANY_BODY_LIMIT = 512 * 1024;

export interface DecisionRoutesOptions {
  store: Store;
  items: ReportItems;
  decider: Decider;
  /** epoch ms */
  now: () => number;
}

export function registerDecisions(
  app: FastifyInstance,
  { store, items, decider, now }: DecisionRoutesOptions,
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
        response: { ...describeProblems(400, 401, 403, 404, 409, 429), 200: decisionListSchema },
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
          ...describeProblems(400, 401, 403, 404, 409, 412, 413, 415, 428, 429),
          200: reportAnswerSchema,
        },
      },
    },
    async (request, reply) => {
      const { canonical } = request.params;
      decider.checkVerdict(request, request.body);
      const about = { canonical, site: request.query.site, ifMatch: request.headers['if-match'] };
      const moved = await decider.decideReport(request, about, request.body);
      return items.composeOutcome(request, reply, moved);
    },
  );

  routes.post(
    '/decisions',
    {
      bodyLimit: MANY_BODY_LIMIT,
      config: { scope: 'decide' },
      schema: {
        summary: 'Decide about several reports and clusters, each in the version that was seen',
        security,
        body: decisionsInputSchema,
        response: { ...describeProblems(400, 401, 403, 413, 415, 429), 200: decisionResultsSchema },
      },
    },
    async (request) => {
      const { items: wanted, ...verdict } = request.body;
      decider.checkVerdict(request, verdict);
      const results: DecisionResult[] = [];
      // One after another: who names one twice is told so.
      for (const one of wanted) results.push(await decideOne(request, one, verdict));
      return { items: results };
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
          ...describeProblems(400, 401, 403, 404, 409, 413, 415, 429),
          200: reportAnswerSchema,
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
      return items.composeOutcome(request, reply, report);
    },
  );

  async function decideOne(
    request: FastifyRequest,
    { site, etag: ifMatch, ...about }: Decided,
    verdict: Verdict,
  ): Promise<DecisionResult> {
    const done = { status: 200, detail: '' };
    try {
      if ('place' in about) {
        const cluster = await decider.decideCluster(request, { ...about, site, ifMatch }, verdict);
        return { ...done, moved: cluster.count, ...describeNow(cluster) };
      }
      const report = await decider.decideReport(request, { ...about, site, ifMatch }, verdict);
      return { ...done, moved: 1, ...describeNow(report) };
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      const now = await findNow(request, { ...about, site });
      return { status: error.statusCode, detail: error.message, moved: 0, ...describeNow(now) };
    }
  }

  /** What a decision was to be about, as it is; null where the editor has no such thing. */
  async function findNow(
    request: FastifyRequest,
    about: { site: string } & ({ place: string } | { canonical: string }),
  ): Promise<Pick<StoredReport, 'state' | 'version'> | null> {
    const { site } = about;
    try {
      return await ('place' in about
        ? decider.findCluster(request, about.place, site)
        : items.findReport(request, about.canonical, site));
    } catch (error) {
      if (error instanceof ProblemError) return null;
      throw error;
    }
  }
}

function describeNow(
  thing: Pick<StoredReport, 'state' | 'version'> | null,
): Pick<DecisionResult, 'state' | 'etag'> {
  if (thing === null) return { state: null, etag: null };
  return { state: thing.state, etag: writeEtag(thing.version) };
}

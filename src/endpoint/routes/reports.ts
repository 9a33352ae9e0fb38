/**
 * The editors' API: the queue of a site with its subdomains, and what is decided about each report. A decision names the
 * version it is about, so that of two editors who decide at once one is told so.
 */
import cors from '@fastify/cors';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { canMove, type ReportState } from '../../model/report.ts';
import { admitEditor, takeEditor, takeSite } from '../editors.ts';
import { keyArticle } from '../place.ts';
import { createFaultsProblem, ProblemError } from '../problems.ts';
import { composeContainerIri, readStoredReport } from '../representations.ts';
import {
  decisionHeadersSchema,
  decisionInputSchema,
  decisionListSchema,
  describeProblems,
  editorSchema,
  observationInputSchema,
  type ReportItem,
  readCursor,
  reportItemSchema,
  reportListSchema,
  reportParamsSchema,
  reportQuerySchema,
  reportSiteSchema,
  writeCursor,
} from '../schemas.ts';
import { findTold, summarizeSightings } from '../sightings.ts';
import type { Store } from '../store/database.ts';
import { readSearch } from '../store/search.ts';
import type { StoredReport } from '../store/stored-report.ts';
import type { ValibotTypeProvider } from '../validation.ts';

const security = [{ editor: [] }];
const BODY_LIMIT = 16 * 1024;
/** Of an article's reports, those that are or were about its words: what is no mistake has no place there. */
const PAGE_STATES: readonly ReportState[] = ['new', 'accepted', 'fixed'];

export interface ReportRoutesOptions {
  store: Store;
  publicUrl: string | null;
  /** epoch ms */
  now: () => number;
}

export function registerReports(
  app: FastifyInstance,
  { store, publicUrl, now }: ReportRoutesOptions,
): void {
  // The review page inside the extension is another origin; no web page has business here.
  app.register(cors, {
    origin: /^(chrome|moz)-extension:\/\/[\w-]+$/,
    methods: ['GET', 'HEAD', 'POST'],
    allowedHeaders: ['Authorization', 'Content-Type', 'If-Match'],
    exposedHeaders: ['ETag', 'Retry-After'],
    maxAge: 86_400,
  });

  app.after(() => {
    app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger());
    app.register(async (scope) => {
      scope.addHook('onRequest', async (request, reply) => {
        reply.header('Cache-Control', 'no-store');
        await admitEditor(request, store.tokens);
      });
      registerRoutes(scope);
    });
  });

  function registerRoutes(scope: FastifyInstance): void {
    const routes = scope.withTypeProvider<ValibotTypeProvider>();

    routes.get(
      '/me',
      {
        schema: {
          summary: 'Whose token this is',
          security,
          response: { ...describeProblems(401), 200: editorSchema },
        },
      },
      async (request) => {
        const { name, site } = takeEditor(request);
        return { name, site };
      },
    );

    routes.get(
      '/reports',
      {
        schema: {
          summary: 'The queue of the token’s site, newest first',
          security,
          querystring: reportQuerySchema,
          response: { ...describeProblems(400, 401), 200: reportListSchema },
        },
      },
      async (request) => {
        const { state, kind, search, page: url, limit, after: cursor } = request.query;
        const after = cursor === '' ? null : readCursor(cursor);
        if (after === undefined) {
          throw createFaultsProblem([{ path: 'after', message: 'must be `next` of another page' }]);
        }
        const words = readSearch(search);
        // What names no word is found nowhere.
        if (search.trim() !== '' && words.length === 0) return { items: [], next: null };
        const site = takeSite(request, request.query.site);
        const found = await store.reports.listReports({
          site,
          states: state !== '' ? [state] : url !== '' ? PAGE_STATES : null,
          kind: kind === '' ? null : kind,
          article: url === '' ? null : keyArticle(url),
          words,
          after,
          limit: limit + 1,
        });
        const page = found.slice(0, limit);
        const last = page.at(-1);
        return {
          items: await composeItems(request, page),
          next: found.length > limit && last !== undefined ? writeCursor(last) : null,
        };
      },
    );

    routes.get(
      '/reports/:canonical',
      {
        schema: {
          summary: 'One report',
          security,
          params: reportParamsSchema,
          querystring: reportSiteSchema,
          response: { ...describeProblems(400, 401, 404, 409), 200: reportItemSchema },
        },
      },
      async (request, reply) =>
        sendItem(
          request,
          reply,
          await findReport(request, request.params.canonical, request.query.site),
        ),
    );

    routes.get(
      '/reports/:canonical/decisions',
      {
        schema: {
          summary: 'Who decided what about a report, oldest first',
          security,
          params: reportParamsSchema,
          querystring: reportSiteSchema,
          response: { ...describeProblems(400, 401, 404, 409), 200: decisionListSchema },
        },
      },
      async (request) => {
        const { site, canonical } = await findReport(
          request,
          request.params.canonical,
          request.query.site,
        );
        return { items: await store.reports.listDecisions(site, canonical) };
      },
    );

    routes.post(
      '/reports/:canonical/decisions',
      {
        bodyLimit: BODY_LIMIT,
        schema: {
          summary: 'Decide about a report, in the version named by If-Match',
          security,
          params: reportParamsSchema,
          querystring: reportSiteSchema,
          headers: decisionHeadersSchema,
          body: decisionInputSchema,
          response: { ...describeProblems(400, 401, 404, 409, 412, 428), 200: reportItemSchema },
        },
      },
      async (request, reply) => {
        const report = await findReport(request, request.params.canonical, request.query.site);
        const { state, reason } = request.body;
        requireVersion(report, request.headers['if-match']);
        if (!canMove(report.state, state)) {
          throw new ProblemError(409, `A report cannot go from ${report.state} to ${state}.`);
        }
        const moved = await store.reports.moveReport({
          report,
          to: state,
          reason,
          editor: takeEditor(request),
          at: now(),
        });
        if (moved === null) throw createStaleProblem();
        return sendItem(request, reply, moved);
      },
    );

    routes.post(
      '/reports/:canonical/observations',
      {
        bodyLimit: BODY_LIMIT,
        schema: {
          summary: 'Tell what a later look at the article has shown of a report’s place',
          security,
          params: reportParamsSchema,
          querystring: reportSiteSchema,
          body: observationInputSchema,
          response: { ...describeProblems(400, 401, 404, 409, 413, 415), 200: reportItemSchema },
        },
      },
      async (request, reply) => {
        const report = await store.observations.addObservation({
          report: await findReport(request, request.params.canonical, request.query.site),
          observer: { by: 'editor', tokenId: takeEditor(request).tokenId },
          observation: request.body,
          at: now(),
        });
        return sendItem(request, reply, report);
      },
    );
  }

  /** @param site the article's host where one canonical came for several, else '' */
  async function findReport(
    request: FastifyRequest,
    canonical: string,
    site: string,
  ): Promise<StoredReport> {
    const covered = await store.reports.findReports(takeEditor(request).site, canonical);
    const [report, another] = covered.filter((found) => site === '' || found.site === site);
    if (report === undefined) throw new ProblemError(404, 'There is no such report on this site.');
    if (another !== undefined) {
      throw new ProblemError(
        409,
        'This report came for several sites: say which, with ?site=HOST.',
      );
    }
    return report;
  }

  async function composeItems(
    request: FastifyRequest,
    reports: readonly StoredReport[],
  ): Promise<ReportItem[]> {
    const { tokenId } = takeEditor(request);
    const container = composeContainerIri(request, publicUrl);
    const views = await store.observations.viewPlaces(reports);
    return reports.map((report, i) => {
      const { readers = 1, looks = [] } = views[i] ?? {};
      return {
        ...readStoredReport(report),
        id: container + report.segment,
        receivedAt: report.receivedAt,
        state: report.state,
        reason: report.reason,
        etag: writeEtag(report),
        // Spam counts nowhere but for itself.
        readers: Math.max(1, readers),
        sightings: summarizeSightings(report, looks),
        told: findTold(report, looks, tokenId),
      };
    });
  }

  async function sendItem(request: FastifyRequest, reply: FastifyReply, report: StoredReport) {
    reply.header('ETag', writeEtag(report));
    const [item] = await composeItems(request, [report]);
    return item;
  }
}

function writeEtag(report: StoredReport): string {
  return `"${report.version}"`;
}

/** `*` would be a decision about whatever is there, which is what If-Match is here to prevent. */
function requireVersion(report: StoredReport, ifMatch: string | undefined): void {
  const tags = (ifMatch ?? '').split(',').map((tag) => tag.trim());
  if (tags.includes('') || tags.includes('*')) {
    throw new ProblemError(428, 'Name the version you saw: If-Match with the report’s etag.');
  }
  if (!tags.includes(writeEtag(report))) throw createStaleProblem();
}

function createStaleProblem(): ProblemError {
  return new ProblemError(412, 'Somebody has decided about this report meanwhile; look again.');
}

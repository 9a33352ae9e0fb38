/** The queue of a site with its subdomains: reports one by one, newest first. */
import type { FastifyInstance } from 'fastify';
import { readCursor, writeCursor } from '../api/cursors.ts';
import { takeEditor, takeSite } from '../api/editors.ts';
import { readCriteria } from '../api/report-criteria.ts';
import type { ReportItems } from '../api/report-items.ts';
import {
  describeProblems,
  editorSchema,
  reportItemSchema,
  reportListSchema,
  reportParamsSchema,
  reportQuerySchema,
  reportSiteSchema,
} from '../api/schemas.ts';
import type { Store } from '../store/database.ts';
import type { ValibotTypeProvider } from '../validation.ts';

const security = [{ editor: [] }];

export interface ReportRoutesOptions {
  store: Store;
  items: ReportItems;
}

export function registerReports(app: FastifyInstance, { store, items }: ReportRoutesOptions): void {
  const routes = app.withTypeProvider<ValibotTypeProvider>();

  routes.get(
    '/me',
    {
      config: { scope: null },
      schema: {
        summary: 'Whose token this is, and what it is good for',
        security,
        response: { ...describeProblems(400, 401, 429), 200: editorSchema },
      },
    },
    async (request) => {
      const { name, site, scopes } = takeEditor(request);
      return { name, site, scopes: [...scopes] };
    },
  );

  routes.get(
    '/reports',
    {
      schema: {
        summary: 'The queue of the token’s site, newest first',
        security,
        querystring: reportQuerySchema,
        response: { ...describeProblems(400, 401, 403, 429), 200: reportListSchema },
      },
    },
    async (request) => {
      const { limit, after: cursor } = request.query;
      const after = readCursor(cursor);
      const site = takeSite(request, request.query.site);
      const criteria = readCriteria(request.query);
      if (criteria === null) return { items: [], next: null };
      const found = await store.reports.listReports({ ...criteria, site, after, limit: limit + 1 });
      const page = found.slice(0, limit);
      const last = page.at(-1);
      return {
        items: await items.composeItems(request, page),
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
        response: { ...describeProblems(400, 401, 403, 404, 409, 429), 200: reportItemSchema },
      },
    },
    async (request, reply) => {
      const { params, query } = request;
      const report = await items.findReport(request, params.canonical, query.site);
      return items.composeAnswer(request, reply, report);
    },
  );
}

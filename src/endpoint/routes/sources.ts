/** The list of sources that a site reuses: editors keep it, and a page of theirs is checked against it. */
import type { FastifyInstance } from 'fastify';
import { readSourceList } from '../../model/reuse/source-list.ts';
import { readSourceCursor, writeSourceCursor } from '../api/cursors.ts';
import { takeEditor, takePlainSite, takeSite } from '../api/editors.ts';
import { describeProblems } from '../api/schemas.ts';
import {
  sourceAddressSchema,
  sourcePageSchema,
  sourceQuerySchema,
  sourcesAddedSchema,
  sourcesFoundSchema,
  sourcesInputSchema,
  sourcesSoughtSchema,
} from '../api/source-schemas.ts';
import { createFaultsProblem, ProblemError } from '../problems.ts';
import type { Store } from '../store/database.ts';
import type { ValibotTypeProvider } from '../validation.ts';

const security = [{ editor: [] }];
/** bytes: a hundred long articles' fingerprints */
const LIST_LIMIT = 8 * 1024 * 1024;
const SOUGHT_LIMIT = 1024 * 1024;
/** Sources that a page may have passages of. */
const MOST_FOUND = 50;

export interface SourceRoutesOptions {
  store: Pick<Store, 'sources'>;
  /** epoch ms */
  now: () => number;
}

export function registerSources(app: FastifyInstance, { store, now }: SourceRoutesOptions): void {
  const routes = app.withTypeProvider<ValibotTypeProvider>();

  routes.get(
    '/sources',
    {
      schema: {
        summary: 'The sources that the token’s site reuses, newest first',
        security,
        querystring: sourceQuerySchema,
        response: { ...describeProblems(400, 401, 403, 429), 200: sourcePageSchema },
      },
    },
    async (request) => {
      const { site: named, after, limit } = request.query;
      const site = takeSite(request, named);
      const found = await store.sources.listSources(site, readSourceCursor(after), limit + 1);
      const items = found.slice(0, limit);
      const last = items.at(-1);
      return {
        items,
        next: found.length > limit && last !== undefined ? writeSourceCursor(last) : null,
      };
    },
  );

  routes.post(
    '/sources',
    {
      bodyLimit: LIST_LIMIT,
      config: { scope: 'edit' },
      schema: {
        summary:
          'Put sources on a site’s list; those that are there, by their addresses, are written anew',
        security,
        body: sourcesInputSchema,
        response: { ...describeProblems(400, 401, 403, 413, 415, 429), 200: sourcesAddedSchema },
      },
    },
    async (request) => {
      const { site: named, sources } = request.body;
      const site = takePlainSite(request, named);
      const list = readSourceList({ sources });
      if (!list.ok) throw createFaultsProblem([{ path: 'sources', message: list.fault }]);
      const editor = takeEditor(request);
      await store.sources.addSources({ site, copies: list.copies, editor, at: now() });
      return { site, count: list.copies.length };
    },
  );

  routes.delete(
    '/sources',
    {
      config: { scope: 'edit' },
      schema: {
        summary: 'Take a source from a site’s list',
        security,
        querystring: sourceAddressSchema,
        response: {
          ...describeProblems(400, 401, 403, 404, 429),
          204: { type: 'null', description: 'It is gone.' },
        },
      },
    },
    async (request, reply) => {
      const site = takePlainSite(request, request.query.site);
      if (!(await store.sources.removeSource(site, request.query.url))) {
        throw new ProblemError(404, 'There is no such source on this site’s list.');
      }
      return reply.code(204).send(null);
    },
  );

  routes.post(
    '/sources/find',
    {
      bodyLimit: SOUGHT_LIMIT,
      schema: {
        summary: 'The sources that a page of the site may have passages of',
        description: 'By the fingerprints of the page’s own text; nothing is kept of the question.',
        security,
        body: sourcesSoughtSchema,
        response: { ...describeProblems(400, 401, 403, 413, 415, 429), 200: sourcesFoundSchema },
      },
    },
    async (request) => {
      const { site: named, fingerprints } = request.body;
      const site = takeSite(request, named);
      const covering = takeEditor(request).site;
      const sources = await store.sources.findSources(site, covering, fingerprints, MOST_FOUND);
      return { sources };
    },
  );
}

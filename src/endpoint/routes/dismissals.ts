/** The list of words that are no mistake on a site: editors look at it, add to it and take from it. */
import type { FastifyInstance } from 'fastify';
import { readDismissalCursor, writeDismissalCursor } from '../api/cursors.ts';
import {
  dismissalInputSchema,
  dismissalListSchema,
  dismissalParamsSchema,
  dismissalQuerySchema,
  dismissalSiteSchema,
  dismissedSchema,
} from '../api/dismissal-schemas.ts';
import { takeEditor, takePlainSite, takeSite } from '../api/editors.ts';
import { describeProblems } from '../api/schemas.ts';
import { keyWords } from '../place.ts';
import { createFaultsProblem, ProblemError } from '../problems.ts';
import type { Store } from '../store/database.ts';
import type { Dismissal } from '../store/dismissals.ts';
import type { ValibotTypeProvider } from '../validation.ts';

const security = [{ editor: [] }];
const BODY_LIMIT = 16 * 1024;

export interface DismissalRoutesOptions {
  store: Pick<Store, 'dismissals'>;
  /** epoch ms */
  now: () => number;
}

export function registerDismissals(
  app: FastifyInstance,
  { store, now }: DismissalRoutesOptions,
): void {
  const routes = app.withTypeProvider<ValibotTypeProvider>();

  routes.get(
    '/dismissals',
    {
      schema: {
        summary: 'What is no mistake on the token’s site, newest first',
        security,
        querystring: dismissalQuerySchema,
        response: { ...describeProblems(400, 401, 403, 429), 200: dismissalListSchema },
      },
    },
    async (request) => {
      const { site: named, after, limit } = request.query;
      const site = takeSite(request, named);
      const found = await store.dismissals.listDismissals(
        site,
        readDismissalCursor(after),
        limit + 1,
      );
      const page = found.slice(0, limit);
      const last = page.at(-1);
      return {
        items: page.map(composeItem),
        next: found.length > limit && last !== undefined ? writeDismissalCursor(last) : null,
      };
    },
  );

  routes.post(
    '/dismissals',
    {
      bodyLimit: BODY_LIMIT,
      config: { scope: 'edit' },
      schema: {
        summary: 'Say that words are no mistake: whoever reports them from now on is told so',
        security,
        body: dismissalInputSchema,
        response: {
          ...describeProblems(400, 401, 403, 413, 415, 429),
          200: dismissedSchema,
          201: dismissedSchema,
        },
      },
    },
    async (request, reply) => {
      const { words, site: named, reason, apply } = request.body;
      const key = keyWords(words);
      if (key === '') {
        throw createFaultsProblem([{ path: 'words', message: 'must name some words' }]);
      }
      const site = takePlainSite(request, named);
      const exact = words.trim();
      const editor = takeEditor(request);
      const dismissal = { site, key, exact, reason, editor, at: now() };
      const isNew = await store.dismissals.addDismissal(dismissal);
      const applied = apply
        ? await store.dismissals.applyDismissal(dismissal)
        : { rejected: 0, isComplete: true };
      const item = composeItem({ ...dismissal, editor: editor.name });
      return reply.code(isNew ? 201 : 200).send({ dismissal: item, ...applied });
    },
  );

  routes.delete(
    '/dismissals/:key',
    {
      config: { scope: 'edit' },
      schema: {
        summary: 'Take words from the list; what was rejected by it stays rejected',
        security,
        params: dismissalParamsSchema,
        querystring: dismissalSiteSchema,
        response: {
          ...describeProblems(400, 401, 403, 404, 429),
          204: { type: 'null', description: 'It is gone.' },
        },
      },
    },
    async (request, reply) => {
      const site = takePlainSite(request, request.query.site);
      if (!(await store.dismissals.removeDismissal(site, request.params.key))) {
        throw new ProblemError(404, 'There are no such words on this site’s list.');
      }
      return reply.code(204).send(null);
    },
  );
}

function composeItem({ key, site, exact, reason, editor, at }: Dismissal) {
  return { key, site, words: exact, reason, editor, at };
}

/** The sites that a token covers, and what their editors set for them: it holds for subdomains that have nothing of their own. */
import type { FastifyInstance } from 'fastify';
import { takeSite } from '../api/editors.ts';
import { describeProblems } from '../api/schemas.ts';
import {
  siteInputSchema,
  siteItemSchema,
  siteListSchema,
  siteParamsSchema,
} from '../api/site-schemas.ts';
import { createFaultsProblem } from '../problems.ts';
import { isPlainHost } from '../sites.ts';
import type { Store } from '../store/database.ts';
import type { ValibotTypeProvider } from '../validation.ts';

const security = [{ editor: [] }];
const BODY_LIMIT = 16 * 1024;
const MOST_SITES = 1_000;

export interface SiteRoutesOptions {
  store: Pick<Store, 'sites'>;
  /** epoch ms */
  now: () => number;
}

export function registerSites(app: FastifyInstance, { store, now }: SiteRoutesOptions): void {
  const routes = app.withTypeProvider<ValibotTypeProvider>();

  routes.get(
    '/sites',
    {
      schema: {
        summary: 'The token’s site, and those below it that have reports or settings, by name',
        description: `At most ${MOST_SITES}. Where one has nothing of its own, what holds for the nearest above it holds.`,
        security,
        response: { ...describeProblems(400, 401, 403, 429), 200: siteListSchema },
      },
    },
    async (request) => ({
      items: await store.sites.listSettings(takeSite(request), MOST_SITES),
    }),
  );

  routes.put(
    '/sites/:site',
    {
      bodyLimit: BODY_LIMIT,
      config: { scope: 'edit' },
      schema: {
        summary: 'Set where a site’s articles are edited, and whether its notes are public',
        description:
          'Both are set at once. What is null is not set for the site itself: then what holds for the nearest above it ' +
          'holds; where there is none, there is no edit link, and nothing is public.',
        security,
        params: siteParamsSchema,
        body: siteInputSchema,
        response: {
          ...describeProblems(400, 401, 403, 413, 415, 429),
          200: siteItemSchema,
        },
      },
    },
    async (request) => {
      const site = takeSite(request, request.params.site);
      if (!isPlainHost(site)) {
        throw createFaultsProblem([{ path: 'site', message: 'must be a host name' }]);
      }
      const { editLink, publishes } = request.body;
      await store.sites.putSettings({ site, editLink, publishes, at: now() });
      return store.sites.findSettings(site, takeSite(request));
    },
  );
}

/**
 * What is no mistake on a site, for readers' programs: who is about to report such words can be told so at once. It is
 * public always; whoever reports the words learns the same.
 */
import type { FastifyInstance } from 'fastify';
import * as v from 'valibot';
import { describeProblems } from '../api/schemas.ts';
import { limitPerMinute } from '../limits/limits.ts';
import { refuseOtherMethods } from '../problems.ts';
import {
  openToPages,
  PUBLIC_METHODS,
  REFUSED_METHODS,
  sendPublic,
  UNCHANGED,
} from '../public-answers.ts';
import { readTypedSite } from '../sites.ts';
import type { Store } from '../store/database.ts';
import type { ValibotTypeProvider } from '../validation.ts';

export const NO_MISTAKES_PATH = '/no-mistakes';
const MOST_WORDS = 1_000;
/** Seconds that an answer may be kept: lists change seldom, and every dialog asks. */
const MAX_AGE = 3_600;

const noMistakesSchema = v.object({
  site: v.string(),
  items: v.pipe(
    v.array(
      v.object({
        words: v.string(),
        reason: v.pipe(v.string(), v.description('is given to who reports the words; or empty')),
      }),
    ),
    v.description(
      `of the site and the sites above it, ${MOST_WORDS} at most: its own first, the newest before the others`,
    ),
  ),
});

const paramsSchema = v.object({ site: v.pipe(v.string(), v.description('host name')) });

export interface NoMistakeRoutesOptions {
  store: Pick<Store, 'dismissals'>;
  /** how often one address may ask */
  readsPerMinute: number;
}

export function registerNoMistakes(
  app: FastifyInstance,
  { store, readsPerMinute }: NoMistakeRoutesOptions,
): void {
  openToPages(app);
  app.after(() => {
    app.withTypeProvider<ValibotTypeProvider>().get(
      '/:site',
      {
        config: { rateLimit: limitPerMinute(readsPerMinute, 'questions') },
        schema: {
          summary: 'Words that are no mistake on a site; of one that is not known there are none',
          params: paramsSchema,
          response: { ...describeProblems(429), ...UNCHANGED, 200: noMistakesSchema },
        },
      },
      async (request, reply) => {
        const typed = readTypedSite(request.params.site);
        const site = typed.ok ? typed.site : request.params.site.toLowerCase();
        const items = typed.ok ? await store.dismissals.listHeeded(site, MOST_WORDS) : [];
        const body = JSON.stringify({ site, items });
        return sendPublic(request, reply, { body, mediaType: 'application/json', maxAge: MAX_AGE });
      },
    );
    refuseOtherMethods(app, '/:site', REFUSED_METHODS, PUBLIC_METHODS);
  });
}

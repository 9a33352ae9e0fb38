/**
 * Feeds of what was reported last, for programs that read feeds: they can send no token, and so the address is the
 * capability. It holds a token that is good for nothing else, because addresses are shown, kept and passed on.
 * https://www.w3.org/TR/capability-urls/
 */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import * as v from 'valibot';
import { isKnown, writeEntityTag } from '../annotations/preconditions.ts';
import { composeBase } from '../annotations/representations.ts';
import { findHolder } from '../api/editors.ts';
import { describeProblems } from '../api/schemas.ts';
import { composeFeed, type Feed, writeAtom, writeJsonFeed } from '../exports/compose-feed.ts';
import { limitPerMinute } from '../limits/limits.ts';
import { ProblemError, refuseOtherMethods } from '../problems.ts';
import type { Store } from '../store/database.ts';
import type { ValibotTypeProvider } from '../validation.ts';

export const FEEDS_PATH = '/feeds';
const ENTRIES = 50;
const METHODS = 'GET, HEAD';

interface FeedForm {
  ending: string;
  mediaType: string;
  write(feed: Feed): string;
  summary: string;
}

const FORMS: readonly FeedForm[] = [
  {
    ending: 'atom',
    mediaType: 'application/atom+xml; charset=utf-8',
    write: writeAtom,
    summary: 'What was reported last, as an Atom feed; its URL is the capability',
  },
  {
    ending: 'json',
    mediaType: 'application/feed+json; charset=utf-8',
    write: writeJsonFeed,
    summary: 'What was reported last, as a JSON Feed; its URL is the capability',
  },
];

const paramsSchema = v.object({
  token: v.pipe(v.string(), v.description('one with the scope `feed`, and no other')),
});

export interface FeedRoutesOptions {
  store: Store;
  publicUrl: string | null;
  /** how often one address may ask */
  feedsPerMinute: number;
}

export function registerFeeds(
  app: FastifyInstance,
  { store, publicUrl, feedsPerMinute }: FeedRoutesOptions,
): void {
  const routes = app.withTypeProvider<ValibotTypeProvider>();
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers({
      'Cache-Control': 'private, no-cache',
      'Referrer-Policy': 'no-referrer',
      'X-Robots-Tag': 'noindex',
    });
  });

  for (const { ending, mediaType, write, summary } of FORMS) {
    const url = `/:token.${ending}`;
    const content = { [mediaType.split(';')[0] ?? '']: { schema: v.string() } };
    const responses: Record<number, object> = {
      ...describeProblems(400, 403, 404, 429),
      200: { description: `The newest ${ENTRIES} mistakes, spam aside`, content },
    };
    routes.get(
      url,
      {
        config: { rateLimit: limitPerMinute(feedsPerMinute, 'questions') },
        schema: { summary, params: paramsSchema, response: responses },
      },
      async (request, reply) => {
        const site = await findSite(request, request.params.token);
        const base = composeBase(request, publicUrl);
        const mistakes = await store.mistakes.listNewest(site, ENTRIES);
        const body = Buffer.from(write(composeFeed(site, base, mistakes)));
        const etag = writeEntityTag(body);
        reply.header('ETag', etag);
        if (isKnown(etag, request.headers['if-none-match'])) return reply.code(304).send();
        return reply.type(mediaType).send(body);
      },
    );
    refuseOtherMethods(app, url, ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'], METHODS);
  }

  /** @throws ProblemError 404 for a token that is none, 403 for one that must not be in an address */
  async function findSite(request: FastifyRequest, token: string): Promise<string> {
    const editor = await findHolder(request, store.tokens, token);
    if (editor === null) throw new ProblemError(404, 'There is no such feed.');
    if (editor.scopes.join() === 'feed') return editor.site;
    throw new ProblemError(403, 'A feed needs a token that has the scope `feed`, and no other.');
  }
}

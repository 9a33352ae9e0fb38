/**
 * Puts the endpoint together: what every request passes through, then the routes. It neither opens a store
 * nor listens, so that tests and the demo run the same server in their own process.
 */
import { resolve } from 'node:path';
import swagger from '@fastify/swagger';
import fastify, { type FastifyInstance } from 'fastify';
import {
  CONTAINER_PATH,
  composeContainerIri,
  RECEIPTS_PATH,
} from './annotations/representations.ts';
import { describeApi } from './api/describe-api.ts';
import { createChangeFeed } from './events/change-feed.ts';
import { createLimits, registerLimits } from './limits/limits.ts';
import { createDrain } from './operation/drain.ts';
import { type RequestWatcher, registerWatchers } from './operation/request-watch.ts';
import { createUncoveredSites } from './operation/uncovered-sites.ts';
import {
  answerClientError,
  BODY_MEDIA_TYPES,
  ProblemError,
  registerProblems,
  sendProblem,
} from './problems.ts';
import { registerAnnotations } from './routes/annotations.ts';
import { CORRECTIONS_PATH, registerCorrections } from './routes/corrections.ts';
import { registerEditorsApi } from './routes/editors-api.ts';
import type { EventTimings } from './routes/events.ts';
import { FEEDS_PATH, registerFeeds } from './routes/feeds.ts';
import { registerHealth } from './routes/health.ts';
import { NO_MISTAKES_PATH, registerNoMistakes } from './routes/no-mistakes.ts';
import { registerReceipts } from './routes/receipts.ts';
import { registerReview } from './routes/review.ts';
import { registerSecurityHeaders, SECURITY_HEADERS } from './security-headers.ts';
import type { Store } from './store/database.ts';
import { compileValidator } from './validation.ts';

/** Characters of a path's part: as many as an annotation's canonical IRI can need when it is escaped. */
const PARAM_LIMIT = 3_000;
/** Generous for a person who reads with a pencil, short for a machine. */
const POSTS_PER_MINUTE = 60;
/** As many reports for one site as ten such addresses send. */
const POSTS_PER_SITE = 10;
/** Generous for a review page that is open in several tabs. */
const REQUESTS_PER_EDITOR = 600;
/** Different tokens that are none: more than a newsroom behind one address has forgotten. */
const GUESSES_PER_ADDRESS = 30;
/** Who sends so many reports may look after so many more. */
const READS_PER_POST = 2;
/** How long a client may take to say what it wants, in ms. */
const REQUEST_TIMEOUT = 30_000;

/**
 * The container without its slash, which is served where it is: a client that was sent on might leave its body or its
 * token behind.
 */
const SLASHLESS_CONTAINER = /^\/annotations(?=\?|$)/;

const WRITING_METHODS = new Set(['POST', 'PUT', 'DELETE']);

export interface ServerDeps {
  store: Store;
  /** folder of the built review page; without one, `/` says how to build it */
  reviewDirectory?: string;
  /** where clients reach this server, when it is not where they say they do (behind a proxy) */
  publicUrl?: string;
  /** addresses and networks whose X-Forwarded headers are believed; without them, nobody's */
  trustedProxies?: string[];
  /** reports a minute from one address; it may read twice as many annotations and receipts, and observe as often */
  postsPerMinute?: number;
  /** reports a minute for a site that has no limit of its own; ten times `postsPerMinute` where nothing is said */
  postsPerSite?: number;
  /** what one token may ask in a minute */
  requestsPerEditor?: number;
  /** different tokens that are none, a minute from one address */
  guessesPerAddress?: number;
  /** the clock, in epoch ms */
  now?: () => number;
  /** how patient live events are, and how often (ms) what other processes have written is looked for */
  events?: Partial<EventTimings> & { poll?: number };
  /** are told of each request that was served */
  watchers?: readonly RequestWatcher[];
  /** is told of failures that are the endpoint's own */
  reportError?: (error: unknown) => void;
  /** is told, once for each, of the sites whose reports arrive while no token covers them */
  tellUncovered?: (site: string) => void;
}

/** @returns a server that is ready for `listen()` or `inject()`; the store stays the caller's to close */
export function createServer(deps: ServerDeps): FastifyInstance {
  const { store, now = Date.now, postsPerMinute = POSTS_PER_MINUTE } = deps;
  const publicUrl = deps.publicUrl ?? null;
  const reportError = deps.reportError ?? (() => undefined);
  const app = fastify({
    requestTimeout: REQUEST_TIMEOUT,
    trustProxy: deps.trustedProxies ?? false,
    routerOptions: { maxParamLength: PARAM_LIMIT },
    clientErrorHandler: answerClientError,
    frameworkErrors: (error, _request, reply) =>
      sendProblem(reply.headers(SECURITY_HEADERS), error, reportError),
    rewriteUrl: ({ url = '' }) => url.replace(SLASHLESS_CONTAINER, CONTAINER_PATH),
  });

  app.decorateRequest('editor', null);
  app.setValidatorCompiler(compileValidator);
  app.setSerializerCompiler(() => (value) => JSON.stringify(value));
  registerSecurityHeaders(app);
  registerProblems(app, reportError);
  registerWatchers(app, deps.watchers);
  acceptJson(app);

  const { postsPerSite = postsPerMinute * POSTS_PER_SITE } = deps;
  const { requestsPerEditor = REQUESTS_PER_EDITOR, guessesPerAddress = GUESSES_PER_ADDRESS } = deps;
  const limits = createLimits({ ...store, postsPerSite, requestsPerEditor, guessesPerAddress });
  registerLimits(app, limits);
  // Before anything is written: an answer that names no address would come too late.
  app.addHook('onRequest', async (request) => {
    if (WRITING_METHODS.has(request.method)) composeContainerIri(request, publicUrl);
  });
  app.register(swagger, describeApi(publicUrl));
  const feed = createChangeFeed(store.changes, deps.events?.poll);
  app.addHook('onResponse', async ({ method }) => {
    if (WRITING_METHODS.has(method)) feed.wake();
  });
  const drain = createDrain(app.server);
  app.addHook('preClose', async () => {
    feed.close();
    drain.start();
  });
  app.register(async (scope) => registerHealth(scope, { store }));
  const uncovered = createUncoveredSites({
    tokens: store.tokens,
    now,
    tell: deps.tellUncovered ?? (() => undefined),
    reportError,
  });
  const readsPerMinute = postsPerMinute * READS_PER_POST;
  const annotations = { store, uncovered, publicUrl, postsPerMinute, readsPerMinute, now };
  app.register(async (scope) => registerAnnotations(scope, annotations), {
    prefix: CONTAINER_PATH.slice(0, -1),
  });
  const receipts = { store, publicUrl, receiptsPerMinute: readsPerMinute, now };
  app.register(async (scope) => registerReceipts(scope, receipts), {
    prefix: RECEIPTS_PATH.slice(0, -1),
  });
  const feeds = { store, publicUrl, feedsPerMinute: readsPerMinute };
  app.register(async (scope) => registerFeeds(scope, feeds), { prefix: FEEDS_PATH });
  const forAll = { store, publicUrl, readsPerMinute };
  app.register(async (scope) => registerCorrections(scope, forAll), { prefix: CORRECTIONS_PATH });
  app.register(async (scope) => registerNoMistakes(scope, forAll), { prefix: NO_MISTAKES_PATH });
  const editors = { store, publicUrl, now, feed, eventTimings: deps.events };
  app.register(async (scope) => registerEditorsApi(scope, editors), { prefix: '/api' });
  app.register(async (scope) =>
    registerReview(scope, {
      directory: deps.reviewDirectory === undefined ? null : resolve(deps.reviewDirectory),
    }),
  );
  return app;
}

/** JSON and JSON-LD, with any parameters. Bytes that are no UTF-8 are refused, not mended. */
function acceptJson(app: FastifyInstance): void {
  const parseJson = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser<Buffer>(
    BODY_MEDIA_TYPES,
    { parseAs: 'buffer' },
    (request, body, done) => {
      let text: string;
      try {
        text = new TextDecoder('utf-8', { fatal: true }).decode(body);
      } catch {
        done(new ProblemError(400, 'The body is not UTF-8.'));
        return;
      }
      parseJson(request, text, done);
    },
  );
}

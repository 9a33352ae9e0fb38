/**
 * Live events for editors, over a response that stays open. Any process can serve it, and a client can come back to
 * another one: what it has seen is in its own hands.
 */
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import * as v from 'valibot';
import { takeEditor, takeSite } from '../api/editors.ts';
import { describeProblems, reportQuerySchema } from '../api/schemas.ts';
import type { ChangeFeed } from '../events/change-feed.ts';
import { composeEvents, eventSchema } from '../events/compose-events.ts';
import { createSeats } from '../events/seats.ts';
import { CHECK, watchClient } from '../events/watch-client.ts';
import { createFaultsProblem } from '../problems.ts';
import type { Store } from '../store/database.ts';
import type { ValibotTypeProvider } from '../validation.ts';

const EVENTS_OF_TOKEN = 20;
const MOST_EVENTS = 1_000;
/** A safe integer. */
const NUMBER = /^\d{1,15}$/;

export interface EventTimings {
  /** how long nothing may be said, in ms: proxies close what is silent */
  heartbeat: number;
  /** how often the token is looked at again, and how long a client may read nothing, in ms */
  check: number;
}

const TIMINGS: EventTimings = { heartbeat: 15_000, check: CHECK };

/** Of no type of its own, because what is sent is a stream of it. */
const RESPONSES: Record<number, object> = {
  ...describeProblems(400, 401, 403, 429, 503),
  200: {
    description: 'Events, whose data is this as JSON',
    content: { 'text/event-stream': { schema: eventSchema } },
  },
};

export interface EventRoutesOptions {
  store: Store;
  feed: ChangeFeed;
  timings?: Partial<EventTimings> | undefined;
}

/** @param app the scope of the editors' API */
export function registerEvents(
  app: FastifyInstance,
  { store, feed, timings: changed }: EventRoutesOptions,
): void {
  const timings = { ...TIMINGS, ...changed };
  const seats = createSeats('event streams', EVENTS_OF_TOKEN, MOST_EVENTS);
  const stopping = new AbortController();
  // An open stream would keep the server from closing.
  app.addHook('preClose', async () => stopping.abort());

  app.withTypeProvider<ValibotTypeProvider>().get(
    '/events',
    {
      schema: {
        summary: 'What changes, as server-sent events; `Last-Event-ID` leads on from there',
        description:
          'The first event is `start`; then come `report`, `deletion`, `observation`, `correction` and `note`. An id alone ' +
          'says that nothing up to it was of concern.',
        security: [{ editor: [] }],
        querystring: v.object({
          site: reportQuerySchema.entries.site,
          after: v.optional(
            v.pipe(
              v.string(),
              v.regex(/^\d{0,15}$/, 'must be the id of an event'),
              v.description('the same as `Last-Event-ID`, which goes before; empty to begin now'),
            ),
            '',
          ),
        }),
        response: RESPONSES,
      },
    },
    async (request, reply) => {
      const site = takeSite(request, request.query.site);
      const after = readAfter(request, request.query.after);
      // What stands between keeps nothing back, and nothing of it (https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_buffering).
      reply.header('Cache-Control', 'no-store, no-transform').header('X-Accel-Buffering', 'no');
      reply.type('text/event-stream; charset=utf-8');
      // Who has gone already would not give the place back.
      if (request.method === 'HEAD' || reply.raw.destroyed) return reply.send();
      const leave = seats.take(takeEditor(request).tokenId);
      const ending = new AbortController();
      const signal = AbortSignal.any([ending.signal, stopping.signal]);
      const { check, heartbeat } = timings;
      const end = () => ending.abort();
      const stopWatch = watchClient(request, reply, { tokens: store.tokens, check, end });
      reply.raw.on('close', () => {
        stopWatch();
        ending.abort();
        leave();
      });
      const events = composeEvents({
        ...{ changes: store.changes, feed, site, after, signal, heartbeat },
      });
      return reply.send(Readable.from(events, { objectMode: false, highWaterMark: 1 }));
    },
  );
}

/** @throws ProblemError 400 where it is no event's id */
function readAfter(request: FastifyRequest, asked: string): number | null {
  const header = request.headers['last-event-id'];
  const id = typeof header === 'string' && header !== '' ? header : asked;
  if (id === '') return null;
  if (NUMBER.test(id)) return Number(id);
  throw createFaultsProblem([{ path: 'Last-Event-ID', message: 'must be the id of an event' }]);
}

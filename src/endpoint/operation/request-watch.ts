/** Tells of each request when it has been served, for the log and the metrics, without knowing whose it was. */
import type { FastifyInstance } from 'fastify';

/** What is told of a request: nothing of its address, query, or body. */
export interface ServedRequest {
  method: string;
  /** pattern of its route, such as `/annotations/:segment`; '' where there is none */
  route: string;
  /** 499 where the client did not wait for the answer's end */
  status: number;
  /** ms */
  duration: number;
  /** the answer was open until somebody went: its duration says nothing */
  isStream: boolean;
}

export interface RequestWatcher {
  begin?(request: Pick<ServedRequest, 'method' | 'route'>): void;
  end(request: ServedRequest): void;
}

const CLIENT_GONE = 499;

/** Is to be called before routes are made. */
export function registerWatchers(
  app: FastifyInstance,
  watchers: readonly RequestWatcher[] | undefined,
): void {
  if (watchers === undefined || watchers.length === 0) return;
  app.addHook('onRequest', (request, reply, done) => {
    const begun = performance.now();
    const { method } = request;
    const route = request.is404 ? '' : (request.routeOptions.url ?? '');
    for (const watcher of watchers) watcher.begin?.({ method, route });
    // Fastify’s own hook does not come when the client has gone.
    reply.raw.once('close', () => {
      const duration = performance.now() - begun;
      const type = reply.raw.getHeader('content-type');
      const isStream = String(type ?? '').startsWith('text/event-stream');
      const isWhole = reply.raw.writableFinished || isStream;
      const status = isWhole ? reply.raw.statusCode : CLIENT_GONE;
      for (const watcher of watchers) watcher.end({ method, route, status, duration, isStream });
    });
    done();
  });
}

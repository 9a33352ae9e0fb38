/** Warns of what would go wrong in silence where the endpoint stands behind a proxy that it knows nothing of. */
import type { FastifyInstance } from 'fastify';
import type { Log } from './log.ts';

/** As `model/resolve-receiver.ts` has it, which needs the list of public suffixes for the rest of what it does. */
const LOOPBACK = /^(localhost|.*\.localhost|\[::1\]|127(\.\d{1,3}){3})$/;

/** @returns a sentence, where readers' extensions would send nothing to the address that is told them */
export function describePublicUrl(publicUrl: string | null): string[] {
  if (publicUrl === null) return [];
  const { protocol, hostname } = new URL(publicUrl);
  if (protocol === 'https:' || LOOPBACK.test(hostname)) return [];
  return ['--public-url is http: readers’ extensions send reports by https alone.'];
}

/**
 * Says once that requests come by a proxy that is not believed: then all readers share one limit. Strangers can write
 * that header as well, where there is no proxy; they make no more than this one line.
 */
export function warnOfProxies(server: FastifyInstance, log: Pick<Log, 'warn'>): void {
  let isTold = false;
  server.addHook('onRequest', (request, _reply, done) => {
    // Where the sender is believed, there is another address before its own.
    if (!isTold && 'x-forwarded-for' in request.headers && (request.ips ?? []).length < 2) {
      isTold = true;
      log.warn(
        'A request came with X-Forwarded-For from an address that --trust-proxy does not name: if a proxy is in front, ' +
          'all readers count as one, and --posts-per-minute is soon used up.',
      );
    }
    done();
  });
}

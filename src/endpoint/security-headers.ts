/**
 * What every answer tells browsers to refuse: it is the same for all, so it is written once instead of being put
 * together for each request. A route may set one of them anew.
 */
import type { FastifyInstance } from 'fastify';

/** The review page needs its own files and nothing else; nothing that a reader has written can run. */
const CONTENT_SECURITY_POLICY = [
  ...["default-src 'none'", "script-src 'self'", "style-src 'self'", "connect-src 'self'"],
  ...["img-src 'self' data:", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'none'"],
].join(';');

/**
 * As OWASP recommends them (https://owasp.org/www-project-secure-headers/). Strict-Transport-Security is not among
 * them: it is for whoever ends TLS to say, who knows what else lives on that host.
 */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Origin-Agent-Cluster': '?1',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-DNS-Prefetch-Control': 'off',
  'X-Download-Options': 'noopen',
  'X-Frame-Options': 'DENY',
  'X-Permitted-Cross-Domain-Policies': 'none',
  'X-XSS-Protection': '0',
};

/** Before other hooks, so that their refusals have them as well. */
export function registerSecurityHeaders(app: FastifyInstance): void {
  app.addHook('onRequest', (_request, reply, done) => {
    reply.headers(SECURITY_HEADERS);
    done();
  });
}

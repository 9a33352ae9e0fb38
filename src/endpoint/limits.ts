/**
 * Limits by address. An address is kept only as a keyed hash, under a key that dies with the process, and
 * only while its window lasts.
 */
import { createHmac, randomBytes } from 'node:crypto';
import type { RateLimitOptions, RateLimitPluginOptions } from '@fastify/rate-limit';
import { normalizeIP } from '@fastify/rate-limit';
import { ProblemError } from './problems.ts';

const WINDOW_MS = 60_000;

export function createLimits(): RateLimitPluginOptions {
  const key = randomBytes(32);
  return {
    global: false,
    keyGenerator: (request) =>
      createHmac('sha256', key).update(normalizeIP(request.ip)).digest('base64url'),
  };
}

/**
 * A route's limit: so many requests a minute from one address.
 * @param what the word for them, where a person is told that there were too many
 */
export function limitPerMinute(
  max: number,
  what: 'reports' | 'questions' | 'observations',
): RateLimitOptions {
  return {
    max,
    timeWindow: WINDOW_MS,
    errorResponseBuilder: (_request, { ttl }) =>
      new ProblemError(
        429,
        `Too many ${what} from this address. Please try again in ${Math.ceil(ttl / 1000)} s.`,
      ),
  };
}

/** Decides about many mistakes in one request, for tests. */
import { expect } from 'vitest';
import type { ClusterItem, DecisionResult } from '../../src/endpoint/api/cluster-schemas.ts';
import { quote, takeOne } from './cluster-requests.ts';
import { type Endpoint, SITE, send, tell } from './endpoint.ts';

/** @param more of the verdict: a reason, or whether it is no mistake */
export async function decideMany(
  endpoint: Endpoint,
  state: string,
  items: readonly object[],
  more: object = {},
): Promise<DecisionResult[]> {
  const response = await tell(endpoint, '/api/decisions', { state, items, ...more });
  expect(response.statusCode).toBe(200);
  const results: DecisionResult[] = response.json().items;
  expect(results).toHaveLength(items.length);
  return results;
}

/** What results come to, their versions and words aside: `200 1 accepted`. */
export const outline = (results: readonly DecisionResult[]): string[] =>
  results.map(({ status, moved, state }) => `${status} ${moved} ${state}`);

/** How many report each of the mistakes of one article, by their words. */
export async function fill(endpoint: Endpoint, counts: Record<string, number>, host = SITE) {
  for (const [exact, count] of Object.entries(counts)) {
    for (let i = 0; i < count; i++) {
      await send(endpoint, { source: `https://${host}/a`, selectors: quote(exact) });
    }
  }
}

/** A cluster as a decision names it. */
export const pick = ({ place, site, etag }: ClusterItem) => ({ place, site, etag });

/** The cluster of some words, of which there is one. */
export const findWords = (endpoint: Endpoint, exact: string): Promise<ClusterItem> =>
  takeOne(endpoint, `search=${exact}`);

/** Asks for clusters and decides about them, for tests. */
import { expect } from 'vitest';
import type { ClusterItem } from '../../src/endpoint/api/cluster-schemas.ts';
import { ask, type Endpoint, put, tell } from './endpoint.ts';

export const quote = (exact: string) => [
  { type: 'TextQuoteSelector' as const, exact, prefix: 'was ', suffix: ' late' },
];

export async function list(endpoint: Endpoint, query = ''): Promise<ClusterItem[]> {
  const response = await ask(endpoint, `/api/clusters?${query}`);
  expect(response.statusCode).toBe(200);
  return response.json().items;
}

export async function takeOne(endpoint: Endpoint, query = ''): Promise<ClusterItem> {
  const [item, another] = await list(endpoint, query);
  if (item === undefined || another !== undefined) throw new Error('there is not one cluster');
  return item;
}

export function decideCluster(
  endpoint: Endpoint,
  { place, site, etag }: Pick<ClusterItem, 'place' | 'site' | 'etag'>,
  body: object,
) {
  const url = `/api/clusters/${place}/decisions?site=${site}`;
  return tell(endpoint, url, body, etag === '' ? {} : { 'if-match': etag });
}

/** @param correction the text, or what else is sent in its place */
export function correct(
  endpoint: Endpoint,
  { place, site, etag }: Pick<ClusterItem, 'place' | 'site' | 'etag'>,
  correction: string | object,
) {
  const url = `/api/clusters/${place}/correction?site=${site}`;
  const body = typeof correction === 'string' ? { correction } : correction;
  return put(endpoint, url, body, etag === '' ? {} : { 'if-match': etag });
}

export function makeClock(): () => number {
  let clock = 1_800_000_000_000;
  return () => clock++;
}

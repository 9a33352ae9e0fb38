/** Goes through lists of clusters page by page, and takes out what they are made of, for tests. */
import { expect } from 'vitest';
import type { ClusterItem } from '../../src/endpoint/api/cluster-schemas.ts';
import { ask, type Endpoint } from './endpoint.ts';

/** More pages than any list of a test has: who comes here goes in circles. */
const MOST_PAGES = 500;

export interface Page {
  items: ClusterItem[];
  next: string | null;
}

/** How a cluster is called in a list: no two share it. */
export const nameOf = ({ site, place }: Pick<ClusterItem, 'site' | 'place'>) => `${site} ${place}`;

/** All who reported it, spam aside: an item says 1 where there is none. */
export const countReaders = ({ counts }: Pick<ClusterItem, 'counts'>) =>
  counts.new + counts.accepted + counts.rejected + counts.fixed;

export async function readPage(endpoint: Endpoint, url: string): Promise<Page> {
  const response = await ask(endpoint, url);
  expect([url, response.statusCode]).toEqual([url, 200]);
  return response.json();
}

/**
 * All pages of a list, one after the other.
 * @param path with its query, in which there are neither `after` nor `limit`
 * @param meanwhile is waited for after each page but the last
 */
export async function walk(
  endpoint: Endpoint,
  path: string,
  limit: number,
  meanwhile: (pages: number) => Promise<void> = async () => undefined,
): Promise<ClusterItem[]> {
  const seen: ClusterItem[] = [];
  let after = '';
  for (let pages = 1; pages < MOST_PAGES; pages++) {
    const sign = path.includes('?') ? '&' : '?';
    const page = await readPage(endpoint, `${path}${sign}limit=${limit}&after=${after}`);
    expect(page.items.length).toBeLessThanOrEqual(limit);
    seen.push(...page.items);
    if (page.next === null) return seen;
    await meanwhile(pages);
    after = page.next;
  }
  throw new Error(`${path} goes on and on`);
}

/** The same in one page. */
export async function listAll(endpoint: Endpoint, path: string): Promise<ClusterItem[]> {
  const sign = path.includes('?') ? '&' : '?';
  const { items, next } = await readPage(endpoint, `${path}${sign}limit=200`);
  expect(next).toBeNull();
  return items;
}

/** Takes a report out for good. @param item the report, or a cluster's sample */
export async function takeOut(
  { server, token }: Pick<Endpoint, 'server' | 'token'>,
  { id }: { id: string },
): Promise<void> {
  const url = new URL(id).pathname;
  const authorization = `Bearer ${token}`;
  const { headers } = await server.inject({ url, headers: { authorization } });
  const tagged = { authorization, 'if-match': String(headers.etag) };
  const response = await server.inject({ method: 'DELETE', url, headers: tagged });
  expect(response.statusCode).toBe(204);
}

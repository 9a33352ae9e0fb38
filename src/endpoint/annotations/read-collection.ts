/** Reads a container's pages from the store: by where they begin, or by their number. */

import type { Place, ReportStore } from '../store/reports.ts';
import { type Collection, PAGE_SIZE, type Page, type PageStart } from './collection.ts';

type Reports = Pick<ReportStore, 'listArrivals' | 'findPlaceBefore' | 'findPlaceAt'>;

export interface CollectionReader {
  /** null where there is no such page */
  readPage(start: PageStart): Promise<Page | null>;
  /** Where a page begins that is known by its number alone; null where there is none. */
  findStart(collection: Collection, number: number): Promise<PageStart | null>;
  /** Where the last page begins. */
  findLast(collection: Collection): Promise<PageStart | null>;
}

/** @param site whose annotations it holds, with those of its subdomains */
export function createCollectionReader(reports: Reports, site: string): CollectionReader {
  async function findStart({ total }: Collection, number: number): Promise<PageStart | null> {
    if (number === 0) return { number, after: null };
    const index = number * PAGE_SIZE;
    if (index >= total) return null;
    const after = await reports.findPlaceAt(site, index - 1, total);
    return after === null ? null : { number, after };
  }

  return {
    async readPage(start) {
      const { number, after } = start;
      const found = await reports.listArrivals(site, after, PAGE_SIZE + 1);
      if (found.length === 0 && after !== null) return null;
      return {
        start,
        previous: after === null ? null : await findPrevious(number, after),
        hasNext: found.length > PAGE_SIZE,
        reports: found.slice(0, PAGE_SIZE),
      };
    },
    findStart,
    findLast: (collection) =>
      findStart(collection, Math.max(0, Math.ceil(collection.total / PAGE_SIZE) - 1)),
  };

  async function findPrevious(number: number, after: Place): Promise<PageStart> {
    const before = await reports.findPlaceBefore(site, after, PAGE_SIZE);
    return before === null
      ? { number: 0, after: null }
      : { number: Math.max(1, number - 1), after: before };
  }
}

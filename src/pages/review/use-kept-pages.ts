/**
 * The pages that have been opened, each as it was left: where one was in it, and what it asks the endpoint by. So what was
 * typed is there when somebody comes back, and a page that is not looked at asks for nothing, also after a new sign-in.
 */
import { useRef } from 'preact/hooks';
import type { ClusterFilter } from '../../platform/editors/clusters.ts';
import type { ReviewApi } from '../../platform/editors/review-api.ts';
import { type DeskLocation, type DeskPage, startPage, writeLocation } from './location.ts';

interface KeptPage {
  location: DeskLocation;
  api: ReviewApi;
}

interface KeptPages {
  /** in the order in which they were opened, with the one that is shown */
  pages: ReadonlyMap<DeskPage, KeptPage>;
  /** @returns where a link to a page leads: to where one was in it */
  link(page: DeskPage): DeskLocation;
}

export function useKeptPages(location: DeskLocation, api: ReviewApi): KeptPages {
  const { current: pages } = useRef(new Map<DeskPage, KeptPage>());
  /** what was shown of the queue when the export was looked at last */
  const exported = useRef<ClusterFilter | null>(null);
  pages.set(location.page, { location, api });
  const queue = pages.get('queue');
  // It is live, whichever page is shown.
  if (queue !== undefined) pages.set('queue', { ...queue, api });
  if (location.page === 'export') exported.current = queue?.location.filter ?? null;

  const link = (page: DeskPage) => {
    const filter = queue?.location.filter;
    // What is shown of the queue is what leaves as a file, until it is narrowed there.
    const isNext = page === 'export' && filter !== undefined && !isSame(filter, exported.current);
    if (isNext) return { ...startPage(page), filter };
    return pages.get(page)?.location ?? startPage(page);
  };
  return { pages, link };
}

function isSame(one: ClusterFilter, other: ClusterFilter | null): boolean {
  if (other === null) return false;
  const [first, second] = [one, other].map((filter) =>
    writeLocation({ ...startPage('export'), filter }),
  );
  return first === second;
}

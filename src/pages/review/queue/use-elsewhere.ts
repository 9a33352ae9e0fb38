/** The same mistake elsewhere: other open clusters of the site that quote the same words. */
import { useCallback } from 'preact/hooks';
import type { Cluster } from '../../../platform/editors/clusters.ts';
import { type PagedList, usePagedList } from '../lists/use-paged-list.ts';
import { useTools } from './queue-context.ts';
import { nameRow, type Row } from './rows.ts';

/** @param isHeld whether the queue is to hold them, as they are shown as rows */
export function useElsewhere({ address }: Row, isHeld: boolean): PagedList<Cluster> {
  const { api, queue } = useTools();
  const { place, site } = address;
  const load = useCallback(
    async (after: string | null) => {
      const answer = await api.clusters.listElsewhere({ place, site }, after);
      if (answer.ok && isHeld) queue.adopt(answer.value.items);
      return answer;
    },
    [api, queue, place, site, isHeld],
  );
  return usePagedList(load, nameRow);
}

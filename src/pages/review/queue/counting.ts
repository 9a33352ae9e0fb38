/** How many clusters there are in each state, counted anew as things change, and seldom. */
import type {
  ClusterCounts,
  ClusterFilter,
  ClustersApi,
} from '../../../platform/editors/clusters.ts';
import { createPaced, type Paced } from './paced.ts';

const PACE = { soon: 400, apart: 5_000 };

/** @param readFilter of the view that is shown, null before the first */
export function createCounting(
  clusters: Pick<ClustersApi, 'count'>,
  readFilter: () => ClusterFilter | null,
  onCounts: (counts: ClusterCounts) => void,
): Paced {
  return createPaced(async () => {
    const filter = readFilter();
    if (filter === null) return 'done';
    const answer = await clusters.count(filter);
    const shown = readFilter();
    if (shown === null || !isSameCount(shown, filter)) return 'more';
    if (!answer.ok) return 'failed';
    onCounts(answer.value);
    return 'done';
  }, PACE);
}

/** Whether two filters have the same counts. */
export function isSameCount(one: ClusterFilter, other: ClusterFilter): boolean {
  return (['kind', 'site', 'page', 'language'] as const).every((part) => one[part] === other[part]);
}

/** From a figure to what it counts: the queue, narrowed to that. */
import { ANY_CLUSTER, type ClusterFilter } from '../../../platform/editors/clusters.ts';
import { startPage, writeLocation } from '../location.ts';

/** @returns the `#…` of a link to the queue; of any state where none is given */
export function linkToQueue(part: Partial<ClusterFilter>): string {
  return writeLocation({ ...startPage('queue'), filter: { ...ANY_CLUSTER, ...part } });
}

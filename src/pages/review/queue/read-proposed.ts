/** What is to stand in a mistake's place: an editor's own words, else what most readers propose. */
import type { Cluster } from '../../../platform/editors/clusters.ts';

/** @returns '' where nobody has said */
export function readProposed({ edited, corrections, sample }: Cluster): string {
  return edited?.correction || corrections[0]?.correction || sample.correction;
}

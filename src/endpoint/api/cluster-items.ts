/** Clusters as editors are shown them. */
import type { FastifyRequest } from 'fastify';
import { readStoredReport } from '../annotations/representations.ts';
import type { ReadCluster } from '../store/read-clusters.ts';
import type { ClusterItem } from './cluster-schemas.ts';
import { type ReportItems, writeEtag } from './report-items.ts';
import type { ReportItem } from './schemas.ts';

/** Lays clusters flat for the editor who asks, in their order. */
export async function composeClusterItems(
  items: ReportItems,
  request: FastifyRequest,
  clusters: readonly ReadCluster[],
): Promise<ClusterItem[]> {
  const samples = await items.composeItems(
    request,
    clusters.map(({ newest: [first] }) => first),
  );
  return clusters.flatMap((cluster, i) => {
    const sample = samples[i];
    return sample === undefined ? [] : [composeItem(cluster, sample)];
  });
}

function composeItem(cluster: ReadCluster, sample: ReportItem): ClusterItem {
  const { place, site, state, kind, version, counts, firstAt, lastAt } = cluster;
  const reports = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return {
    ...{ place, site, state, kind, etag: writeEtag(version), counts, reports },
    readers: Math.max(1, reports - counts.spam),
    ...{ firstAt, lastAt, sample },
    corrections: countCorrections(cluster),
    sightings: sample.sightings,
    note: cluster.note,
  };
}

/** What the newest reports propose, the most frequent first, and of equals the newest. */
export function countCorrections({ newest }: ReadCluster): ClusterItem['corrections'] {
  const proposed = newest
    .map((report) => readStoredReport(report).correction)
    .filter((correction) => correction !== '');
  return [...Map.groupBy(proposed, (correction) => correction)]
    .map(([correction, { length }]) => ({ correction, count: length }))
    .sort((one, other) => other.count - one.count);
}

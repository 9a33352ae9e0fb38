/** Clusters as editors are shown them. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { readStoredReport } from '../annotations/representations.ts';
import type { ReadCluster } from '../store/read-clusters.ts';
import type { ClusterBrief, ClusterItem } from './cluster-schemas.ts';
import { mayRead, type ReportItems, writeEtag } from './report-items.ts';
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

/** What to answer with one cluster; its ETag is set. */
export async function composeClusterAnswer(
  items: ReportItems,
  request: FastifyRequest,
  reply: FastifyReply,
  cluster: ReadCluster,
): Promise<ClusterItem> {
  const [item] = await composeClusterItems(items, request, [cluster]);
  if (item === undefined) throw new Error('one cluster makes one item');
  reply.header('ETag', item.etag);
  return item;
}

/** The same for whoever has changed it: who may not read is told what it came to, and no more. */
export async function composeClusterOutcome(
  items: ReportItems,
  request: FastifyRequest,
  reply: FastifyReply,
  cluster: ReadCluster,
): Promise<ClusterItem | ClusterBrief> {
  if (mayRead(request)) return composeClusterAnswer(items, request, reply, cluster);
  const { place, site, state, version } = cluster;
  const etag = writeEtag(version);
  reply.header('ETag', etag);
  return { place, site, state, etag };
}

function composeItem(cluster: ReadCluster, sample: ReportItem): ClusterItem {
  const { place, site, state, kind, version, counts, readers, firstAt, lastAt } = cluster;
  const { language, edited, note } = cluster;
  const reports = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return {
    ...{ place, site, state, kind, etag: writeEtag(version), counts, reports },
    ...{ readers: Math.max(1, readers), firstAt, lastAt, sample, language, edited, note },
    corrections: countCorrections(cluster),
    sightings: sample.sightings,
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

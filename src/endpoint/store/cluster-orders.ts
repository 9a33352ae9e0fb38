/**
 * The orders in which editors go through their clusters. Each is that of an index, and ends with what no two clusters
 * share, so that a page begins exactly where another has ended, also where thousands came in one moment.
 */
import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { ClusterTable } from './schema.ts';

export const CLUSTER_SORTS = ['newest', 'oldest', 'readers', 'article'] as const;
export type ClusterSort = (typeof CLUSTER_SORTS)[number];

type OrderColumn = 'last_at' | 'readers' | 'article' | 'place' | 'site';

export interface ClusterOrder {
  columns: readonly [OrderColumn, ...OrderColumn[]];
  direction: 'asc' | 'desc';
}

/** The last reported first; the same the other way round; the most readers first; one article after another. */
export const CLUSTER_ORDERS: Readonly<Record<ClusterSort, ClusterOrder>> = {
  newest: { columns: ['last_at', 'place', 'site'], direction: 'desc' },
  oldest: { columns: ['last_at', 'place', 'site'], direction: 'asc' },
  readers: { columns: ['readers', 'last_at', 'place', 'site'], direction: 'desc' },
  article: { columns: ['article', 'last_at', 'place', 'site'], direction: 'desc' },
};

/** Where a page of clusters ended: what its last one has in the columns of the order. */
export type ClusterPlace = readonly (string | number)[];

export function readPlace(
  { columns }: ClusterOrder,
  row: Pick<ClusterTable, OrderColumn>,
): ClusterPlace {
  return columns.map((column) => row[column]);
}

/**
 * What clusters are sorted by, column by column.
 * @param isFew whether few are sorted, to which another index leads: that of the order is then not to be taken, because
 * it would lead through all the others. An expression has no index.
 */
export function listTerms({ columns }: ClusterOrder, isFew: boolean): RawBuilder<unknown>[] {
  const names = columns.map((column) => sql.ref(`clusters.${column}`));
  const [first, ...others] = names;
  return isFew && first !== undefined ? [sql`+${first}`, ...others] : names;
}

/** Which clusters come behind a place, or up to it, itself included. @param isFew as for `listTerms` */
export function isWithin(
  order: ClusterOrder,
  isFew: boolean,
  place: ClusterPlace,
  part: 'behind' | 'upTo',
): Expression<SqlBool> {
  const signs =
    order.direction === 'asc' ? { behind: '>', upTo: '<=' } : { behind: '<', upTo: '>=' };
  return sql<SqlBool>`(${sql.join(listTerms(order, isFew))}) ${sql.raw(signs[part])} (${sql.join(place)})`;
}

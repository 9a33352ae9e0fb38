/**
 * The clusters that the queue holds, as rows. A row never moves among those that are listed: what becomes of its cluster
 * is shown where it stands, until the list is begun anew. Beside those that are listed there are guests, such as the same
 * mistake elsewhere: they are kept up to date in the same way.
 */
import type { ReportState } from '../../../model/report.ts';
import type { Failed } from '../../../platform/editors/ask-endpoint.ts';
import type { Cluster, ClusterAddress, Verdict } from '../../../platform/editors/clusters.ts';
import type { Decision } from '../../../platform/editors/reports.ts';

/** What an editor does to a cluster: nothing of it is shown before the endpoint has taken it. */
export type Deed = { kind: 'verdict'; verdict: Verdict } | { kind: 'correction'; text: string };

/**
 * failed: the deed was not taken, and can be tried again · decided: somebody decided first, who and what where it is
 * known · changed: something else had changed
 */
export type Trouble =
  | { kind: 'failed'; failed: Failed; deed: Deed }
  | { kind: 'decided'; last: Decision | null }
  | { kind: 'changed' };

/** A row is replaced when something of it changes, so that it can be told by its identity. */
export interface Row {
  readonly key: string;
  readonly address: ClusterAddress;
  /** as it was last read; null where it was put away, far from what is in view */
  readonly cluster: Cluster | null;
  readonly state: ReportState;
  readonly etag: string;
  /** it has changed since, and has to be read again */
  readonly isStale: boolean;
  /** there is no such cluster any more */
  readonly isGone: boolean;
  /** what is under way */
  readonly deed: Deed | null;
  readonly trouble: Trouble | null;
}

export interface Rows {
  /** keys of the listed rows, as they stand; the same array until the list is another */
  order(): readonly string[];
  held(): ReadonlyMap<string, Row>;
  get(key: string): Row | undefined;
  /** where a listed row stands, -1 for others */
  indexOf(key: string): number;
  /** Begins the list anew; of those that were listed only those are kept that `isKept` says. */
  begin(clusters: readonly Cluster[], isKept: (row: Row) => boolean): void;
  /** Lets go of a row that is not listed. */
  release(key: string): void;
  /** Puts clusters behind those that are listed; one that is listed stays where it is. */
  append(clusters: readonly Cluster[]): void;
  /** Holds clusters that need not be listed. @returns their keys */
  adopt(clusters: readonly Cluster[]): string[];
  /** Replaces what is said of a row; nothing where it is not held. */
  change(key: string, changes: Partial<Omit<Row, 'key' | 'address'>>): void;
  /** Puts a cluster, newly read, into its row. */
  refresh(cluster: Cluster, changes?: Partial<Omit<Row, 'key' | 'address' | 'cluster'>>): void;
  /** Forgets what rows far from an index say, where so many are held that it would be felt. */
  putAway(near: number): void;
}

/** Rows that are held in full however far away they are; beyond that, as many as this on either side of the view. */
const MANY = 4_000;
const NEAR = 1_000;
/** Rows that the view has gone on by, or that have come, before it is looked at again which are far away. */
const STRIDE = 500;

/** The state that a row is in, or comes to by what is under way. */
export function readComingState({ state, deed }: Row): ReportState {
  return deed?.kind === 'verdict' ? deed.verdict.state : state;
}

/** One name for a cluster, as its place alone is none. */
export function nameRow({ place, site }: ClusterAddress): string {
  return `${site} ${place}`;
}

export function createRows(): Rows {
  let order: readonly string[] = [];
  let indexes = new Map<string, number>();
  const held = new Map<string, Row>();
  let putAwayAt = { near: 0, length: 0 };

  const list = (keys: readonly string[]) => {
    order = keys;
    indexes = new Map(keys.map((key, index) => [key, index]));
  };

  const put = (cluster: Cluster): string => {
    const key = nameRow(cluster);
    const row = held.get(key);
    // What is under way brings a newer version of it along.
    if (row !== undefined && row.deed !== null) return key;
    held.set(key, createRow(key, cluster));
    return key;
  };

  const rows: Rows = {
    order: () => order,
    held: () => held,
    get: (key) => held.get(key),
    indexOf: (key) => indexes.get(key) ?? -1,

    begin(clusters, isKept) {
      for (const key of order) {
        const row = held.get(key);
        if (row?.deed === null && !isKept(row)) held.delete(key);
      }
      list([...new Set(clusters.map(put))]);
      putAwayAt = { near: 0, length: 0 };
    },

    release(key) {
      if (!indexes.has(key) && held.get(key)?.deed === null) held.delete(key);
    },

    append(clusters) {
      const added: string[] = [];
      for (const cluster of clusters) {
        if (indexes.has(nameRow(cluster))) continue;
        const key = put(cluster);
        indexes.set(key, order.length + added.length);
        added.push(key);
      }
      if (added.length > 0) order = [...order, ...added];
    },

    adopt: (clusters) =>
      clusters.map((cluster) => (held.has(nameRow(cluster)) ? adoptHeld(cluster) : put(cluster))),

    change(key, changes) {
      const row = held.get(key);
      if (row !== undefined) held.set(key, { ...row, ...changes });
    },

    refresh(cluster, changes = {}) {
      const { state, etag } = cluster;
      rows.change(nameRow(cluster), { cluster, state, etag, isStale: false, ...changes });
    },

    putAway(near) {
      const { length } = order;
      const moved = Math.abs(near - putAwayAt.near) + length - putAwayAt.length;
      if (length <= MANY || moved < STRIDE) return;
      putAwayAt = { near, length };
      for (const [index, key] of order.entries()) {
        const row = held.get(key);
        if (Math.abs(index - near) <= NEAR || row === undefined) continue;
        if (row.cluster === null || row.deed !== null) continue;
        held.set(key, { ...row, cluster: null, isStale: true });
      }
    },
  };

  const adoptHeld = (cluster: Cluster): string => {
    const key = nameRow(cluster);
    if (held.get(key)?.deed === null) rows.refresh(cluster);
    return key;
  };

  return rows;
}

function createRow(key: string, cluster: Cluster): Row {
  const { place, site, state, etag } = cluster;
  return {
    ...{ key, address: { place, site }, cluster, state, etag },
    ...{ isStale: false, isGone: false, deed: null, trouble: null },
  };
}

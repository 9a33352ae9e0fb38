/**
 * Keeps what is in view up to date: rows that have changed are read again, many at once and seldom, however much happens.
 * What is out of view waits until it comes near.
 */
import type { ClustersApi } from '../../../platform/editors/clusters.ts';
import { type Came, createPaced } from './paced.ts';
import { nameRow, type Row, type Rows } from './rows.ts';

export interface Freshness {
  /** Rows that are in view, or nearly so, to be read as soon as they are stale. */
  look(keys: readonly string[]): void;
  /** Something of these clusters has changed; those that are not held are passed over. */
  mark(keys: Iterable<string>): void;
  markAll(): void;
  recover(): void;
  stop(): void;
}

/** Clusters of one question. */
const MOST_READ = 100;
const PACE = { soon: 250, apart: 2_000 };

export function createFreshness(deps: {
  rows: Rows;
  clusters: Pick<ClustersApi, 'readMany'>;
  onChange(): void;
}): Freshness {
  const { rows, clusters, onChange } = deps;
  let looked: readonly string[] = [];
  /** what changed while it was being read, and has to be read once more */
  let reading: Map<string, { row: Row; isStale: boolean }> | null = null;

  const listStale = () =>
    looked.flatMap((key) => {
      const row = rows.get(key);
      return row?.isStale === true && !row.isGone && row.deed === null ? [row] : [];
    });

  const read = async (): Promise<Came> => {
    const asked = listStale().slice(0, MOST_READ);
    if (asked.length === 0) return 'done';
    reading = new Map(asked.map((row) => [row.key, { row, isStale: false }]));
    const answer = await clusters.readMany(asked.map(({ address }) => address));
    const read = reading;
    reading = null;
    if (!answer.ok) return 'failed';
    for (const [index, cluster] of answer.value.entries()) {
      const row = asked[index];
      const mark = row && read.get(row.key);
      // A deed that was begun meanwhile knows better.
      if (mark === undefined || rows.get(mark.row.key) !== mark.row) continue;
      if (cluster === null) rows.change(mark.row.key, { isGone: true, isStale: false });
      else if (nameRow(cluster) === mark.row.key) rows.refresh(cluster, { isStale: mark.isStale });
    }
    onChange();
    return listStale().length > 0 ? 'more' : 'done';
  };
  const paced = createPaced(read, PACE);

  const markOne = (key: string) => {
    const row = rows.get(key);
    if (row === undefined) return;
    const mark = reading?.get(key);
    if (mark?.row === row) mark.isStale = true;
    else if (!row.isStale) rows.change(key, { isStale: true });
  };

  const askWhereStale = () => {
    if (listStale().length > 0) paced.ask();
  };

  return {
    look(keys) {
      looked = keys;
      askWhereStale();
    },
    mark(keys) {
      for (const key of keys) markOne(key);
      askWhereStale();
    },
    markAll() {
      for (const key of rows.held().keys()) markOne(key);
      askWhereStale();
    },
    recover: paced.recover,
    stop: paced.stop,
  };
}

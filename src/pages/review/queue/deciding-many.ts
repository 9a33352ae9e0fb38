/**
 * Decisions about many clusters, a hundred at a time: how far it has come is told, each row shows what became of it, and
 * what could not be done stays chosen, to be tried again.
 */
import { canMove, type ReportState } from '../../../model/report.ts';
import type { Failed } from '../../../platform/editors/ask-endpoint.ts';
import type { ClusterAddress, ManyResult, Verdict } from '../../../platform/editors/clusters.ts';
import type { DecidingDeps } from './deciding.ts';
import type { Row } from './rows.ts';
import { findWay, type Move } from './undoing.ts';

export interface Batch {
  state: ReportState;
  isUndo: boolean;
  isRunning: boolean;
  /** clusters that it is about, that have been asked for, and that were decided */
  total: number;
  asked: number;
  decided: number;
  /** that were others than those seen, that have gone, or could not go there */
  changed: number;
  stuck: number;
  /** why it ended early */
  failed: Failed | null;
}

export interface DecidingMany {
  /** Decides about rows; those that cannot go there are counted. @returns keys of those decided */
  decideMany(keys: readonly string[], verdict: Verdict): Promise<void>;
  takeBackMany(moves: readonly Move[]): Promise<void>;
  /** Ends after the hundred that is under way. */
  stop(): void;
  batch(): Batch | null;
  dismiss(): void;
}

/** Clusters of one request. */
const CHUNK = 100;

interface Seen {
  key: string;
  address: ClusterAddress;
  etag: string;
}

export function createDecidingMany(
  { api, rows, done, onChange }: DecidingDeps,
  onDecided: (keys: readonly string[]) => void,
): DecidingMany {
  let batch: Batch | null = null;
  let isStopped = false;

  const begin = (state: ReportState, total: number, isUndo: boolean): Batch => {
    isStopped = false;
    const counts = { total, asked: 0, decided: 0, changed: 0, stuck: 0 };
    return { state, isUndo, isRunning: true, ...counts, failed: null };
  };
  const tell = (next: Batch) => {
    batch = next;
    onChange();
  };

  /** @returns those that were decided, as far as it came */
  const send = async (
    seen: readonly Seen[],
    verdict: Verdict,
    held: Batch,
  ): Promise<{ decided: Seen[]; batch: Batch }> => {
    const decided: Seen[] = [];
    let now = held;
    for (let at = 0; at < seen.length && !isStopped; at += CHUNK) {
      const chunk = seen.slice(at, at + CHUNK);
      for (const { key } of chunk) rows.change(key, { deed: { kind: 'verdict', verdict } });
      tell(now);
      const items = chunk.map(({ address, etag }) => ({ ...address, etag }));
      const answer = await api.clusters.decideMany(items, verdict);
      if (!answer.ok) {
        // Some may have been decided all the same.
        for (const { key } of chunk) rows.change(key, { deed: null, isStale: true });
        return { decided, batch: { ...now, failed: answer } };
      }
      now = { ...now, asked: now.asked + chunk.length };
      for (const [index, one] of chunk.entries()) {
        const result = answer.value[index];
        if (result?.status === 200) decided.push({ ...one, etag: result.etag ?? one.etag });
        now = count(now, result);
        showResult(one.key, verdict, result);
      }
      onDecided(decided.slice(-chunk.length).map(({ key }) => key));
    }
    return { decided, batch: now };
  };

  const showResult = (key: string, { state: to }: Verdict, result: ManyResult | undefined) => {
    const row = rows.get(key);
    if (row === undefined) return;
    if (result === undefined || result.status === 404) {
      rows.change(key, { deed: null, isGone: result !== undefined, isStale: true });
    } else if (result.status === 200) {
      const [state, etag] = [result.state ?? to, result.etag ?? row.etag];
      const cluster = row.cluster && { ...row.cluster, state, etag };
      rows.change(key, { deed: null, trouble: null, isStale: true, cluster, state, etag });
    } else {
      rows.change(key, { deed: null, trouble: { kind: 'changed' }, isStale: true });
    }
  };

  /** Those that are as they were left, in the version that they have now. */
  const findLeft = async (
    moves: readonly Move[],
    at: ReportState,
  ): Promise<{ seen: Seen[]; failed: Failed | null }> => {
    const seen: Seen[] = [];
    const unknown: Move[] = [];
    for (const move of moves) {
      const row = rows.get(move.key);
      if (row === undefined) unknown.push(move);
      else if (row.state === at && row.deed === null && !row.isGone) seen.push(toSeen(row));
    }
    for (let from = 0; from < unknown.length; from += CHUNK) {
      const chunk = unknown.slice(from, from + CHUNK);
      const answer = await api.clusters.readMany(chunk.map(({ address }) => address));
      if (!answer.ok) return { seen, failed: answer };
      for (const [index, cluster] of answer.value.entries()) {
        const move = chunk[index];
        if (move === undefined || cluster?.state !== at) continue;
        seen.push({ key: move.key, address: move.address, etag: cluster.etag });
      }
    }
    return { seen, failed: null };
  };

  /** Goes the whole way back with moves that are alike; what was not reached can be taken back later. */
  const takeBackAlike = async (
    moves: readonly Move[],
    alike: Move,
    held: Batch,
  ): Promise<Batch> => {
    const { from, to, reason } = alike;
    const found = await findLeft(moves, to);
    if (found.failed !== null) {
      done.add({ kind: 'moves', moves });
      return { ...held, failed: found.failed };
    }
    let seen = found.seen;
    const missed = moves.length - seen.length;
    let now = { ...held, asked: held.asked + missed, changed: held.changed + missed };
    let at = to;
    for (const state of findWay(to, from)) {
      const isLast = state === from;
      const sent = await send(seen, { state, reason: isLast ? reason : '', dismiss: false }, now);
      // Only the last step is what was asked for.
      now = isLast ? sent.batch : { ...sent.batch, asked: now.asked, decided: now.decided };
      const moved = new Set(sent.decided.map(({ key }) => key));
      if (now.failed !== null || isStopped) {
        const asked = new Set(seen.map(({ key }) => key));
        const left = moves
          .filter(({ key }) => asked.has(key) && !(isLast && moved.has(key)))
          .map((move) => ({ ...move, to: moved.has(move.key) ? state : at }));
        if (left.length > 0) done.add({ kind: 'moves', moves: left });
        return now;
      }
      seen = sent.decided;
      at = state;
    }
    return now;
  };

  return {
    batch: () => batch,
    stop() {
      isStopped = true;
    },
    dismiss() {
      if (batch?.isRunning !== true) batch = null;
      onChange();
    },

    async decideMany(keys, verdict) {
      if (batch?.isRunning === true) return;
      const chosen = keys.flatMap((key) => rows.get(key) ?? []);
      const able = chosen.filter(
        ({ state, deed, isGone }) => deed === null && !isGone && canMove(state, verdict.state),
      );
      const begun = begin(verdict.state, chosen.length, false);
      const stuck = chosen.length - able.length;
      const before = new Map(able.map((row) => [row.key, row]));
      const sent = await send(able.map(toSeen), verdict, { ...begun, asked: stuck, stuck });
      const moves = sent.decided.flatMap(({ key }) => {
        const row = before.get(key);
        return row === undefined ? [] : [toMove(row, verdict)];
      });
      if (moves.length > 0) done.add({ kind: 'moves', moves });
      tell({ ...sent.batch, isRunning: false });
    },

    async takeBackMany(moves) {
      const [first] = moves;
      if (batch?.isRunning === true || first === undefined) return;
      let now = begin(first.from, moves.length, true);
      const groups = Map.groupBy(moves, ({ from, to, reason }) => `${from} ${to} ${reason}`);
      for (const group of groups.values()) {
        const [alike] = group;
        if (alike === undefined) continue;
        if (now.failed === null && !isStopped) now = await takeBackAlike(group, alike, now);
        else done.add({ kind: 'moves', moves: group });
      }
      tell({ ...now, isRunning: false });
    },
  };
}

function toSeen({ key, address, etag }: Row): Seen {
  return { key, address, etag };
}

function toMove({ key, address, state: from, cluster }: Row, verdict: Verdict): Move {
  const { exact: words, reason } = cluster?.sample ?? { exact: '', reason: '' };
  return { key, address, from, reason, to: verdict.state, words, dismissed: verdict.dismiss };
}

function count(batch: Batch, result: ManyResult | undefined): Batch {
  if (result?.status === 200) return { ...batch, decided: batch.decided + 1 };
  if (result?.status === 409) return { ...batch, stuck: batch.stuck + 1 };
  return { ...batch, changed: batch.changed + 1 };
}

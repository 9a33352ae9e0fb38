/**
 * Decisions about many clusters, a hundred at a time: how far it has come is told, each row shows what became of it, and
 * what could not be done stays chosen, to be tried again.
 */
import { canMove, type ReportState } from '../../../model/report.ts';
import type { Failed } from '../../../platform/editors/ask-endpoint.ts';
import type { Verdict } from '../../../platform/editors/clusters.ts';
import type { Deciding, DecidingDeps } from './deciding.ts';
import type { Row } from './rows.ts';
import { type Batch, CHUNK, createSendingMany, type Seen } from './sending-many.ts';
import { findWay, type Move } from './undoing.ts';

export interface DecidingMany {
  /** Decides about rows; those that cannot go there are counted. */
  decideMany(keys: readonly string[], verdict: Verdict): Promise<void>;
  takeBackMany(moves: readonly Move[]): Promise<void>;
  /**
   * Finds out what became of those whose answer was lost, and notes what was done.
   * @returns why it could not be found out; null where it was, or there are none
   */
  settleLost(): Promise<Failed | null>;
  hasLost(): boolean;
  /** Ends after the hundred that is under way. */
  stop(): void;
  batch(): Batch | null;
  dismiss(): void;
}

export function createDecidingMany(
  deps: DecidingDeps,
  readLast: Deciding['readLast'],
  onDecided: (keys: readonly string[]) => void,
): DecidingMany {
  const { api, rows, done, onChange } = deps;
  const sending = createSendingMany(deps, readLast, onDecided);
  let lost: { seen: readonly Seen[]; verdict: Verdict; before: ReadonlyMap<string, Row> } | null =
    null;
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

  const send = (seen: readonly Seen[], verdict: Verdict, held: Batch, anyIn: ReportState | null) =>
    sending.send(seen, verdict, held, { anyIn, onSent: tell, isStopped: () => isStopped });

  /** @param before the rows as they were */
  const note = (
    decided: readonly Seen[],
    verdict: Verdict,
    before: ReadonlyMap<string, Row>,
  ): void => {
    const moves = decided.flatMap(({ key }) => {
      const row = before.get(key);
      return row === undefined ? [] : [toMove(row, verdict)];
    });
    if (moves.length > 0) done.add({ kind: 'moves', moves });
  };

  const settleLost = async (): Promise<Failed | null> => {
    if (lost === null) return null;
    const { seen, verdict, before } = lost;
    const taken = await sending.findTaken(seen, verdict);
    if (!taken.ok) return taken;
    lost = null;
    note(taken.value, verdict, before);
    onDecided(taken.value.map(({ key }) => key));
    return null;
  };

  /** Those that are as they were left here, in the version that they have now. */
  const findLeft = async (
    moves: readonly Move[],
    at: ReportState,
  ): Promise<{ seen: Seen[]; failed: Failed | null }> => {
    const seen: Seen[] = [];
    const unknown: Move[] = [];
    for (const move of moves) {
      const row = rows.get(move.key);
      // What is stale may be another version, and may as well be in another state.
      if (row === undefined || row.isStale) unknown.push(move);
      else if (row.state === at && row.deed === null && !row.isGone) seen.push(toSeen(row));
    }
    for (let from = 0; from < unknown.length; from += CHUNK) {
      const chunk = unknown.slice(from, from + CHUNK);
      const answer = await api.clusters.readMany(chunk.map(({ address }) => address));
      if (!answer.ok) return { seen, failed: answer };
      for (const [index, cluster] of answer.value.entries()) {
        const move = chunk[index];
        if (move === undefined || cluster?.state !== at) continue;
        if ((rows.get(move.key)?.deed ?? null) !== null) continue;
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
      const verdict = { state, reason: isLast ? reason : '', dismiss: false };
      const sent = await send(seen, verdict, now, at);
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
    settleLost,
    hasLost: () => lost !== null,
    stop() {
      isStopped = true;
    },
    dismiss() {
      if (batch?.isRunning !== true) batch = null;
      onChange();
    },

    async decideMany(keys, verdict) {
      await settleLost();
      if (batch?.isRunning === true) return;
      const chosen = keys.flatMap((key) => rows.get(key) ?? []);
      const able = chosen.filter(
        ({ state, deed, isGone }) => deed === null && !isGone && canMove(state, verdict.state),
      );
      const begun = begin(verdict.state, chosen.length, false);
      const stuck = chosen.length - able.length;
      const before = new Map(able.map((row) => [row.key, row]));
      const sent = await send(able.map(toSeen), verdict, { ...begun, asked: stuck, stuck }, null);
      note(sent.decided, verdict, before);
      if (sent.lost.length > 0) lost = { seen: sent.lost, verdict, before };
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

/**
 * What an editor has done in this session, to be taken back: the last first, or what was done to one row. A decision that
 * the states do not allow to be turned back at once goes back by the states between.
 */
import { listNextStates, REPORT_STATES, type ReportState } from '../../../model/report.ts';
import type { ClusterAddress } from '../../../platform/editors/clusters.ts';

/** A decision about one cluster that was taken, and how it was before. */
export interface Move {
  key: string;
  address: ClusterAddress;
  from: ReportState;
  /** the reason that was given for `from`, '' where there was none */
  reason: string;
  to: ReportState;
  /** the quoted words, '' where they are not known */
  words: string;
  /** whether the words went to the list of what is no mistake */
  dismissed: boolean;
}

/** An editor's own correction of one cluster. */
export interface Edit {
  key: string;
  address: ClusterAddress;
  /** what was there before, '' where readers' corrections stood */
  before: string;
  after: string;
  words: string;
}

export type Done = { kind: 'moves'; moves: readonly Move[] } | { kind: 'edit'; edit: Edit };

export interface DoneList {
  add(done: Done): void;
  size(): number;
  /** Takes out what was done last, to be taken back; null where there is nothing. */
  takeLast(): Done | null;
  /** What was last decided about one row. */
  findMove(key: string): Move | null;
  /** Takes that out, of a decision about many its own part alone. */
  takeMove(key: string): Move | null;
}

/** Nobody goes back further. */
const MOST_KEPT = 200;

export function createDoneList(): DoneList {
  let list: Done[] = [];
  const find = (key: string) => {
    for (const [index, done] of [...list.entries()].reverse()) {
      const move = done.kind === 'moves' ? done.moves.find((one) => one.key === key) : undefined;
      if (done.kind === 'moves' && move !== undefined) return { index, moves: done.moves, move };
    }
    return null;
  };
  return {
    add(done) {
      list = [...list, done].slice(-MOST_KEPT);
    },
    size: () => list.length,
    takeLast: () => list.pop() ?? null,
    findMove: (key) => find(key)?.move ?? null,
    takeMove(key) {
      const found = find(key);
      if (found === null) return null;
      const moves = found.moves.filter((move) => move !== found.move);
      list.splice(found.index, 1, ...(moves.length > 0 ? [{ kind: 'moves' as const, moves }] : []));
      return found.move;
    },
  };
}

/**
 * The states on the shortest way from one to another, without the first.
 * @returns none where there is no way, or none is needed
 */
export function findWay(from: ReportState, to: ReportState): ReportState[] {
  const cameFrom = new Map<ReportState, ReportState>();
  const reached: ReportState[] = [from];
  for (const state of reached) {
    for (const next of listNextStates(state)) {
      if (next === from || cameFrom.has(next)) continue;
      cameFrom.set(next, state);
      reached.push(next);
    }
  }
  const way: ReportState[] = [];
  let at: ReportState | undefined = to;
  for (let steps = 0; at !== undefined && at !== from && steps < REPORT_STATES.length; steps += 1) {
    way.unshift(at);
    at = cameFrom.get(at);
  }
  return at === from ? way : [];
}

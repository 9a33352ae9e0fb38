/**
 * What editors decide: about one report, or about all that report the same mistake. Thousands are moved in transactions
 * of a bounded size, so that nobody else has to wait long; what came or was decided in between stays as it is.
 */
import type { Transaction } from 'kysely';
import { canMove, REPORT_STATES, type ReportState } from '../../model/report.ts';
import { readGroup } from '../sites.ts';
import { takeNumbers } from './changes.ts';
import type { Connections } from './database.ts';
import { type NewDismissal, putDismissal } from './dismissals.ts';
import { type Move, moveRow } from './move-row.ts';
import { moveRows } from './move-rows.ts';
import type { Tables } from './schema.ts';
import type { StoredReport } from './stored-report.ts';

export interface ClusterMove extends Omit<Move, 'report'> {
  /** the cluster as it was read: the decision holds only if it still has this version */
  cluster: { site: string; place: string; version: number };
}

export type MovedCluster =
  | { was: 'moved'; count: number }
  /** somebody else was first, or it has gone */
  | { was: 'stale' }
  /** none of its reports can go there */
  | { was: 'stuck'; state: ReportState };

export interface DecisionStore {
  /**
   * Moves a report and notes who did it.
   * @param dismissal goes to the list of what is no mistake, if the report is moved
   * @returns null when somebody else moved it first
   */
  moveReport(move: Move, dismissal: NewDismissal | null): Promise<StoredReport | null>;
  /** Moves all reports of a cluster that can go there, as one that is moved alone. */
  moveCluster(move: ClusterMove, dismissal: NewDismissal | null): Promise<MovedCluster>;
}

/** Reports in one transaction. */
const MOST_MOVED = 200;

export function createDecisionStore({ write }: Pick<Connections, 'write'>): DecisionStore {
  return {
    async moveReport(move, dismissal) {
      return write.transaction().execute(async (transaction) => {
        const moved = await moveRow(transaction, move);
        if (moved !== null && dismissal !== null) await putDismissal(transaction, dismissal);
        return moved;
      });
    },

    async moveCluster({ cluster, ...move }, dismissal) {
      const { site, place } = cluster;
      const group = readGroup(site);
      const moveSome = (
        transaction: Transaction<Tables>,
        states: readonly ReportState[],
        upTo: number,
      ) =>
        states.reduce(async (before, from) => {
          const count = await before;
          const limit = MOST_MOVED - count;
          if (limit === 0) return count;
          const key = { site, place, from, upTo, limit };
          return count + (await moveRows(transaction, { ...move, ...key }));
        }, Promise.resolve(0));

      const first = await write.transaction().execute(async (transaction) => {
        // No number yet, but the right to write.
        const numbers = await takeNumbers(transaction, new Map([[group, 0]]));
        const upTo = (numbers.get(group) ?? 1) - 1;
        const row = await transaction
          .selectFrom('clusters')
          .select(['state', 'version'])
          .where('site_group', '=', group)
          .where('site', '=', site)
          .where('place', '=', place)
          .executeTakeFirst();
        if (row === undefined || row.version !== cluster.version) return 'stale';
        const states = listMovable(row.state, move.to);
        const count = await moveSome(transaction, states, upTo);
        if (count > 0 && dismissal !== null) await putDismissal(transaction, dismissal);
        return { states, upTo, count, state: row.state };
      });
      if (first === 'stale') return { was: 'stale' };
      const { states, upTo, state } = first;
      if (first.count === 0) return { was: 'stuck', state };
      let count = first.count;
      for (let last = count; last === MOST_MOVED; count += last) {
        last = await write.transaction().execute(async (transaction) => {
          await takeNumbers(transaction, new Map([[group, 0]]));
          return moveSome(transaction, states, upTo);
        });
      }
      return { was: 'moved', count };
    },
  };
}

/**
 * The states that a decision about a cluster moves reports from. Taken back is what was decided last: an acceptance that
 * is undone brings back no spam.
 */
function listMovable(state: ReportState, to: ReportState): ReportState[] {
  const states = to === 'new' ? [state] : REPORT_STATES;
  return states.filter((from) => canMove(from, to));
}

/**
 * What editors decide: about one report, or about all that report the same mistake. Thousands are moved in transactions
 * of a bounded size, so that nobody else has to wait long; what came or was decided in between stays as it is.
 */
import type { Transaction } from 'kysely';
import { canMove, REPORT_STATES, type ReportState } from '../../model/report.ts';
import { readGroup } from '../sites.ts';
import { takeNumber, takeNumbers } from './changes.ts';
import { touchCluster } from './clusters.ts';
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
  /** as it was when the last of them had been moved, before anybody else could do something about it */
  | { was: 'moved'; count: number; state: ReportState; version: number }
  /** somebody else was first, or it has gone */
  | { was: 'stale' }
  /** none of its reports can go there */
  | { was: 'stuck'; state: ReportState };

/** What an editor puts in the place of a mistake. */
export interface ClusterCorrection {
  /** the cluster as it was read: it is corrected only if it still has this version */
  cluster: { site: string; place: string; version: number };
  /** '' takes back what was there */
  correction: string;
  /** name on the token */
  editor: string;
  /** epoch ms */
  at: number;
}

export interface DecisionStore {
  /**
   * Moves a report and notes who did it.
   * @param dismissal goes to the list of what is no mistake, if the report is moved
   * @returns null when somebody else moved it first
   */
  moveReport(move: Move, dismissal: NewDismissal | null): Promise<StoredReport | null>;
  /** Moves all reports of a cluster that can go there, as one that is moved alone. */
  moveCluster(move: ClusterMove, dismissal: NewDismissal | null): Promise<MovedCluster>;
  /** Keeps an editor's correction; false where somebody else was first, or the cluster has gone. */
  correctCluster(correction: ClusterCorrection): Promise<boolean>;
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
      const readCluster = (transaction: Transaction<Tables>) =>
        transaction
          .selectFrom('clusters')
          .select(['state', 'version'])
          .where('site_group', '=', group)
          .where('site', '=', site)
          .where('place', '=', place)
          .executeTakeFirst();
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
        const row = await readCluster(transaction);
        if (row === undefined || row.version !== cluster.version) return 'stale';
        const states = listMovable(row.state, move.to);
        const count = await moveSome(transaction, states, upTo);
        if (count > 0 && dismissal !== null) await putDismissal(transaction, dismissal);
        return { states, upTo, count, state: row.state, now: await readCluster(transaction) };
      });
      if (first === 'stale') return { was: 'stale' };
      const { states, upTo, state } = first;
      if (first.count === 0) return { was: 'stuck', state };
      let { count, now } = first;
      for (let last = count; last === MOST_MOVED; count += last) {
        last = await write.transaction().execute(async (transaction) => {
          await takeNumbers(transaction, new Map([[group, 0]]));
          const moved = await moveSome(transaction, states, upTo);
          if (moved > 0) now = await readCluster(transaction);
          return moved;
        });
      }
      if (now === undefined) throw new Error('a cluster whose reports were moved is there');
      return { was: 'moved', count, ...now };
    },

    async correctCluster({ cluster: { site, place, version }, correction, editor, at }) {
      return write.transaction().execute(async (transaction) => {
        const changed = await takeNumber(transaction, site);
        const isTaken = correction === '';
        const written = await transaction
          .updateTable('clusters')
          .set({ edited: correction, edited_by: isTaken ? null : editor })
          // Who decides has to have seen it.
          .set({ edited_at: isTaken ? null : at, version: version + 1 })
          .where('site_group', '=', readGroup(site))
          .where('site', '=', site)
          .where('place', '=', place)
          .where('version', '=', version)
          .returning('place')
          .execute();
        if (written.length === 0) return false;
        await touchCluster(transaction, { site, place }, 'correction', changed);
        return true;
      });
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

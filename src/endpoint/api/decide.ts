/** One way to decide for whoever asks: about a report or a cluster, alone or among many. */
import type { FastifyRequest } from 'fastify';
import { canMove, listNextStates, type ReportState } from '../../model/report.ts';
import { readStoredReport } from '../annotations/representations.ts';
import { keyWords } from '../place.ts';
import { createFaultsProblem, ProblemError } from '../problems.ts';
import type { Store } from '../store/database.ts';
import type { NewDismissal } from '../store/dismissals.ts';
import type { ReadCluster } from '../store/read-clusters.ts';
import type { StoredReport } from '../store/stored-report.ts';
import { requireScope, takeEditor, takeSite } from './editors.ts';
import { createStaleProblem, type ReportItems, requireVersion } from './report-items.ts';

export interface Verdict {
  state: ReportState;
  reason: string;
  /** whether the quoted words go to the list of what is no mistake */
  dismiss: boolean;
}

export interface Decider {
  /**
   * Finds the cluster of a place.
   * @param site its host name, '' for the token's own
   * @throws ProblemError 404 where there is none, 403 where the site is another's
   */
  findCluster(request: FastifyRequest, place: string, site: string): Promise<ReadCluster>;
  /** @throws ProblemError where the verdict is none, or the token is not good for it */
  checkVerdict(request: FastifyRequest, verdict: Verdict): void;
  /**
   * Decides about a report in the version that was seen.
   * @param ifMatch etags, as the header lists them
   * @returns the report as it is then
   * @throws ProblemError 403, 404, 409, 412, 428
   */
  decideReport(
    request: FastifyRequest,
    about: { canonical: string; site: string; ifMatch: string | undefined },
    verdict: Verdict,
  ): Promise<StoredReport>;
  /** The same for all reports of a cluster that can go there. @returns how many have been moved, and what that made of it */
  decideCluster(
    request: FastifyRequest,
    about: AboutCluster,
    verdict: Verdict,
  ): Promise<{ count: number; state: ReportState; version: number }>;
  /** Puts an editor's correction before those of the readers; '' takes it back. @throws as `decideReport` does */
  correctCluster(request: FastifyRequest, about: AboutCluster, correction: string): Promise<void>;
}

interface AboutCluster {
  place: string;
  site: string;
  ifMatch: string | undefined;
}

export function createDecider({
  store,
  items,
  now,
}: {
  store: Pick<Store, 'clusters' | 'decisions'>;
  items: ReportItems;
  /** epoch ms */
  now: () => number;
}): Decider {
  async function findCluster(request: FastifyRequest, place: string, site: string) {
    const cluster = await store.clusters.findCluster(takeSite(request, site), place);
    if (cluster !== null) return cluster;
    const hint = site === '' ? ' If it is a subdomain’s, say which, with ?site=HOST.' : '';
    throw new ProblemError(404, `There is no such cluster on this site.${hint}`);
  }

  return {
    findCluster,

    checkVerdict(request, { state, dismiss }) {
      if (!dismiss) return;
      if (state !== 'rejected') {
        throw createFaultsProblem([{ path: 'dismiss', message: 'goes with `rejected` alone' }]);
      }
      requireScope(request, 'edit');
    },

    async decideReport(request, { canonical, site, ifMatch }, verdict) {
      const report = await items.findReport(request, canonical, site);
      requireVersion(report.version, ifMatch, 'report');
      const { state, reason } = verdict;
      if (!canMove(report.state, state)) {
        const next = listNextStates(report.state).join(', ');
        throw new ProblemError(
          409,
          `A report cannot go from ${report.state} to ${state}, only to: ${next}.`,
        );
      }
      const [editor, at] = [takeEditor(request), now()];
      const dismissal = verdict.dismiss ? composeDismissal(report, { reason, editor, at }) : null;
      const move = { report, to: state, reason, editor, at };
      const moved = await store.decisions.moveReport(move, dismissal);
      if (moved === null) throw createStaleProblem('report');
      return moved;
    },

    async decideCluster(request, { place, site, ifMatch }, verdict) {
      const cluster = await findCluster(request, place, site);
      requireVersion(cluster.version, ifMatch, 'cluster');
      const { state, reason } = verdict;
      const [editor, at] = [takeEditor(request), now()];
      const dismissal = verdict.dismiss
        ? composeDismissal(cluster.newest[0], { reason, editor, at })
        : null;
      const move = { cluster, to: state, reason, editor, at };
      const moved = await store.decisions.moveCluster(move, dismissal);
      if (moved.was === 'stale') throw createStaleProblem('cluster');
      if (moved.was === 'stuck') {
        throw new ProblemError(
          409,
          `No report of this cluster, which is ${moved.state}, can go to ${state}.`,
        );
      }
      return moved;
    },

    async correctCluster(request, { place, site, ifMatch }, correction) {
      const cluster = await findCluster(request, place, site);
      requireVersion(cluster.version, ifMatch, 'cluster');
      const editor = takeEditor(request).name;
      const kept = { cluster, correction, editor, at: now() };
      if (!(await store.decisions.correctCluster(kept))) throw createStaleProblem('cluster');
    },
  };
}

function composeDismissal(
  report: StoredReport,
  said: Pick<NewDismissal, 'reason' | 'editor' | 'at'>,
): NewDismissal {
  const exact = readStoredReport(report).exact.trim();
  const key = keyWords(exact);
  if (key === '') {
    throw new ProblemError(409, 'There are no quoted words here that could be no mistake.');
  }
  return { site: report.site, key, exact, ...said };
}

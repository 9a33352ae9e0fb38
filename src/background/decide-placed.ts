/**
 * An editor decides, from within an article, about all reports of a place. Each is decided in the version that the
 * editor saw; one report that somebody else has decided about meanwhile does not keep back the others.
 */
import { canMove, REPORT_STATES, type ReportState } from '../model/report.ts';
import { type FailureCode, fail, type Result, succeed } from '../model/result.ts';
import {
  type Failed,
  failsAlike,
  type Outcome,
  type ReviewFailure,
} from '../platform/editors/ask-endpoint.ts';
import type { ReportsApi, ReviewItem } from '../platform/editors/reports.ts';
import type { FindEditor } from './find-editor.ts';
import { isLookedAt } from './read-page.ts';
import type { PlacedSender } from './read-placed.ts';

export interface PlacedDecision {
  /** the reports of the place, each with the version that was seen */
  members: readonly { canonical: string; etag: string }[];
  state: ReportState;
  /** '' for none */
  reason: string;
}

export type Members = { canonical: string; etag: string }[];

const CODES: Record<ReviewFailure, FailureCode> = {
  unauthorised: 'unauthorised',
  forbidden: 'refused',
  conflict: 'conflict',
  gone: 'conflict',
  limited: 'refused',
  refused: 'refused',
  malformed: 'refused',
  network: 'network',
};

/**
 * @returns `decidePlaced(sender, decision)`: the members in the versions that they have then, or the first failure where
 *   there is one; what came before it, and after it, stays decided
 */
export function createDecidePlaced({ findEditor }: { findEditor: FindEditor }) {
  return async (sender: PlacedSender, decision: PlacedDecision): Promise<Result<Members>> => {
    const editor = isLookedAt(sender) ? await findEditor(sender.url) : null;
    if (editor === null) return fail('unauthorised', 'not signed in for this site');
    const members: Members = [];
    let failed: Failed | null = null;
    for (const member of decision.members) {
      const answer = await decideOne(editor.reports, member, decision);
      if (answer.ok) {
        members.push({ canonical: member.canonical, etag: answer.value });
        continue;
      }
      failed ??= answer;
      if (failsAlike(answer.failure)) break;
    }
    return failed === null ? succeed(members) : fail(CODES[failed.failure], failed.detail);
  };
}

/** @returns its version then */
async function decideOne(
  reports: ReportsApi,
  { canonical, etag }: PlacedDecision['members'][number],
  { state, reason }: PlacedDecision,
): Promise<Outcome<string>> {
  const read = await reports.read(canonical);
  if (!read.ok) return read;
  let item: ReviewItem = read.value;
  if (isDone(item.state, state)) return { ok: true, value: item.etag };
  if (item.etag !== etag) return { ok: false, failure: 'conflict', detail: item.state };
  for (const to of findWay(item.state, state)) {
    const answer = await reports.decide(
      canonical,
      { state: to, reason: to === state ? reason : '' },
      item.etag,
    );
    if (!answer.ok) return answer;
    item = answer.value;
  }
  return { ok: true, value: item.etag };
}

/** An earlier report that was fixed stays so when later ones of its place are accepted or rejected. */
function isDone(from: ReportState, to: ReportState): boolean {
  return from === to || (from === 'fixed' && to !== 'new');
}

/** @returns the states that lead from one to the other by the rules, the last being `to`; empty where none do */
export function findWay(from: ReportState, to: ReportState): ReportState[] {
  let ways: ReportState[][] = [[from]];
  for (let step = 0; step < REPORT_STATES.length; step += 1) {
    const arrived = ways.find((way) => way.at(-1) === to);
    if (arrived !== undefined) return arrived.slice(1);
    ways = ways.flatMap((way) =>
      REPORT_STATES.filter((next) => canMove(way.at(-1) ?? from, next) && !way.includes(next)).map(
        (next) => [...way, next],
      ),
    );
  }
  return [];
}

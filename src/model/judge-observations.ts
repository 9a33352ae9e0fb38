/**
 * The rule by which later looks at an article move the reports of a place: to fixed when the mistake has gone, back
 * to new when it has returned. It knows no clock and no store: who keeps the looks asks it after each.
 */
import type { Observation } from './observation.ts';
import type { ReportState } from './report.ts';

/**
 * How long after a move to fixed a mistake that is seen does not count, in ms: until then a page may still come
 * from a cache.
 */
export const RETURN_GRACE = 60 * 60_000;
/** Readers who have to say the same before it is believed; an editor is believed alone. */
const QUORUM = 2;

/** The newest look of one observer. */
export interface Look {
  by: 'reader' | 'editor';
  /** tells observers apart: there is one look of each */
  observer: string;
  verdict: Observation['verdict'];
  /** epoch ms */
  at: number;
  /** epoch ms; when a reader's report of the place came, by which they are known; null for an editor */
  knownSince: number | null;
}

/** What is known of the reports of a place that are in one state, or in new and accepted. */
export interface SeenPlace {
  state: ReportState;
  /** how many reports of the place there are, in any state, spam aside */
  reports: number;
  /** epoch ms; when the newest of these was made: who reports a mistake sees it */
  reportedAt: number;
  /**
   * epoch ms; when one of these was last moved, by a person or by this rule, null where none has been. An acceptance
   * is not meant: it says that the words are a mistake, not that they stand there still.
   */
  movedAt: number | null;
  /** epoch ms; when an editor last accepted one of those that are accepted, null where none is */
  acceptedAt: number | null;
  looks: readonly Look[];
}

/**
 * Says where the looks move a place.
 *
 * - From new or accepted to fixed, when looks later than the newest report and than the last move say so: an editor's,
 *   where no editor's later look says open; or those of at least two readers (of one where there is one report), where
 *   not more readers say open later than the first of them. What an editor has accepted needs among them one who had
 *   reported it before: anybody can report it again, twice, and then say that it is gone.
 * - From fixed to new, when looks later than the last move by `RETURN_GRACE` say, in the same way, that it is open.
 * - Rejected and spam are never moved, and no look undoes what a person has decided after it.
 *
 * A look exactly at a bound is not later. The order of the looks makes no difference.
 * @returns the state to move to; null to stay
 */
export function judgeObservations(place: SeenPlace): 'fixed' | 'new' | null {
  const { state } = place;
  const quorum = Math.max(1, Math.min(QUORUM, place.reports));
  if (state === 'new' || state === 'accepted') {
    const since = Math.max(place.reportedAt, place.movedAt ?? 0);
    const looks = pickLater(place.looks, since);
    return prevails('fixed', looks, quorum, place.acceptedAt) ? 'fixed' : null;
  }
  if (state === 'fixed') {
    const since = (place.movedAt ?? place.reportedAt) + RETURN_GRACE;
    return prevails('open', pickLater(place.looks, since), quorum, null) ? 'new' : null;
  }
  return null;
}

function pickLater(looks: readonly Look[], since: number): Look[] {
  return looks.filter(({ at }) => at > since);
}

/** @param knownBy epoch ms; one of the readers who agree had to be known before; null where it does not matter */
function prevails(
  verdict: Look['verdict'],
  looks: readonly Look[],
  quorum: number,
  knownBy: number | null,
): boolean {
  const of = (by: Look['by']) => looks.filter((look) => look.by === by);
  const editors = of('editor');
  // Of editors the last one has it; at the same moment, the one for whom it is asked.
  const last = findNewest(editors.filter((look) => look.verdict === verdict));
  if (last !== null && !editors.some((look) => look.verdict !== verdict && look.at > last)) {
    return true;
  }
  const readers = of('reader');
  const agreeing = readers.filter((look) => look.verdict === verdict);
  if (agreeing.length < quorum) return false;
  const isKnown = ({ knownSince }: Look) =>
    knownBy === null || (knownSince !== null && knownSince < knownBy);
  if (!agreeing.some(isKnown)) return false;
  const first = agreeing.reduce((oldest, { at }) => Math.min(oldest, at), Infinity);
  const against = readers.filter((look) => look.verdict !== verdict && look.at > first);
  return against.length <= agreeing.length;
}

/** Epoch ms of the newest look, null where there is none. */
function findNewest(looks: readonly Look[]): number | null {
  return looks.reduce<number | null>(
    (newest, { at }) => (newest === null || at > newest ? at : newest),
    null,
  );
}

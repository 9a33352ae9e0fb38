/**
 * Reports for paper: read page by page, then drawn block by block between which the browser gets its turn, so that some
 * thousand of them do not hold up the tab.
 */
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Failed } from '../../../platform/editors/ask-endpoint.ts';
import type { ExportQuestion } from '../../../platform/editors/exports.ts';
import type { ReviewItem } from '../../../platform/editors/reports.ts';
import type { ReviewApi } from '../../../platform/editors/review-api.ts';
import { groupPlaces, type PrintedBlock } from './group-places.ts';

/** Reports on one list: some three hundred pages. */
export const MOST_PRINTED = 3_000;
/** Places that are drawn before the browser gets its turn. */
const BLOCK = 50;

export type Printed =
  | { kind: 'reading'; reports: number }
  | { kind: 'failed'; failed: Failed }
  /** `drawn`: how many of the blocks are on the page so far */
  | {
      kind: 'drawing' | 'ready';
      blocks: readonly PrintedBlock[];
      drawn: number;
      reports: number;
      /** whether there are more reports than the list takes */
      isCut: boolean;
    };

export function usePrinted(
  api: ReviewApi,
  question: ExportQuestion,
): { printed: Printed; again(): void } {
  const [printed, setPrinted] = useState<Printed>({ kind: 'reading', reports: 0 });
  const [round, setRound] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another round asks again
  useEffect(() => {
    const left = new AbortController();
    const full = new AbortController();
    const signal = AbortSignal.any([left.signal, full.signal]);
    const reports: ReviewItem[] = [];
    const take = (items: ReviewItem[]) => {
      if (signal.aborted) return;
      reports.push(...items);
      setPrinted({ kind: 'reading', reports: Math.min(reports.length, MOST_PRINTED) });
      if (reports.length > MOST_PRINTED) full.abort();
    };
    setPrinted({ kind: 'reading', reports: 0 });
    void api.exports.readEach(question, take, signal).then((answer) => {
      if (left.signal.aborted) return;
      const isCut = full.signal.aborted;
      if (!answer.ok && !isCut) return setPrinted({ kind: 'failed', failed: answer });
      const kept = reports.slice(0, MOST_PRINTED);
      const blocks = groupPlaces(kept, BLOCK);
      setPrinted({ kind: 'drawing', blocks, drawn: 0, reports: kept.length, isCut });
    });
    return () => left.abort();
  }, [api, question, round]);

  useEffect(() => {
    if (printed.kind !== 'drawing') return;
    const drawn = findNext(printed.blocks, printed.drawn);
    const timer = setTimeout(() =>
      setPrinted({ ...printed, drawn, kind: drawn < printed.blocks.length ? 'drawing' : 'ready' }),
    );
    return () => clearTimeout(timer);
  }, [printed]);

  return { printed, again: useCallback(() => setRound((count) => count + 1), []) };
}

/** As many blocks further as make up one of full size: many articles have a place or two. */
function findNext(blocks: readonly PrintedBlock[], drawn: number): number {
  let [next, places] = [drawn, 0];
  while (next < blocks.length && places < BLOCK) {
    places += blocks[next]?.places.length ?? 0;
    next += 1;
  }
  return next;
}

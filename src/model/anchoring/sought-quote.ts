/** A quote as it is sought: folded as the text is, with what stood around it read away from it. */
import type { TextPositionSelector, TextQuoteSelector } from '../annotation.ts';
import { dropSpaceAfter, dropSpaceBefore, foldText } from '../fold-text.ts';
import type { SearchedText } from './searched-text.ts';
import { type Context, reverse, WEIGHED } from './weigh-context.ts';

export interface SoughtQuote {
  before: string;
  /** the quoted words; white space at their ends is context */
  quote: string;
  after: string;
  left: Context;
  right: Context;
  /** where it stood, as a folded position, or null where that was not told */
  near: number | null;
}

/** Folded units of context that are looked at on a side: whoever wrote more of it has said enough. */
const MOST_CONTEXT = 1_000;

/** A stretch of a folded text (end exclusive). */
export interface FoldedStretch {
  start: number;
  end: number;
}

/** One that may be the quote's place. */
export interface Place extends FoldedStretch {
  /** what stands beside it, see `weighSide`: both sides together */
  evidence: number;
  /** the evidence, with what the words themselves say */
  score: number;
}

export function readSoughtQuote(
  page: SearchedText,
  { exact, prefix, suffix, inBlock }: TextQuoteSelector,
  position: TextPositionSelector | undefined,
): SoughtQuote {
  const fold = (one: string) => foldText(one).text;
  const lead = /^\s/.test(exact) ? ' ' : '';
  const tail = /\s$/.test(exact) ? ' ' : '';
  const quote = fold(exact).trim();
  const cutBefore = (one: string) => dropSpaceBefore(fold(one + lead), quote);
  const cutAfter = (one: string) => dropSpaceAfter(quote, fold(tail + one));
  const before = cutBefore(prefix).slice(-MOST_CONTEXT);
  const after = cutAfter(suffix).slice(0, MOST_CONTEXT);
  const countInner = () => ({
    prefix: Math.min(
      before.length,
      cutBefore(prefix.slice(Math.max(0, prefix.length - (inBlock?.prefix ?? 0)))).length,
    ),
    suffix: Math.min(after.length, cutAfter(suffix.slice(0, inBlock?.suffix)).length),
  });
  const inner = inBlock === undefined ? null : countInner();
  return {
    before,
    quote,
    after,
    left: { text: reverse(before.slice(-WEIGHED)), inner: inner?.prefix ?? null },
    right: { text: after.slice(0, WEIGHED), inner: inner?.suffix ?? null },
    near: position === undefined ? null : page.findFolded(position.start),
  };
}

/** Folded units. What is edited around a quote seldom moves it farther; what stands farther off may be a copy of it. */
const FAR = 2_000;

/** How far a place lies from where the quote stood, in folded units; 0 where that was not told. */
export function measureDistance({ start }: FoldedStretch, { near }: SoughtQuote): number {
  return near === null ? 0 : Math.abs(start - near);
}

export function isFar(place: FoldedStretch, sought: SoughtQuote): boolean {
  return measureDistance(place, sought) > FAR;
}

/** Whether one place is clearly nearer to where the quote stood than another. */
export function isNearer(one: FoldedStretch, other: FoldedStretch, sought: SoughtQuote): boolean {
  return measureDistance(one, sought) + FAR < measureDistance(other, sought);
}

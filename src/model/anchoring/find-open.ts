/** Where the quoted words still stand. */
import { isIntact } from './beside.ts';
import { findAll, MOST_PLACES } from './find-places.ts';
import type { SearchedText } from './searched-text.ts';
import type { FoldedStretch, Place, SoughtQuote } from './sought-quote.ts';
import { FULL_EVIDENCE, weighBoth } from './weigh-context.ts';

/** What the words themselves say, for each folded unit, up to so many. */
const OWN = 0.4;
const MOST_OWN = 30;
/** That so long a quote stands nowhere else. */
const ONLY = 6;
const ONLY_LENGTH = 16;
/** A context so short tells nothing, and neither do words of one syllable or two. */
const SHORT_CONTEXT = 8;
const SHORT_QUOTE = 12;
/** A quote so long needs no context. */
const LONG_QUOTE = 32;
/** Occurrences that are looked at at all. */
const MOST_WHOLE = 2_000;
const MOST_OCCURRENCES = 4_000;

/** The quote with all of its context, as it was: of several the nearest to where it stood. */
export function findWhole(page: SearchedText, sought: SoughtQuote): FoldedStretch | null {
  const { quote, near } = sought;
  const [prefix, suffix] = [sought.before.trimStart(), sought.after.trimEnd()];
  const context = prefix.length + suffix.length;
  const isShort = quote.length < SHORT_QUOTE;
  const whole = findAll(
    page.folded,
    prefix + quote + suffix,
    MOST_WHOLE,
    (near ?? 0) - prefix.length,
  );
  const found = whole.map((at) => at + prefix.length).filter((at) => isWhole(page, quote, at));
  if (found.length === 0) return null;
  if (found.length > 1) {
    if (near === null && context < SHORT_CONTEXT && quote.length < LONG_QUOTE) return null;
    if (context === 0 && isShort) return null;
  }
  const distance = (at: number) => Math.abs(at - (near ?? 0));
  const start = found.reduce((a, b) => (distance(b) < distance(a) ? b : a));
  return { start, end: start + quote.length };
}

/** Where the quoted words stand, weighed by what stands beside them there. */
export function listOpen(page: SearchedText, sought: SoughtQuote): Place[] {
  const { quote, near } = sought;
  const found = findAll(page.folded, quote, MOST_OCCURRENCES, near ?? 0).filter((at) =>
    isWhole(page, quote, at),
  );
  const own =
    Math.min(quote.length, MOST_OWN) * OWN +
    (found.length === 1 && quote.length >= ONLY_LENGTH ? ONLY : 0);
  return preferRuns(page.folded, found, sought).map((start) => {
    const place = { start, end: start + quote.length };
    const evidence = weighBoth(page, sought, place);
    return { ...place, evidence, score: evidence + own };
  });
}

/** Whether what stands there are the very words: no mark more, nor less, on their last letter. */
function isWhole(page: SearchedText, quote: string, start: number): boolean {
  return !page.isCut(start) && !page.isCut(start + quote.length);
}

/** The places with the longest unchanged context, where there are many. */
function preferRuns(text: string, starts: number[], sought: SoughtQuote): number[] {
  if (starts.length <= MOST_PLACES) return starts;
  return starts
    .map((start) => ({ start, run: countRuns(text, start, sought) }))
    .sort((a, b) => b.run - a.run)
    .slice(0, MOST_PLACES)
    .map(({ start }) => start);
}

function countRuns(text: string, start: number, { before, quote, after }: SoughtQuote): number {
  let left = 0;
  let right = 0;
  const end = start + quote.length;
  const last = before.length - 1;
  while (left <= last && text[start - 1 - left] === before[last - left]) left += 1;
  while (right < after.length && text[end + right] === after[right]) right += 1;
  return left + right;
}

/** Context that has to stand right beside the words on both sides, in folded units, to be sure of them. */
const SURE_CONTEXT = 12;

/** Whether so much speaks for a place that nothing else has to be looked for. */
export function isSure(page: SearchedText, sought: SoughtQuote, place: Place): boolean {
  return place.score >= FULL_EVIDENCE && isIntact(page, sought, place, SURE_CONTEXT);
}

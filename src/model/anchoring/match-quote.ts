/**
 * Finds a quoted mistake in a text again, apart from any DOM. The verdict comes from the context: the
 * quote between its prefix and suffix is open; prefix and suffix with other words between them is fixed;
 * else it is only found where its evidence leaves no doubt. A likeness alone is never "found".
 */
import type { TextPositionSelector, TextQuoteSelector } from '../annotation.ts';
import { foldText } from '../fold-text.ts';
import { isAdjacent, isIntact } from './beside.ts';
import { findWhole, isSure, listOpen } from './find-open.ts';
import { listReplaced } from './find-replaced.ts';
import { createSearchedText, type SearchedText } from './searched-text.ts';
import {
  type FoldedStretch,
  isFar,
  isNearer,
  measureDistance,
  type Place,
  readSoughtQuote,
  type SoughtQuote,
} from './sought-quote.ts';
import { weighIntactBlock } from './weigh-context.ts';

export type QuoteMatch =
  | { verdict: 'open'; start: number; end: number }
  | { verdict: 'fixed'; start: number; end: number; replacement: string }
  | { verdict: 'unknown'; reason: string };

/** What has to speak for the quoted words, and for others in their place. */
const OPEN = 10.4;
const FIXED = 13;
/** What has to stand beside the quoted words far from where they stood: whole passages are found again elsewhere. */
const FAR_EVIDENCE = 13;
/** Context of its own block that a quote is surrounded by, in folded units. */
const WITHIN = 6;
/** By so much other words have to be the more likely, where the quoted ones stand as well. */
const MARGIN = 3;
/** Context that has to be intact where words were put in beside the quoted ones, to make others of them. */
const INTACT = 12;
/** Two signs of a word, in scripts that part words by spaces. */
const IN_WORD = /^(?![\u2e80-\u9fff])[\p{L}\p{N}\p{M}](?![\u2e80-\u9fff])[\p{L}\p{N}\p{M}]$/u;
/** So long a quote that stands there stands there, whatever was put in beside it. */
const PLAINLY = 20;

/** @param correction what was proposed in the quote's place, or '' */
export function matchQuote(
  text: string,
  quote: TextQuoteSelector,
  position?: TextPositionSelector,
  correction = '',
  blocks: readonly number[] = [],
): QuoteMatch {
  return searchQuote(createSearchedText(text, blocks), quote, position, correction);
}

/** The same in a text that is searched for more than one quote. */
export function searchQuote(
  page: SearchedText,
  quote: TextQuoteSelector,
  position?: TextPositionSelector,
  correction = '',
): QuoteMatch {
  const sought = readSoughtQuote(page, quote, position);
  if (sought.quote === '') return unknown('the quote is empty');
  const whole = findWhole(page, sought);
  if (whole !== null) return sayOpen(page, whole, quote.exact, correction);
  const places = listOpen(page, sought);
  const open = choose(places, sought);
  const isOpen = open !== null && isFound(open, sought);
  const fixed = isOpen && isSure(page, sought, open) ? null : findFixed(page, sought, correction);
  if (fixed !== null && !(isOpen && standsStill(page, sought, fixed, open, correction)))
    return sayFixed(page, fixed);
  if (isOpen) return sayOpen(page, open, quote.exact, correction);
  return unknown(
    places.length === 0
      ? 'neither the quote nor its context stands in the text'
      : 'the quote stands in other places only',
  );
}

function findFixed(page: SearchedText, sought: SoughtQuote, correction: string): Place | null {
  const fixed = choose(
    listReplaced(page, sought).map((place) => {
      // What was proposed and has come to stand there is no accident.
      const isProposed = isWording(page.folded.slice(place.start, place.end), correction);
      return isProposed ? { ...place, score: place.score + MARGIN * 2 } : place;
    }),
    sought,
  );
  return fixed !== null && fixed.score >= FIXED ? fixed : null;
}

/** Whether it is the quoted words that stand there, rather than others in their place. */
function standsStill(
  page: SearchedText,
  sought: SoughtQuote,
  fixed: Place,
  open: Place,
  correction: string,
): boolean {
  const isAround = fixed.start <= open.start && open.end <= fixed.end;
  if (!isAround) {
    // Whole blocks are moved, and leave behind what stood around them.
    const isWithin = (sought.left.inner ?? 0) >= WITHIN && (sought.right.inner ?? 0) >= WITHIN;
    const isAway = isWithin && isNearer(fixed, open, sought);
    const most = isAway ? open.evidence - MARGIN : open.score + MARGIN;
    return (isAway ? fixed.evidence : fixed.score) <= most;
  }
  if (isWording(page.folded.slice(fixed.start, fixed.end), correction)) return false;
  if (sought.quote.length >= PLAINLY && !cutsWord(page, open)) return true;
  if (!isAdjacent(page, sought, open)) return fixed.evidence <= open.evidence;
  return correction !== '' || !isIntact(page, sought, fixed, INTACT);
}

/** Whether words are the proposed ones, but for capitals: a sentence may have come to begin there. */
function isWording(folded: string, correction: string): boolean {
  const proposed = foldText(correction).text.trim();
  return proposed !== '' && folded.toLowerCase() === proposed.toLowerCase();
}

/** Whether a word goes on beyond an edge of the stretch. */
function cutsWord({ folded }: SearchedText, { start, end }: FoldedStretch): boolean {
  const isInWord = (at: number) => IN_WORD.test(folded.slice(Math.max(0, at - 1), at + 1));
  return isInWord(start) || isInWord(end);
}

function isFound(place: Place, sought: SoughtQuote): boolean {
  if (place.score < OPEN) return false;
  const least = Math.min(FAR_EVIDENCE, weighIntactBlock(sought) - MARGIN);
  return place.evidence >= least || !isFar(place, sought);
}

/** Of the likeliest the nearest to where the quote stood. */
function choose(places: Place[], sought: SoughtQuote): Place | null {
  const [first] = places.sort(
    (a, b) => b.score - a.score || measureDistance(a, sought) - measureDistance(b, sought),
  );
  return first ?? null;
}

/** A correction may be one of typography alone: then it is for the very signs to say, but not for how they are encoded. */
function sayOpen(
  page: SearchedText,
  { start, end }: FoldedStretch,
  exact: string,
  correction: string,
): QuoteMatch {
  const place = page.locate(start, end);
  const words = page.text.slice(place.start, place.end);
  const made = normalise(correction);
  const isMade = made !== '' && normalise(words) === made && normalise(exact) !== made;
  return isMade
    ? { verdict: 'fixed', ...place, replacement: words }
    : { verdict: 'open', ...place };
}

function normalise(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}

function sayFixed(page: SearchedText, { start, end }: FoldedStretch): QuoteMatch {
  const place = page.locate(start, end);
  return { verdict: 'fixed', ...place, replacement: page.text.slice(place.start, place.end) };
}

function unknown(reason: string): QuoteMatch {
  return { verdict: 'unknown', reason };
}

/** What has taken the place of the quoted words: other words, or none, between the context that they stood in. */
import { alignQuote } from './align-quote.ts';
import { isIntact } from './beside.ts';
import { END, LONG, measureLikeness } from './edit-distance.ts';
import { guessStarts } from './find-places.ts';
import type { SearchedText } from './searched-text.ts';
import { settleEdges } from './settle-edges.ts';
import { type FoldedStretch, isFar, type Place, type SoughtQuote } from './sought-quote.ts';
import { WEIGHED, weighBoth } from './weigh-context.ts';

/** Evidence with which no other place need be looked for. */
const ENOUGH = 27;
/** Of the guesses, so many are looked at closely. */
const MOST_CLOSE = 3;
/** What stands there may be longer than the quote by this, and by as much again as it is long. */
const GROWTH = 40;
/** Text around a guess, in folded units, in which it may be off. */
const ROOM = 60;
/** Words that are less alike than this are others: then the context has to be intact right beside them. */
const ALIKE = 0.4;
const HALF = 0.5;
/** Evidence for a block whose words have all become others: what stands around it has to be what stood there. */
const BLOCK_EVIDENCE = 24;
/** Evidence for words that are unlike the quoted ones and stand far from where those stood. */
const FAR_EVIDENCE = 28;
/** So many folded units in common are no accident. */
const NEIGHBOUR = 12;
/** Likeness counts for so many units at most. */
const MOST_LIKENESS = 12;
const NEXT_TO = 6;

/** @returns the places with what speaks for them, in no order */
export function listReplaced(page: SearchedText, sought: SoughtQuote): Place[] {
  const { folded } = page;
  const { quote } = sought;
  const found: Place[] = [];
  const tried = new Set<number>();
  for (const starts of guessStarts(page, sought, sought.near ?? 0)) {
    const rough = starts
      .filter((start) => !tried.has(start))
      .flatMap((start) => {
        tried.add(start);
        return align(page, sought, start) ?? [];
      })
      .sort((one, other) => one.cost - other.cost);
    for (const edges of dropRepeated(rough).slice(0, MOST_CLOSE)) {
      const settled = settleEdges(page, sought, trimSpaces(folded, edges));
      const place = widenToCharacters(page, trimSpaces(folded, settled));
      const words = folded.slice(place.start, place.end);
      if (words === quote || words.length > quote.length * 2 + GROWTH) continue;
      const likeness = measureLikeness(words, quote);
      const evidence = weighBoth(page, sought, place);
      if (!isCredible(page, sought, place, likeness, evidence)) continue;
      const own = (likeness - ALIKE) * Math.min(MOST_LIKENESS, quote.length);
      found.push({ ...place, evidence, score: evidence + own });
    }
    if (found.some(({ score }) => score >= ENOUGH)) break;
  }
  return found;
}

/** Whether words that are unlike the quoted ones may have taken their place. */
function isCredible(
  page: SearchedText,
  sought: SoughtQuote,
  place: FoldedStretch,
  likeness: number,
  evidence: number,
): boolean {
  if (likeness >= HALF) return true;
  const { left, right } = sought;
  if (isNeighbour(page.folded.slice(place.start, place.end), sought)) return false;
  if (evidence < FAR_EVIDENCE && isFar(place, sought)) return false;
  // They are of one block, and reach as far in it as the quote did.
  if (page.crossesBorder(place.start, place.end)) return false;
  if (!reachesAsFar(left.inner, page.countToStart(place.start))) return false;
  if (!reachesAsFar(right.inner, page.countToEnd(place.end))) return false;
  if (left.inner === 0 && right.inner !== null && right.inner <= 1)
    return evidence >= BLOCK_EVIDENCE;
  return likeness >= ALIKE || isIntact(page, sought, place, NEXT_TO);
}

/** Whether words are the end of what stood before the quote, or the beginning of what stood behind it. */
function isNeighbour(words: string, { before, after }: SoughtQuote): boolean {
  const [lead, tail] = [before.trim(), after.trim()];
  const least = Math.min(words.length, NEIGHBOUR);
  return (
    words !== '' && (lead.endsWith(words.slice(-least)) || tail.startsWith(words.slice(0, least)))
  );
}

/** Whether an edge lies at the border of its block if the quote's did, and only then. */
function reachesAsFar(inner: number | null, toBorder: number): boolean {
  return inner === null || inner <= 1 === toBorder <= 1;
}

interface Rough extends FoldedStretch {
  cost: number;
}

/** The spaces around the quote go with it: where it was taken out, one is left of two. */
function align(page: SearchedText, sought: SoughtQuote, start: number): Rough | null {
  const before = sought.before.slice(-WEIGHED).trimEnd();
  const after = sought.after.slice(0, WEIGHED).trimStart();
  const lead = sought.before.endsWith(' ') ? ' ' : '';
  const tail = sought.after.startsWith(' ') ? ' ' : '';
  const quote = lead + sought.quote + tail;
  if (quote.length <= LONG) {
    const from = Math.max(0, start - before.length - ROOM);
    const to = start + quote.length + after.length + ROOM + GROWTH / 2;
    return alignWithin(page, { before, quote, after }, from, to);
  }
  const head = alignWithin(
    page,
    { before, quote: quote.slice(0, END), after: '' },
    Math.max(0, start - before.length - ROOM),
    start + END + ROOM,
  );
  const end = start + quote.length;
  const foot = alignWithin(
    page,
    { before: '', quote: quote.slice(-END), after },
    Math.max(0, end - END - ROOM),
    end + after.length + ROOM,
  );
  if (head === null || foot === null || foot.end < head.start) return null;
  return { start: head.start, end: foot.end, cost: head.cost + foot.cost };
}

function alignWithin(
  page: SearchedText,
  parts: { before: string; quote: string; after: string },
  from: number,
  to: number,
): Rough | null {
  // A guess may lie before the text, or behind it.
  const piece = page.folded.slice(from, Math.max(from, to));
  const aligned = alignQuote(parts, piece, (at) => page.isBorder(from + at));
  if (aligned === null) return null;
  return { start: from + aligned.start, end: from + aligned.end, cost: aligned.cost };
}

/** Guesses that lie near each other lead to the same place. */
function dropRepeated(rough: Rough[]): Rough[] {
  return rough.filter(
    ({ start, end }, at) =>
      rough.findIndex((other) => other.start === start && other.end === end) === at,
  );
}

function trimSpaces(text: string, { start, end }: FoldedStretch): FoldedStretch {
  let [from, to] = [start, end];
  while (from < to && text[from] === ' ') from += 1;
  while (to > from && text[to - 1] === ' ') to -= 1;
  return { start: from, end: to };
}

function widenToCharacters(page: SearchedText, { start, end }: FoldedStretch): FoldedStretch {
  let [from, to] = [start, end];
  while (page.isCut(from)) from -= 1;
  while (page.isCut(to)) to += 1;
  return { start: from, end: to };
}

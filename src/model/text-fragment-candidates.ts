/**
 * The ways to name a passage in a text directive, the best first: as short as a link should be, with context
 * where it may be needed, then longer and longer. Which of them is right only the page can tell.
 */
import type { TextDirective } from './text-fragment-directive.ts';
import { findWords, takeFirstWords, takeLastWords } from './text-fragment-words.ts';

/** What is selected, widened to whole words, and the text around it; a line is what no part can cross. */
export interface Passage {
  /** the passage as far as it stands in its first line: all of it, where it stands in one */
  first: string;
  /** the same for its last line */
  last: string;
  isOneLine: boolean;
  /** the first line's text before the passage, and the last line's text behind it */
  before: string;
  after: string;
  /** the lines before and behind these; '' where there are none */
  lineBefore: () => string;
  lineAfter: () => string;
}

/** Longer ones, in UTF-16 units, are named by their first and last words, unless that fails. */
const SHORT = 80;
const LONGEST = 300;
/** What is shorter gets context at once: a few words soon stand on a page twice. */
const TERSE = 20;
/** Words before and behind, in the order of trying. */
const CONTEXTS = [
  [0, 0],
  [0, 3],
  [3, 0],
  [3, 3],
  [6, 6],
  [12, 12],
  [30, 30],
] as const;
/**
 * Characters that a browser's search does not compare, yet that keep a word's end, or a neighbour, from being where
 * they stand: soft hyphen, marks of direction, invisible operators, controls.
 */
export const WEIGHTLESS = /[\p{Cc}\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/u;
const ALL_WEIGHTLESS = new RegExp(WEIGHTLESS, 'gu');
/** Words that name the start and the end of a long passage. */
const ENDS = [4, 8, 16];

/** @returns what to try, in this order; nothing where there is no word to find */
export function* nameCandidates(passage: Passage): Generator<TextDirective> {
  const { first, isOneLine } = passage;
  if (first === '' || passage.last === '') return;
  const isShort = isOneLine && first.length <= SHORT;
  if (isShort) yield* addContexts(passage, first, '');
  const count = isOneLine ? Math.floor(countWords(first) / 2) : Number.POSITIVE_INFINITY;
  if (count >= 1) {
    for (const [words, more] of ENDS.map((one, at) => [one, ENDS[at - 1] ?? 0] as const)) {
      if (more >= count) break;
      const [start, end] = nameEnds(passage, Math.min(words, count));
      yield* addContexts(passage, start, end);
    }
  }
  if (isOneLine && !isShort && first.length <= LONGEST) yield* addContexts(passage, first, '');
}

/** Enough of them: a long text is not read to its end. */
function countWords(text: string): number {
  return findWords(text.slice(0, LONGEST * 4)).length;
}

function nameEnds({ first, last }: Passage, words: number): [start: string, end: string] {
  return [trim(takeFirstWords(first, words)), trim(takeLastWords(last, words))];
}

function* addContexts(passage: Passage, start: string, end: string): Generator<TextDirective> {
  if (!isWhole(start) || !isWhole(end)) return;
  let known = '';
  for (const [before, behind] of CONTEXTS) {
    if (start.length + end.length < TERSE && before + behind === 0) continue;
    const prefix = before === 0 ? '' : takeBefore(passage, before);
    const suffix = behind === 0 ? '' : takeBehind(passage, behind);
    const key = `${prefix}\n${suffix}`;
    if (key === known || !isWhole(prefix) || !isWhole(suffix)) continue;
    known = key;
    yield { prefix: strip(prefix), start: strip(start), end: strip(end), suffix: strip(suffix) };
  }
}

/** Context ends where its line does; a passage at a line's start has the line before it. */
function takeBefore({ before, lineBefore }: Passage, words: number): string {
  const near = trim(before);
  return trim(takeLastWords(near === '' ? trim(lineBefore()) : near, words));
}

function takeBehind({ after, lineAfter }: Passage, words: number): string {
  const near = trim(after);
  return trim(takeFirstWords(near === '' ? trim(lineAfter()) : near, words));
}

function isWhole(part: string): boolean {
  return !WEIGHTLESS.test(part.charAt(0)) && !WEIGHTLESS.test(part.slice(-1));
}

function strip(part: string): string {
  return part.replace(ALL_WEIGHTLESS, '');
}

/** Spaces only: what else JavaScript trims is no space to a browser's search. */
function trim(text: string): string {
  return text.replace(/^ +/, '').replace(/ +$/, '');
}

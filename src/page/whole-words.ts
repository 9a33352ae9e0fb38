/**
 * Where the words of a text begin and end, by the rules of its language. String only.
 *
 * A word here is a word of Unicode's rules (`don’t`, `l’homme` and `3.14` are one each); a click in a compound
 * with hyphens (`mother-in-law`, `по-русски`, `COVID-19`) means the compound, while a selection is only widened
 * to the part between two hyphens, since whoever selected `mother` of it meant that.
 */
import { createSegmenter } from './describe-stretch.ts';
import type { Stretch } from './stretch.ts';

/**
 * As far as a word is followed to either side, in UTF-16 units. From a caret farther than from an edge: so what
 * is cut from a text without spaces is recognised as cut, and stays as it is when it is asked about again.
 */
const FAR = { caret: 256, edge: 128 };
const WORD = /[\p{L}\p{N}]/u;
/** Scripts whose words are not parted by spaces, and are only guessed at by dictionary. */
const UNSPACED =
  /[\p{scx=Hani}\p{scx=Hira}\p{scx=Kana}\p{scx=Bopo}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}\p{scx=Tibt}\p{scx=Lana}\p{scx=Talu}]/u;
const MARK = /^\p{M}/u;
const HYPHEN = /[-\u2010\u2011]/;

/**
 * The stretch with each edge moved outwards that lies within a word, or within a character of several units. In
 * scripts without spaces only the latter: what a word is there, the reader knows better.
 */
export function widenToWords(text: string, { start, end }: Stretch, language?: string): Stretch {
  return {
    start: findInside(text, start, language)?.start ?? start,
    end: findInside(text, end, language)?.end ?? end,
  };
}

/** The word that a position lies in or at, rather the one behind than the one before it; null where there is none. */
export function findWord(text: string, at: number, language?: string): Stretch | null {
  const run = takeRun(text, at, FAR.caret);
  const segments = createSegmenter(language, 'word').segment(run.text);
  for (const position of [at - run.start, at - run.start - 1]) {
    const segment = segments.containing(position);
    if (segment === undefined || !WORD.test(segment.segment)) continue;
    const word = { start: segment.index, end: segment.index + segment.segment.length };
    if (!UNSPACED.test(segment.segment)) joinHyphens(run, segments, word);
    return { start: run.start + word.start, end: run.start + word.end };
  }
  return null;
}

/** What a position lies strictly inside of and is not to be parted: a word, or a character; null at an edge. */
function findInside(text: string, at: number, language: string | undefined): Stretch | null {
  const run = takeRun(text, at, FAR.edge);
  const near = at - run.start;
  const segment = createSegmenter(language, 'word').segment(run.text).containing(near);
  if (segment === undefined || segment.index === near) return null;
  const { index, segment: word } = segment;
  if (isCut(run, segment) || UNSPACED.test(word)) return findCharacter(text, at);
  return { start: run.start + index, end: run.start + index + word.length };
}

/** What a position lies inside of: a pair of units, or a letter with its marks. */
function findCharacter(text: string, at: number): Stretch {
  const isInside = (place: number) =>
    isPair(text, place) || (place > 0 && MARK.test(text.slice(place, place + 2)));
  let [start, end] = [at, at];
  while (isInside(start)) start -= 1;
  while (isInside(end)) end += 1;
  return { start, end };
}

/** What stands around a place up to the next spaces, or as far as is looked. */
interface Run {
  text: string;
  start: number;
  isCutBefore: boolean;
  isCutBehind: boolean;
}

function takeRun(text: string, at: number, far: number): Run {
  const least = Math.max(0, at - far);
  const most = Math.min(text.length, at + far);
  const before = text.slice(least, at).lastIndexOf(' ');
  const behind = text.slice(at, most).indexOf(' ');
  let start = before === -1 ? least : least + before + 1;
  let end = behind === -1 ? most : at + behind;
  // Not through the middle of a character.
  if (isPair(text, start)) start -= 1;
  if (isPair(text, end)) end += 1;
  return {
    text: text.slice(start, end),
    start,
    isCutBefore: start > 0 && text[start - 1] !== ' ',
    isCutBehind: end < text.length && text[end] !== ' ',
  };
}

function isPair(text: string, at: number): boolean {
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(Math.max(0, at - 1), at + 1));
}

/** Whether a segment may go on beyond what was looked at. */
function isCut(run: Run, { index, segment }: Intl.SegmentData): boolean {
  return (
    (run.isCutBefore && index === 0) ||
    (run.isCutBehind && index + segment.length === run.text.length)
  );
}

/** Widens a word to the compound that it is a part of; figures with hyphens between them are none. */
function joinHyphens(run: Run, segments: Intl.Segments, word: Stretch): void {
  const isPart = (part: Intl.SegmentData, hyphen: number) =>
    HYPHEN.test(run.text[hyphen] ?? '') &&
    !isCut(run, part) &&
    WORD.test(part.segment) &&
    !UNSPACED.test(part.segment) &&
    /\p{L}/u.test(part.segment + run.text.slice(word.start, word.end));
  for (;;) {
    const part = segments.containing(word.end + 1);
    if (part?.index !== word.end + 1 || !isPart(part, word.end)) break;
    word.end = part.index + part.segment.length;
  }
  for (;;) {
    const part = segments.containing(word.start - 2);
    if (part === undefined || part.index + part.segment.length !== word.start - 1) break;
    if (!isPart(part, word.start - 1)) break;
    word.start = part.index;
  }
}

/**
 * Finds the labels of credits in a line ("Photo:", "(Foto: …)", "… screenshot by"), and what each leads to. A label is
 * a run of label words at the start of a sentence, a bracket or a line, never within one: "In the photo: Ann Writer"
 * names who is seen.
 */

import { classifyWord, type WordClass } from './label-words.ts';
import { compile } from './pattern.ts';

export interface LabelledText {
  /** what follows the label */
  text: string;
  /** where the label starts, so that what stands before is known */
  start: number;
  /** a name in front of the label, as in "AP Photo/Ann Writer" */
  before: string;
  /** "Credit" by itself: what stood behind an "Image:" before it was told of the image */
  isCredit: boolean;
  /** no colon, sign or "by" makes it a label */
  isUnmarked: boolean;
  /** the label may mean what is shown, or open a sentence: only clear names count */
  isWeak: boolean;
}

interface Word {
  text: string;
  start: number;
  end: number;
  kind: WordClass | null;
}

interface Run {
  first: number;
  last: number;
  hasRight: boolean;
}

/** A label may stand at the very end of a caption's last word: "on the bridgePhoto: ". */
const GLUED = () => compile('(?<=\\p{Ll})(?=\\p{Lu}\\p{Ll}{2,14} ?:)', 'g');
const WORD = () =>
  compile("[\\p{L}\\p{M}]+(?:['’][\\p{L}\\p{M}]+)?(?:-[\\p{L}\\p{M}]+)?|[©ⓒ]", 'g');
const GAP = /^[\s/&+,.]{0,3}$/u;
const COLON = /^[\s)]{0,2}[:：՝]|^\s{0,2}[=＝／]/u;
const BOUNDARY = /[.!?…。！？|·•—–\-/([（［【〔*>:;»”"“„)\]]$/u;
/** Short words and these lead a label into a sentence: "in this picture:". */
const LEADING =
  /^(?:.{1,3}|this|these|that|those|with|from|nella|nelle|sulla|dans|cette|diese[ms]?|unser[em]*|questa|esta|este|како|наше)$/iu;
/** The start of a line or a bracket. */
const OPENING = /(?:^|[\n(（［[【])[\s–—-]{0,3}$/u;
/** "Header image: the harbour. Credit: " */
const DESCRIBED = () => compile('^(?:\\p{L}+ )?image ?:.*[.!?…]\\s*$', 'is');
const MOST_WORDS = 250;

/** @returns the labelled texts in their order, each up to the next label, the end of its bracket or line */
export function findLabels(caption: string): LabelledText[] {
  const line = caption.includes(':') ? caption.replace(GLUED(), '\n') : caption;
  const words = readWords(line);
  const found: (LabelledText & { from: number })[] = [];
  for (const run of readRuns(words, line)) {
    const labelled = readLabel(run, words, line);
    if (labelled === null) continue;
    const last = found.at(-1);
    // Within what another label leads to, "Foto" may be of a name: "Photo: UN Photo / Foto Meer".
    const isWithin = last !== undefined && !/[\n.)\]]/u.test(line.slice(last.from, labelled.start));
    if (isWithin && labelled.isUnmarked) continue;
    const told = line.slice(found.at(-1)?.start ?? 0, labelled.start);
    if (labelled.isCredit && found.length > 0 && DESCRIBED().test(told)) found.pop();
    found.push(labelled);
  }
  return found.map((labelled, i) => {
    const next = found[i + 1];
    const end = next === undefined ? line.length : Math.max(labelled.from, next.start);
    return { ...labelled, text: cutOff(line.slice(labelled.from, end)) };
  });
}

function readWords(line: string): Word[] {
  const words: Word[] = [];
  for (const match of line.matchAll(WORD())) {
    const start = match.index;
    words.push({
      text: match[0],
      start,
      end: start + match[0].length,
      kind: classifyWord(match[0]),
    });
    if (words.length >= MOST_WORDS) break;
  }
  return words;
}

function readRuns(words: Word[], line: string): Run[] {
  const runs: Run[] = [];
  for (let i = 0; i < words.length; i += 1) {
    if (!isLabelWord(words[i])) continue;
    let last = i;
    let count = 1;
    while (count < 7) {
      const [here, next] = [words[last], words[last + 1]];
      if (here === undefined || next === undefined || !isLabelWord(next)) break;
      const gap = line.slice(here.end, next.start);
      // "Foto. Bild" are two; "fot. i wideo" is one: a stop only follows what is cut short.
      if (!GAP.test(gap) || (gap.includes('.') && here.text.length > 5)) break;
      last += 1;
      count += 1;
    }
    let first = i;
    // Articles and the like lead into a sentence, they do not start a label.
    while (first < last && isFiller(words[first])) first += 1;
    let end = last;
    while (end > first && isArticle(words[end])) end -= 1;
    const kinds = words.slice(first, end + 1).map((word) => word.kind);
    const hasRight = kinds.includes('right');
    if (hasRight || kinds.includes('thing')) runs.push({ first, last: end, hasRight });
    i = last;
  }
  return runs;
}

function isLabelWord(word: Word | undefined): boolean {
  return word !== undefined && word.kind !== null && word.kind !== 'nameless';
}

function isFiller(word: Word | undefined): boolean {
  return word?.kind === 'by' || isArticle(word);
}

function isArticle(word: Word | undefined): boolean {
  return word?.kind === 'join' && word.text.length < 4;
}

function readLabel(
  run: Run,
  words: Word[],
  line: string,
): (LabelledText & { from: number }) | null {
  const [first, last] = [words[run.first], words[run.last]];
  if (first === undefined || last === undefined) return null;
  const rest = line.slice(last.end);
  const start = first.start;
  const colon = COLON.exec(rest)?.[0];
  const runText = line.slice(start, last.end);
  const hasSign = /[©ⓒ]/u.test(runText);
  const before =
    readBefore(line, start, words[run.first - 1]) ??
    (hasSign ? { name: '', isLoose: false } : null);
  if (before === null) return null;
  const isCredit = /^(?:credit|crédit)/iu.test(first.text) && run.first === run.last;
  const base = { text: '', start, before: before.name, isCredit, isUnmarked: false };
  if (colon !== undefined) {
    // "…/wiki/File:Bay" is an address.
    if (line[start - 1] === '/' && /^\S/u.test(rest.slice(colon.length))) return null;
    if (before.isLoose && !compile('^\\p{Lu}|^\\p{Lo}').test(first.text)) return null;
    return { ...base, from: last.end + colon.length, isWeak: false };
  }
  if (hasSign) {
    const sign = Math.max(runText.lastIndexOf('©'), runText.lastIndexOf('ⓒ'));
    // "Copyright © The Paper" is of the page, "Photo © Ann Writer" of what it stands at.
    if (/copyright/iu.test(runText) || /(?:^|[^.\d])\d{4}\s*$/u.test(line.slice(0, start)))
      return null;
    return { ...base, before: '', from: start + sign + 1, isWeak: false };
  }
  if (last.kind === 'by' && !before.isLoose) {
    const isSure = /^(?:by|par|autorstwa|ҷониби|door|av|af)$/iu.test(last.text) || run.hasRight;
    const isOf = /^of$/i.test(last.text) && !/courtesy/i.test(runText);
    return isOf ? null : { ...base, from: last.end, isWeak: !isSure };
  }
  // Without a colon it has to open the line, a bracket, or the end of a caption.
  if (before.isLoose) return null;
  const lead = line.slice(0, start);
  const isOpening = OPENING.test(lead) || (start > 25 && /[.!?/]\s*$/u.test(lead));
  const isPhoto = before.name !== '' && /^(?:photo|foto)s?$/iu.test(runText);
  if (!isOpening && !isPhoto) return null;
  const unmarked = { ...base, isUnmarked: true };
  const slash = /^\s?\/\s?(?=\S)/u.exec(rest)?.[0];
  if (slash !== undefined) {
    return { ...unmarked, from: last.end + slash.length, isWeak: before.name === '' };
  }
  // "Foto ANSA", "Copyright Ann Writer/AP": short, and judged by the names alone.
  const isBare =
    (/^\s\S/u.test(rest) || (last.text.length < 6 && rest.startsWith('. '))) &&
    before.name === '' &&
    run.last - run.first < 2;
  return isBare ? { ...unmarked, from: last.end, isWeak: true } : null;
}

/** What stands before a label; null where it stands within a sentence. */
function readBefore(
  line: string,
  start: number,
  previous: Word | undefined,
): { name: string; isLoose: boolean } | null {
  const before = line.slice(0, start).trimEnd();
  if (before === '' || line.slice(before.length, start).includes('\n') || BOUNDARY.test(before)) {
    return { name: '', isLoose: false };
  }
  const opening = Math.max(...[...'([（［【.\n—·|'].map((sign) => before.lastIndexOf(sign)));
  const lead = before.slice(opening + 1).trim();
  // "AP Photo/…", "Kanboard screenshot by …"
  const agency = /(?:^|\s)([A-Z]{2,4})$/.exec(lead)?.[1];
  if (agency !== undefined) return { name: agency, isLoose: false };
  if (compile('^\\p{Lu}\\S*(?:\\s\\p{Lu}\\S*){0,2}$').test(lead) && !LEADING.test(lead)) {
    return { name: lead, isLoose: false };
  }
  if (/\d$/u.test(before)) return { name: '', isLoose: true };
  if (before.length < 25 || previous === undefined || LEADING.test(previous.text)) return null;
  return { name: '', isLoose: true };
}

const STOP = () => compile('(\\S*)[.!?…。]["”»)]?\\s+(?=[\\p{Lu}\\p{Lo}«“„"(])', 'g');
/** A stop behind these, or behind an initial, ends no sentence. */
const ABBREVIATION = () =>
  compile(
    '(?:^|[^\\p{L}])(?:\\p{L}|dr|st|jr|sr|mr|ms|mrs|prof|inc|ltd|co|corp|no|vs|fot|им|ул)$',
    'i',
  );

/** Up to the end of its sentence, its line, or the bracket that the label opened in. */
function cutOff(text: string): string {
  let cut = text.replace(/^[\s:：՝©.]+/u, '');
  cut = cut.slice(0, findClosing(cut));
  const lineEnd = cut.indexOf('\n');
  if (lineEnd >= 0) cut = cut.slice(0, lineEnd);
  cut = cut.slice(0, 250);
  for (const stop of cut.matchAll(STOP())) {
    const word = stop[1] ?? '';
    if (ABBREVIATION().test(word)) continue;
    return cut.slice(0, stop.index + word.length).trim();
  }
  return cut.trim();
}

/** Where a bracket closes that opened before the text, or its end. */
function findClosing(text: string): number {
  let depth = 0;
  for (let i = 0; i < text.length; i += 1) {
    const sign = text[i] ?? '';
    if ('([（［【〔'.includes(sign)) depth += 1;
    else if (')]）］】〕'.includes(sign)) {
      if (depth === 0) return i;
      depth -= 1;
    }
  }
  return text.length;
}

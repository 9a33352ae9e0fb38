/** What terms add to their main condition: where the link stands, how much may be taken, what print owes. */
import { compileStems, type Sentence, type Span } from './find-words.ts';

/** The paragraph is named shortly after its number, or shortly before it. */
const BEFORE = 45;
const AFTER = 20;

/** @returns the last paragraph that a link may stand in, counted from 1, or null */
export function readPosition(sentence: Sentence): number | null {
  const { words } = sentence;
  for (const { start, end } of sentence.find('paragraph')) {
    const before = words.slice(Math.max(0, start - BEFORE), start);
    const count =
      readOrdinal(sentence, before) ?? readOrdinal(sentence, words.slice(end, end + AFTER));
    if (count !== null) return count;
  }
  return null;
}

function readOrdinal({ vocabulary }: Sentence, words: string): number | null {
  // "The first two paragraphs" end with the second.
  const counted = lastOf(vocabulary.cardinals, 'cardinal', 2);
  if (counted !== null) return counted;
  const digit = /(?<![\d.])([1-9])(?!\d)/.exec(words)?.[1];
  return lastOf(vocabulary.ordinals, 'ordinal', 1) ?? (digit === undefined ? null : Number(digit));

  function lastOf(lists: readonly string[], name: string, from: number): number | null {
    let best = -1;
    let count: number | null = null;
    lists.forEach((stems, i) => {
      for (const { index } of words.matchAll(compileStems(vocabulary, `${name} ${i}`, stems))) {
        if (index > best) {
          best = index;
          count = i + from;
        }
      }
    });
    return count;
  }
}

const NO_FOLLOW = /no-?follow|no-?index|do-?follow/;

/** Search engines are to follow the link. */
export function readIndexable(sentence: Sentence): boolean {
  return sentence.has('indexable') || NO_FOLLOW.test(sentence.words);
}

/** @returns the largest share that may be taken, 0 to 1, or null */
export function readShare(sentence: Sentence): number | null {
  const { words, vocabulary } = sentence;
  const percents = sentence.find('percent');
  for (const { 0: whole, index } of words.matchAll(/(?<![\d.,])\d{1,2}(?:[.,]\d)?(?!\d)/g)) {
    const end = index + whole.length;
    const isMarked =
      /^ ?[%٪]/.test(words.slice(end, end + 2)) ||
      /[%٪] ?$/.test(words.slice(Math.max(0, index - 2), index)) ||
      percents.some((one) => one.start - end < 3 && index - one.end < 3);
    const share = Number(whole.replace(',', '.')) / 100;
    if (isMarked && share > 0) return share;
  }
  const paragraphs = sentence.find('paragraph');
  for (const [i, stems] of vocabulary.fractions.entries()) {
    for (const { 0: whole, index } of words.matchAll(
      compileStems(vocabulary, `part ${i}`, stems),
    )) {
      const end = index + whole.length;
      if (!paragraphs.some((one) => isNear(one, index, end)))
        return [1 / 2, 1 / 3, 1 / 4][i] ?? null;
    }
  }
  return null;
}

function isNear(span: Span, start: number, end: number): boolean {
  return span.start < end + AFTER && start < span.end + AFTER;
}

/** Commercial reuse is refused, or only what is not commercial is granted. */
export function readNonCommercial(sentence: Sentence): boolean {
  if (sentence.has('noncommercial') || /(?<![a-z])by-nc(?![a-z])/.test(sentence.words)) return true;
  return sentence.has('commercial') && sentence.has('forbidden');
}

/**
 * @param clauses of the site's text, as it stands there, each read with the vocabulary
 * @returns what is asked of printed reuse, where that is worded apart
 */
export function readPrint(clauses: readonly { text: string; read: Sentence }[]): string | null {
  const isPrint = ({ read }: { read: Sentence }) => read.has('print') && !read.has('online');
  const first = clauses.findIndex(isPrint);
  if (first < 0 || !clauses.some((one) => !isPrint(one) && asksForLink(one.read))) return null;
  let text = '';
  let isAsked = false;
  for (const { text: more, read } of clauses.slice(first)) {
    if (read.has('online') || read.has('hyperlink')) break;
    text += more;
    isAsked ||= (['credit', 'reference', 'permission', 'page'] as const).some((one) =>
      read.has(one),
    );
    if (/[.;!]\s*$/.test(more)) break;
  }
  return isAsked ? text.replace(/^[\s,;.(—–-]+|[\s,;.)—–-]+$/g, '') : null;
}

function asksForLink(read: Sentence): boolean {
  return read.has('hyperlink') || read.has('link') || read.has('reference');
}

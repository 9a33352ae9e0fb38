/**
 * The words of a text as reuse is sought by them: an editor's case, accents, quotation marks and soft hyphens make
 * no other text. What is written without spaces is taken sign by sign.
 */

export interface SplitWords {
  /** folded */
  words: string[];
  /** where each begins in the text, in UTF-16 units */
  starts: number[];
  /** where each ends, exclusive */
  ends: number[];
}

/** Signs of scripts that put no space between words: each is one. */
const DENSE =
  '\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u3005-\\u3007\\u3041-\\u30ff\\u31f0-\\u31ff\\u3400-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}';
/** Soft hyphen, zero-width space and joiners, marks of direction, word joiner, byte order mark. */
const INVISIBLE =
  '\\u00ad\\u061c\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\u2066-\\u2069\\ufeff';
const WORD = new RegExp(
  `[${DENSE}]\\p{M}*|(?:(?![${DENSE}])[\\p{L}\\p{N}][\\p{M}${INVISIBLE}]*)+`,
  'gu',
);
const isDensePattern = new RegExp(`^[${DENSE}]`, 'u');
const DROPPED = new RegExp(`[\\p{M}${INVISIBLE}]`, 'gu');
const PLAIN = /^[a-z0-9]*$/;

/** Takes time in proportion to the text. */
export function splitWords(text: string): SplitWords {
  const words: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const folded = foldWord(word);
    if (folded === '') continue;
    words.push(folded);
    starts.push(index);
    ends.push(index + word.length);
  }
  return { words, starts, ends };
}

/** Whether a word is a sign of a script without spaces, of which it takes about two to say what a word says. */
export function isDense(word: string): boolean {
  return isDensePattern.test(word);
}

function foldWord(word: string): string {
  if (PLAIN.test(word)) return word;
  return word.normalize('NFKD').replace(DROPPED, '').toLowerCase();
}

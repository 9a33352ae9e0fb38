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
const IDEOGRAPHIC =
  '\\u3005-\\u3007\\u3041-\\u30ff\\u31f0-\\u31ff\\u3400-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}';
/** Thai, Lao, Burmese, Khmer: letters of words that nothing parts. */
const UNSPACED = '\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff';
const DENSE = IDEOGRAPHIC + UNSPACED;
/** Soft hyphen, zero-width space and joiners, marks of direction, word joiner, byte order mark. */
const INVISIBLE =
  '\\u00ad\\u061c\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\u2066-\\u2069\\ufeff';
/** Accents, and the points of Hebrew and Arabic: what is often left out. Vowels of other scripts are not. */
const ACCENTS =
  '\\u0300-\\u036f\\u0591-\\u05c7\\u0610-\\u061a\\u0640\\u064b-\\u065f\\u0670\\u06d6-\\u06ed';
const WORD = new RegExp(
  `[${DENSE}][\\p{M}${INVISIBLE}]*|(?:(?![${DENSE}])[\\p{L}\\p{N}][\\p{M}${INVISIBLE}]*)+`,
  'gu',
);
const isIdeographic = new RegExp(`^[${IDEOGRAPHIC}]`, 'u');
const isUnspaced = new RegExp(`^[${UNSPACED}]`, 'u');
const DROPPED = new RegExp(`[${ACCENTS}${INVISIBLE}]`, 'gu');
const PLAIN = /^[a-z0-9]*$/;
const FIRST_DENSE = 0x0e00;

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

/** How many such it takes to say what a word says, about: of a script without spaces a word is but a sign. */
export function countPerWord(word: string): number {
  if ((word.codePointAt(0) ?? 0) < FIRST_DENSE) return 1;
  if (isIdeographic.test(word)) return 2;
  return isUnspaced.test(word) ? 4 : 1;
}

function foldWord(word: string): string {
  if (PLAIN.test(word)) return word;
  return word.normalize('NFKD').replace(DROPPED, '').toLowerCase();
}

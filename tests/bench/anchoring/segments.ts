/** Words, sentences and characters of a text in any script, as edits and choices go by them. */

export interface Segment {
  start: number;
  /** exclusive */
  end: number;
}

/** Where no spaces stand between words, two characters are taken for one. */
const WORD =
  /(?:[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]\p{M}*){1,2}|(?:(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])[\p{L}\p{N}]\p{M}*)+/gu;
const SENTENCE = /[^.!?…؟।。！？]*(?:[.!?…؟।。！？]+["'”’»)」]*\s*|$)/gu;
const clusters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

export function listWords(text: string): Segment[] {
  return list(text, WORD);
}

/** Each with the white space behind it, so that they make up the whole text. */
export function listSentences(text: string): Segment[] {
  return list(text, SENTENCE);
}

/** The positions between the characters that a person sees, both ends included. */
export function listEdges(text: string): number[] {
  return [...Array.from(clusters.segment(text), ({ index }) => index), text.length];
}

/** Whether words of this text have no spaces between them. */
export function isUnspaced(text: string): boolean {
  return /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(text);
}

function list(text: string, pattern: RegExp): Segment[] {
  return Array.from(text.matchAll(pattern), ({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
  })).filter(({ start, end }) => end > start);
}

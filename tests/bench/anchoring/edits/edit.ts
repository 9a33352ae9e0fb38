/** What an edit of an article is, and the words around a quote that several of them need. */
import type { Random } from '../../corpus/random.ts';
import { type Article, blockAt, findMark, type Place, readBlock, readPlace } from '../article.ts';
import { isUnspaced, listSentences, listWords, type Segment } from '../segments.ts';
import type { WordSource } from '../word-source.ts';

/**
 * What is true of the quoted words afterwards. standing: there, up to white space, typography and
 * normalisation · corrected: other words stand in their place · deleted: nothing does
 */
export type Truth = 'standing' | 'corrected' | 'deleted';

export interface Ground {
  article: Article;
  mark: number;
  random: Random;
  words: WordSource;
}

/** @returns the edited article, or null where it cannot be done to this one */
export type Edit = (ground: Ground) => Article | null;

/** @throws where the quote is gone: an edit after its deletion is a fault of the benchmark */
export function placeOf({ article, mark }: Ground): Place {
  const place = findMark(article, mark);
  if (place === null) throw new Error('the quote is not there any more');
  return place;
}

export function pickOf<T>(random: Random, list: readonly T[]): T | null {
  return list[random.below(list.length)] ?? null;
}

/** One edit after the other. */
export function combine(...edits: Edit[]): Edit {
  return (ground) =>
    edits.reduce<Article | null>(
      (article, edit) => article && edit({ ...ground, article }),
      ground.article,
    );
}

/** The sentences that hold words of the quote, as one stretch with the white space behind it. */
export function findSentence(article: Article, { at, start, end }: Place): Segment {
  const text = readBlock(blockAt(article, at));
  const own = listSentences(text).filter((one) => one.start < end && one.end > start);
  return { start: own[0]?.start ?? 0, end: own.at(-1)?.end ?? text.length };
}

/**
 * The whole words before or after the quote, the nearest first; those of the block beside it where its own
 * has none. A word that the quote cuts through is none of them.
 */
export function listNeighbours(article: Article, place: Place, side: 'before' | 'after'): Place[] {
  const list = (at: number) =>
    listWords(readBlock(blockAt(article, at))).map((word) => ({ ...word, at }));
  const own = list(place.at);
  if (side === 'before') {
    const before = own.filter(({ end }) => end <= place.start).reverse();
    if (before.length > 0 || place.at === 0) return before;
    return list(place.at - 1).reverse();
  }
  const after = own.filter(({ start }) => start >= place.end);
  if (after.length > 0 || place.at + 1 >= article.blocks.length) return after;
  return list(place.at + 1);
}

/** A word that cannot be taken for the quote or a part of it. */
export function findOtherWord(
  { article, words }: Ground,
  quote: string,
  not: string,
): string | null {
  const form = blockAt(article, 0).runs.every(({ text }) => text === text.normalize('NFC'))
    ? 'NFC'
    : 'NFD';
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const word = words.word().normalize(form);
    if (word.length < 2 && !isUnspaced(word)) continue;
    if (word !== not && !quote.includes(word) && !word.includes(quote)) return word;
  }
  return null;
}

/** Of a block: what stands between its words. */
export function spaceOf(text: string): string {
  return isUnspaced(text) ? '' : ' ';
}

export function quoteOf(ground: Ground): string {
  return readPlace(ground.article, placeOf(ground));
}

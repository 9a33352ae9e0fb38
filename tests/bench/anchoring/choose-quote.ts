/** Which words of an article are quoted: of all lengths, at all places of a paragraph, seldom ones and common ones. */
import type { Random } from '../corpus/random.ts';
import { type Article, blockAt, type Place, readBlock } from './article.ts';
import { listEdges, listWords, type Segment } from './segments.ts';

/** In characters: at least, at most. */
export const LENGTHS = {
  '3–8': [3, 8],
  '9–20': [9, 20],
  '21–60': [21, 60],
  '61–200': [61, 200],
} as const;
export type Length = keyof typeof LENGTHS;

/**
 * words: whole ones · characters: cut anywhere · start, end: of a paragraph · block: all of a short one ·
 * common: words that occur often
 */
export const SHAPES = ['words', 'characters', 'start', 'end', 'block', 'common'] as const;
export type Shape = (typeof SHAPES)[number];

/** In UTF-16 units: letters with marks may take more than one for a character. */
const TOO_LONG = 400;

/** @returns null where the dice fell on no such words */
export function chooseQuote(
  random: Random,
  article: Article,
  length: Length,
  shape: Shape,
): Place | null {
  const at = random.below(article.blocks.length);
  const text = readBlock(blockAt(article, at));
  const stretch = CHOICES[shape](random, text, length, article);
  if (stretch === null) return null;
  const [least, most] = LENGTHS[length];
  const quote = text.slice(stretch.start, stretch.end);
  const count = listEdges(quote).length - 1;
  if (quote.trim() !== quote || !/[\p{L}\p{N}]/u.test(quote)) return null;
  if (count < least || count > most || quote.length > TOO_LONG) return null;
  return { at, ...stretch };
}

type Choose = (random: Random, text: string, length: Length, article: Article) => Segment | null;

const CHOICES: Record<Shape, Choose> = {
  words: (random, text, length) => {
    const words = listWords(text);
    return extend(random, words, random.below(words.length), length);
  },
  characters: (random, text, length) => {
    const edges = listEdges(text);
    const first = random.below(edges.length);
    const start = edges[first];
    const end = edges[first + roll(random, length)];
    return start === undefined || end === undefined ? null : { start, end };
  },
  start: (random, text, length) => {
    const words = listWords(text);
    const stretch = extend(random, words, 0, length);
    return stretch && { start: 0, end: stretch.end };
  },
  end: (_, text, length) => {
    const words = listWords(text).reverse();
    const [least] = LENGTHS[length];
    const first = words.find(({ start }) => text.length - start >= least);
    return first ? { start: first.start, end: text.length } : null;
  },
  block: (_, text) => ({ start: 0, end: text.length }),
  common: (random, text, length, article) => {
    const words = listWords(text).filter(({ start, end }) => end - start >= 3 || length !== '3–8');
    const word = words[random.below(words.length)];
    if (word === undefined || countBlocks(article, text.slice(word.start, word.end)) < 5)
      return null;
    if (length === '3–8') return word;
    const stretch = extend(random, words, words.indexOf(word), length);
    const isCommon =
      stretch !== null && countBlocks(article, text.slice(stretch.start, stretch.end)) >= 2;
    return isCommon ? stretch : null;
  },
};

/** From a word on, as many as make up a length. */
function extend(
  random: Random,
  words: readonly Segment[],
  first: number,
  length: Length,
): Segment | null {
  const start = words[first]?.start;
  if (start === undefined) return null;
  const wanted = start + roll(random, length);
  const end = words.findLast((word) => word.end <= wanted && word.start >= start)?.end;
  return end === undefined ? null : { start, end };
}

function roll(random: Random, length: Length): number {
  const [least, most] = LENGTHS[length];
  return least + random.below(most - least + 1);
}

/** In how many blocks words stand: no more is asked than how common they are. */
function countBlocks({ blocks }: Article, words: string): number {
  return blocks.filter((block) => readBlock(block).includes(words)).length;
}

/** Cases of an article: which words are quoted, and what is edited, all by a seed. */
import { createRandom, type Random } from '../corpus/random.ts';
import { type Article, findMark, markPlace, type Place, readPlace } from './article.ts';
import { chooseQuote, LENGTHS, type Length, SHAPES, type Shape } from './choose-quote.ts';
import type { Truth } from './edits/edit.ts';
import { KINDS, type Kind } from './edits/kinds.ts';
import { type MadeArticle, makeArticle } from './make-article.ts';
import type { WordSource } from './word-source.ts';
import { chooseWriting, SCRIPTS, type Script } from './writing.ts';

export interface Case {
  kind: string;
  truth: Truth;
  length: Length;
  shape: Shape;
  quote: string;
  /** in the article before the edit */
  place: Place;
  edited: Article;
  /** in the edited article; null where the words are deleted */
  found: Place | null;
  /** what stands there then; '' where the words are deleted */
  text: string;
}

export interface ArticleChoice {
  seed: number;
  index: number;
}

/** Of the articles that make up a round: in UTF-16 units, of which Chinese, Japanese and Korean need half as many. */
const SIZES = [16_000, 24_000, 34_000, 20_000, 48_000, 28_000, 60_000];
export const ROUND = SCRIPTS.length * 3;
/** Without a factor in common with the kinds: a few cases in a row are of all truths. */
const STRIDE = 17;
const MARK = 1;
const ATTEMPTS = 400;
const LENGTH_NAMES = Object.keys(LENGTHS) as Length[];

export interface Chosen extends MadeArticle {
  script: Script;
  random: Random;
}

/** The n-th article of a seed: its scripts and ways of writing come round, every third has its letters decomposed. */
export function makeChosenArticle({ seed, index }: ArticleChoice): Chosen {
  const random = createRandom(seed * 7919 + index * 104_729 + 13);
  const script = SCRIPTS[index % SCRIPTS.length] ?? 'latin';
  const variant = Math.floor(index / SCRIPTS.length) % 3;
  const size = SIZES[(index * 3 + seed) % SIZES.length] ?? 16_000;
  const writing = chooseWriting(script, variant);
  const length = script === 'cjk' ? size / 2 : size;
  return { ...makeArticle(random, writing, length, variant === 2), script, random };
}

/**
 * One case for each number; kinds, lengths and shapes come round by it.
 * @param numbers of the cases in the whole benchmark
 */
export function* makeCases(
  article: Article,
  words: WordSource,
  random: Random,
  numbers: Iterable<number>,
): Generator<Case> {
  for (const number of numbers) {
    const kind = KINDS[(number * STRIDE) % KINDS.length];
    const round = Math.floor(number / KINDS.length) + number;
    const made = kind && makeCase(article, words, random, kind, round);
    if (made) yield made;
  }
}

/** Other dice are thrown until the edit can be done to the words; the kind stays, its length as long as it may. */
function makeCase(
  article: Article,
  words: WordSource,
  random: Random,
  { name, truth, edit }: Kind,
  round: number,
): Case | null {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const turn = round + Math.floor(attempt / 40);
    const length = LENGTH_NAMES[turn % LENGTH_NAMES.length] ?? '9–20';
    const shape = SHAPES[random.below(SHAPES.length)] ?? 'words';
    const place = chooseQuote(random, article, length, shape);
    if (place === null) continue;
    const marked = markPlace(article, place, MARK);
    const edited = edit({ article: marked, mark: MARK, random, words });
    if (edited === null) continue;
    const found = findMark(edited, MARK);
    return {
      kind: name,
      truth,
      length,
      shape,
      quote: readPlace(article, place),
      place,
      edited,
      found,
      text: found === null ? '' : readPlace(edited, found),
    };
  }
  return null;
}

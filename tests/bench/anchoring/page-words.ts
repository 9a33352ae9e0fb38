/** Words for edits of a saved page: its own, in another order, so that they are of its language. */
import type { Random } from '../corpus/random.ts';
import { type Article, readBlock } from './article.ts';
import { isUnspaced, listWords } from './segments.ts';
import type { WordSource } from './word-source.ts';

const LETTER = /\p{L}\p{M}*/gu;

/** @returns null where the article has hardly any words */
export function createPageWords(random: Random, article: Article): WordSource | null {
  const texts = article.blocks.map(readBlock);
  const words = texts.flatMap((text) =>
    listWords(text)
      .map(({ start, end }) => text.slice(start, end))
      .filter((word) => /\p{L}/u.test(word)),
  );
  const letters = [...new Set(words.join('').toLowerCase().match(LETTER))];
  if (words.length < 40 || letters.length < 5) return null;
  const word = () => words[random.below(words.length)] ?? '';
  const space = isUnspaced(texts.join('')) ? '' : ' ';
  return {
    word,
    sentence: () => `${Array.from({ length: 6 + random.below(12) }, word).join(space)}.`,
    letter: (not) => {
      const others = letters.filter((one) => one !== not.toLowerCase());
      return others[random.below(others.length)] ?? '';
    },
  };
}

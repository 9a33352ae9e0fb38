/** A long article of synthetic words: headings, paragraphs, lists, words set off within them. */
import type { Random } from '../corpus/random.ts';
import { type Article, type Block, changeRuns, createRun, readBlock } from './article.ts';
import { listWords } from './segments.ts';
import { createWordSource, type WordSource } from './word-source.ts';
import type { Writing } from './writing.ts';

/** What stands around the article on its page, and repeats some of its words. */
export interface Surroundings {
  menu: readonly string[];
  teasers: readonly string[];
  foot: string;
}

export interface MadeArticle {
  article: Article;
  surroundings: Surroundings;
  words: WordSource;
  space: string;
}

const INLINE = ['em', 'a', 'strong', 'a', 'em', 'code'];

/**
 * @param length of its text, in UTF-16 units; a little more comes out
 * @param isDecomposed whether letters with marks are written as two characters
 */
export function makeArticle(
  random: Random,
  writing: Writing,
  length: number,
  isDecomposed = false,
): MadeArticle {
  const words = createWordSource(random, writing);
  const sentences = (count: number) =>
    Array.from({ length: count }, () => words.sentence()).join(writing.space);
  const title = (count: number) => Array.from({ length: count }, words.word).join(writing.space);
  const blocks: Block[] = [];
  let written = 0;
  const add = (tag: string, text: string) => {
    const content = isDecomposed ? text.normalize('NFD') : text;
    const isRunning = tag === 'p' || tag === 'li';
    const block = { id: blocks.length, tag, runs: [createRun(content)] };
    blocks.push(isRunning ? setOff(random, block) : block);
    written += content.length;
  };
  add('h1', title(5 + random.below(5)));
  while (written < length) {
    add('h2', title(2 + random.below(5)));
    for (let count = 2 + random.below(5); count > 0; count -= 1) {
      add('p', sentences(1 + random.below(6)));
    }
    const roll = random.next();
    if (roll < 0.25) {
      for (let count = 2 + random.below(5); count > 0; count -= 1) {
        add('li', random.next() < 0.5 ? title(2 + random.below(7)) : words.sentence());
      }
    } else if (roll < 0.35) add('blockquote', sentences(1 + random.below(3)));
  }
  return {
    article: { language: writing.language, blocks },
    surroundings: {
      menu: Array.from({ length: 6 }, () => title(2)),
      teasers: Array.from({ length: 8 }, words.sentence),
      foot: words.sentence(),
    },
    words,
    space: writing.space,
  };
}

/** Some words of a block in inline elements, each a whole number of words. */
function setOff(random: Random, block: Block): Block {
  let article: Article = { language: '', blocks: [block] };
  const words = listWords(readBlock(block));
  for (let at = random.below(30); at < words.length; at += 8 + random.below(50)) {
    const first = words[at];
    const last = words[Math.min(words.length - 1, at + random.below(4))];
    if (first === undefined || last === undefined) continue;
    const home = INLINE[random.below(INLINE.length)] ?? 'em';
    const place = { at: 0, start: first.start, end: last.end };
    article = changeRuns(article, place, (run) => ({ ...run, home: run.home || home }));
    at += 4;
  }
  return article.blocks[0] ?? block;
}

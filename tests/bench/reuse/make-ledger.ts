/** The copies that are remembered: articles as somebody selected them, whole or some paragraphs, some with what stands at their end. */
import { countPerWord, splitWords } from '../../../src/model/reuse/split-words.ts';
import type { Random } from '../corpus/random.ts';
import { chooseBoilerplate } from './boilerplate.ts';
import type { CopiedArticle } from './case.ts';

export interface ReadArticle {
  url: string;
  language: string;
  paragraphs: string[];
}

export interface RememberedArticle extends ReadArticle {
  /** the paragraphs of it that were copied, as they stand in it */
  copied: string[];
  /** what else stood at its end, and was copied along with it */
  boilerplate: string | null;
}

/** Words below which a page is left out, and a copy is taken whole. */
export const LEAST_ARTICLE = 150;

export function countWords(text: string): number {
  return splitWords(text).words.reduce((sum, word) => sum + 1 / countPerWord(word), 0);
}

export function rememberArticle(
  random: Random,
  article: ReadArticle,
  notices: readonly { lang: string; text: string }[],
): RememberedArticle {
  const { paragraphs, language } = article;
  let copied = paragraphs;
  if (random.next() < 0.4) {
    const from = random.below(paragraphs.length);
    const part = paragraphs.slice(from, from + 2 + random.below(paragraphs.length));
    if (countWords(part.join('\n')) >= LEAST_ARTICLE) copied = part;
  }
  const boilerplate = random.next() < 0.5 ? chooseBoilerplate(random, language, notices) : null;
  return { ...article, copied, boilerplate };
}

/** Some articles were copied from twice. */
export function listCopies(
  random: Random,
  articles: readonly RememberedArticle[],
): CopiedArticle[] {
  return articles.flatMap(({ url, paragraphs, copied, boilerplate }, index) => {
    const end = boilerplate === null ? [] : [boilerplate];
    const articleText = [...paragraphs, ...end].join('\n\n');
    const whole = { id: `copy-${index}`, url, text: [...copied, ...end].join('\n\n'), articleText };
    if (random.next() >= 0.1) return [whole];
    const again = copied.slice(random.below(copied.length)).join('\n\n');
    return [whole, { ...whole, id: `again-${index}`, text: again }];
  });
}

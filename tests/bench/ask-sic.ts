/** How Sic is asked, in the page and on a Node DOM alike: verdict and whole source together. */
import { judgeArticle, readSource } from '../../src/page/sic-page.ts';
import type { Answer } from './contender.ts';
import { timeCalls } from './time-calls.ts';

export function askSic(document: Document): Answer {
  const { value, cold, warm } = timeCalls(
    () => document,
    (document) => ({ verdict: judgeArticle(document), source: readSource(document) }),
  );
  const { title, authors, publisher, published } = value.source;
  return {
    isArticle: value.verdict.isArticle,
    fields: { title, authors, site: publisher, published },
    cold,
    warm,
  };
}

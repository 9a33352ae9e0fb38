/** What Sic got wrong, a line each, for the one who works on it. */
import type { Answer } from './contender.ts';
import type { BenchPage } from './corpus/read-pages.ts';
import { markField } from './score-articles.ts';

const SHOWN = {
  title: ({ truth }: BenchPage, answer?: Answer) => [truth.title, answer?.fields?.title],
  author: ({ truth }: BenchPage, answer?: Answer) => [truth.authors, answer?.fields?.authors],
  date: ({ truth }: BenchPage, answer?: Answer) => [truth.published, answer?.fields?.published],
  site: ({ truth }: BenchPage, answer?: Answer) => [truth.site, answer?.fields?.site],
};

export function listWrongAnswers(
  pages: readonly BenchPage[],
  answers: readonly Answer[],
): string[] {
  return pages.flatMap((page, index) => {
    const answer = answers[index];
    const { isArticle } = page.truth;
    const lines: string[] = [];
    if (isArticle !== null && answer?.isArticle !== isArticle) {
      lines.push(`verdict  ${page.name}: ${isArticle ? 'an article' : 'no article'}  ${page.url}`);
    }
    for (const name of ['title', 'author', 'date', 'site'] as const) {
      if (markField(name, page, answer) !== false) continue;
      const [wanted, got] = SHOWN[name](page, answer).map((value) => JSON.stringify(value ?? null));
      lines.push(`${name.padEnd(8)} ${page.name}: ${wanted}, got ${got}`);
    }
    return lines;
  });
}

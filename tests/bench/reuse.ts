/**
 * The benchmark `reuse`: how much of what was copied is found again on published pages, changed or not, and what is taken
 * for it that is none; and whether a check takes longer the more copies are remembered.
 */
import { join } from 'node:path';
import type { Benchmark, Figures, Outcome } from './benchmark.ts';
import { readNotices } from './corpus/read-notices.ts';
import { readPages } from './corpus/read-pages.ts';
import { findPercentile } from './percentiles.ts';
import { askAboutPages } from './reuse/ask-about-pages.ts';
import { makeReusePages } from './reuse/made-pages.ts';
import { type Judged, judgeCase, scoreFindings } from './reuse/score-findings.ts';

const PAGES = 96;

export const reuse: Benchmark = {
  name: 'reuse',
  summary: 'passages that were copied, found again on published pages, and the cost of the ledger',
  run: async ({ corpus, seed, limit, alone, verbose, tell }) => {
    const all = corpus === undefined ? makeReusePages(seed, PAGES) : readPages(corpus);
    const pages = all.filter(({ truth }) => truth.isArticle === true).slice(0, limit);
    const { notices } = readNotices(corpus ?? join(import.meta.dirname, 'fixtures'));
    const { cases } = await askAboutPages(pages, { seed, notices, tell });
    const judged = cases.flatMap(judgeCase);
    const figures: Figures = {
      ...scoreFindings(judged),
      page_ms_median: findPercentile(
        cases.map(({ ms }) => ms),
        0.5,
      ),
    };
    const texts = new Map(cases.map((one) => [one, one.words]));
    const wrong = verbose
      ? cases.flatMap((one) =>
          judgeCase(one)
            .filter(({ isRight }) => !isRight)
            .map((fault) => listWrong(fault, texts.get(one) ?? [])),
        )
      : [];
    void alone;
    return { figures, peers: {}, goals: [], notes: [], wrong } satisfies Outcome;
  },
};

function listWrong({ page, what, kind, url, from, to }: Judged, words: readonly string[]): string {
  const said = words.slice(from, Math.min(to, from + 45)).join(' ');
  return `${what} ${kind} on ${page}, ${to - from} words of ${url}: ${said}`;
}

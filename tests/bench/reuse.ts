/**
 * The benchmark `reuse`: how much of what was copied is found again on published pages, changed or not, and what is taken
 * for it that is none; and whether a check takes longer the more copies are remembered.
 */
import { join } from 'node:path';
import type { Benchmark, Figures, Outcome } from './benchmark.ts';
import { readNotices } from './corpus/read-notices.ts';
import { readPages } from './corpus/read-pages.ts';
import { findPercentile } from './percentiles.ts';
import { askAboutPages, type ReuseAnswers } from './reuse/ask-about-pages.ts';
import { makeReusePages } from './reuse/made-pages.ts';
import { createPeers } from './reuse/peers.ts';
import { setReuseGoals } from './reuse/reuse-goals.ts';
import { type Judged, judgeCase, scoreFindings } from './reuse/score-findings.ts';
import { timeLedgers } from './reuse/time-ledgers.ts';

const PAGES = 96;
const SHOWN_WORDS = 40;

export const reuse: Benchmark = {
  name: 'reuse',
  summary: 'what was copied is found again on published pages, and what many copies cost',
  run: async ({ corpus, seed, limit, rows, alone, verbose, tell }) => {
    const all = corpus === undefined ? makeReusePages(seed, PAGES) : readPages(corpus);
    const pages = all.filter(({ truth }) => truth.isArticle === true).slice(0, limit);
    const { notices } = readNotices(corpus ?? join(import.meta.dirname, 'fixtures'));
    const answers = await askAboutPages(pages, { seed, notices, tell });
    const { cases, known, errors } = answers;
    const left = pages.length - known.length;
    const times = cases.map(({ ms }) => ms);
    const figures: Figures = {
      ...scoreFindings(cases.flatMap(judgeCase)),
      errors,
      check_ms_median: findPercentile(times, 0.5),
      check_ms_p95: findPercentile(times, 0.95),
      ...(await timeLedgers(known, { rows, tell })),
    };
    return {
      figures,
      peers: alone ? {} : scorePeers(answers, tell),
      goals: setReuseGoals(figures),
      notes: [
        `${cases.length} checks of ${pages.length - left} pages of ${corpus ?? 'the synthetic corpus'}; ${left} have no article of some paragraphs.`,
        'Each page as it is; with passages of other articles, of 40 to 300 words, as they were, with other marks, lightly rewritten,',
        'in another order; with a whole copy; with quotations of up to 19 words and what stands at the end of articles, which are none.',
        'recall: of the passages of 40 words or more, those half of which lie in one finding of their source.',
        'precision: of the findings, those half of which lie in passages of their source.',
        'The peers are given the copied texts themselves, and all words of the page.',
        'ms: from reading a page’s text to its findings, with the ledger in IndexedDB; ms_growth: with the most copies over with the fewest, in turns.',
      ],
      wrong: verbose ? cases.flatMap(listWrong) : [],
    } satisfies Outcome;
  },
};

function scorePeers(
  { copies, cases }: ReuseAnswers,
  tell: (text: string) => void,
): Record<string, Figures> {
  return Object.fromEntries(
    createPeers(copies).map(({ name, find }) => {
      tell(`${name} …`);
      const found = cases.map((one) => ({ ...one, findings: find(one.words, one.pageUrl) }));
      return [name, scoreFindings(found.flatMap(judgeCase))];
    }),
  );
}

function listWrong(one: ReuseAnswers['cases'][number]): string[] {
  const say = ({ page, what, kind, url, from, to }: Judged) => {
    const words = one.words.slice(from, Math.min(to, from + SHOWN_WORDS)).join(' ');
    const fault = what === 'passage' ? 'not found' : 'is none';
    return `${fault} on ${page} (${kind}, ${to - from} words of ${url}): ${words}`;
  };
  return judgeCase(one)
    .filter(({ isRight }) => !isRight)
    .map(say);
}

/**
 * The benchmark `articles`: is a page an article, and whose, in how much time. In real Chromium and on a
 * Node DOM, against what others use for it.
 */

import { setArticleGoals } from './article-goals.ts';
import { askInBrowser } from './ask-in-browser.ts';
import { askInNode } from './ask-in-node.ts';
import type { Benchmark, Figures, Outcome } from './benchmark.ts';
import type { Contender } from './contender.ts';
import { type BenchPage, readPages } from './corpus/read-pages.ts';
import { makePages } from './corpus/synthetic-pages.ts';
import { listWrongAnswers } from './list-wrong-answers.ts';
import { scoreContender } from './score-articles.ts';

const PAGES = 40;
const SHOWN_ERRORS = 5;

export const articles: Benchmark = {
  name: 'articles',
  summary: 'is a page an article, and whose: verdict, title, author, date, site, milliseconds',
  run: async ({ corpus, seed, limit, alone, verbose, tell }) => {
    const all = corpus === undefined ? makePages(seed, PAGES) : readPages(corpus);
    const pages = all.slice(0, limit);
    const [sic, ...inBrowser] = await askInBrowser(pages, { alone, tell });
    const [sicInNode, ...inNode] = await askInNode(pages, { alone, tell });
    const peers = [...inBrowser, ...inNode];
    const figures = {
      ...scoreContender(pages, sic),
      ...prefixNames('node_', scoreContender(pages, sicInNode)),
    };
    const peerFigures = Object.fromEntries(
      peers.map((peer) => [peer.name, scoreContender(pages, peer)]),
    );
    return {
      figures,
      peers: peerFigures,
      goals: setArticleGoals(figures, peerFigures),
      notes: [
        ...explain(pages, corpus),
        ...[sic, { ...sicInNode, name: 'Sic in Node' }, ...peers].flatMap((one) =>
          listErrors(pages, one),
        ),
      ],
      wrong: verbose ? listWrongAnswers(pages, sic.answers) : [],
    } satisfies Outcome;
  },
};

/** How many pages there are is said once. */
function prefixNames(prefix: string, { pages: _, ...figures }: Figures): Figures {
  return Object.fromEntries(
    Object.entries(figures).map(([name, value]) => [`${prefix}${name}`, value]),
  );
}

function explain(pages: readonly BenchPage[], corpus: string | undefined): string[] {
  const count = (isArticle: boolean) =>
    pages.filter(({ truth }) => truth.isArticle === isArticle).length;
  return [
    `${pages.length} pages of ${corpus ?? 'the synthetic corpus'}: ${count(true)} articles, ${count(false)} others.`,
    'ms: one call for verdict and source together when warm; ms_cold: the first in a freshly loaded page.',
    'metascraper and article-extractor parse the HTML within their time; site_loose is containment by letters and digits.',
  ];
}

function listErrors(pages: readonly BenchPage[], { name, answers }: Contender): string[] {
  const lines = answers.flatMap(({ error }, index) =>
    error === undefined ? [] : `${name} failed on ${pages[index]?.name}: ${error}`,
  );
  const more = lines.length - SHOWN_ERRORS;
  return more > 0 ? [...lines.slice(0, SHOWN_ERRORS), `… and on ${more} more`] : lines;
}

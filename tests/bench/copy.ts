/**
 * The benchmark `copy`: whether Chromium itself goes to a copied passage by the text fragment that is made for
 * it, and how long a copy takes from the key to the clipboard, each against what there is without Sic.
 */
import type { Benchmark, Figures, Goal, Outcome } from './benchmark.ts';
import { askForFragments, type Trial } from './copy/ask-for-fragments.ts';
import { scoreFragments } from './copy/score-fragments.ts';
import { readPages } from './corpus/read-pages.ts';
import { makePages } from './corpus/synthetic-pages.ts';

const PAGES = 20;
const EACH = 1;
const PEER = 'text-fragments-polyfill';

export const copy: Benchmark = {
  name: 'copy',
  summary: 'the link to a copied passage, and the time from the key to the clipboard',
  run: async ({ corpus, seed, limit, alone, verbose, tell }) => {
    const all = corpus === undefined ? makePages(seed, PAGES) : readPages(corpus);
    const pages = all.filter(({ truth }) => truth.isArticle === true).slice(0, limit);
    const { sic, polyfill } = await askForFragments(pages, { seed, each: EACH, alone, tell });
    const figures = scoreFragments(sic);
    const peers: Record<string, Figures> = alone ? {} : { [PEER]: scoreFragments(polyfill) };
    return {
      figures,
      peers,
      goals: [] as Goal[],
      notes: [],
      wrong: verbose ? [...listWrong('Sic', sic), ...listWrong(PEER, polyfill)] : [],
    } satisfies Outcome;
  },
};

function listWrong(name: string, trials: readonly Trial[]): string[] {
  return trials
    .filter(({ verdict }) => verdict !== 'right')
    .map(
      ({ page, kind, verdict, why, directive, ms, text }) =>
        `${name}: ${verdict} on ${page} (${kind}, ${ms.toFixed(1)} ms): ${why} [${directive === null ? text.replace(/\s+/g, ' ').slice(0, 120) : decodeURIComponent(directive)}]`,
    );
}

/**
 * The benchmark `copy`: whether Chromium itself goes to a copied passage by the text fragment that is made for
 * it, and how long a copy takes from the key to the clipboard, each against what there is without Sic.
 */
import type { Benchmark, Figures, Outcome } from './benchmark.ts';
import { askForFragments, type Trial } from './copy/ask-for-fragments.ts';
import { setCopyGoals } from './copy/copy-goals.ts';
import { scoreCopies } from './copy/score-copies.ts';
import { scoreFragments } from './copy/score-fragments.ts';
import { isExtensionBuilt, timeCopies } from './copy/time-copies.ts';
import { readPages } from './corpus/read-pages.ts';
import { makePages } from './corpus/synthetic-pages.ts';

const PAGES = 40;
const ROUNDS = 20;
const PEER = 'text-fragments-polyfill';
const SHOWN_TEXT = 120;

export const copy: Benchmark = {
  name: 'copy',
  summary: 'the link to a copied passage, and the time from the key to the clipboard',
  run: async ({ corpus, seed, limit, alone, verbose, tell }) => {
    const all = corpus === undefined ? makePages(seed, PAGES) : readPages(corpus);
    const pages = all.filter(({ truth }) => truth.isArticle === true).slice(0, limit);
    const isBuilt = isExtensionBuilt();
    const rounds = Math.min(ROUNDS, limit);
    const times = isBuilt ? await timeCopies({ seed, rounds, tell }) : [];
    const { sic, polyfill } = await askForFragments(pages, { seed, alone, tell });
    const figures = { ...scoreFragments(sic), ...scoreCopies(times) };
    const peers: Record<string, Figures> = alone ? {} : { [PEER]: scoreFragments(polyfill) };
    return {
      figures,
      peers,
      goals: setCopyGoals(figures, peers[PEER]),
      notes: [
        `${sic.length} selections, one on each article page of ${corpus ?? 'the synthetic corpus'}, in five kinds;`,
        "of all text that can be seen but menus: without the sites' style sheets every copy of them is shown.",
        'right: the range that Chromium itself matched (getMatchingRange) is the selection, widened to its words, and in view.',
        'fragment_ms: the first call in a page that is laid out; prepared: with the text kept ready.',
        'copy_ms: what Sic adds in the page, from the key event to the end of the task that fills the clipboard,',
        'on 20,000 words that are all selected; deep: with a link to the passage; own: the browser alone.',
        ...(isBuilt ? [] : ['The extension is not built (npm run build): no copies were timed.']),
      ],
      wrong: verbose ? [...listWrong('Sic', sic), ...listWrong(PEER, polyfill)] : [],
    } satisfies Outcome;
  },
};

function listWrong(name: string, trials: readonly Trial[]): string[] {
  return trials
    .filter(({ verdict }) => verdict !== 'right')
    .map(({ page, kind, verdict, why, directive, ms, text }) => {
      const said = directive ?? `of “${text.replace(/\s+/g, ' ').trim().slice(0, SHOWN_TEXT)}”`;
      return `${name}: ${verdict} on ${page} (${kind}, ${ms.toFixed(1)} ms): ${why} ${said}`;
    });
}

/**
 * The benchmark `anchoring`: whether a quote is found again in an article that has been edited, whether what
 * has become of it is recognised, and how long that takes, beside the libraries that others use for it.
 */
import { setAnchoringGoals } from './anchoring/anchoring-goals.ts';
import { askInChromium, type Outcomes } from './anchoring/ask-in-browser.ts';
import { askOnPages } from './anchoring/ask-on-pages.ts';
import { breakDown, listWrongAnswers } from './anchoring/break-down.ts';
import { listAnswered, scoreAnchoring } from './anchoring/score-anchoring.ts';
import type { LongTimes, Trial } from './anchoring/trial.ts';
import type { Benchmark, BenchmarkOptions, Figures, Outcome } from './benchmark.ts';
import { createRandom } from './corpus/random.ts';
import { readPages } from './corpus/read-pages.ts';
import { findPercentile } from './percentiles.ts';

const CASES = 1500;
/** Of a corpus, drawn by the seed: all of them would take an hour. */
const PAGES = 120;
/** Of the hundred quotes on a long page; one will do where little is asked for. */
const ROUNDS = 3;
const SIC = 'Sic';
const PEER = 'hypothesis';
const QUOTES = 100;

export const anchoring: Benchmark = {
  name: 'anchoring',
  summary: 'quotes found again in articles that have been edited, and corrections recognised',
  run: async (options) => {
    const { trials, times, missing, what } = await ask(options);
    const { [SIC]: figures = {}, ...peers } = scoreAll(trials, times);
    const own = listAnswered(trials, SIC);
    return {
      figures,
      peers,
      goals: setAnchoringGoals(figures, peers[PEER]),
      notes: [
        ...(options.verbose ? breakDown(own) : []),
        ...what,
        'recall, wrong: of the quotes that stand or were corrected in place; false_found: of those that were deleted;',
        'fixed: of those that were corrected; false_fixed: of those that stand.',
        'ms_median: one quote on a page that has just changed and is at rest; ms_100: a hundred on a made page of 200 kB.',
        ...describeShortages(trials, times),
        ...missing,
      ],
      wrong: options.verbose ? listWrongAnswers(SIC, own) : [],
    } satisfies Outcome;
  },
};

/** @returns what the contenders answered, and what they were asked as notes */
async function ask(options: BenchmarkOptions): Promise<Outcomes & { what: string[] }> {
  const { corpus, seed, limit, alone, tell } = options;
  const rounds = limit < PAGES ? 1 : ROUNDS;
  if (corpus === undefined) {
    const outcomes = await askInChromium({
      seed,
      cases: Math.min(CASES, limit),
      rounds,
      alone,
      tell,
    });
    const count = outcomes.trials.length;
    const what = `${count} quotes of made articles in five scripts, each after an edit, in Chromium.`;
    return { ...outcomes, what: [what] };
  }
  const articles = readPages(corpus).filter(({ truth }) => truth.isArticle === true);
  const pages = createRandom(seed).sample(articles, Math.min(PAGES, limit));
  const outcomes = await askOnPages(pages, { seed, rounds, alone, tell });
  const { trials, left } = outcomes;
  return {
    ...outcomes,
    what: [
      `${trials.length} quotes of ${pages.length} article pages of ${corpus}, each after an edit of the page's text;`,
      `${left} visits of pages are left out: no article of some paragraphs, or not loaded. By browser:`,
      ...[...Map.groupBy(trials, ({ browser }) => browser)].map(describeBrowser),
    ],
  };
}

function describeBrowser([browser, trials]: [string, Trial[]]): string {
  const figures = scoreAnchoring(listAnswered(trials, SIC), null);
  const said = ['recall', 'wrong', 'false_found', 'fixed', 'false_fixed', 'ms_median'].map(
    (name) => `${name} ${figures[name]?.toFixed(4) ?? '–'}`,
  );
  return `  ${browser}, ${trials.length} quotes: ${said.join(', ')}`;
}

function scoreAll(trials: readonly Trial[], times: LongTimes): Record<string, Figures> {
  return Object.fromEntries(
    Object.entries(times).map(([name, { rounds }]) => [
      name,
      scoreAnchoring(listAnswered(trials, name), findPercentile(rounds, 0.5)),
    ]),
  );
}

/** Who was asked less than the others because it takes too long. */
function describeShortages(trials: readonly Trial[], times: LongTimes): string[] {
  return Object.entries(times).flatMap(([name, { asked }]) => {
    const count = listAnswered(trials, name).length;
    return [
      ...(count < trials.length ? [`${name} takes long: it was asked for ${count} quotes.`] : []),
      ...(asked < QUOTES ? [`${name}: ms_100 is by ${asked} quotes.`] : []),
    ];
  });
}

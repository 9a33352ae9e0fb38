/**
 * The benchmark `anchoring`: whether a quote is found again in an article that has been edited, whether what
 * has become of it is recognised, and how long that takes, beside the libraries that others use for it.
 */
import { setAnchoringGoals } from './anchoring/anchoring-goals.ts';
import { askInChromium } from './anchoring/ask-in-browser.ts';
import { breakDown, listWrongAnswers } from './anchoring/break-down.ts';
import { listAnswered, scoreAnchoring } from './anchoring/score-anchoring.ts';
import type { LongTimes, Trial } from './anchoring/trial.ts';
import type { Benchmark, Figures, Outcome } from './benchmark.ts';
import { findPercentile } from './percentiles.ts';

const CASES = 2400;
const SIC = 'Sic';
const PEER = 'hypothesis';

export const anchoring: Benchmark = {
  name: 'anchoring',
  summary: 'quotes found again in articles that have been edited, and corrections recognised',
  run: async ({ seed, limit, alone, verbose, tell }) => {
    const cases = Math.min(CASES, limit);
    const { trials, times, missing } = await askInChromium({ seed, cases, alone, tell });
    const { [SIC]: figures = {}, ...peers } = scoreAll(trials, times);
    const own = listAnswered(trials, SIC);
    return {
      figures,
      peers,
      goals: setAnchoringGoals(figures, peers[PEER]),
      notes: [
        ...(verbose ? breakDown(own) : []),
        `${trials.length} quotes of synthetic articles in five scripts, each after one edit, in Chromium.`,
        'recall, wrong: of the quotes that stand or were corrected in place; false_found: of those that were deleted;',
        'fixed: of those that were corrected; false_fixed: of those that stand.',
        'ms_median: one quote on a page that has just changed and is at rest; ms_100: a hundred on one page of 200 kB.',
        ...describeShortages(trials, times),
        ...missing,
      ],
      wrong: verbose ? listWrongAnswers(SIC, own) : [],
    } satisfies Outcome;
  },
};

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
      ...(asked < 100 ? [`${name}: ms_100 is by ${asked} quotes.`] : []),
    ];
  });
}

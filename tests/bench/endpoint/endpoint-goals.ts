/** The goals of `endpoint`: against the bare loop in the same run, and against what a small server has. */
import type { Figures, Goal } from '../benchmark.ts';

const RATE_OF_BARE = 0.7;
const P99_OVER_MEDIAN = 5;
const MEMORY_MB = 150;
const FIRST_PAGE_GROWTH = 1.5;

/** @param prefix of the figures' names, such as `postgres_` */
export function setEndpointGoals(figures: Figures, prefix = ''): Goal[] {
  const goal = (name: string, wanted: string, isMet: (own: number) => boolean) => {
    const what = `${prefix}${name}`;
    const own = figures[what] ?? null;
    return own === null ? [] : [{ what, wanted, ours: own.toFixed(2), met: isMet(own) }];
  };
  return [
    ...goal(
      'rate_of_bare',
      `≥ ${RATE_OF_BARE} of the bare grouped insert loop`,
      (own) => own >= RATE_OF_BARE,
    ),
    ...goal('p99_over_median', `< ${P99_OVER_MEDIAN}`, (own) => own < P99_OVER_MEDIAN),
    ...goal('memory_mb', `< ${MEMORY_MB}`, (own) => own < MEMORY_MB),
    ...goal('first_page_growth', `≤ ${FIRST_PAGE_GROWTH}`, (own) => own <= FIRST_PAGE_GROWTH),
  ];
}

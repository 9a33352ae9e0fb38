/** The goals of `review`: what a queue costs does not grow with it, and is little. */
import type { Figures, Goal } from '../benchmark.ts';

const GROWTH = 1.5;
const DROPPED_FRAMES = 0.05;
const MEMORY_MB = 30;

export function setReviewGoals(figures: Figures): Goal[] {
  const goal = (what: string, most: number) => {
    const own = figures[what] ?? null;
    return own === null
      ? []
      : [{ what, wanted: `≤ ${most}`, ours: own.toFixed(2), met: own <= most }];
  };
  return [
    ...goal('first_row_ms_growth', GROWTH),
    ...goal('filter_ms_growth', GROWTH),
    ...goal('dropped_frames', DROPPED_FRAMES),
    ...goal('memory_mb', MEMORY_MB),
  ];
}

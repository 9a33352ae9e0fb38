/** The goals of `reuse`: what is found is right, little is missed, and many copies cost no more than few. */
import type { Figures, Goal } from '../benchmark.ts';

const PRECISION = 0.99;
const RECALL = 0.95;
const MS_GROWTH = 1.5;

export function setReuseGoals(ours: Figures): Goal[] {
  const goal = (what: string, wanted: string, isMet: (own: number) => boolean) => {
    const own = ours[what] ?? null;
    return own === null ? [] : [{ what, wanted, ours: own.toFixed(3), met: isMet(own) }];
  };
  return [
    ...goal('precision', `≥ ${PRECISION}`, (own) => own >= PRECISION),
    ...goal('recall', `≥ ${RECALL}`, (own) => own >= RECALL),
    ...goal('ms_growth', `≤ ${MS_GROWTH}`, (own) => own <= MS_GROWTH),
  ];
}

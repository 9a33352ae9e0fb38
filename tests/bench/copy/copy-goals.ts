/** The goals of `copy`: against the peer where there is one, and against a frame for the copy itself. */
import type { Figures, Goal } from '../benchmark.ts';

const RIGHT = 0.97;
/** "At a tenth of the polyfill's time." */
const SHARE_OF_TIME = 0.1;
const FRAME_MS = 16;

export function setCopyGoals(ours: Figures, peer: Figures | undefined): Goal[] {
  const goal = (what: string, wanted: string, digits: number, isMet: (own: number) => boolean) => {
    const own = ours[what] ?? null;
    return own === null ? [] : [{ what, wanted, ours: own.toFixed(digits), met: isMet(own) }];
  };
  const theirs = peer?.['fragment_ms_median'] ?? null;
  return [
    ...goal('fragments_right', `≥ ${RIGHT}`, 3, (own) => own >= RIGHT),
    ...goal('fragments_wrong', 'none', 3, (own) => own === 0),
    ...(theirs === null
      ? []
      : goal(
          'fragment_ms_median',
          `≤ a tenth of the polyfill's (${theirs.toFixed(1)} ms)`,
          2,
          (own) => own <= theirs * SHARE_OF_TIME,
        )),
    ...goal('copy_ms_p95', `≤ a frame (${FRAME_MS} ms)`, 2, (own) => own <= FRAME_MS),
    ...goal('copy_deep_ms_p95', `≤ a frame (${FRAME_MS} ms)`, 2, (own) => own <= FRAME_MS),
  ];
}

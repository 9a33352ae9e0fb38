/** The figures of copies: what Sic adds to the browser's own, and how many times as long a copy takes. */
import type { Figures } from '../benchmark.ts';
import { findPercentile } from '../percentiles.ts';
import type { CopyTime, Mode, Size } from './time-copies.ts';

/**
 * Times are in ms; what is added is the difference of the same percentile, with and without, on the large article
 * unless it says small.
 */
export function scoreCopies(times: readonly CopyTime[]): Figures {
  const read = (mode: Mode, size: Size, share: number, what: 'ms' | 'wall' = 'ms') =>
    findPercentile(
      times.filter((one) => one.mode === mode && one.size === size).map((one) => one[what]),
      share,
    );
  const added = (mode: Mode, size: Size, share: number, what?: 'ms' | 'wall') =>
    combine(read(mode, size, share, what), read('own', size, share, what), (a, b) => a - b);
  const ratio = (mode: Mode, size: Size) =>
    combine(read(mode, size, 0.5), read('own', size, 0.5), (a, b) => a / b);
  return {
    copy_ms_p95: added('source', 'large', 0.95),
    copy_ms_median: added('source', 'large', 0.5),
    copy_deep_ms_p95: added('deep', 'large', 0.95),
    copy_deep_ms_median: added('deep', 'large', 0.5),
    copy_small_ms_p95: added('source', 'small', 0.95),
    copy_small_deep_ms_p95: added('deep', 'small', 0.95),
    copy_own_ms_median: read('own', 'large', 0.5),
    copy_own_ms_p95: read('own', 'large', 0.95),
    copy_wall_ms_median: added('source', 'large', 0.5, 'wall'),
    copy_ratio: ratio('source', 'large'),
    copy_small_ratio: ratio('source', 'small'),
    copies_rows: times.length,
  };
}

function combine(
  a: number | null,
  b: number | null,
  how: (a: number, b: number) => number,
): number | null {
  return a === null || b === null ? null : how(a, b);
}

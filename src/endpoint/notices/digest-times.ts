/** When digests are due: each hour or day, at the same moment of it, whenever the last one was really sent. */
import type { Frequency } from '../store/channels.ts';

const PERIODS: Record<Exclude<Frequency, 'report'>, number> = { hour: 3_600_000, day: 86_400_000 };

/**
 * @param dueAt when one was due, by any clock; epoch ms
 * @param now epoch ms
 * @returns the first moment after now that lies a whole number of periods from it; `dueAt` where there are no digests
 */
export function planDigest(every: Frequency, dueAt: number, now: number): number {
  if (every === 'report') return dueAt;
  const period = PERIODS[every];
  const since = (((now - dueAt) % period) + period) % period;
  return now - since + period;
}

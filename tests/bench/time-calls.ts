/** How long a call takes, first and later. Runs in the page and in Node alike. */

export interface Timed<T> {
  /** what the first call gave */
  value: T;
  /** ms of the first call */
  cold: number;
  /** ms of a later call, in the median */
  warm: number;
}

/** A first call longer than this, in ms, is repeated once only. */
const HEAVY_MS = 25;
/** As often as a page is read again in real life, rather than in a loop that compiles everything away. */
const REPEATS = 7;

/**
 * Times a call.
 * @param prepare makes what the call gets, afresh each time and outside the clock
 */
export function timeCalls<I, T>(prepare: () => I, call: (input: I) => T): Timed<T> {
  const { value, ms: cold } = timeOnce(prepare(), call);
  const repeats = cold > HEAVY_MS ? 1 : REPEATS;
  const later = Array.from({ length: repeats }, () => timeOnce(prepare(), call).ms);
  return { value, cold, warm: findMiddle(later) };
}

function timeOnce<I, T>(input: I, call: (input: I) => T): { value: T; ms: number } {
  const start = performance.now();
  const value = call(input);
  return { value, ms: performance.now() - start };
}

function findMiddle(numbers: number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

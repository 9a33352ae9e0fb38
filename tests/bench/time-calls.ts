/**
 * How long a call takes, first and later. Runs in the page and in Node alike. A browser's clock may be as
 * coarse as a tenth of a millisecond: later calls are timed several together.
 */

export interface Timed<T> {
  /** what the first call gave */
  value: T;
  /** ms of the first call */
  cold: number;
  /** ms of one of the later calls, in the median */
  warm: number;
}

/** A first call longer than this, in ms, is repeated once only. */
const HEAVY_MS = 25;
const WARM_UP = 4;
const ROUNDS = 5;
const CALLS = 4;

/**
 * Times a call.
 * @param prepare makes what the call gets, afresh each time and outside the clock
 */
export function timeCalls<I, T>(prepare: () => I, call: (input: I) => T): Timed<T> {
  const input = prepare();
  const start = performance.now();
  const value = call(input);
  const cold = performance.now() - start;
  if (cold > HEAVY_MS) return { value, cold, warm: timeTogether([prepare()], call) };
  for (let i = 0; i < WARM_UP; i += 1) call(prepare());
  const rounds = Array.from({ length: ROUNDS }, () =>
    timeTogether(Array.from({ length: CALLS }, prepare), call),
  );
  return { value, cold, warm: findMiddle(rounds) };
}

/** @returns ms of one call */
function timeTogether<I>(inputs: I[], call: (input: I) => unknown): number {
  const start = performance.now();
  for (const input of inputs) call(input);
  return (performance.now() - start) / inputs.length;
}

function findMiddle(numbers: number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

/** Work that is asked for often and done seldom: soon after it is asked for, never twice at once, and ever more seldom while it fails. */

/** What came of it: `more` has to be done again, because it is not all done yet; `failed` as well, later. */
export type Came = 'done' | 'more' | 'failed';

export interface Paced {
  /** Sees to it that the work is done, once however often it is asked for before it begins. */
  ask(): void;
  /** What it failed by is over, as far as is known: it is waited no longer for it. */
  recover(): void;
  stop(): void;
}

/** The longest that is waited after failures, in ms. */
const LONGEST_WAIT = 60_000;

/**
 * @param soon how long after it is asked for, and `apart` how long after the last time it ended, in ms; the latter
 *   doubles with each failure in a row
 */
export function createPaced(
  work: () => Promise<Came>,
  { soon, apart }: { soon: number; apart: number },
): Paced {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isWorking = false;
  let isAskedAgain = false;
  let isStopped = false;
  let failures = 0;
  let endedAt = Number.NEGATIVE_INFINITY;

  const start = async () => {
    timer = undefined;
    isWorking = true;
    isAskedAgain = false;
    const came = await work();
    isWorking = false;
    endedAt = performance.now();
    failures = came === 'failed' ? failures + 1 : 0;
    if (came !== 'done' || isAskedAgain) ask();
  };

  const ask = () => {
    if (isStopped || timer !== undefined) return;
    if (isWorking) {
      isAskedAgain = true;
      return;
    }
    const rest = Math.min(apart * 2 ** failures, Math.max(apart, LONGEST_WAIT));
    const wait = Math.max(soon, endedAt + rest - performance.now());
    timer = setTimeout(() => void start(), wait);
  };

  return {
    ask,
    recover() {
      failures = 0;
      if (timer === undefined) return;
      clearTimeout(timer);
      timer = undefined;
      ask();
    },
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}

/** Work that is asked for often and done seldom: soon after it is asked for, and never twice at once. */

export interface Paced {
  /** Sees to it that the work is done, once however often it is asked for before it begins. */
  ask(): void;
  stop(): void;
}

/**
 * @param work gives whether it has to be done again, because it is not all done yet
 * @param soon how long after it is asked for, and `apart` how long after the last time it ended, in ms
 */
export function createPaced(
  work: () => Promise<boolean>,
  { soon, apart }: { soon: number; apart: number },
): Paced {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isWorking = false;
  let isAskedAgain = false;
  let isStopped = false;
  let endedAt = Number.NEGATIVE_INFINITY;

  const start = async () => {
    timer = undefined;
    isWorking = true;
    isAskedAgain = false;
    const isMore = await work();
    isWorking = false;
    endedAt = performance.now();
    if (isMore || isAskedAgain) ask();
  };

  const ask = () => {
    if (isStopped || timer !== undefined) return;
    if (isWorking) {
      isAskedAgain = true;
      return;
    }
    const wait = Math.max(soon, endedAt + apart - performance.now());
    timer = setTimeout(() => void start(), wait);
  };

  return {
    ask,
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}

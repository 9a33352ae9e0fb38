/**
 * Waiting in tests is always for something that can be seen, never for a length of time; this is the
 * one loop that does it, and the one place that names what did not come.
 */

export interface WaitOptions {
  /** ms until it is given up; 10 s unless told */
  timeout?: number;
  /** ms between two looks; 25 unless told */
  every?: number;
  /** what is waited for, for the error's sentence */
  what?: string;
}

/** Resolves after `ms` milliseconds: for showing that something does NOT happen, and for nothing else. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/**
 * Looks again and again until `look` gives something truthy.
 * @returns that something; rejects after the timeout with what was waited for and the last value.
 */
export async function waitUntil<T>(
  look: () => T | Promise<T>,
  { timeout = 10_000, every = 25, what = 'a condition' }: WaitOptions = {},
): Promise<NonNullable<T>> {
  const end = performance.now() + timeout;
  for (;;) {
    const seen = await look();
    if (seen) return seen;
    if (performance.now() > end) {
      throw new Error(`waited ${timeout} ms for ${what}; the last look gave ${String(seen)}`);
    }
    await pause(every);
  }
}

/** Settles as `work` does, or rejects after `ms` milliseconds: for calls that may never come back. */
export async function giveUpAfter<T>(ms: number, what: string, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what}: no answer in ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

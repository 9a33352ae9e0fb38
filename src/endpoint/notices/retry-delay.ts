/** When a message that could not be sent is tried again, and when no more. */
import { LONGEST_DELAY } from '../store/messages.ts';

const FIRST_DELAY = 10_000;
/** How long a message is tried, in ms. */
export const PATIENCE = 3 * 86_400_000;
/** A clock that jumps ahead makes a message look old that has hardly been tried. */
const LEAST_ATTEMPTS = 8;

export interface FailedAttempt {
  /** how many failed before this one */
  attempts: number;
  createdAt: number;
  /** epoch ms */
  at: number;
  /** ms, or null */
  retryAfter: number | null;
  /** from 0 up to 1: messages that failed together are not tried together */
  random: number;
}

/** @returns epoch ms of the next attempt, a day from now at most; null where it is given up */
export function planRetry(failed: FailedAttempt): number | null {
  const { attempts, createdAt, at, retryAfter, random } = failed;
  if (at - createdAt >= PATIENCE && attempts + 1 >= LEAST_ATTEMPTS) return null;
  const most = Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** Math.min(attempts, 20));
  const delay = Math.max(most / 2 + (most / 2) * random, retryAfter ?? 0);
  return at + Math.floor(Math.min(delay, LONGEST_DELAY));
}

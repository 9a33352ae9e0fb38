/** Counts what happens in a minute, for limits. Here in the process's own memory, for where no other is to know. */
import { randomBytes } from 'node:crypto';
import { createExpiringMap } from './expiring-map.ts';

/** How long one counts on from the first, in ms. */
export const WINDOW_MS = 60_000;
/** As many keys as a busy minute has, in about ten megabytes; after that the oldest are forgotten. */
const MOST_KEYS = 50_000;
const KEY_BYTES = 32;

/** How often something has happened in its minute, this time included, and how many ms of that are left. */
export interface Rate {
  count: number;
  left: number;
}

export interface Rates {
  /** Counts something once more. */
  count(key: string): Promise<Rate>;
  /** What addresses are hashed with, before they are counted: the same for all who count together. */
  takeKey(): Promise<Buffer>;
}

export interface MemoryRates extends Rates {
  /** How often it has been counted, without counting it. */
  read(key: string): Rate;
}

/** @param clock in ms; it never goes back */
export function createMemoryRates(clock = () => performance.now()): MemoryRates {
  const key = randomBytes(KEY_BYTES);
  const windows = createExpiringMap<{ count: number }>({
    lifetime: WINDOW_MS,
    most: MOST_KEYS,
    clock,
  });
  return {
    async count(subject) {
      const known = windows.get(subject);
      if (known === undefined) {
        windows.set(subject, { count: 1 });
        return { count: 1, left: WINDOW_MS };
      }
      known.value.count++;
      return { count: known.value.count, left: known.until - clock() };
    },
    read(subject) {
      const known = windows.get(subject);
      if (known === undefined) return { count: 0, left: 0 };
      return { count: known.value.count, left: known.until - clock() };
    },
    takeKey: async () => key,
  };
}

/** A map that forgets: strangers choose its keys, so both its size and the time that it keeps them are bounded. */
export interface ExpiringMap<V> {
  /** What was set for a key, and when it is forgotten; undefined where that is so. */
  get(key: string): { value: V; until: number } | undefined;
  set(key: string, value: V): void;
}

/**
 * @param bounds how long an entry is kept, in ms; how many entries are: the oldest go first; and a clock in ms that
 * never goes back, so that nothing is kept longer when somebody sets the time of day
 */
export function createExpiringMap<V>(bounds: {
  lifetime: number;
  most: number;
  clock?: () => number;
}): ExpiringMap<V> {
  const { lifetime, most, clock = () => performance.now() } = bounds;
  // All are kept equally long, so the order they came in is the order they go in.
  const entries = new Map<string, { value: V; until: number }>();

  function forget(): void {
    const now = clock();
    for (const [key, { until }] of entries) {
      if (until > now && entries.size <= most) return;
      entries.delete(key);
    }
  }

  return {
    get(key) {
      forget();
      return entries.get(key);
    },
    set(key, value) {
      entries.delete(key);
      entries.set(key, { value, until: clock() + lifetime });
      forget();
    },
  };
}

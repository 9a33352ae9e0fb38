/** Chance that can be repeated: the same seed gives the same choices. */

export interface Random {
  /** a number from 0 up to, and without, 1 */
  next(): number;
  /** a whole number from 0 up to, and without, `limit` */
  below(limit: number): number;
  pick<T>(list: readonly [T, ...T[]]): T;
  /** that many of a list, each once, in a new order */
  sample<T>(list: readonly T[], count: number): T[];
}

/** Mulberry32 (public domain, by Tommy Ettinger): 32 bits of state are plenty for a few pages. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    next,
    below,
    pick: (list) => list[below(list.length)] ?? list[0],
    sample: (list, count) =>
      list
        .map((value) => ({ value, order: next() }))
        .sort((a, b) => a.order - b.order)
        .slice(0, count)
        .map(({ value }) => value),
  };
}

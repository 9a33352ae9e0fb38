/** Finds the name that somebody meant who mistyped one, so that the answer can name it. */

/** Signs that may be wrong: one in so many of the longer name. */
const SIGNS_PER_MISTAKE = 4;

/**
 * @param names those that there are
 * @returns the one that the fewest changes lead to, where they are few for its length; else null
 */
export function findNearest(typed: string, names: readonly string[]): string | null {
  let nearest: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const name of names) {
    const most = Math.floor(Math.max(typed.length, name.length) / SIGNS_PER_MISTAKE);
    const changes = countChanges(typed, name);
    if (changes > most || changes >= least) continue;
    nearest = name;
    least = changes;
  }
  return nearest;
}

/**
 * How many signs have to be put in, taken out or replaced, or neighbours exchanged: the optimal string alignment
 * distance.
 */
function countChanges(one: string, other: string): number {
  let [before, above] = [[] as number[], Array.from({ length: other.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const isSame = one[i - 1] === other[j - 1];
      const isSwap = one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      row[j] = Math.min(
        (row[j - 1] ?? 0) + 1,
        (above[j] ?? 0) + 1,
        (above[j - 1] ?? 0) + (isSame ? 0 : 1),
        isSwap ? (before[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    [before, above] = [above, row];
  }
  return above[other.length] ?? 0;
}

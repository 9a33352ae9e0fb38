/** Edit distances of short strings (Levenshtein), where an approximate search would tell less than is wanted. */

/** Of longer strings, in UTF-16 units, the ends alone are compared, each with so much of it. */
export const LONG = 240;
export const END = 80;

/** The edit distances of a string and each beginning of another, by the beginning's length. */
export function measureBeginnings(one: string, other: string): Uint16Array {
  let last = Uint16Array.from({ length: other.length + 1 }, (_, j) => j);
  let next = new Uint16Array(other.length + 1);
  for (let i = 1; i <= one.length; i += 1) {
    const unit = one.charCodeAt(i - 1);
    next[0] = i;
    for (let j = 1; j <= other.length; j += 1) {
      const same = (last[j - 1] ?? 0) + (other.charCodeAt(j - 1) === unit ? 0 : 1);
      const edit = Math.min(last[j] ?? 0, next[j - 1] ?? 0) + 1;
      next[j] = same < edit ? same : edit;
    }
    [last, next] = [next, last];
  }
  return last;
}

/** The least edit distance of a string and any beginning of another. */
export function measureStart(one: string, other: string): number {
  return Math.min(...measureBeginnings(one, other));
}

/** How alike two strings are, from 0 to 1; of long ones their ends. */
export function measureLikeness(one: string, other: string): number {
  const longer = Math.max(one.length, other.length);
  if (longer > LONG) {
    const heads = measureLikeness(one.slice(0, END), other.slice(0, END));
    return (heads + measureLikeness(one.slice(-END), other.slice(-END))) / 2;
  }
  return longer === 0 ? 1 : 1 - (measureBeginnings(one, other).at(-1) ?? longer) / longer;
}

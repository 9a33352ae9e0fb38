/**
 * Exact search that takes time in proportion to the text, whatever the page and whoever wrote the selectors: the browsers'
 * own search compares a long part anew at each place of a text that repeats itself.
 */

/** So short a part costs little at any place; the beginning of a longer one is sought first. */
const SHORT = 64;
/** What may be compared at such beginnings, for each unit of the text. */
const MOST_COMPARED = 4;
const ALWAYS_COMPARED = 1_000_000;

/** The positions at which a part of a text begins, in order, also where two overlap: the first so many. */
export function listOccurrences(
  text: string,
  part: string,
  most = Number.POSITIVE_INFINITY,
): number[] {
  const found: number[] = [];
  if (part === '') return found;
  const head = part.slice(0, SHORT);
  const budget = text.length * MOST_COMPARED + ALWAYS_COMPARED;
  let compared = 0;
  let at = text.indexOf(head);
  for (; at !== -1 && found.length < most; at = text.indexOf(head, at + 1)) {
    if (part.length > SHORT) {
      if (compared > budget)
        return [...found, ...listLinearly(text, part, at, most - found.length)];
      compared += part.length;
      if (!text.startsWith(part, at)) continue;
    }
    found.push(at);
  }
  return found;
}

/** No unit of the text is looked at again: Knuth, Morris and Pratt, 1977. */
function listLinearly(text: string, part: string, from: number, most: number): number[] {
  const borders = measureBorders(part);
  const found: number[] = [];
  let matched = 0;
  for (let at = from; at < text.length && found.length < most; at += 1) {
    const unit = text.charCodeAt(at);
    while (matched > 0 && part.charCodeAt(matched) !== unit) matched = borders[matched - 1] ?? 0;
    if (part.charCodeAt(matched) === unit) matched += 1;
    if (matched === part.length) {
      found.push(at + 1 - matched);
      matched = borders[matched - 1] ?? 0;
    }
  }
  return found;
}

/** For each beginning of a part, the longest shorter beginning that it ends with. */
function measureBorders(part: string): Int32Array {
  const borders = new Int32Array(part.length);
  let matched = 0;
  for (let at = 1; at < part.length; at += 1) {
    const unit = part.charCodeAt(at);
    while (matched > 0 && part.charCodeAt(matched) !== unit) matched = borders[matched - 1] ?? 0;
    if (part.charCodeAt(matched) === unit) matched += 1;
    borders[at] = matched;
  }
  return borders;
}

/**
 * Finds where a copied text stands in another: stretches in which enough of its fingerprints stand close together,
 * though some of the words between them have become others.
 */
import type { Copy } from './copy.ts';
import { SHINGLE, WINDOW } from './fingerprint.ts';

/** A stretch of words, `to` exclusive. */
export interface Passage {
  from: number;
  to: number;
  /** different fingerprints of the copy that stand in it */
  hits: number;
}

/** Words without any fingerprint that part one passage from the next. */
const GAP = 30;
/** A shorter stretch is a quotation, for which nothing is owed but fairness. */
const LEAST_WORDS = 20;
const LEAST_HITS = 3;
/** Of the fingerprints that a stretch of its length has if nothing was changed. */
const LEAST_SHARE = 0.25;
/** Fingerprints a word, in the mean. */
const DENSITY = 2 / (WINDOW + 1);

/**
 * @param hashes of all shingles of the text (fingerprint.ts), the first of its first word
 * @param weigh how many words a stretch says (a sign of a dense script is less than a word)
 * @param counts whether the shingle that begins at a word counts
 */
export function findPassages(
  hashes: readonly number[],
  { fingerprints }: Pick<Copy, 'fingerprints'>,
  weigh: (from: number, to: number) => number,
  counts: (at: number, hash: number) => boolean,
): Passage[] {
  const sought = new Set(fingerprints);
  const passages: Passage[] = [];
  let from = 0;
  let last = -1;
  let hits = new Set<number>();
  const close = () => {
    const to = last + SHINGLE;
    const words = weigh(from, to);
    const share = hits.size / Math.max(1, (to - from - SHINGLE) * DENSITY);
    if (hits.size >= LEAST_HITS && words >= LEAST_WORDS && share >= LEAST_SHARE) {
      passages.push({ from, to, hits: hits.size });
    }
    hits = new Set();
  };
  for (const [at, hash] of hashes.entries()) {
    if (!sought.has(hash) || !counts(at, hash)) continue;
    if (hits.size > 0 && at - last > GAP) close();
    if (hits.size === 0) from = at;
    hits.add(hash);
    last = at;
  }
  if (hits.size > 0) close();
  return passages;
}

/**
 * Fingerprints by which a text is known again without being kept: hashes of its shingles (so many words in a row), of
 * which winnowing keeps the least in every window, so that whatever stretch two texts share, of a window's length or
 * more, shares one.
 * Schleimer, Wilkerson, Aiken: Winnowing: Local Algorithms for Document Fingerprinting, SIGMOD 2003.
 */
import { countPerWord } from './split-words.ts';

/** Words in a shingle. In which order they stand does not count: rewriting, and translating back, moves words about. */
export const SHINGLE = 4;
/** Shingles in a window: of each that many in a row at least one is kept. */
export const WINDOW = 5;

/** @returns a hash for each shingle, of 53 bits; of fewer words than a shingle has, none */
export function hashShingles(words: readonly string[]): number[] {
  const hashes: number[] = [];
  const units = words.map((_, at) => readUnit(words, at));
  const [high, low] = [units.map((unit) => hashWord(unit, 0x811c9dc5)), units.map(hashAgain)];
  let [a, b] = [0, 0];
  for (let at = 0; at < words.length; at += 1) {
    a = (a + (high[at] ?? 0)) | 0;
    b = (b + (low[at] ?? 0)) | 0;
    if (at >= SHINGLE) {
      a = (a - (high[at - SHINGLE] ?? 0)) | 0;
      b = (b - (low[at - SHINGLE] ?? 0)) | 0;
    }
    if (at >= SHINGLE - 1) hashes.push((mix(a) >>> 0) * 2 ** 21 + (mix(b) >>> 11));
  }
  return hashes;
}

/** @returns those of the hashes that are kept, in their order; of fewer than a window, the least */
export function winnow(hashes: readonly number[]): number[] {
  const kept: number[] = [];
  let last = -1;
  const windows = Math.max(1, hashes.length - WINDOW + 1);
  for (let start = 0; start < windows && hashes.length > 0; start += 1) {
    let least = start;
    for (let at = start + 1; at < Math.min(start + WINDOW, hashes.length); at += 1) {
      // The rightmost of equals, so that a run of them keeps as few as can be.
      if ((hashes[at] ?? 0) <= (hashes[least] ?? 0)) least = at;
    }
    if (least !== last) kept.push(hashes[least] ?? 0);
    last = least;
  }
  return kept;
}

/** A word; of a script without spaces, where a sign alone says little, the signs of a word and a half from there on. */
function readUnit(words: readonly string[], at: number): string {
  const word = words[at] ?? '';
  const signs = countPerWord(word);
  if (signs === 1) return word;
  let unit = word;
  const end = at + signs + signs / 2;
  for (let next = at + 1; next < end; next += 1) unit += words[next] ?? '';
  return unit;
}

const hashAgain = (word: string) => hashWord(word, 0x9747b28c);

/** FNV-1a over UTF-16 units, then mixed. */
function hashWord(word: string, seed: number): number {
  let hash = seed;
  for (let at = 0; at < word.length; at += 1) {
    hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  }
  return mix(hash);
}

/** The finalizer of MurmurHash3: each bit depends on every other. */
function mix(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

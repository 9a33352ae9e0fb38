/**
 * Other ways to find what was copied, for comparison: they are given the texts themselves, which no ledger keeps, with the
 * same words, and say where in a page they find which source.
 */
import { splitWords } from '../../../src/model/reuse/split-words.ts';
import type { Checked, CopiedArticle } from './case.ts';

export interface ReusePeer {
  name: string;
  find(words: readonly string[], pageUrl: string): Checked['findings'];
}

/** Words in a row that have to be the same. */
const RUN = 8;
/** Runs with fewer words between them are one passage. */
const GAP = 30;
/** Below this a passage is a quotation; each peer is told so. */
const FAIR = 20;
const SHINGLE = 4;
/** Of all shingles of both, so many have to be shared. */
const LEAST_JACCARD = 0.05;

interface Known {
  url: string;
  words: string[];
}

export function createPeers(copies: readonly CopiedArticle[]): ReusePeer[] {
  const known = copies.map(({ url, text }) => ({ url, words: splitWords(text).words }));
  return [createRunPeer(known), createSubstringPeer(known), createJaccardPeer(known)];
}

/** Every run of eight words that a source has as well. */
function createRunPeer(known: readonly Known[]): ReusePeer {
  const index = indexShingles(known, RUN);
  return {
    name: `runs of ${RUN} words`,
    find(words, pageUrl) {
      const open = new Map<string, { from: number; to: number }>();
      const found: Checked['findings'] = [];
      const close = (url: string) => {
        const run = open.get(url);
        if (run !== undefined && run.to - run.from >= FAIR) found.push({ url, ...run });
        open.delete(url);
      };
      for (const [at, shingle] of listShingles(words, RUN).entries()) {
        for (const source of index.get(shingle) ?? []) {
          const { url } = source;
          if (url === pageUrl) continue;
          const run = open.get(url);
          if (run !== undefined && at - run.to <= GAP) run.to = at + RUN;
          else {
            close(url);
            open.set(url, { from: at, to: at + RUN });
          }
        }
      }
      for (const url of [...open.keys()]) close(url);
      return found;
    },
  };
}

/** The longest run of words that a source and the page have in common, one for each source. */
function createSubstringPeer(known: readonly Known[]): ReusePeer {
  const index = indexShingles(known, SHINGLE);
  return {
    name: 'longest common run',
    find(words, pageUrl) {
      const near = new Set(
        listShingles(words, SHINGLE).flatMap((one) => [...(index.get(one) ?? [])]),
      );
      return [...near].flatMap(({ url, words: own }) => {
        const { from, to } = findLongest(words, own);
        return url === pageUrl || to - from < FAIR ? [] : [{ url, from, to }];
      });
    },
  };
}

function findLongest(words: readonly string[], own: readonly string[]) {
  const places = new Map<string, number[]>();
  for (const [at, word] of own.entries()) {
    const list = places.get(word);
    if (list === undefined) places.set(word, [at]);
    else list.push(at);
  }
  let best = { from: 0, to: 0 };
  let before = new Map<number, number>();
  for (const [at, word] of words.entries()) {
    const lengths = new Map<number, number>();
    for (const place of places.get(word) ?? []) {
      const length = (before.get(place - 1) ?? 0) + 1;
      lengths.set(place, length);
      if (length > best.to - best.from) best = { from: at + 1 - length, to: at + 1 };
    }
    before = lengths;
  }
  return best;
}

/** The whole page, where it and the source have enough of their shingles in common. */
function createJaccardPeer(known: readonly Known[]): ReusePeer {
  const sets = known.map(({ url, words }) => ({
    url,
    shingles: new Set(listShingles(words, SHINGLE)),
  }));
  return {
    name: 'Jaccard of the page',
    find(words, pageUrl) {
      const own = new Set(listShingles(words, SHINGLE));
      return sets.flatMap(({ url, shingles }) => {
        const shared = [...shingles].filter((one) => own.has(one)).length;
        const share = shared / Math.max(1, own.size + shingles.size - shared);
        return url === pageUrl || share < LEAST_JACCARD ? [] : [{ url, from: 0, to: words.length }];
      });
    },
  };
}

function indexShingles(known: readonly Known[], length: number): Map<string, Set<Known>> {
  const index = new Map<string, Set<Known>>();
  for (const one of known) {
    for (const shingle of listShingles(one.words, length)) {
      const holders = index.get(shingle);
      if (holders === undefined) index.set(shingle, new Set([one]));
      else holders.add(one);
    }
  }
  return index;
}

function listShingles(words: readonly string[], length: number): string[] {
  return Array.from({ length: Math.max(0, words.length - length + 1) }, (_, at) =>
    words.slice(at, at + length).join(' '),
  );
}

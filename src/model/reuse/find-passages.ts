/**
 * Finds where a copied text stands in another: stretches in which enough of its fingerprints stand close together, about
 * as far from each other as in the copy, though some of the words between them have become others. Two short
 * quotations in a row stand otherwise, and are none.
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
/** So many words farther from each other, or nearer, two fingerprints may stand than in the copy: clauses change places. */
const TOLERANCE = 20;
/** What goes on behind so many words of which none is known has to stand nearly where it stood: a quotation does not. */
const HOLE = 13;
const TOLERANCE_BEHIND_HOLE = 5;
/** Stretches of one copy with fewer words between them are one passage. */
const JOINED = 15;
/** A shorter stretch is a quotation, for which nothing is owed but fairness. */
const LEAST_WORDS = 22;
const LEAST_HITS = 4;
/** Of the fingerprints of the copy that lie between its first and its last. */
const LEAST_SHARE = 0.2;
/** Words from one fingerprint to the next, in the mean. */
const STEP = (WINDOW + 1) / 2;

interface Chain {
  from: number;
  last: number;
  /** the place in the copy of the fingerprint that was found last, and of the outermost, counted in fingerprints */
  at: number;
  first: number;
  final: number;
  hits: Set<number>;
  /** where the stretch without a hole begins that goes on now, and the words of the longest */
  since: number;
  longest: number;
}

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
  const places = new Map(fingerprints.map((hash, place) => [hash, place]));
  const passages: Passage[] = [];
  let open: Chain[] = [];
  const close = (chain: Chain) => {
    const { from, first, final, hits, longest } = chain;
    const to = chain.last + SHINGLE;
    const share = hits.size / (final - first + 1);
    if (hits.size < LEAST_HITS || share < LEAST_SHARE || longest < LEAST_WORDS) return;
    passages.push({ from, to, hits: hits.size });
  };
  for (const [at, hash] of hashes.entries()) {
    const place = places.get(hash);
    if (place === undefined || !counts(at, hash)) continue;
    const isNear = ({ last }: Chain) => weigh(last, at) <= GAP;
    for (const chain of open) if (!isNear(chain)) close(chain);
    open = open.filter(isNear);
    const chain = chooseChain(open, at, place, weigh);
    if (chain === null) {
      const hits = new Set([hash]);
      const there = { at: place, first: place, final: place };
      open.push({ from: at, last: at, ...there, hits, since: at, longest: 0 });
    } else {
      if (weigh(chain.last, at) > HOLE) chain.since = at;
      chain.last = at;
      chain.at = place;
      chain.first = Math.min(chain.first, place);
      chain.final = Math.max(chain.final, place);
      chain.hits.add(hash);
      chain.longest = Math.max(chain.longest, weigh(chain.since, at + SHINGLE));
    }
  }
  for (const chain of open) close(chain);
  return join(passages, weigh);
}

/** The one that goes on here with the least displacement, or null. */
function chooseChain(
  open: readonly Chain[],
  at: number,
  place: number,
  weigh: (from: number, to: number) => number,
): Chain | null {
  let best: Chain | null = null;
  let least = TOLERANCE;
  for (const chain of open) {
    const distance = weigh(chain.last, at);
    const wordsPerSign = distance / Math.max(1, at - chain.last);
    const displaced = Math.abs(at - chain.last - (place - chain.at) * STEP) * wordsPerSign;
    const most = distance > HOLE ? TOLERANCE_BEHIND_HOLE : TOLERANCE;
    if (displaced > Math.min(least, most)) continue;
    best = chain;
    least = displaced;
  }
  return best;
}

/** Brings together what overlaps or stands close. */
function join(
  passages: readonly Passage[],
  weigh: (from: number, to: number) => number,
): Passage[] {
  const joined: Passage[] = [];
  for (const passage of passages.toSorted((one, other) => one.from - other.from)) {
    const before = joined.at(-1);
    if (before !== undefined && weigh(before.to, passage.from) <= JOINED) {
      before.to = Math.max(before.to, passage.to);
      before.hits += passage.hits;
    } else joined.push({ ...passage });
  }
  return joined;
}

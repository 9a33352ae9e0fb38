/** Where in a text a quote may stand, by exact search for it and for pieces of its context: never over the whole by likeness. */

import { listOccurrences } from './list-occurrences.ts';
import { SHORTEST_PIECE } from './piece-index.ts';
import type { SearchedText } from './searched-text.ts';

/** Occurrences of one piece that are looked at: what occurs more often tells nothing. */
const MOST_SEEDS = 24;
/** Pieces of context, in folded units, the longest first. */
const PIECES = [24, 14, 9, SHORTEST_PIECE] as const;
/** A short piece alone says nothing: so many votes have to agree on a place, by the length of the pieces. */
const LEAST_VOTES: Record<number, number> = { 9: 1.5, [SHORTEST_PIECE]: 2 };
/** Places that are looked at closely. */
export const MOST_PLACES = 12;

/** Positions at which a part of a text begins, in order: so many at most, those nearest to a position. */
export function findAll(text: string, part: string, most: number, near: number): number[] {
  const places = listOccurrences(text, part);
  let [from, to] = [0, places.length];
  const measure = (at: number) => Math.abs((places[at] ?? 0) - near);
  while (to - from > most) {
    if (measure(from) > measure(to - 1)) from += 1;
    else to -= 1;
  }
  return places.slice(from, to);
}

/** A piece of the quote with its context, and where the quote begins as counted from it. */
interface Seed {
  text: string;
  toQuote: number;
}

/**
 * Guesses where a quote may begin from where pieces of it and of its context occur: by long pieces first, then by ever
 * shorter ones, as long as the caller asks.
 * @returns guesses, the best first, in folded units; each stands for all within some units of it
 */
export function* guessStarts(
  { findPiece }: SearchedText,
  { before, quote, after }: { before: string; quote: string; after: string },
  near: number,
): Generator<number[]> {
  const whole = before + quote + after;
  for (const size of PIECES) {
    const votes = new Map<number, number>();
    for (const { text: piece, toQuote } of cutSeeds(whole, before.length, quote.length, size)) {
      const found = findPiece(piece, MOST_SEEDS);
      for (const at of found) {
        const bucket = Math.round((at + toQuote) / BUCKET);
        votes.set(bucket, (votes.get(bucket) ?? 0) + 1 / found.length);
      }
    }
    const guesses = rank(votes, near, LEAST_VOTES[size] ?? 0);
    if (guesses.length > 0) yield guesses;
  }
}

/** Guesses that are nearer to each other than this are about the same place. */
const BUCKET = 24;

function rank(votes: Map<number, number>, near: number, least: number): number[] {
  const summed = [...votes].map(([bucket, vote]) => ({
    start: bucket * BUCKET,
    vote: vote + (votes.get(bucket - 1) ?? 0) / 2 + (votes.get(bucket + 1) ?? 0) / 2,
  }));
  const byVote = summed.sort(
    (a, b) => b.vote - a.vote || Math.abs(a.start - near) - Math.abs(b.start - near),
  );
  const kept: number[] = [];
  for (const { start, vote } of byVote) {
    if (vote < least) break;
    if (kept.some((one) => Math.abs(one - start) <= BUCKET)) continue;
    kept.push(start);
    if (kept.length === MOST_PLACES) break;
  }
  return kept;
}

/** Pieces that overlap by half; those within a long quote only from its ends. */
function cutSeeds(whole: string, quoteStart: number, quoteLength: number, size: number): Seed[] {
  const seeds: Seed[] = [];
  const reach = 64;
  const [from, to] = [quoteStart - reach, quoteStart + quoteLength + reach];
  const step = Math.max(3, size >> 1);
  for (let at = Math.max(0, from); at + size <= Math.min(whole.length, to); at += step) {
    const isDeep = at > quoteStart + reach && at < quoteStart + quoteLength - reach;
    if (!isDeep) seeds.push({ text: whole.slice(at, at + size), toQuote: quoteStart - at });
  }
  return seeds;
}

/**
 * Where words come from: a seeded vocabulary in which a few short words are very common, many are seldom, some
 * differ by a letter, and phrases and sentences recur, as they do in what people write.
 */
import type { Random } from '../corpus/random.ts';
import type { Writing } from './writing.ts';

export interface WordSource {
  word(): string;
  sentence(): string;
  /** a letter of the script that is not the given one */
  letter(not: string): string;
}

const WORDS = 1800;
const PHRASES = 70;
const SENTENCES = 24;
/** Zipf's law as Mandelbrot has put it: the share of a rank is 1 / (rank + SHIFT). */
const SHIFT = 2.7;

export function createWordSource(random: Random, writing: Writing): WordSource {
  const words = makeVocabulary(random, writing);
  const ranks = accumulate(words.length);
  const word = () => words[findRank(ranks, random.next())] ?? '';
  const phrases = Array.from({ length: PHRASES }, () =>
    Array.from({ length: 2 + random.below(3) }, word).join(writing.space),
  );
  const phraseRanks = accumulate(PHRASES);
  const phrase = () => phrases[findRank(phraseRanks, random.next())] ?? '';
  const make = () => makeSentence(random, writing, word, phrase);
  const recurring = Array.from({ length: SENTENCES }, make);
  return {
    word,
    sentence: () => (random.next() < 0.04 ? (recurring[random.below(SENTENCES)] ?? '') : make()),
    letter: (not) => {
      const others = writing.letters.filter((one) => one !== not.toLowerCase());
      return others[random.below(others.length)] ?? '';
    },
  };
}

/** Common words are short; every few words one is another's neighbour. */
function makeVocabulary(random: Random, { onsets, vowels, codas }: Writing): string[] {
  const one = (list: readonly string[]) => list[random.below(list.length)] ?? '';
  const seen = new Set<string>();
  while (seen.size < WORDS) {
    const known = [...(seen.size % 40 === 0 ? seen : [])];
    const most = seen.size < 30 ? 1 : seen.size < 300 ? 2 : 4;
    const least = seen.size < 300 ? 1 : 2;
    const count = least + random.below(most - least + 1);
    const made = Array.from({ length: count }, () => one(onsets) + one(vowels)).join('');
    seen.add((made + one(codas)).normalize('NFC'));
    const root = known[random.below(known.length)];
    if (root !== undefined) seen.add((root + one(onsets) + one(vowels)).normalize('NFC'));
  }
  return [...seen].slice(0, WORDS);
}

function makeSentence(
  random: Random,
  { space, comma, ends, hasCase }: Writing,
  word: () => string,
  phrase: () => string,
): string {
  const chance = (share: number) => random.next() < share;
  /** Now and then in quotation marks, brackets, with a hyphen or an apostrophe, or a number instead. */
  const dress = (part: string) => {
    const roll = random.next();
    if (roll < 0.03) return `"${part}${space}${phrase()}"`;
    if (roll < 0.05) return `${part}-${word()}`;
    if (roll < 0.065) return `${part}'${word().slice(0, 1).normalize('NFC')}`;
    if (roll < 0.08) return `(${part})`;
    if (roll < 0.11) return String(1 + random.below(chance(0.3) ? 2026 : 40));
    return part;
  };
  const parts: string[] = [];
  const count = 4 + random.below(16);
  for (let at = 0; at < count; at += 1) {
    const part = dress(chance(0.13) ? phrase() : word());
    parts.push(part);
    if (at + 1 === count) break;
    parts.push(chance(0.08) ? comma : chance(0.02) ? ' - ' : space);
  }
  const end = ends[random.below(ends.length)] ?? '.';
  const sentence = parts.join('') + end;
  return hasCase ? sentence.replace(/\p{L}/u, (letter) => letter.toUpperCase()) : sentence;
}

function accumulate(count: number): number[] {
  let sum = 0;
  const sums = Array.from({ length: count }, (_, rank) => {
    sum += 1 / (rank + SHIFT);
    return sum;
  });
  return sums.map((one) => one / sum);
}

function findRank(ranks: readonly number[], share: number): number {
  let [low, high] = [0, ranks.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranks[middle] ?? 1) < share) low = middle + 1;
    else high = middle;
  }
  return low;
}

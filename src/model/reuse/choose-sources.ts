/**
 * Which copies a text's passages are from. Several copies may be of one article, the same text may stand on several
 * sites, and what all the pages of a site have (its notices, its invitations) is of none of its articles.
 */
import type { Copy } from './copy.ts';
import { findPassages, type Passage } from './find-passages.ts';
import type { ReuseText } from './reuse-text.ts';
import { isSameAddress } from './same-address.ts';
import { countPerWord } from './split-words.ts';

export interface SourcePassages {
  /** the newest of each article that the passages may be from, the likeliest first */
  copies: Copy[];
  passages: Passage[];
}

/** Of the hits of the likeliest source another has to have so many to be as likely. */
const AS_LIKELY = 0.8;
/** Of two copies that share less than this of their fingerprints what they share is of neither. */
const SAME_TEXT = 0.5;

/** @param hashes of all shingles of the text */
export function chooseSources(
  text: ReuseText,
  hashes: readonly number[],
  copies: readonly Copy[],
): SourcePassages[] {
  const weigh = createWeight(text.words);
  const present = new Set(hashes);
  const articles = groupArticles(copies);
  const common = findCommon(articles, present);
  const found = articles.map((copies) => ({
    copies,
    passages: findPassages(
      hashes,
      { fingerprints: copies.flatMap(({ fingerprints }) => fingerprints) },
      weigh,
      (at, hash) => text.isOwn(at) && !common.has(hash),
    ),
  }));
  const chosen: { article: Copy[]; likely: Copy[]; passage: Passage }[] = [];
  const all = found
    .flatMap(({ copies: article, passages }) =>
      passages.map((passage) => ({ article, likely: newest(article), passage })),
    )
    .sort((one, other) => other.passage.hits - one.passage.hits);
  for (const one of all) {
    const rival = chosen.find(({ passage }) => overlaps(passage, one.passage));
    if (rival === undefined) chosen.push({ ...one, likely: [...one.likely] });
    else if (one.passage.hits >= rival.passage.hits * AS_LIKELY) rival.likely.push(...one.likely);
  }
  return groupPassages(chosen);
}

/** The passages of each article together: what share of it they are is judged of all. */
function groupPassages(
  chosen: readonly { article: Copy[]; likely: Copy[]; passage: Passage }[],
): SourcePassages[] {
  const grouped = new Map<Copy[], SourcePassages>();
  for (const { article, likely, passage } of chosen) {
    const known = grouped.get(article);
    if (known === undefined) grouped.set(article, { copies: likely, passages: [passage] });
    else known.passages.push(passage);
  }
  return [...grouped.values()];
}

function newest(article: readonly Copy[]): Copy[] {
  return article.toSorted((one, other) => other.copiedAt - one.copiedAt).slice(0, 1);
}

function groupArticles(copies: readonly Copy[]): Copy[][] {
  const articles: Copy[][] = [];
  for (const copy of copies) {
    const known = articles.find(([one]) =>
      one === undefined ? false : isSameAddress(one.source.url, copy.source.url),
    );
    if (known === undefined) articles.push([copy]);
    else known.push(copy);
  }
  return articles;
}

/** What copies of different articles have in common that are not the same text. */
function findCommon(articles: readonly Copy[][], present: ReadonlySet<number>): Set<number> {
  const sets = articles.map(
    (copies) => new Set(copies.flatMap(({ fingerprints }) => fingerprints)),
  );
  const holders = new Map<number, number[]>();
  for (const [index, fingerprints] of sets.entries()) {
    for (const one of fingerprints) {
      if (!present.has(one)) continue;
      const known = holders.get(one);
      if (known === undefined) holders.set(one, [index]);
      else known.push(index);
    }
  }
  const compared = new Map<string, boolean>();
  const areSame = (one: number, other: number) => {
    const pair = `${one} ${other}`;
    const known = compared.get(pair) ?? isSameText(sets[one] ?? NONE, sets[other] ?? NONE);
    compared.set(pair, known);
    return known;
  };
  const common = new Set<number>();
  for (const [fingerprint, [first, ...rest]] of holders) {
    if (first !== undefined && rest.some((other) => !areSame(first, other))) {
      common.add(fingerprint);
    }
  }
  return common;
}

const NONE: ReadonlySet<number> = new Set();

function isSameText(one: ReadonlySet<number>, other: ReadonlySet<number>): boolean {
  let shared = 0;
  for (const fingerprint of one) if (other.has(fingerprint)) shared += 1;
  // One may be a part of the other.
  return shared >= SAME_TEXT * Math.min(one.size, other.size);
}

function overlaps(one: Passage, other: Passage): boolean {
  const shared = Math.min(one.to, other.to) - Math.max(one.from, other.from);
  return shared * 2 > Math.min(one.to - one.from, other.to - other.from);
}

/** @returns how many words a stretch says, in constant time */
function createWeight(words: readonly string[]): (from: number, to: number) => number {
  const sums = [0];
  for (const word of words) sums.push((sums.at(-1) ?? 0) + 1 / countPerWord(word));
  return (from, to) => (sums[to] ?? sums.at(-1) ?? 0) - (sums[from] ?? 0);
}

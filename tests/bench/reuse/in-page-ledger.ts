/**
 * What is put into a page to time ledgers: fills them with copies of made articles, the first of which are the same in each,
 * and checks pages that passages of those stand in.
 */

import { hashShingles, winnow } from '../../../src/model/reuse/fingerprint.ts';
import { listPageFingerprints } from '../../../src/model/reuse/fingerprint-text.ts';
import { checkReuse } from '../../../src/page/reuse/check-reuse.ts';
import { readReuseText } from '../../../src/page/reuse/read-reuse-text.ts';
import { Database } from '../../../src/platform/database.ts';
import { createLedgerStore, type LedgerStore } from '../../../src/platform/ledger-store.ts';
import { listParagraphs } from '../anchoring/saved-article.ts';
import { createRandom, type Random } from '../corpus/random.ts';
import { makePlainSource } from './plain-source.ts';

const CANDIDATES = 50;
/** Rows that are put in one transaction. */
const BATCH = 1000;
/** Words that there are, and word for word phrases, by Zipf's law as Mandelbrot has put it. */
const VOCABULARY = 30_000;
const PHRASES = 3_000;
const SHIFT = 2.7;
const PASSAGE_WORDS = 60;
const PASSAGES = 3;
const COPIES_IN_PAGES = 10;

interface Ledger {
  database: Database;
  store: LedgerStore;
}

const ledgers = new Map<string, Ledger>();

function open(name: string): Ledger {
  const known = ledgers.get(name);
  if (known !== undefined) return known;
  const database = new Database(name);
  const opened = { database, store: createLedgerStore(database) };
  ledgers.set(name, opened);
  return opened;
}

/** Fills a ledger with the copies of these numbers. */
async function fill({ name, from, to }: { name: string; from: number; to: number }): Promise<void> {
  const { database } = open(name);
  for (let at = from; at < to; at += BATCH) {
    const numbers = Array.from({ length: Math.min(BATCH, to - at) }, (_, index) => at + index);
    await database.copies.bulkAdd(numbers.map(makeCopy));
  }
}

function makeCopy(number: number) {
  const words = makeText(number);
  return {
    ...{ id: `copy-${number}`, copiedAt: number, carried: false, service: null },
    source: makePlainSource(`https://site-${number % 500}.example/story-${number}`),
    ...{ words: words.length, articleWords: words.length },
    fingerprints: [...new Set(winnow(hashShingles(words)))],
  };
}

/** The words of the article of a number: most copies are some paragraphs, some the whole. */
function makeText(number: number): string[] {
  const random = createRandom(number + 1);
  const isWhole = number < COPIES_IN_PAGES || random.next() < 0.3;
  return writeWords(random, isWhole ? 300 + random.below(500) : 40 + random.below(110));
}

function writeWords(random: Random, count: number): string[] {
  const words: string[] = [];
  while (words.length < count) {
    if (random.next() < 0.1) words.push(...(phrases[draw(phraseRanks, random)] ?? []));
    else words.push(`w${draw(wordRanks, random)}`);
  }
  return words;
}

const wordRanks = accumulate(VOCABULARY);
const phraseRanks = accumulate(PHRASES);
const phrases = makePhrases();

function makePhrases(): string[][] {
  const random = createRandom(0);
  const word = () => `w${draw(wordRanks, random)}`;
  return Array.from({ length: PHRASES }, () => Array.from({ length: 2 + random.below(5) }, word));
}

function accumulate(count: number): Float64Array {
  const sums = new Float64Array(count);
  let sum = 0;
  for (let rank = 0; rank < count; rank += 1) {
    sum += 1 / (rank + SHIFT);
    sums[rank] = sum;
  }
  return sums.map((one) => one / sum);
}

function draw(ranks: Float64Array, random: Random): number {
  const share = random.next();
  let [low, high] = [0, ranks.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranks[middle] ?? 1) < share) low = middle + 1;
    else high = middle;
  }
  return low;
}

async function check(store: LedgerStore, alter = (fingerprint: number) => fingerprint) {
  const sought = listPageFingerprints(readReuseText(document)).map(alter);
  return checkReuse(document, await store.findCandidates(sought, CANDIDATES));
}

/** Checks the page of a number against each ledger, in turns. */
async function checkPage({ names, page }: { names: string[]; page: number }) {
  putPassages(createRandom(1e6 + page));
  const turns = names.map((_, at) => names[(at + page) % names.length] ?? '');
  // Opened, and the code warm, as where one page after another is checked; what is sought lies elsewhere in the index.
  for (const name of names)
    await check(open(name).store, (one) => Math.floor((2 ** 53 - 1 - one) / 3));
  const times: { name: string; ms: number; found: number }[] = [];
  for (const name of turns) {
    const { store } = open(name);
    const start = performance.now();
    const found = await check(store);
    times.push({ name, ms: performance.now() - start, found: found.length });
  }
  return times;
}

/** Puts passages of remembered copies into the page's article. */
function putPassages(random: Random): void {
  const paragraphs = listParagraphs(document.body);
  for (let passage = 0; passage < PASSAGES; passage += 1) {
    const text = makeText((random.below(3) * PASSAGES + passage) % COPIES_IN_PAGES);
    const from = random.below(text.length - PASSAGE_WORDS);
    const element = document.createElement('p');
    element.textContent = text.slice(from, from + PASSAGE_WORDS).join(' ');
    const behind = paragraphs[random.below(paragraphs.length)];
    if (behind === undefined) throw new Error('the page has no paragraphs');
    behind.after(element);
  }
}

Object.assign(globalThis, { bench: { fill, checkPage } });

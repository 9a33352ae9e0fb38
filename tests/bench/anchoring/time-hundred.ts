/** A hundred quotes, found one after another on one long page that has been edited in many places. */
import { createRandom } from '../corpus/random.ts';
import { type Article, findMark, markPlace, type Place } from './article.ts';
import { describeBy, showBody } from './ask.ts';
import { buildPage } from './build-page.ts';
import { chooseQuote, LENGTHS, type Length, SHAPES } from './choose-quote.ts';
import type { Contender } from './contender.ts';
import { KINDS } from './edits/kinds.ts';
import { makeArticle } from './make-article.ts';
import { sic } from './sic.ts';
import { chooseWriting } from './writing.ts';

const LENGTH = 200_000;
const QUOTES = 100;
/** ms after which a contender is asked no more; its time is then that of the hundred by what it has done. */
const LIMIT_MS = 8000;

export interface LongTimes {
  /** ms of a hundred quotes, each round on a page that has just changed; the first one is the first of all */
  rounds: number[];
  /** how many quotes it was asked for in the last round; fewer where it took too long */
  asked: number;
}

export interface HundredTask {
  seed: number;
  /** how often it is done over */
  rounds: number;
}

/** @returns the times of each contender by its name */
export async function timeHundred({
  seed,
  rounds: count,
}: HundredTask): Promise<Record<string, LongTimes>> {
  const random = createRandom(seed * 31 + 5);
  const { article, surroundings, words } = makeArticle(random, chooseWriting('latin', 0), LENGTH);
  const { marked, places } = markMany(article, random);
  let edited = marked;
  for (let mark = 0; mark < QUOTES; mark += 1) {
    // Two of three stand as they stood, as on a page that has been worked on.
    if (mark % 3 !== 0 || findMark(edited, mark) === null) continue;
    const kind = KINDS[random.below(KINDS.length)];
    edited = kind?.edit({ article: edited, mark, random, words }) ?? edited;
  }
  document.documentElement.lang = article.language;
  const original = buildPage(article, surroundings);
  const times: Record<string, LongTimes> = {};
  for (const contender of [sic, ...(globalThis.peers ?? [])]) {
    await showBody(original.body);
    const described = [];
    const start = performance.now();
    for (const place of places) {
      if (performance.now() - start > LIMIT_MS) break;
      described.push(await describeBy(contender, original.locate(place), original.body));
    }
    const rounds: number[] = [];
    let asked = 0;
    for (let round = 0; round < count; round += 1) {
      const page = buildPage(edited, surroundings);
      await showBody(page.body);
      const took = await timeAll(contender, described, page.body);
      rounds.push((took.ms / took.asked) * QUOTES);
      asked = took.asked;
      if (took.ms > LIMIT_MS / 2) break;
    }
    times[contender.name] = { rounds, asked };
  }
  return times;
}

async function timeAll(
  contender: Contender,
  described: readonly Awaited<ReturnType<typeof describeBy>>[],
  root: HTMLElement,
): Promise<{ ms: number; asked: number }> {
  let asked = 0;
  const start = performance.now();
  for (const { find } of described) {
    try {
      const given = find?.(root);
      if (given instanceof Promise) await given;
    } catch {
      // A contender that throws has taken its time as well.
    }
    asked += 1;
    if (performance.now() - start > LIMIT_MS) break;
  }
  if (asked === 0) throw new Error(`${contender.name} described nothing`);
  return { ms: performance.now() - start, asked };
}

/** Quotes in as many different blocks, of all lengths. */
function markMany(article: Article, random: ReturnType<typeof createRandom>) {
  const lengths = Object.keys(LENGTHS) as Length[];
  const places: Place[] = [];
  let marked = article;
  while (places.length < QUOTES) {
    const length = lengths[places.length % lengths.length] ?? '9–20';
    const shape = SHAPES[random.below(SHAPES.length)] ?? 'words';
    const place = chooseQuote(random, article, length, shape);
    if (place === null || places.some(({ at }) => at === place.at)) continue;
    marked = markPlace(marked, place, places.length);
    places.push(place);
  }
  return { marked, places };
}

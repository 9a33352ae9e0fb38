/** What is put into an empty page: makes an article and its cases there and asks the contenders about each. */
import { type Asked, askWhere, describeBy, showBody } from './ask.ts';
import { buildPage } from './build-page.ts';
import type { Contender } from './contender.ts';
import { type ArticleChoice, type Case, makeCases, makeChosenArticle } from './make-cases.ts';
import { sic } from './sic.ts';
import { timeHundred } from './time-hundred.ts';

export interface Trial {
  kind: string;
  truth: string;
  script: string;
  length: string;
  shape: string;
  quote: string;
  text: string;
  answers: Record<string, Asked>;
}

declare global {
  /** the peers, where their scripts were put into the page */
  var peers: Contender[] | undefined;
}

export interface ArticleTask extends ArticleChoice {
  numbers: number[];
}

async function askAboutArticle({ numbers, ...choice }: ArticleTask): Promise<Trial[]> {
  const { article, surroundings, words, random, script } = makeChosenArticle(choice);
  const cases = [...makeCases(article, words, random, numbers)];
  document.documentElement.lang = article.language;
  const contenders = [sic, ...(globalThis.peers ?? [])];

  const original = buildPage(article, surroundings);
  await showBody(original.body);
  const described = new Map<Contender, Awaited<ReturnType<typeof describeBy>>[]>();
  const left = new Map(contenders.map((one) => [one, one.budget]));
  for (const contender of contenders) {
    const list = [];
    for (const { place } of cases) {
      if (isSpent(left, contender)) break;
      const one = await describeBy(contender, original.locate(place), original.body);
      spend(left, contender, one.ms);
      list.push(one);
    }
    described.set(contender, list);
    // The cases of a contender that took too long to describe them are as many as it has described.
    left.set(contender, contender.budget);
  }

  const trials: Trial[] = [];
  for (const [index, one] of cases.entries()) {
    const edited = buildPage(one.edited, surroundings);
    await showBody(edited.body);
    const truth = {
      truth: one.truth,
      place: one.found && edited.locate(one.found),
      text: one.text,
    };
    const answers: Record<string, Asked> = {};
    for (const contender of contenders) {
      const own = described.get(contender)?.[index];
      if (own === undefined || isSpent(left, contender)) continue;
      const asked = await askWhere(own, edited.body, truth);
      spend(left, contender, asked.findMs);
      answers[contender.name] = asked;
    }
    trials.push({ ...nameCase(one), script, answers });
  }
  return trials;
}

function nameCase({ kind, truth, length, shape, quote, text }: Case) {
  return { kind, truth, length, shape, quote, text };
}

function isSpent(left: Map<Contender, number>, contender: Contender): boolean {
  return (left.get(contender) ?? 0) <= 0;
}

function spend(left: Map<Contender, number>, contender: Contender, ms: number): void {
  left.set(contender, (left.get(contender) ?? 0) - ms);
}

Object.assign(globalThis, { bench: { askAboutArticle, timeHundred } });

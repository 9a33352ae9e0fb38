/** What is put into an empty page: makes an article and its cases there and asks the contenders about each. */
import {
  type Asked,
  askWhere,
  createBudgets,
  type Described,
  describeBy,
  showBody,
} from './ask.ts';
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
  const described = new Map<Contender, Described[]>();
  const describing = createBudgets(contenders);
  for (const contender of contenders) {
    const list: Described[] = [];
    for (const { place } of cases) {
      if (describing.isSpent(contender)) break;
      const one = await describeBy(contender, original.locate(place), original.body);
      describing.spend(contender, one.ms);
      list.push(one);
    }
    described.set(contender, list);
  }

  const finding = createBudgets(contenders);
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
      if (own === undefined || finding.isSpent(contender)) continue;
      const asked = await askWhere(own, edited.body, truth);
      finding.spend(contender, asked.findMs);
      answers[contender.name] = asked;
    }
    trials.push({ ...nameCase(one), script, answers });
  }
  return trials;
}

function nameCase({ kind, truth, length, shape, quote, text }: Case) {
  return { kind, truth, length, shape, quote, text };
}

Object.assign(globalThis, { bench: { askAboutArticle, timeHundred } });

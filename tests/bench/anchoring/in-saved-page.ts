/** What is put into a saved page: edits its own text and asks the contenders, each time on a fresh copy of its body. */
import { createRandom } from '../corpus/random.ts';
import { type Asked, askWhere, createBudgets, describeBy, showBody } from './ask.ts';
import { makeCases } from './make-cases.ts';
import { createPageWords } from './page-words.ts';
import { readSavedArticle } from './saved-article.ts';
import { sic } from './sic.ts';

export interface PageTask {
  seed: number;
  numbers: number[];
}

async function askAboutPage({ seed, numbers }: PageTask) {
  const { body } = document;
  const pristine = body.cloneNode(true);
  const copy = () => {
    const fresh = pristine.cloneNode(true);
    if (!(fresh instanceof HTMLBodyElement)) throw new Error('the page has no body');
    return fresh;
  };
  const random = createRandom(seed);
  const read = readSavedArticle(body);
  const words = read && createPageWords(random, read.article);
  if (read === null || words === null) return null;
  const cases = [...makeCases(read.article, words, random, numbers)];
  const contenders = [sic, ...(globalThis.peers ?? [])];
  const budgets = createBudgets(contenders);

  const trials = [];
  for (const one of cases) {
    const fresh = copy();
    await showBody(fresh);
    const page = readSavedArticle(fresh);
    if (page === null) throw new Error('the copy is not the page');
    const described = [];
    for (const contender of contenders) {
      if (budgets.isSpent(contender)) continue;
      described.push(await describeBy(contender, page.locate(page.article, one.place), fresh));
    }
    page.apply(one.edited);
    await showBody(fresh);
    const place = one.found && page.locate(one.edited, one.found);
    const answers: Record<string, Asked> = {};
    for (const own of described) {
      const asked = await askWhere(own, fresh, { truth: one.truth, place, text: one.text });
      budgets.spend(own.contender, asked.findMs + asked.describeMs);
      answers[own.contender.name] = asked;
    }
    const { kind, truth, length, shape, quote, text } = one;
    const script = document.documentElement.lang.slice(0, 2).toLowerCase() || 'unknown';
    trials.push({ kind, truth, length, shape, quote, text, script, answers });
  }
  return trials;
}

Object.assign(globalThis, { bench: { askAboutPage } });

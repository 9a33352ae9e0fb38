/**
 * The way that Hypothesis's client goes: the quote word for word, else by approximate matching over the whole
 * text; every occurrence is scored by its likeness, that of its context, and its position, and the best is taken.
 * Written anew after its description; the matching is the library that it uses.
 */
import search from 'approx-string-match';
import { createRange } from '../build-page.ts';
import { type Contender, giveRange } from '../contender.ts';

interface Description {
  exact: string;
  prefix: string;
  suffix: string;
  start: number;
}

interface Match {
  start: number;
  end: number;
  errors: number;
}

const CONTEXT = 32;
const MOST_ERRORS = 256;
const WEIGHTS = { quote: 50, prefix: 20, suffix: 20, position: 2 };
const ALL_WEIGHTS = Object.values(WEIGHTS).reduce((sum, weight) => sum + weight, 0);

/** @param threshold the least score, of at most 1; the client itself has none */
export function createHypothesis(name: string, threshold: number, budget: number): Contender {
  return {
    name,
    budget,
    describe: (range, root) => {
      const description = describe(range, root);
      return (page) => {
        const text = page.textContent;
        const best = findBest(text, description);
        const isGood = best !== null && best.score >= threshold && best.end > best.start;
        return giveRange(isGood ? createRange(listTexts(page), best) : null);
      };
    },
  };
}

function describe(range: Range, root: HTMLElement): Description {
  const before = document.createRange();
  before.setStart(root, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const start = before.toString().length;
  const exact = range.toString();
  const text = root.textContent;
  const end = start + exact.length;
  return {
    exact,
    prefix: text.slice(Math.max(0, start - CONTEXT), start),
    suffix: text.slice(end, end + CONTEXT),
    start,
  };
}

function findBest(text: string, wanted: Description): (Match & { score: number }) | null {
  const most = Math.min(MOST_ERRORS, wanted.exact.length / 2);
  return listMatches(text, wanted.exact, most)
    .map((match) => ({ ...match, score: scoreMatch(text, match, wanted) }))
    .reduce<(Match & { score: number }) | null>(
      (best, match) => (best === null || match.score > best.score ? match : best),
      null,
    );
}

function listMatches(text: string, wanted: string, mostErrors: number): Match[] {
  const exact: Match[] = [];
  for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + 1)) {
    exact.push({ start: at, end: at + wanted.length, errors: 0 });
  }
  return exact.length > 0 ? exact : search(text, wanted, mostErrors);
}

function scoreMatch(
  text: string,
  { start, end, errors }: Match,
  { exact, prefix, suffix, start: hint }: Description,
): number {
  const before = text.slice(Math.max(0, start - prefix.length), start);
  const after = text.slice(end, end + suffix.length);
  const sum =
    WEIGHTS.quote * (1 - errors / exact.length) +
    WEIGHTS.prefix * (prefix === '' ? 1 : compare(before, prefix)) +
    WEIGHTS.suffix * (suffix === '' ? 1 : compare(after, suffix)) +
    WEIGHTS.position * (1 - Math.abs(start - hint) / text.length);
  return sum / ALL_WEIGHTS;
}

/** How like a context is to the wanted one, from 0 to 1. */
function compare(text: string, wanted: string): number {
  if (text === '' || wanted === '') return 0;
  const [best] = listMatches(text, wanted, wanted.length);
  return best === undefined ? 0 : 1 - best.errors / wanted.length;
}

function listTexts(root: Node): Text[] {
  const texts: Text[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node instanceof Text) texts.push(node);
  }
  return texts;
}

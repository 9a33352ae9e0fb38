/** Asks contenders in the page: describes the words in it as it was, and has them found in it as it is. */
import type { Answer, Contender, Find } from './contender.ts';
import type { Truth } from './edits/edit.ts';
import { type Judgement, judge } from './judge.ts';

export interface Asked extends Judgement {
  describeMs: number;
  findMs: number;
  /** what was thrown; its judgement is that nothing was found */
  fault: string | null;
}

export interface Described {
  contender: Contender;
  find: Find | null;
  ms: number;
  fault: string | null;
}

const NOTHING: Answer = { verdict: 'none', range: null, replacement: null };

export async function describeBy(
  contender: Contender,
  range: Range,
  root: HTMLElement,
): Promise<Described> {
  const start = performance.now();
  try {
    const made = contender.describe(range.cloneRange(), root);
    const find = made instanceof Promise ? await made : made;
    return { contender, find, ms: performance.now() - start, fault: null };
  } catch (fault) {
    return { contender, find: null, ms: performance.now() - start, fault: String(fault) };
  }
}

export async function askWhere(
  { find, ms, fault }: Described,
  root: HTMLElement,
  truth: { truth: Truth; place: Range | null; text: string },
): Promise<Asked> {
  const start = performance.now();
  let answer: Answer = NOTHING;
  let thrown = fault;
  try {
    const given = find?.(root) ?? NOTHING;
    answer = given instanceof Promise ? await given : given;
  } catch (failure) {
    thrown = String(failure);
  }
  const findMs = performance.now() - start;
  const judgement = judge(answer, truth.truth, truth.place, truth.text);
  return { ...judgement, describeMs: ms, findMs, fault: thrown };
}

/** Puts a body in the page and lets it come to rest: laid out, and everything that waits for changes told. */
export async function showBody(body: HTMLElement): Promise<void> {
  document.body = body;
  body.getBoundingClientRect();
  await new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** How much time each contender has left. */
export interface Budgets {
  isSpent(contender: Contender): boolean;
  spend(contender: Contender, ms: number): void;
}

export function createBudgets(contenders: readonly Contender[]): Budgets {
  const left = new Map(contenders.map((one) => [one, one.budget]));
  return {
    isSpent: (contender) => (left.get(contender) ?? 0) <= 0,
    spend: (contender, ms) => void left.set(contender, (left.get(contender) ?? 0) - ms),
  };
}

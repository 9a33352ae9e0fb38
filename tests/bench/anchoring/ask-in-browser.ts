/** Has the synthetic articles edited and the quotes found in Chromium, article by article. */
import * as v from 'valibot';
import { bundleInPage } from '../bundle-in-page.ts';
import { describeFault } from '../read-answer.ts';
import { ROUND } from './make-cases.ts';
import { openTab, type Tab } from './pages.ts';
import { type LongTimes, type Trial, timesSchema, trialsSchema } from './trial.ts';

const EMPTY = '<!doctype html><html><head><title>An article</title></head><body></body></html>';

export interface Scripts {
  list: string[];
  /** peers that could not be had, each with why */
  missing: string[];
}

export interface Outcomes {
  trials: Trial[];
  times: LongTimes;
  missing: string[];
}

export interface AskOptions {
  seed: number;
  cases: number;
  /** how often the hundred quotes are timed */
  rounds: number;
  alone: boolean;
  tell: (text: string) => void;
}

/** @param main the file of this folder that sets `globalThis.bench` */
export async function bundleContenders(main: string, alone: boolean): Promise<Scripts> {
  const list: string[] = [];
  const missing: string[] = [];
  if (!alone) {
    list.push(await bundleInPage('anchoring/in-page-peers.ts'));
    try {
      list.push(await bundleInPage('anchoring/in-page-apache.ts'));
    } catch (fault) {
      missing.push(
        `@apache-annotator/dom is left out, it cannot be bundled: ${describeFault(fault)}`,
      );
    }
  }
  list.push(await bundleInPage(`anchoring/${main}`));
  return { list, missing };
}

export async function askInChromium({
  seed,
  cases,
  rounds,
  alone,
  tell,
}: AskOptions): Promise<Outcomes> {
  const { list, missing } = await bundleContenders('in-page.ts', alone);
  const tab = await openTab('chromium');
  const trials: Trial[] = [];
  try {
    const numbers = Array.from({ length: cases }, (_, number) => number);
    for (let index = 0; index < Math.min(ROUND, cases); index += 1) {
      const turn = numbers.filter((number) => number % ROUND === index);
      tell(`article ${index + 1} of ${Math.min(ROUND, cases)}`);
      await tab.open(EMPTY, ...list);
      const task = { seed, index, numbers: turn };
      const own = v.parse(trialsSchema, await tab.ask('askAboutArticle', task));
      trials.push(
        ...own.map((one) => ({ ...one, browser: 'chromium', page: `article ${index + 1}` })),
      );
    }
    const times = await timeInChromium(tab, { seed, rounds }, list, tell);
    return { trials, times, missing };
  } finally {
    await tab.close();
  }
}

/** A hundred quotes on one long page, for each contender. */
export async function timeInChromium(
  tab: Tab,
  task: { seed: number; rounds: number },
  scripts: readonly string[],
  tell: (text: string) => void,
): Promise<LongTimes> {
  tell('a hundred quotes on a long page');
  await tab.open(EMPTY, ...scripts);
  return v.parse(timesSchema, await tab.ask('timeHundred', task));
}

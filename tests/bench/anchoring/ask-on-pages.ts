/** Has the text of saved pages edited and the quotes found there, in Chromium and in Firefox: the same edits in both. */
import * as v from 'valibot';
import type { BrowserName } from '../../drivers/driver.ts';
import { createRandom } from '../corpus/random.ts';
import type { BenchPage } from '../corpus/read-pages.ts';
import { describeFault } from '../read-answer.ts';
import { bundleContenders, type Outcomes, timeInChromium } from './ask-in-browser.ts';
import { openTab } from './pages.ts';
import { type Trial, trialsSchema } from './trial.ts';

export interface AskPagesOptions {
  seed: number;
  /** how often the hundred quotes are timed */
  rounds: number;
  alone: boolean;
  tell: (text: string) => void;
}

/** Of one page; they begin where those of the page before have ended. */
const CASES = 6;
const BROWSERS: readonly BrowserName[] = ['chromium', 'firefox'];

/** Pages without an article of some paragraphs are left out. */
export async function askOnPages(
  pages: readonly BenchPage[],
  { seed, rounds, alone, tell }: AskPagesOptions,
): Promise<Outcomes & { left: number }> {
  const { list, missing } = await bundleContenders('in-saved-page.ts', alone);
  const trials: Trial[] = [];
  let left = 0;
  for (const browser of BROWSERS) {
    const tab = await openTab(browser);
    try {
      for (const [index, page] of pages.entries()) {
        if (index % 25 === 0) tell(`${browser}: ${index} of ${pages.length} pages`);
        const task = {
          seed: createRandom(seed * 1000 + index).below(1e9),
          numbers: Array.from({ length: CASES }, (_, at) => index * CASES + at),
        };
        try {
          await tab.open(page.readHtml(), ...list);
          const own = v.parse(v.nullable(trialsSchema), await tab.ask('askAboutPage', task));
          if (own === null) left += 1;
          trials.push(...(own ?? []).map((one) => ({ ...one, browser, page: page.name })));
        } catch (fault) {
          tell(`${page.name} is left out in ${browser}: ${describeFault(fault)}`);
          left += 1;
        }
      }
    } finally {
      await tab.close();
    }
  }
  const long = await bundleContenders('in-page.ts', alone);
  const tab = await openTab('chromium');
  try {
    const times = await timeInChromium(tab, { seed, rounds }, long.list, tell);
    return { trials, times, missing, left };
  } finally {
    await tab.close();
  }
}

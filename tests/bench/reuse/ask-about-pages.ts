/** Has passages put into pages in Chromium and asks what is found of them there, of a ledger that the same browser keeps. */
import * as v from 'valibot';
import { openTab, type Tab } from '../anchoring/pages.ts';
import { bundleInPage } from '../bundle-in-page.ts';
import { createRandom } from '../corpus/random.ts';
import type { BenchPage } from '../corpus/read-pages.ts';
import { describeFault } from '../read-answer.ts';
import { type CopiedArticle, checkedSchema, readPageSchema } from './case.ts';
import { makeCases } from './make-cases.ts';
import {
  countWords,
  LEAST_ARTICLE,
  listCopies,
  type RememberedArticle,
  rememberArticle,
} from './make-ledger.ts';
import type { CheckedCase } from './score-findings.ts';

export interface AskOptions {
  seed: number;
  notices: readonly { lang: string; text: string }[];
  tell: (text: string) => void;
}

export interface ReuseAnswers {
  copies: CopiedArticle[];
  cases: (CheckedCase & { words: string[]; ms: number; pageUrl: string })[];
  /** the pages that have an article of some paragraphs */
  known: BenchPage[];
  /** pages whose check failed */
  errors: number;
}

const EMPTY = '<!doctype html><title>Ledger</title><body>';

export async function askAboutPages(
  pages: readonly BenchPage[],
  { seed, notices, tell }: AskOptions,
): Promise<ReuseAnswers> {
  const script = await bundleInPage('reuse/in-page.ts');
  const tab = await openTab('chromium');
  try {
    const random = createRandom(seed);
    const known: { page: BenchPage; article: RememberedArticle }[] = [];
    for (const [index, page] of pages.entries()) {
      if (index % 50 === 0) tell(`reading: ${index} of ${pages.length} pages`);
      const read = await readArticle(tab, script, page, tell);
      if (read === null || known.some(({ page: { url } }) => url === page.url)) continue;
      known.push({ page, article: rememberArticle(random, { url: page.url, ...read }, notices) });
    }
    const articles = known.map(({ article }) => article);
    const copies = listCopies(random, articles);
    await tab.open(EMPTY, script);
    await tab.ask('remember', copies);
    const cases: ReuseAnswers['cases'] = [];
    let errors = 0;
    for (const [index, { page, article }] of known.entries()) {
      if (index % 50 === 0) tell(`checking: ${index} of ${known.length} pages`);
      const made = makeCases(random, index, article, articles);
      try {
        await tab.open(page.readHtml(), script);
        const asked = await tab.ask('checkCases', { pageUrl: page.url, cases: made });
        for (const [at, checked] of v.parse(v.array(checkedSchema), asked).entries()) {
          const marks = made[at]?.marks ?? [];
          cases.push({ page: page.name, pageUrl: page.url, marks, ...checked });
        }
      } catch (fault) {
        errors += 1;
        tell(`${page.name} is left out: ${describeFault(fault)}`);
      }
    }
    return { copies, cases, errors, known: known.map(({ page }) => page) };
  } finally {
    await tab.close();
  }
}

async function readArticle(
  tab: Tab,
  script: string,
  page: BenchPage,
  tell: AskOptions['tell'],
): Promise<{ language: string; paragraphs: string[] } | null> {
  try {
    await tab.open(page.readHtml(), script);
    const read = v.parse(readPageSchema, await tab.ask('readPage', null));
    return countWords(read.paragraphs.join('\n')) >= LEAST_ARTICLE ? read : null;
  } catch (fault) {
    tell(`${page.name} is left out: ${describeFault(fault)}`);
    return null;
  }
}

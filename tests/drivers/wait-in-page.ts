/**
 * Waiting for what a page's own script can see. Puppeteer's waitForFunction keeps a handle into the page,
 * which Firefox may lose while a document is still coming in; each look here stands alone.
 */
import type { Page } from 'puppeteer-core';
import { isPassing } from './shadow.ts';
import { waitUntil } from './wait.ts';

/**
 * Resolves once `look`, which runs in the page with `args`, gives true; rejects after 10 s.
 * A document that goes away during a look is looked at again when the next one has come.
 */
export async function waitInPage(
  page: Page,
  look: (...args: string[]) => boolean,
  ...args: string[]
): Promise<void> {
  const lookOnce = async () => {
    try {
      // A document that only begins to come in has not even a root yet.
      if (!(await page.evaluate(() => document.documentElement !== null))) return false;
      return await page.evaluate(look, ...args);
    } catch (fault) {
      if (isPassing(fault)) return false;
      throw fault;
    }
  };
  await waitUntil(lookOnce, { what: `${String(look)} on ${page.url()}` });
}

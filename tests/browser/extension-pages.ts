/** The extension's own pages as a person uses them: what stands there is waited for, then clicked or read. */
import type { Page } from 'puppeteer-core';
import type { Json } from '../drivers/driver.ts';
import { waitUntil } from '../drivers/wait.ts';
import { waitInPage } from '../drivers/wait-in-page.ts';
import type { Session } from './session.ts';

/** Opens the popup as it stands over an article: its own tab would be the one in front otherwise. */
export async function openPopup({ driver }: Session, article: Page): Promise<Page> {
  const popup = await driver.openExtensionPage('/pages/popup/index.html');
  await reopenPopup(popup, article);
  return popup;
}

/** Makes a popup that is open start again over an article. */
export async function reopenPopup(popup: Page, article: Page): Promise<void> {
  await article.bringToFront();
  await popup.evaluate(() => {
    document.documentElement.classList.add('before-reload');
    location.reload();
  });
  await waitInPage(popup, () => {
    if (document.documentElement?.classList.contains('before-reload') !== false) return false;
    return document.querySelector('section[aria-busy="false"]') !== null;
  });
  // What the page in front is has been asked by now; behind it, time runs slowly.
  await popup.bringToFront();
}

/** Waits until no tab has the popup any more: asked of the browser, since not every driver hears of its end. */
export async function waitForPopupClosed({ driver }: Session): Promise<void> {
  const isGone = () =>
    driver.inExtension(async () => {
      type Api = { tabs: { query(which: object): Promise<{ url?: string }[]> } };
      const scope = globalThis as unknown as { browser?: Api; chrome: Api };
      const open = await (scope.browser ?? scope.chrome).tabs.query({});
      return !open.some(({ url }) => url?.endsWith('/pages/popup/index.html'));
    });
  await waitUntil(isGone, { what: 'the popup to close' });
}

export async function openOptions({ driver }: Session): Promise<Page> {
  const options = await driver.openExtensionPage('/pages/options/index.html');
  await options.waitForSelector('[aria-labelledby="storage"]');
  return options;
}

/** Clicks what stands there, or will in a moment. */
export async function clickWhenThere(page: Page, css: string): Promise<void> {
  const found = await page.waitForSelector(css, { visible: true });
  await found?.click();
}

export async function clickButton(page: Page, name: string): Promise<void> {
  await page.bringToFront();
  const button = await page.waitForSelector(`aria/${name}[role="button"]`);
  await button?.click();
}

/** An element's text, with its spaces folded. */
export function textOf(page: Page, css: string): Promise<string> {
  return page.$eval(css, (one) => (one.textContent ?? '').replace(/\s+/g, ' ').trim());
}

/** Waits for words anywhere in an element. */
export async function waitForText(page: Page, css: string, text: string): Promise<void> {
  await waitInPage(
    page,
    (selector, words) => document.querySelector(selector)?.textContent?.includes(words) ?? false,
    css,
    text,
  );
}

/** Which element has the focus: its id, or its tag and words. */
export function readFocus(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { activeElement } = document;
    return activeElement?.id || `${activeElement?.localName} ${activeElement?.textContent}`;
  });
}

/**
 * Puts rows into a table of the extension's database, from outside of it: pages that are open learn of them when
 * they start again.
 */
export async function putRows(
  { driver }: Session,
  table: 'drafts' | 'reports',
  rows: Json[],
): Promise<void> {
  const put = () =>
    driver.inExtension(
      async (table, rows) => {
        // To open what is not there yet would make it, empty.
        const known = await indexedDB.databases();
        if (!known.some(({ name }) => name === 'sic')) return false;
        const opening = indexedDB.open('sic');
        await new Promise((resolve) => opening.addEventListener('success', resolve));
        const database = opening.result;
        const isThere = database.objectStoreNames.contains(table);
        if (isThere) {
          const writing = database.transaction(table, 'readwrite');
          for (const row of rows) writing.objectStore(table).put(row);
          await new Promise((resolve) => writing.addEventListener('complete', resolve));
        }
        database.close();
        return isThere;
      },
      table,
      rows,
    );
  await waitUntil(put, { what: `the table ${table}` });
}

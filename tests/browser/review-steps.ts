/** What an editor sees of the queue and does in it, step by step. */
import type { Page } from 'puppeteer-core';
import { waitUntil } from '../drivers/wait.ts';
import { waitInPage } from '../drivers/wait-in-page.ts';

export interface SeenRow {
  key: string;
  /** of its whole content */
  text: string;
  state: string;
  isCurrent: boolean;
  /** px from the window's upper edge */
  top: number;
}

const LISTED = '.clusters > li.cluster';

/** The listed rows that are drawn, in order. */
export function readRows(page: Page): Promise<SeenRow[]> {
  return page.$$eval(LISTED, (rows) =>
    rows
      .map((row) => ({
        key: row.dataset['key'] ?? '',
        text: row.textContent ?? '',
        state: row.className.split(' ')[1] ?? '',
        isCurrent: row.getAttribute('aria-current') === 'true',
        top: row.getBoundingClientRect().top,
        index: Number(row.dataset['index']),
      }))
      .sort((one, other) => one.index - other.index),
  );
}

/** Waits until a listed row has the words, and is in a state where one is named. */
export function waitForRow(page: Page, words: string, state?: string): Promise<SeenRow> {
  return waitUntil(
    async () =>
      (await readRows(page)).find(
        (row) => row.text.includes(words) && (state === undefined || row.state === state),
      ),
    { what: `a row with “${words}”${state === undefined ? '' : ` in ${state}`}` },
  );
}

/** Waits until no listed row has the words. */
export async function waitForNoRow(page: Page, words: string): Promise<void> {
  await waitUntil(async () => (await readRows(page)).every(({ text }) => !text.includes(words)), {
    what: `no row with “${words}”`,
  });
}

/** Clicks a button of the row with the words, by its text. */
export async function clickInRow(page: Page, words: string, button: string): Promise<void> {
  const { key } = await waitForRow(page, words);
  const found = await waitUntil(
    () =>
      page
        .evaluateHandle(
          (css, key, name) => {
            const row = [...document.querySelectorAll<HTMLElement>(css)].find(
              (one) => one.dataset['key'] === key,
            );
            const buttons = [...(row?.querySelectorAll('button') ?? [])];
            return buttons.find(({ textContent }) => textContent?.trim() === name) ?? null;
          },
          LISTED,
          key,
          button,
        )
        .then((handle) => handle.asElement()),
    { what: `the button “${button}” of “${words}”` },
  );
  // Typed by what was looked for.
  const element = found as import('puppeteer-core').ElementHandle<HTMLButtonElement>;
  await element.click();
}

/** Presses keys one after the other, on the page in front. */
export async function pressKeys(page: Page, ...keys: string[]): Promise<void> {
  const keyboard: { press(key: string): Promise<void> } = page.keyboard as never;
  for (const key of keys) await keyboard.press(key);
}

/** Goes to a row with the words by keys alone. */
export async function walkTo(page: Page, words: string): Promise<void> {
  await waitForRow(page, words);
  const count = (await readRows(page)).length;
  for (let n = 0; n <= count; n += 1) {
    const current = (await readRows(page)).find(({ isCurrent }) => isCurrent);
    if (current?.text.includes(words)) return;
    await pressKeys(page, 'j');
    await waitInPage(
      page,
      (css, key) =>
        (document.querySelector<HTMLElement>(`${css}[aria-current]`)?.dataset['key'] ?? '') !== key,
      LISTED,
      current?.key ?? '',
    );
  }
  throw new Error(`no row with “${words}” on the way`);
}

/** Whether the focus is somewhere in the queue's list. */
export function hasFocusInList(page: Page): Promise<boolean> {
  return page.evaluate(() => document.activeElement?.closest('.clusters > li.cluster') !== null);
}

/** What was last announced. */
export function readAnnounced(page: Page): Promise<string> {
  return page.$eval('.queue-page [role="status"]', (one) => one.textContent ?? '');
}

/** Waits until the page has the words somewhere. */
export async function waitForText(page: Page, words: string): Promise<void> {
  await waitInPage(page, (text) => document.body.textContent?.includes(text) === true, words);
}

/** Waits until the live stream stands. */
export async function waitForLive(page: Page): Promise<void> {
  await page.waitForSelector('.queue-status.live');
}

/** Every way into the report dialog, and what happens where there is nothing to report. */
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { waitUntil } from '../drivers/wait.ts';
import {
  changeSettings,
  closeDialog,
  openArticle,
  openPage,
  readQuote,
  readShadowText,
  sendDialog,
  useSession,
} from './session.ts';

const session = useSession();

/** Clicks into the middle of a word, as a reader does who does not care to select it. */
async function clickWord(page: Page, css: string, word: string): Promise<void> {
  const point = await page.evaluate(
    (selector, text) => {
      const element = document.querySelector(selector);
      const walker = document.createTreeWalker(element as Element, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.nodeValue?.indexOf(text) ?? -1;
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + text.length);
        element?.scrollIntoView({ block: 'center' });
        const box = range.getBoundingClientRect();
        return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
      }
      return null;
    },
    css,
    word,
  );
  if (point === null) throw new Error(`no ${word} in ${css}`);
  await page.mouse.click(point.x, point.y);
}

async function waitForDialog(page: Page): Promise<string> {
  await session.driver.waitForShadow(page, 'sic-dialog', 'button[value="send"]');
  return readShadowText(session, page, 'sic-dialog', 'mark');
}

async function expectSent(page: Page, exact: string): Promise<void> {
  await session.driver.waitForShadow(
    page,
    'sic-dialog',
    'button[value="send"][aria-disabled="false"]',
  );
  await sendDialog(session, page);
  const [annotation] = await session.endpoint.waitForStored(1);
  expect(readQuote(annotation).exact).toBe(exact);
  await page.close();
}

const NOTE = 'sic-note';

describe('the dialog opens', () => {
  it('by the key after a click in a word', async () => {
    const page = await openArticle(session, '/article.html');
    await clickWord(page, '#p2', 'neighbouring');
    await session.driver.chord(page, 'Control', 'Enter');
    expect(await waitForDialog(page)).toBe('neighbouring');
    await expectSent(page, 'neighbouring');
  });

  it('by the key for half-selected words, widened to whole ones', async () => {
    const page = await openArticle(session, '/article.html');
    await session.driver.selectText(page, { css: '#p2', text: 'asured every too' });
    await session.driver.chord(page, 'Control', 'Enter');
    expect(await waitForDialog(page)).toBe('measured every tooth');
    await expectSent(page, 'measured every tooth');
  });

  it('from the context menu', async () => {
    const page = await openArticle(session, '/article.html');
    await session.driver.selectText(page, { css: '#p3', text: 'notebooks' });
    await session.driver.chooseFromMenu('report', {});
    expect(await waitForDialog(page)).toBe('notebooks');
    await expectSent(page, 'notebooks');
  });

  it('from the browser’s own shortcut', async () => {
    const page = await openArticle(session, '/article.html');
    await session.driver.selectText(page, { css: '#p3', text: 'weather' });
    await session.driver.pressShortcut('Alt+Shift+M');
    expect(await waitForDialog(page)).toBe('weather');
    await expectSent(page, 'weather');
  });

  it('from the popup, on a page that is no article as well', async () => {
    const page = await openPage(session, '/search.html');
    await page.bringToFront();
    await session.driver.selectText(page, 'h1');
    expect(await session.driver.sendMessage({ type: 'report/start' })).toEqual({
      ok: true,
      value: true,
    });
    await waitForDialog(page);
    await closeDialog(session, page);
    await page.close();
  });

  it('on touch screens by a button, when the reader has turned it on', async () => {
    const { driver } = session;
    await changeSettings(session, { reporting: { touchButton: true } });
    const page = await openArticle(session, '/article.html');
    // Of a mouse, nobody needs it.
    await page.mouse.click(5, 5);
    await driver.selectText(page, { css: '#p2', text: 'pear wood' });
    await new Promise((resolve) => setTimeout(resolve, 800));
    expect(await page.$('sic-touch')).toBeNull();
    await touch(page);
    await driver.selectText(page, { css: '#p3', text: 'ink' });
    await driver.waitForShadow(page, 'sic-touch', 'button');
    expect(await driver.axe(page, 'sic-touch')).toEqual([]);
    await driver.clickInShadow(page, 'sic-touch', 'button');
    expect(await waitForDialog(page)).toBe('ink');
    expect(await page.$('sic-touch')).toBeNull();
    await expectSent(page, 'ink');
  });

  it('on touch screens by no button, unless the reader has turned it on', async () => {
    const page = await openArticle(session, '/article.html');
    await touch(page);
    await session.driver.selectText(page, { css: '#p3', text: 'ink' });
    await new Promise((resolve) => setTimeout(resolve, 800));
    expect(await page.$('sic-touch')).toBeNull();
    await page.close();
  });
});

/** Both browsers send pointer events of touches, though only one of them shows a touch screen. */
async function touch(page: Page): Promise<void> {
  await page.touchscreen.tap(5, 300);
  await new Promise((resolve) => setTimeout(resolve, 100));
}

describe('nothing to report', () => {
  it('is said where the key is pressed on an article, which gets its key', async () => {
    const page = await openArticle(session, '/article.html');
    await page.evaluate(() => {
      getSelection()?.removeAllRanges();
      addEventListener('keydown', ({ key }) => {
        document.title = key;
      });
    });
    await session.driver.chord(page, 'Control', 'Enter');
    await session.driver.waitForShadow(page, NOTE, 'button');
    await waitUntil(
      async () =>
        (await readShadowText(session, page, NOTE, '[role="status"]')) ===
        'Select the words with the mistake, then press Ctrl+Enter.',
      { what: 'the note to say so' },
    );
    expect(await page.title()).toBe('Enter');
    expect(await session.driver.axe(page, NOTE)).toEqual([]);
    await session.driver.clickInShadow(page, NOTE, 'button');
    await waitUntil(async () => (await page.$(NOTE)) === null, { what: 'the note to go' });
    await page.close();
  });

  it('is said by the page after the shortcut, and to the popup', async () => {
    const page = await openArticle(session, '/article.html');
    await page.evaluate(() => getSelection()?.removeAllRanges());
    expect(await session.driver.sendMessage({ type: 'report/start' })).toEqual({
      ok: true,
      value: false,
    });
    await page.bringToFront();
    await session.driver.pressShortcut('Alt+Shift+M');
    await session.driver.waitForShadow(page, NOTE, 'button');
    expect(await page.$('sic-dialog')).toBeNull();
    await page.close();
  });

  it('leaves a focused link its key', async () => {
    const page = await openArticle(session, '/article.html');
    await page.evaluate(() => {
      getSelection()?.removeAllRanges();
      document.querySelector<HTMLElement>('header a')?.focus();
      addEventListener('keydown', (event) => {
        document.title = event.key;
        event.preventDefault();
      });
    });
    await session.driver.chord(page, 'Control', 'Enter');
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(await page.title()).toBe('Enter');
    expect(await page.$(NOTE)).toBeNull();
    await page.close();
  });
});

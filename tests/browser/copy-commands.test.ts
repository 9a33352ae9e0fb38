/** Copying as the person asks with a command, and the quiet note that says what was added and takes it back. */
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import type { Clipboard } from '../drivers/driver.ts';
import { waitUntil } from '../drivers/wait.ts';
import {
  changeSettings,
  copy,
  openArticle,
  openPage,
  readShadowText,
  useSession,
} from './session.ts';

const session = useSession();
const NOTE = 'sic-note';

const setWhen = (when: string) => changeSettings(session, { attribution: { when } });

/** The clipboard once it is another than it was. */
async function waitForCopy(before: string): Promise<Clipboard> {
  return waitUntil(
    async () => {
      const clipboard = await session.driver.readClipboard();
      // While it is being written it may be empty for a moment.
      return ['', before].includes(clipboard.plain) ? null : clipboard;
    },
    { what: 'a copy' },
  );
}

/** Copies something of another page first, so that what comes next is seen to be new. */
async function empty(page: Page): Promise<string> {
  const { plain } = await copy(session, page, '#h-keeper');
  return plain;
}

const PLAIN = 'Alt+Shift+K';
const WITH_SOURCE = 'Alt+Shift+L';

describe('a command', () => {
  it('copies with the source where the rule would not', async () => {
    await setWhen('never');
    const page = await openArticle(session, '/article.html');
    const before = await empty(page);
    await session.driver.selectText(page, { css: '#p2', text: 'Two smiths' });
    await page.bringToFront();
    await session.driver.pressShortcut(WITH_SOURCE);
    const { plain, html } = await waitForCopy(before);
    expect(plain.startsWith('Two smiths\n\nSource: ')).toBe(true);
    expect(html).toContain(`<a href="${page.url()}"`);
    await page.close();
  });

  it('copies plain where the rule would add the source, and no handler of the page is asked', async () => {
    const page = await openArticle(session, '/hostile.html');
    const quote = await page.$eval('#p2', (p) => (p as HTMLElement).innerText);
    const before = (await copy(session, page, '#p3')).plain;
    await session.driver.selectText(page, '#p2');
    await page.bringToFront();
    const taken = await page.evaluate(() => Reflect.get(window, 'copiesTaken') as number);
    await session.driver.pressShortcut(PLAIN);
    const { plain, html } = await waitForCopy(before);
    expect(plain).toBe(quote);
    // The browser's own, with all that it puts into it.
    expect(html).not.toContain('<blockquote');
    expect(await page.evaluate(() => Reflect.get(window, 'copiesTaken') as number)).toBe(taken);
    await page.close();
  });

  it('stands in the context menu too', async () => {
    await setWhen('never');
    const page = await openArticle(session, '/article.html');
    const before = await empty(page);
    await session.driver.selectText(page, '#p3');
    await page.bringToFront();
    await session.driver.chooseFromMenu('copy-with-source', {});
    const { plain } = await waitForCopy(before);
    expect(plain).toContain('\n\nSource: ');
    await session.driver.selectText(page, '#p3');
    await page.bringToFront();
    await session.driver.chooseFromMenu('copy-plain', {});
    expect((await waitForCopy(plain)).plain).not.toContain('Source: ');
    await page.close();
  });

  it('works on a page that is no article, which costs it nothing before', async () => {
    const page = await openPage(session, '/product.html');
    const before = (await copy(session, page, 'h1')).plain;
    expect(before).not.toContain('Source: ');
    await session.driver.selectText(page, 'h1');
    await page.bringToFront();
    await session.driver.pressShortcut(WITH_SOURCE);
    const { plain } = await waitForCopy(before);
    expect(plain.startsWith(`${before}\n\nSource: `)).toBe(true);
    expect(plain).toContain(page.url());
    await page.close();
  });

  it('says so where nothing is selected', async () => {
    const page = await openArticle(session, '/article.html');
    await page.evaluate(() => getSelection()?.removeAllRanges());
    await session.driver.pressShortcut(WITH_SOURCE);
    await session.driver.waitForShadow(page, NOTE, '[role="status"] p');
    expect(await readShadowText(session, page, NOTE, '[role="status"]')).toContain('Nothing is');
    await page.close();
  });
});

describe('the note after a copy', () => {
  it('says what was added, and has no fault of accessibility', async () => {
    const page = await openArticle(session, '/article.html');
    await copy(session, page, '#p2');
    await session.driver.waitForShadow(page, NOTE, '.added');
    expect(await readShadowText(session, page, NOTE, '[role="status"]')).toMatch(
      /^Copied, with its source:Marrow Bridge Observer · Clock Tower of Marrow Bridge /,
    );
    expect(await session.driver.axe(page, NOTE)).toEqual([]);
    // The reader's place in the page is not taken away.
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('body');
    await page.close();
  });

  it('takes the source back, as the browser itself would have copied it', async () => {
    const page = await openArticle(session, '/article.html');
    await setWhen('never');
    const own = await copy(session, page, '#p2');
    await setWhen('always');
    const ours = await copy(session, page, '#p2');
    expect(ours.plain).not.toBe(own.plain);
    await page.bringToFront();
    // What is selected by now does not matter, and stays selected.
    await session.driver.selectText(page, '#p3');
    await session.driver.waitForShadow(page, NOTE, '.action');
    await session.driver.clickInShadow(page, NOTE, '.action');
    expect(await waitForCopy(ours.plain)).toEqual(own);
    await session.driver.waitForShadowGone(page, NOTE, '.action');
    expect(await readShadowText(session, page, NOTE, '[role="status"]')).toContain('without');
    expect(await page.evaluate(() => String(getSelection()))).toContain('Osric Pell');
    await page.close();
  });

  it('takes back at least the text where its place has gone', async () => {
    const page = await openArticle(session, '/article.html');
    const quote = await page.$eval('#p2', (p) => (p as HTMLElement).innerText);
    const { plain } = await copy(session, page, '#p2');
    await page.bringToFront();
    await session.driver.waitForShadow(page, NOTE, '.action');
    await page.evaluate(() => document.querySelector('#p2')?.remove());
    await session.driver.clickInShadow(page, NOTE, '.action');
    expect(await waitForCopy(plain)).toEqual({ plain: quote, html: '' });
    await page.close();
  });

  it('says where the source could not be added, and adds it when asked', async () => {
    const page = await openArticle(session, '/article.html');
    // What a copy has of a list to choose from is the browser's secret.
    await page.$eval('#p2', (p) => p.append(document.createElement('select')));
    const own = await copy(session, page, '#p2');
    await page.$eval('#p2', (p) => p.append('They begin in May.'));
    await session.driver.selectText(page, '#p2');
    await page.bringToFront();
    await session.driver.chord(page, 'Control', 'c');
    const { plain } = await session.driver.readClipboard();
    if (session.driver.name === 'firefox') {
      expect(plain).toContain('Source: ');
      return page.close();
    }
    expect(plain).not.toContain('Source: ');
    await page.bringToFront();
    await session.driver.waitForShadow(page, NOTE, '.action');
    expect(await session.driver.axe(page, NOTE)).toEqual([]);
    await session.driver.clickInShadow(page, NOTE, '.action');
    const ours = await waitForCopy(plain);
    expect(ours.plain.startsWith(own.plain.split('\n')[0]?.slice(0, 200) ?? '-')).toBe(true);
    expect(ours.plain).toContain('\n\nSource: ');
    await page.close();
  });

  it('goes when something else is copied, which its undo would take away', async () => {
    const page = await openArticle(session, '/article.html');
    await copy(session, page, '#p2');
    await page.bringToFront();
    await session.driver.waitForShadow(page, NOTE, '.action');
    await page.click('#input');
    await page.keyboard.type('mine');
    await session.driver.chord(page, 'Control', 'a');
    await session.driver.chord(page, 'Control', 'c');
    await session.driver.waitForShadowGone(page, NOTE, '.action');
    expect((await session.driver.readClipboard()).plain).toBe('mine');
    await page.close();
  });

  it('can be closed, and goes by itself', async () => {
    const page = await openArticle(session, '/article.html');
    await copy(session, page, '#p2');
    await page.bringToFront();
    await session.driver.waitForShadow(page, NOTE, '.close');
    await session.driver.clickInShadow(page, NOTE, '.close');
    await session.driver.waitForShadowGone(page, NOTE, '.close');
    await copy(session, page, '#p3');
    await page.bringToFront();
    await session.driver.waitForShadow(page, NOTE, '.close');
    // No longer than somebody looks at it: the pointer still stands where the last one was closed.
    await page.mouse.move(5, 5);
    await session.driver.waitForShadowGone(page, NOTE, '.close', 30_000);
    await page.close();
  });
});

/** Reporting by the keyboard alone, and what a screen reader is told. */
import type { Page, SerializedAXNode } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { waitUntil } from '../drivers/wait.ts';
import { waitInPage } from '../drivers/wait-in-page.ts';
import { browserName, openArticle, readQuote, readShadowText, useSession } from './session.ts';

const session = useSession();

/** Puts the caret into the first word of a paragraph, and goes on by the keyboard where the browser lets it. */
async function selectByKeyboard(page: Page, css: string): Promise<void> {
  await page.bringToFront();
  await page.evaluate((selector) => {
    const text = document.querySelector(selector)?.firstChild;
    if (text) getSelection()?.setBaseAndExtent(text, 4, text, 4);
  }, css);
  for (let letter = 0; letter < 3; letter += 1) {
    await session.driver.chord(page, 'Shift', 'ArrowRight');
  }
}

const readFocus = (page: Page, host = 'sic-dialog') =>
  session.driver.inShadow(page, host, (root) => {
    const { activeElement: focused } = root;
    return focused instanceof HTMLButtonElement ? focused.value : (focused?.id ?? '');
  });

async function tabThrough(page: Page, times: number): Promise<string[]> {
  const seen: string[] = [];
  for (let turn = 0; turn < times; turn += 1) {
    await page.keyboard.press('Tab');
    seen.push(await readFocus(page));
  }
  return seen;
}

describe('by the keyboard alone', () => {
  it('a word is reported, and the reader is back where they were', async () => {
    const page = await openArticle(session, '/article.html');
    await selectByKeyboard(page, '#p2');
    const selected = await page.evaluate(() => String(getSelection()));
    await session.driver.chord(page, 'Control', 'Enter');
    await session.driver.waitForShadow(
      page,
      'sic-dialog',
      'button[value="send"][aria-disabled="false"]',
    );
    expect(await readFocus(page)).toBe('correction');
    await page.keyboard.type('Accordingly');
    expect(await tabThrough(page, 4)).toEqual(['comment', 'send', 'mark', 'close']);
    for (const expected of ['mark', 'send', 'comment', 'correction', 'kind']) {
      await session.driver.chord(page, 'Shift', 'Tab');
      expect(await readFocus(page)).toBe(expected);
    }
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await session.driver.waitForShadow(page, 'sic-dialog', '.status.saved');
    await waitUntil(async () => (await readFocus(page)) === 'close', { what: 'focus on Close' });
    const [annotation] = await session.endpoint.waitForStored(1);
    expect(readQuote(annotation).exact).toBe('According');
    expect(annotation?.body.map(({ value }) => value)).toEqual(['Accordingly', 'grammar']);
    await page.keyboard.press('Enter');
    await waitInPage(page, () => document.querySelector('sic-dialog') === null);
    expect(await page.evaluate(() => String(getSelection()))).toBe(selected);
    await page.close();
  });

  it('places are marked, and sent by the key once nothing is selected', async () => {
    const page = await openArticle(session, '/article.html');
    for (const css of ['#p2', '#p3']) {
      await selectByKeyboard(page, css);
      await session.driver.chord(page, 'Control', 'Enter');
      await session.driver.waitForShadow(page, 'sic-dialog', 'button[value="mark"]');
      await waitUntil(async () => (await readFocus(page)) === 'correction', { what: 'the focus' });
      // The second time, the buttons that take a marked place out stand in between.
      for (let turn = 0; turn < 5 && (await readFocus(page)) !== 'mark'; turn += 1) {
        await page.keyboard.press('Tab');
      }
      expect(await readFocus(page)).toBe('mark');
      await page.keyboard.press('Enter');
      await session.driver.waitForShadow(page, 'sic-marks', 'button');
      await waitInPage(page, () => document.querySelector('sic-dialog') === null);
    }
    await page.evaluate(() => getSelection()?.removeAllRanges());
    await session.driver.chord(page, 'Control', 'Enter');
    await session.driver.waitForShadow(
      page,
      'sic-dialog',
      'button[value="send"][aria-disabled="false"]',
    );
    await session.driver.chord(page, 'Control', 'Enter');
    await session.endpoint.waitForStored(2);
    await page.close();
  });

  it('no focus leaves the dialog while it stands', async () => {
    const page = await openArticle(session, '/article.html');
    await selectByKeyboard(page, '#p2');
    await session.driver.chord(page, 'Control', 'Enter');
    await session.driver.waitForShadow(
      page,
      'sic-dialog',
      'button[value="send"][aria-disabled="false"]',
    );
    for (let turn = 0; turn < 14; turn += 1) {
      await page.keyboard.press('Tab');
      const outside = await page.evaluate(() => document.activeElement?.localName ?? '');
      // What is not in the dialog is the browser's own, which the page tells by its body.
      expect(['sic-dialog', 'body']).toContain(outside);
    }
    await page.close();
  });
});

describe.runIf(browserName === 'chromium')('a screen reader', () => {
  function* walk(node: SerializedAXNode): Generator<SerializedAXNode> {
    yield node;
    for (const child of node.children ?? []) yield* walk(child);
  }

  const readTree = async (page: Page) => {
    const root = await page.accessibility.snapshot({ interestingOnly: false });
    if (root === null) throw new Error('no accessibility tree');
    return [...walk(root)].map(({ role, name }) => `${role}: ${name ?? ''}`);
  };

  it('is told the dialog, its fields and its buttons by their names', async () => {
    const page = await openArticle(session, '/article.html');
    await session.driver.selectText(page, { css: '#p3', text: 'ink' });
    await session.driver.chord(page, 'Control', 'Enter');
    await session.driver.waitForShadow(
      page,
      'sic-dialog',
      'button[value="send"][aria-disabled="false"]',
    );
    const tree = await readTree(page);
    for (const named of [
      'dialog: Spelling error report',
      'combobox: Kind of mistake',
      'textbox: Correction',
      'textbox: Comment',
      'button: Send',
      'button: Mark another',
      'button: Cancel',
    ]) {
      expect(tree).toContain(named);
    }
    await session.driver.clickInShadow(page, 'sic-dialog', 'button[value="mark"]');
    await session.driver.waitForShadow(page, 'sic-marks', 'button');
    const bar = await readTree(page);
    for (const named of ['region: Marked mistakes', 'button: Send together', 'button: Discard']) {
      expect(bar).toContain(named);
    }
    expect(await readShadowText(session, page, 'sic-marks', '[role="status"]')).toBe(
      '1 place marked',
    );
    await page.close();
  });
});

/** The dialog, the bar and the note in small windows, in the dark and in forced colours: never clipped, and readable. */
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { browserName, openArticle, openDialog, report, useSession } from './session.ts';

const session = useSession();

/** What cannot be seen whole of the elements for a selector: where each stands, against the window. */
const readClipped = (page: Page, host: string, css: string) =>
  session.driver.inShadow(
    page,
    host,
    (root, selector) => {
      const clipped = [...root.querySelectorAll(selector)].filter((element) => {
        const { left, right, top, bottom, width } = element.getBoundingClientRect();
        return (
          width === 0 || left < -1 || top < -1 || right > innerWidth + 1 || bottom > innerHeight + 1
        );
      });
      return clipped.map((element) => element.outerHTML.slice(0, 80));
    },
    css,
  );

/** Whether anything has to be scrolled sideways. */
const overflows = (page: Page, host: string, css: string) =>
  session.driver.inShadow(
    page,
    host,
    (root, selector) => {
      const element = root.querySelector(selector);
      return element === null || element.scrollWidth > element.clientWidth + 1;
    },
    css,
  );

describe.each([
  ['400 % of 1280 by 1024', 320, 256],
  ['a small telephone', 320, 568],
  ['a telephone on its side', 568, 320],
])('in %s', (_, width, height) => {
  it('what sends stays in view, and every field can be reached', async () => {
    const { driver } = session;
    const page = await openArticle(session, '/article.html');
    await driver.setViewport(page, width, height);
    await openDialog(session, page, '#p3');
    expect(await readClipped(page, 'sic-dialog', 'dialog, button[value="send"]')).toEqual([]);
    expect(await overflows(page, 'sic-dialog', 'dialog')).toBe(false);
    for (const css of ['#comment', '#kind']) {
      await driver.inShadow(
        page,
        'sic-dialog',
        (root, selector) => root.querySelector<HTMLElement>(selector)?.focus(),
        css,
      );
      // Focus that is hidden behind what sticks would be no focus.
      const isCovered = await driver.inShadow(
        page,
        'sic-dialog',
        (root, selector) => {
          const box = root.querySelector(selector)?.getBoundingClientRect();
          if (box === undefined) return true;
          const hit = root.elementFromPoint(box.left + 8, box.top + 8);
          return hit?.closest(selector) === null;
        },
        css,
      );
      expect(isCovered).toBe(false);
    }
    expect(await driver.axe(page, 'sic-dialog')).toEqual([]);
    await driver.clickInShadow(page, 'sic-dialog', 'button[value="send"]');
    await driver.waitForShadow(page, 'sic-dialog', '.status.saved');
    expect(await readClipped(page, 'sic-dialog', 'dialog, button[value="close"]')).toEqual([]);
    await page.close();
  });
});

describe('in the dark', () => {
  it('nothing is hard to read', async () => {
    const { driver } = session;
    const page = await openArticle(session, '/article.html');
    await driver.setDark(page, true);
    await openDialog(session, page, { css: '#p2', text: 'pear wood' });
    expect(await driver.axe(page, 'sic-dialog')).toEqual([]);
    await driver.clickInShadow(page, 'sic-dialog', 'button[value="mark"]');
    await driver.waitForShadow(page, 'sic-marks', 'button');
    expect(await driver.axe(page, 'sic-marks')).toEqual([]);
    expect(await driver.axe(page, 'sic-source')).toEqual([]);
    await report(session, page, { css: '#p3', text: 'ink' });
    expect(await driver.axe(page, 'sic-dialog')).toEqual([]);
    await driver.setDark(page, false);
    await page.close();
  });
});

describe.runIf(browserName === 'chromium')('in forced colours, without motion', () => {
  it('the marked words and what sends are told apart by more than their colour', async () => {
    const { driver } = session;
    const page = await openArticle(session, '/article.html');
    const client = await page.createCDPSession();
    await client.send('Emulation.setEmulatedMedia', {
      features: [
        { name: 'forced-colors', value: 'active' },
        { name: 'prefers-reduced-motion', value: 'reduce' },
      ],
    });
    await openDialog(session, page, { css: '#p2', text: 'pear wood' });
    const seen = await driver.inShadow(page, 'sic-dialog', (root) => {
      const look = (css: string) => getComputedStyle(root.querySelector(css) as Element);
      return {
        mark: look('mark').backgroundColor !== look('blockquote').backgroundColor,
        send: look('button[value="send"]').borderTopWidth,
        cancel: look('button[value="close"]').borderTopWidth,
        moves: [...root.querySelectorAll('*')].some(
          (one) => getComputedStyle(one).animationName !== 'none',
        ),
      };
    });
    expect(seen.mark).toBe(true);
    expect(Number.parseFloat(seen.send)).toBeGreaterThan(Number.parseFloat(seen.cancel));
    expect(seen.moves).toBe(false);
    await page.close();
  });
});

/** When the part that shows reported mistakes is loaded, and when not. */
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import english from '../../src/locales/en.json' with { type: 'json' };
import { pause, waitUntil } from '../drivers/wait.ts';
import { readOutbox } from './outbox-rows.ts';
import { sendReport, setArticle, useNewsroom, WHEEL, waitForPlaced } from './placed-newsroom.ts';
import { closeDialog, openArticle, report, useSession } from './session.ts';

const session = useSession();
const newsroom = useNewsroom();

/** The parts of the content script that a page has. */
async function listParts(page: Page): Promise<string[]> {
  await page.bringToFront();
  return session.driver.inExtension(async () => {
    type Api = {
      tabs: { query(which: object): Promise<{ id?: number }[]> };
      scripting: { executeScript(injection: object): Promise<{ result?: unknown }[]> };
    };
    const scope = globalThis as unknown as { browser?: Api; chrome: Api };
    const { tabs, scripting } = scope.browser ?? scope.chrome;
    const [tab] = await tabs.query({ active: true, currentWindow: true });
    const [answer] = await scripting.executeScript({
      target: { tabId: tab?.id ?? -1 },
      func: () =>
        Object.keys((globalThis as Record<symbol, object>)[Symbol.for('sic.parts')] ?? {}),
    });
    return (answer?.result ?? []) as string[];
  });
}

it('is loaded on the pages of own reports, and on no other', async () => {
  const path = await setArticle(session, newsroom, '/own.html');
  const other = await setArticle(session, newsroom, '/without.html');
  const page = await openArticle(session, path);
  await session.driver.waitForShadow(page, 'sic-source', 'a');
  await pause(1_000);
  const before = await listParts(page);
  expect(before).toContain('article');
  expect(before).not.toContain('placed');
  await report(session, page, { css: '#p1', text: 'great wheel' }, { correction: 'large wheel' });
  await closeDialog(session, page);
  await waitForPlaced(page, 'great wheel');
  await waitUntil(async () => (await readOutbox(session)).some(({ receipt }) => receipt !== null), {
    what: 'a receipt',
  });
  expect(await listParts(page)).toContain('placed');
  await page.goto(`${session.site.origin}${other}`);
  await session.driver.waitForShadow(page, 'sic-source', 'a');
  await pause(1_000);
  expect(await listParts(page)).not.toContain('placed');
  await page.close();
});

it('comes to an article that was open before its editor signed in, and shows nothing when they sign out', async () => {
  const path = await setArticle(session, newsroom, '/before.html');
  await sendReport(session, newsroom, path, WHEEL);
  const page = await openArticle(session, path);
  await session.driver.waitForShadow(page, 'sic-source', 'a');
  const review = await session.driver.openExtensionPage('/pages/review/index.html');
  await review.waitForSelector('input[type="password"]');
  await review.bringToFront();
  await review.click('input[type="url"], input:not([type="password"])');
  await review.keyboard.type(newsroom.base);
  await review.click('input[type="password"]');
  await review.keyboard.type(newsroom.token);
  await review.click('button[type="submit"]');
  await review.waitForSelector('li.cluster');
  await page.bringToFront();
  await waitForPlaced(page, 'great wheel');
  await review.bringToFront();
  await review.locator(`aria/${english.reviewSignOut}[role="button"]`).click();
  await review.waitForSelector('input[type="password"]');
  await page.bringToFront();
  await waitForPlaced(page);
  await review.close();
  await page.close();
});

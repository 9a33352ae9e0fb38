/** Going on with what was begun: from the popup, in the tab that is open or in a new one; and by a click in a mark. */
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import type { Place } from '../drivers/driver.ts';
import { waitUntil } from '../drivers/wait.ts';
import { waitInPage } from '../drivers/wait-in-page.ts';
import { readRows } from './outbox-rows.ts';
import { openArticle, openDialog, readShadowText, sendDialog, useSession } from './session.ts';

const session = useSession();
const WOOD: Place = { css: '#p2', text: 'pear wood' };

async function begin(page: Page): Promise<string> {
  await openDialog(session, page, WOOD);
  await session.driver.typeInShadow(page, 'sic-dialog', '#comment', 'is it pine?');
  await waitUntil(
    async () => JSON.stringify(await readRows(session, 'drafts')).includes('is it pine?'),
    { what: 'the draft' },
  );
  await page.bringToFront();
  await page.keyboard.press('Escape');
  await waitInPage(page, () => document.querySelector('sic-dialog') === null);
  const [draft] = await readRows(session, 'drafts');
  return String((draft as { canonical: string }).canonical);
}

const readComment = (page: Page) =>
  session.driver.inShadow(
    page,
    'sic-dialog',
    (root) => root.querySelector<HTMLTextAreaElement>('#comment')?.value ?? '',
  );

const listArticles = async () =>
  (await session.driver.browser.pages()).filter((one) => one.url().includes('/article.html'));

describe('what was begun', () => {
  it('goes on in the tab that shows its page, with its words in sight', async () => {
    const page = await openArticle(session, '/article.html');
    const canonical = await begin(page);
    await session.driver.setViewport(page, 500, 300);
    await page.evaluate(() => scrollTo(0, 0));
    await session.driver.sendMessage({ type: 'draft/continue', canonical });
    await session.driver.waitForShadow(page, 'sic-dialog', 'button[value="send"]');
    expect(await readComment(page)).toBe('is it pine?');
    expect(await listArticles()).toHaveLength(1);
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(0);
    await page.bringToFront();
    await sendDialog(session, page);
    await session.endpoint.waitForStored(1);
    expect(await readRows(session, 'drafts')).toEqual([]);
    await page.close();
  });

  it('goes on in a new tab, where none shows its page', async () => {
    const page = await openArticle(session, '/article.html');
    const canonical = await begin(page);
    await page.close();
    await session.driver.sendMessage({ type: 'draft/continue', canonical });
    const [opened] = await waitUntil(
      async () => {
        const found = await listArticles();
        return found.length > 0 ? found : null;
      },
      { what: 'the page' },
    );
    if (opened === undefined) throw new Error('no page');
    await session.driver.waitForShadow(opened, 'sic-dialog', 'button[value="send"]');
    expect(await readComment(opened)).toBe('is it pine?');
    await opened.close();
  });
});

describe('a click in a marked place', () => {
  it('means the whole of it', async () => {
    const page = await openArticle(session, '/article.html');
    await openDialog(session, page, WOOD);
    await session.driver.typeInShadow(page, 'sic-dialog', '#correction', 'pine wood');
    await session.driver.clickInShadow(page, 'sic-dialog', 'button[value="mark"]');
    await session.driver.waitForShadow(page, 'sic-marks', 'button');
    await openDialog(session, page, { css: '#p2', text: 'woo' });
    expect(await readShadowText(session, page, 'sic-dialog', 'mark')).toBe('pear wood');
    expect(await readShadowText(session, page, 'sic-dialog', 'button[value="send"]')).toBe('Send');
    await sendDialog(session, page);
    const [annotation] = await session.endpoint.waitForStored(1);
    expect(annotation?.body[0]?.value).toBe('pine wood');
    await page.close();
  });
});

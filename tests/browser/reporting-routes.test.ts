/** Reporting in an app that goes from page to page without loading: each of its addresses is a page of its own. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import type { Place } from '../drivers/driver.ts';
import { waitUntil } from '../drivers/wait.ts';
import { waitInPage } from '../drivers/wait-in-page.ts';
import {
  closeDialog,
  FIXTURES,
  openArticle,
  openDialog,
  readShadowText,
  report,
  useSession,
} from './session.ts';

const session = useSession();
const article = await readFile(join(FIXTURES, 'article.html'), 'utf8');
const WHEEL: Place = { css: '#p1', text: 'wheel' };
const INK: Place = { css: '#p3', text: 'ink' };
const BAR = 'sic-marks';
const NEXT = '/next.html';

/** A page of the app: what its server gives for one address it shows for all of them. */
function openApp(): Promise<Page> {
  session.site.setPage('/first.html', article);
  session.site.setPage(NEXT, article);
  return openArticle(session, '/first.html');
}

async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate((address) => history.pushState({}, '', address), path);
}

async function mark(page: Page, place: Place): Promise<void> {
  const { driver } = session;
  await openDialog(session, page, place);
  await driver.clickInShadow(page, 'sic-dialog', 'button[value="mark"]');
  await driver.waitForShadow(page, BAR, 'button');
  await waitInPage(page, () => document.querySelector('sic-dialog') === null);
}

const readHighlights = (page: Page) =>
  page.evaluate(() => [...(CSS.highlights.get('sic-mark') ?? [])].map(String).sort());

const waitForHighlights = (page: Page, words: string[]) =>
  waitUntil(async () => String(await readHighlights(page)) === String(words), {
    what: `[${words}] to be marked`,
  });

/** Rows of the extension's database, as they lie there. */
async function readRows(table: 'drafts' | 'reports'): Promise<Record<string, unknown>[]> {
  const json = await session.driver.inExtension(async (name) => {
    const opening = indexedDB.open('sic');
    await new Promise((resolve) => opening.addEventListener('success', resolve));
    const reading = opening.result.transaction(name).objectStore(name).getAll();
    await new Promise((resolve) => reading.addEventListener('success', resolve));
    opening.result.close();
    return JSON.stringify(reading.result);
  }, table);
  return JSON.parse(json);
}

it('shows what is marked at the address where it was marked, and nowhere else', async () => {
  const page = await openApp();
  await mark(page, WHEEL);
  await goTo(page, NEXT);
  await waitForHighlights(page, []);
  expect(await page.$(BAR)).toBeNull();
  await mark(page, INK);
  expect(await readHighlights(page)).toEqual(['ink']);
  await page.goBack();
  await waitForHighlights(page, ['wheel']);
  expect(await readShadowText(session, page, BAR, '[role="status"]')).toBe('1 place marked');
  await page.close();
});

it('gives back what was typed at an address once that is loaded', async () => {
  const { driver, site } = session;
  const page = await openApp();
  await goTo(page, NEXT);
  await openDialog(session, page, INK);
  await driver.typeInShadow(page, 'sic-dialog', '#comment', 'dry since March');
  await closeDialog(session, page);
  await page.reload();
  await driver.waitForShadow(page, 'sic-source', 'a');
  expect(page.url()).toBe(`${site.origin}${NEXT}`);
  await openDialog(session, page, INK);
  const typed = await driver.inShadow(
    page,
    'sic-dialog',
    (root) => root.querySelector<HTMLTextAreaElement>('#comment')?.value,
  );
  expect(typed).toBe('dry since March');
  await closeDialog(session, page);
  await page.close();
});

it('knows a report by the address where its words stood', async () => {
  const page = await openApp();
  await goTo(page, NEXT);
  await report(session, page, INK);
  expect(await readRows('reports')).toMatchObject([
    { page: { url: `${session.site.origin}${NEXT}` } },
  ]);
  await page.close();
});

it('keeps with its page what stands in the dialog when the app goes on', async () => {
  const { driver, site } = session;
  const page = await openApp();
  await openDialog(session, page, WHEEL);
  await driver.typeInShadow(page, 'sic-dialog', '#comment', 'one');
  await waitUntil(async () => (await readRows('drafts')).length === 1, { what: 'the draft' });
  await goTo(page, NEXT);
  await driver.typeInShadow(page, 'sic-dialog', '#comment', 'two');
  await waitUntil(async () => (await readRows('drafts'))[0]?.['comment'] === 'two', {
    what: 'the second word',
  });
  expect(await readRows('drafts')).toMatchObject([{ page: `${site.origin}/first.html` }]);
  await driver.clickInShadow(page, 'sic-dialog', 'button[value="mark"]');
  await waitInPage(page, () => document.querySelector('sic-dialog') === null);
  await waitForHighlights(page, []);
  await page.goBack();
  await waitForHighlights(page, ['wheel']);
  await page.close();
});

it('takes reports at an address of any length', async () => {
  const { endpoint, site } = session;
  // Nothing in it says an address of its own.
  const bare = article.replace(/<link rel="canonical"[^>]*>|<meta property="og:url"[^>]*>/g, '');
  site.setPage(
    '/long.html',
    bare.replace(/<script type="application\/ld\+json">.*?<\/script>/s, ''),
  );
  const page = await openArticle(session, `/long.html?q=${'x'.repeat(5000)}`);
  await report(session, page, INK);
  const [annotation] = await endpoint.waitForStored(1);
  expect(annotation?.target.source).toBe(`${site.origin}/long.html`);
  await page.close();
});

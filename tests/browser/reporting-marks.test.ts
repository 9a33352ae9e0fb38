/** Many places marked and sent together; and what was typed, which outlives closing, reload and crash. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import type { Place } from '../drivers/driver.ts';
import { startEditorEndpoint } from '../drivers/editor-endpoint.ts';
import { startSite } from '../drivers/site.ts';
import { startDriver } from '../drivers/start-driver.ts';
import { waitUntil } from '../drivers/wait.ts';
import { waitInPage } from '../drivers/wait-in-page.ts';
import {
  browserName,
  extensionFolder,
  FIXTURES,
  openArticle,
  openDialog,
  readQuote,
  readShadowText,
  type Session,
  sendDialog,
  useSession,
} from './session.ts';

const session = useSession();
const BAR = 'sic-marks';

const WHEEL: Place = { css: '#p1', text: 'wheel' };
const INK: Place = { css: '#p3', text: 'ink' };
const WOOD: Place = { css: '#p2', text: 'pear wood' };

async function mark(page: Page, place: Place, correction?: string): Promise<void> {
  const { driver } = session;
  await openDialog(session, page, place);
  if (correction !== undefined) {
    await driver.typeInShadow(page, 'sic-dialog', '#correction', correction);
  }
  await driver.clickInShadow(page, 'sic-dialog', 'button[value="mark"]');
  await driver.waitForShadow(page, BAR, 'button');
  await waitInPage(page, () => document.querySelector('sic-dialog') === null);
}

const readFields = (one: Session, page: Page) =>
  one.driver.inShadow(page, 'sic-dialog', (root) => ({
    kind: root.querySelector<HTMLSelectElement>('#kind')?.value ?? '',
    correction: root.querySelector<HTMLInputElement>('#correction')?.value ?? '',
    comment: root.querySelector<HTMLTextAreaElement>('#comment')?.value ?? '',
  }));

/** The words that the page shows as marked. */
const readHighlights = (page: Page) =>
  page.evaluate(() => [...(CSS.highlights.get('sic-mark') ?? [])].map(String).sort());

const readBar = (page: Page) => readShadowText(session, page, BAR, '[role="status"]');

async function pressBar(page: Page, value: string): Promise<void> {
  await session.driver.clickInShadow(page, BAR, `button[value="${value}"]`);
}

describe('marked places', () => {
  it('are shown, and go out together with the one in the dialog', async () => {
    const { driver, endpoint } = session;
    const page = await openArticle(session, '/article.html');
    await mark(page, WHEEL, 'wheel of fortune');
    await mark(page, INK);
    expect(await readHighlights(page)).toEqual(['ink', 'wheel']);
    expect(await readBar(page)).toBe('2 places marked');
    expect(await driver.axe(page, BAR)).toEqual([]);
    expect(endpoint.posts).toEqual([]);
    await openDialog(session, page, WOOD);
    expect(await page.$(BAR)).toBeNull();
    expect(await readShadowText(session, page, 'sic-dialog', 'button[value="send"]')).toBe(
      'Send 3 reports',
    );
    expect(await driver.axe(page, 'sic-dialog')).toEqual([]);
    await sendDialog(session, page);
    const stored = await endpoint.waitForStored(3);
    expect(stored.map((one) => readQuote(one).exact).sort()).toEqual(['ink', 'pear wood', 'wheel']);
    expect(stored.flatMap(({ body }) => body).map(({ value }) => value)).toContain(
      'wheel of fortune',
    );
    expect(await readHighlights(page)).toEqual([]);
    await page.close();
  });

  it('are there after a reload, and are sent from the bar', async () => {
    const { driver, endpoint } = session;
    const page = await openArticle(session, '/article.html');
    await mark(page, WHEEL);
    await mark(page, INK, 'inks');
    await page.reload();
    await driver.waitForShadow(page, BAR, 'button');
    await waitUntil(async () => (await readHighlights(page)).length === 2, {
      what: 'the marks to be shown again',
    });
    expect(await readHighlights(page)).toEqual(['ink', 'wheel']);
    await pressBar(page, 'send');
    await driver.waitForShadow(page, 'sic-dialog', 'button[value="send"][aria-disabled="false"]');
    expect(await readShadowText(session, page, 'sic-dialog', 'button[value="send"]')).toBe(
      'Send 2 reports',
    );
    await sendDialog(session, page);
    await endpoint.waitForStored(2);
    await page.close();
  });

  it('are sent no more at once than can be, though more lie there', async () => {
    const { driver, endpoint } = session;
    const page = await openArticle(session, '/article.html');
    await mark(page, WHEEL);
    await driver.inExtension(async () => {
      const opening = indexedDB.open('sic');
      await new Promise((resolve) => opening.addEventListener('success', resolve));
      const drafts = opening.result.transaction('drafts', 'readwrite').objectStore('drafts');
      const reading = drafts.getAll();
      await new Promise((resolve) => reading.addEventListener('success', resolve));
      const [one] = reading.result;
      for (let at = 0; at < 52; at += 1) {
        drafts.put({ ...one, canonical: `${one.canonical.slice(0, -4)}${1000 + at}` });
      }
      await new Promise((resolve) => drafts.transaction.addEventListener('complete', resolve));
      opening.result.close();
    });
    await page.reload();
    await driver.waitForShadow(page, BAR, 'button');
    expect(await readBar(page)).toBe('50 places marked');
    await pressBar(page, 'send');
    await driver.waitForShadow(page, 'sic-dialog', 'button[value="send"][aria-disabled="false"]');
    await sendDialog(session, page);
    await endpoint.waitForStored(50);
    await page.close();
  });

  it('can be taken out in the dialog, and discarded once asked', async () => {
    const { driver, endpoint } = session;
    const page = await openArticle(session, '/article.html');
    await mark(page, WHEEL);
    await mark(page, INK);
    await pressBar(page, 'send');
    await driver.waitForShadow(page, 'sic-dialog', 'button[value^="remove:"]');
    await driver.clickInShadow(page, 'sic-dialog', 'button[value^="remove:"]');
    await waitUntil(async () => (await readHighlights(page)).length === 1, {
      what: 'one mark less',
    });
    await page.keyboard.press('Escape');
    await driver.waitForShadow(page, BAR, 'button[value="ask"]');
    expect(await readBar(page)).toBe('1 place marked');
    await pressBar(page, 'ask');
    await driver.waitForShadow(page, BAR, 'button[value="discard"]');
    await pressBar(page, 'keep');
    await driver.waitForShadow(page, BAR, 'button[value="ask"]');
    await pressBar(page, 'ask');
    await driver.waitForShadow(page, BAR, 'button[value="discard"]');
    await pressBar(page, 'discard');
    await waitInPage(page, () => document.querySelector('sic-marks') === null);
    expect(await readHighlights(page)).toEqual([]);
    await page.reload();
    await driver.waitForShadow(page, 'sic-source', 'a');
    expect(await page.$(BAR)).toBeNull();
    expect(endpoint.posts).toEqual([]);
    await page.close();
  });

  it('are edited where they are marked once more', async () => {
    const page = await openArticle(session, '/article.html');
    await mark(page, WHEEL, 'wheels');
    await openDialog(session, page, WHEEL);
    expect(await readFields(session, page)).toMatchObject({ correction: 'wheels' });
    expect(await readShadowText(session, page, 'sic-dialog', 'button[value="send"]')).toBe('Send');
    await sendDialog(session, page);
    await session.endpoint.waitForStored(1);
    expect(await readHighlights(page)).toEqual([]);
    await page.close();
  });
});

async function typeAll(one: Session, page: Page): Promise<void> {
  const { driver } = one;
  await driver.typeInShadow(page, 'sic-dialog', '#correction', 'a greater wheel');
  await driver.typeInShadow(page, 'sic-dialog', '#comment', 'Слово 🙂');
  await driver.inShadow(page, 'sic-dialog', (root) =>
    root.querySelector<HTMLSelectElement>('#kind')?.focus(),
  );
  await page.keyboard.press('g');
}
const TYPED = { kind: 'grammar', correction: 'a greater wheel', comment: 'Слово 🙂' };

/** Waits until the background has what was typed last. */
async function waitForKept(one: Session, page: Page): Promise<void> {
  await waitUntil(
    async () => {
      // Asked of the extension, which alone can tell.
      const kept = await one.driver.inExtension(
        () =>
          new Promise<string>((resolve) => {
            const opening = indexedDB.open('sic');
            opening.onsuccess = () => {
              const all = opening.result.transaction('drafts').objectStore('drafts').getAll();
              all.onsuccess = () => {
                opening.result.close();
                resolve(JSON.stringify(all.result));
              };
            };
          }),
      );
      await page.bringToFront();
      return kept.includes('grammar') && kept.includes('🙂');
    },
    { what: 'the draft to be kept' },
  );
}

describe('what was typed', () => {
  it('is back after the dialog was closed, and after a reload, until it is started over', async () => {
    const { driver, endpoint } = session;
    const page = await openArticle(session, '/article.html');
    await openDialog(session, page, WHEEL);
    expect(await readFields(session, page)).toEqual({
      kind: 'spelling',
      correction: 'wheel',
      comment: '',
    });
    await typeAll(session, page);
    await page.keyboard.press('Escape');
    await waitInPage(page, () => document.querySelector('sic-dialog') === null);
    await openDialog(session, page, WHEEL);
    expect(await readFields(session, page)).toEqual(TYPED);
    expect(await readShadowText(session, page, 'sic-dialog', '.restored')).toContain(
      'What you had written is back.',
    );
    expect(await driver.axe(page, 'sic-dialog')).toEqual([]);
    await page.reload();
    await driver.waitForShadow(page, 'sic-source', 'a');
    await openDialog(session, page, INK);
    expect(await readFields(session, page)).toMatchObject({ correction: 'ink', comment: '' });
    await page.keyboard.press('Escape');
    await waitInPage(page, () => document.querySelector('sic-dialog') === null);
    await openDialog(session, page, WHEEL);
    expect(await readFields(session, page)).toEqual(TYPED);
    await driver.clickInShadow(page, 'sic-dialog', 'button[value="start-over"]');
    await driver.waitForShadowGone(page, 'sic-dialog', '.restored');
    expect(await readFields(session, page)).toMatchObject({ correction: 'wheel', comment: '' });
    await sendDialog(session, page);
    const [annotation] = await endpoint.waitForStored(1);
    expect(annotation?.body.map(({ purpose }) => purpose)).toEqual(['tagging']);
    await page.close();
  });

  it('is sent with its kind, and nothing of it is left then', async () => {
    const page = await openArticle(session, '/article.html');
    await openDialog(session, page, WHEEL);
    await typeAll(session, page);
    await sendDialog(session, page);
    const [annotation] = await session.endpoint.waitForStored(1);
    expect(annotation?.body.map(({ purpose, value }) => [purpose, value])).toEqual([
      ['editing', 'a greater wheel'],
      ['tagging', 'grammar'],
      ['commenting', 'Слово 🙂'],
    ]);
    await page.keyboard.press('Escape');
    await waitInPage(page, () => document.querySelector('sic-dialog') === null);
    await openDialog(session, page, WHEEL);
    expect(await readFields(session, page)).toMatchObject({ correction: 'wheel', comment: '' });
    await page.close();
  });

  it('survives the end of the browser itself', async () => {
    const profile = await mkdtemp(join(tmpdir(), 'sic-profile-'));
    const endpoint = await startEditorEndpoint();
    const site = await startSite({ root: FIXTURES, endpoint: endpoint.url });
    const options = { extension: extensionFolder, profile };
    try {
      const first = { driver: await startDriver(browserName, options), site, endpoint };
      const page = await openArticle(first, '/article.html');
      await openDialog(first, page, WHEEL);
      await typeAll(first, page);
      await waitForKept(first, page);
      // Killed, not closed.
      first.driver.browser.process()?.kill('SIGKILL');
      await first.driver.close();
      const second = { driver: await startDriver(browserName, options), site, endpoint };
      try {
        const again = await openArticle(second, '/article.html');
        await openDialog(second, again, WHEEL);
        expect(await readFields(second, again)).toEqual(TYPED);
      } finally {
        await second.driver.close();
      }
    } finally {
      await site.close();
      await endpoint.close();
      await rm(profile, { recursive: true, force: true });
    }
  });
});

/** What was begun and not sent yet, in the popup. */
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import type { Json } from '../drivers/driver.ts';
import { waitUntil } from '../drivers/wait.ts';
import { waitInPage } from '../drivers/wait-in-page.ts';
import {
  clickWhenThere,
  openPopup,
  putRows,
  readFocus,
  reopenPopup,
  waitForPopupClosed,
  waitForText,
} from './extension-pages.ts';
import { openArticle, useSession } from './session.ts';

// A popup in a tab of its own may close itself, as one from the toolbar may.
const session = useSession({
  driver: { prefs: { 'dom.allow_scripts_to_close_windows': true } },
});
const NOW = Date.now();
const DRAFTS = 'section[aria-labelledby="drafts-heading"]';
const REPORTS = 'section[aria-labelledby="reports-heading"]';

const nameCanonical = (nth: number) =>
  `urn:uuid:01890000-0000-7000-8000-${String(nth).padStart(12, '0')}`;

interface DraftFacts {
  exact: string;
  correction?: string;
  comment?: string;
  page?: string;
  declared?: string | null;
}

/** The more of them, the older. */
function makeDraft(nth: number, facts: DraftFacts): Json {
  const page = facts.page ?? `https://news.example/${nth}`;
  return {
    canonical: nameCanonical(nth),
    place: {
      source: page,
      scope: '',
      title: `Article ${nth}`,
      language: 'en',
      selectors: [{ type: 'TextQuoteSelector', exact: facts.exact, prefix: '', suffix: '' }],
      declared: facts.declared ?? null,
      native: null,
    },
    kind: 'spelling',
    correction: facts.correction ?? facts.exact,
    comment: facts.comment ?? '',
    isMarked: false,
    createdAt: NOW - nth * 60_000,
    updatedAt: NOW - nth * 60_000,
    page,
  };
}

/** The words of the drafts, in their order. */
const listDrafts = (popup: Page) =>
  popup.$$eval('[aria-labelledby="drafts-heading"] .sentence', (all) =>
    all.map((one) => one.textContent ?? ''),
  );

async function waitForDrafts(popup: Page, count: number): Promise<void> {
  await waitInPage(
    popup,
    (expected) =>
      String(document.querySelectorAll('[aria-labelledby="drafts-heading"] .sentence').length) ===
      expected,
    String(count),
  );
}

describe('what is not sent yet', () => {
  it('is not spoken of where there is none', async () => {
    const article = await openArticle(session, '/article.html');
    const popup = await openPopup(session, article);
    await waitForText(popup, REPORTS, 'No reports yet');
    expect(await popup.$(DRAFTS)).toBeNull();
    await popup.close();
    await article.close();
  });

  it('stands there, that of the page in front first, the rest when asked for; a hostile title is words', async () => {
    const article = await openArticle(session, '/article.html');
    const popup = await openPopup(session, article);
    await putRows(session, 'drafts', [
      makeDraft(1, { exact: '<img src=x onerror=alert(1)>', comment: '<b>bold</b>' }),
      makeDraft(2, { exact: 'second', correction: 'seconds' }),
      makeDraft(3, { exact: 'third' }),
      makeDraft(4, { exact: 'here', page: `${article.url()}#elsewhere` }),
      { canonical: 'urn:uuid:of-another-version', page: article.url(), updatedAt: NOW },
    ]);
    await reopenPopup(popup, article);
    await waitForDrafts(popup, 3);
    await clickWhenThere(popup, `${DRAFTS} .more`);
    await waitForDrafts(popup, 4);
    expect(await readFocus(popup)).toBe('button Continue on the page');
    expect(await popup.$(`${DRAFTS} .more`)).toBeNull();
    const words = await listDrafts(popup);
    expect(words[0]).toBe('here');
    expect(words[1]).toBe('<img src=x onerror=alert(1)>');
    expect(words[2]).toContain('seconds');
    expect(await popup.$$(`${DRAFTS} img, ${DRAFTS} b`)).toEqual([]);
    expect(await session.driver.axe(popup)).toEqual([]);
    const names = await popup.$$eval(`${DRAFTS} > ul > li:first-child button`, (all) =>
      all.map((one) => one.getAttribute('aria-label')),
    );
    expect(names).toEqual(['Continue on the page: here', 'Send: here', 'Delete: here']);
    await popup.close();
    await article.close();
  });

  it('is deleted: at once where nothing was typed, else after a question; the focus stays near', async () => {
    const article = await openArticle(session, '/article.html');
    const popup = await openPopup(session, article);
    await putRows(session, 'drafts', [
      makeDraft(1, { exact: 'bare' }),
      makeDraft(2, { exact: 'typed', comment: 'a remark' }),
    ]);
    await reopenPopup(popup, article);
    await waitForDrafts(popup, 2);
    await popup.bringToFront();
    await clickWhenThere(popup, '[aria-label="Delete: bare"]');
    await waitForDrafts(popup, 1);
    expect(await readFocus(popup)).toBe('drafts-heading');
    await popup.focus('[aria-label="Delete: typed"]');
    await popup.keyboard.press('Enter');
    await popup.waitForSelector(`${DRAFTS} fieldset`);
    expect(await readFocus(popup)).toBe('button Keep');
    await popup.keyboard.press('Enter');
    await popup.waitForSelector('[aria-label="Delete: typed"]');
    expect(await readFocus(popup)).toBe('button Delete');
    await popup.keyboard.press('Enter');
    await clickWhenThere(popup, `${DRAFTS} fieldset .danger`);
    await waitInPage(popup, (css) => document.querySelector(css) === null, DRAFTS);
    expect(await readFocus(popup)).toBe('reports-heading');
    await waitForText(popup, '.announcer', 'Draft deleted.');
    await popup.close();
    await article.close();
  });

  it('is sent as it stands, and is a report then', async () => {
    const article = await openArticle(session, '/article.html');
    const popup = await openPopup(session, article);
    await putRows(session, 'drafts', [makeDraft(1, { exact: 'teh', correction: 'the' })]);
    await reopenPopup(popup, article);
    await popup.bringToFront();
    await clickWhenThere(popup, '[aria-label="Send: teh"]');
    await waitForText(popup, `${REPORTS} .report`, 'Kept on this device');
    await waitForText(popup, `${REPORTS} .sentence`, 'the');
    await waitForText(popup, '.announcer', 'Sent off.');
    await waitForDrafts(popup, 0);
    expect(await readFocus(popup)).toBe('reports-heading');
    await popup.close();
    await article.close();
  });

  it('is not sent to another site that nobody agreed to, and stays', async () => {
    const article = await openArticle(session, '/article.html');
    const popup = await openPopup(session, article);
    const declared = session.endpoint.url.replace('127.0.0.1', 'localhost');
    await putRows(session, 'drafts', [
      makeDraft(1, { exact: 'teh', page: article.url(), declared }),
    ]);
    await reopenPopup(popup, article);
    await popup.bringToFront();
    await clickWhenThere(popup, '[aria-label="Send: teh"]');
    await waitForText(popup, `${DRAFTS} [role="status"]`, 'belongs to another site');
    await waitForText(popup, `${DRAFTS} [role="status"]`, 'localhost');
    expect(await listDrafts(popup)).toEqual(['teh']);
    expect(session.endpoint.posts).toEqual([]);
    expect(await session.driver.axe(popup)).toEqual([]);
    await popup.close();
    await article.close();
  });

  it('goes on on its page', async () => {
    const article = await openArticle(session, '/article.html');
    const page = `${session.site.origin}/no-service.html`;
    const popup = await openPopup(session, article);
    await putRows(session, 'drafts', [makeDraft(1, { exact: 'teh', page })]);
    await reopenPopup(popup, article);
    await popup.bringToFront();
    await clickWhenThere(popup, '[aria-label="Continue on the page: teh"]');
    const isOpen = async () =>
      (await session.driver.browser.pages()).some((one) => one.url().startsWith(page));
    await waitUntil(isOpen, { what: 'the page of the draft' });
    await waitForPopupClosed(session);
    for (const one of await session.driver.browser.pages()) {
      if (one.url().startsWith(page)) await one.close();
    }
    await article.close();
  });
});

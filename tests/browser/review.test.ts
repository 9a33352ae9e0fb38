import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createServer } from '../../src/endpoint/server.ts';
import { openStore, type Store } from '../../src/endpoint/store/database.ts';
import english from '../../src/locales/en.json' with { type: 'json' };
import { TEXT_FRAGMENT_SPECIFICATION } from '../../src/model/read-fragment.ts';
import { composeAnnotation } from '../../src/model/report.ts';
import { waitInPage } from '../drivers/wait-in-page.ts';
import { findReceipt, mintCanonical } from '../endpoint/endpoint.ts';
import {
  closeDialog,
  openArticle,
  readStored,
  report,
  reviewFolder,
  useSession,
} from './session.ts';

const session = useSession();
let directory: string;
let store: Store;
let server: FastifyInstance;
/** the endpoint's base, with a slash at its end */
let base: string;
let token: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'sic-review-'));
  store = await openStore({ directory });
  server = createServer({ store, reviewDirectory: reviewFolder, postsPerMinute: 10_000 });
  base = `${await server.listen({ port: 0, host: '127.0.0.1' })}/`;
  ({ token } = await store.tokens.addToken({ name: 'Ada', site: '127.0.0.1', at: Date.now() }));
  for (const path of ['/article.html', '/rtl.html']) {
    const html = await (await fetch(session.site.origin + path)).text();
    session.site.setPage(
      `/reviewed${path}`,
      html.replaceAll(session.endpoint.url, `${base}annotations/`),
    );
  }
});
afterAll(async () => {
  await server?.close();
  await store?.close();
  await rm(directory, { recursive: true, force: true });
});

/** Reports a word of an article to the real endpoint; gives the word. */
async function reportWord(path: string, css: string, correction: string): Promise<string> {
  const page = await openArticle(session, `/reviewed${path}`);
  const text = await page.$eval(css, (one) => (one.textContent ?? '').trim().split(/\s+/)[2] ?? '');
  await report(session, page, { css, text }, { correction });
  await closeDialog(session, page);
  await page.close();
  return text;
}

async function listReports(): Promise<{ exact: string; state: string; reason: string }[]> {
  const response = await fetch(`${base}api/reports`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const { items } = (await response.json()) as {
    items: { exact: string; state: string; reason: string }[];
  };
  return items;
}

async function signIn(page: Page, key: string, endpoint?: string): Promise<void> {
  await page.waitForSelector('input[type="password"]');
  await page.bringToFront();
  if (endpoint !== undefined) {
    await page.click('input[type="url"], input:not([type="password"])');
    await page.keyboard.type(endpoint);
  }
  await page.click('input[type="password"]', { count: 3 });
  await page.keyboard.type(key);
  await page.click('button[type="submit"]');
}

const row = (text: string) => `::-p-xpath(//li[contains(@class, "row")][contains(., "${text}")])`;

async function press(page: Page, text: string, button: string): Promise<void> {
  const found = await page.waitForSelector(
    `::-p-xpath(//li[contains(@class, "row")][contains(., "${text}")]//button[normalize-space() = "${button}"])`,
  );
  await found?.click();
}

for (const where of ['in the extension', 'served by the endpoint'] as const) {
  describe(`the review ${where}`, () => {
    it('shows what readers sent, and an editor accepts, undoes and rejects', async () => {
      const { driver } = session;
      const correction = `put right ${where}`;
      const word = await reportWord('/article.html', '#p2', correction);
      await reportWord('/rtl.html', 'article p:nth-of-type(2)', `تصحيح ${where}`);
      const page =
        where === 'in the extension'
          ? await driver.openExtensionPage('/pages/review/index.html')
          : await driver.newPage(base);
      const endpoint = where === 'in the extension' ? base : undefined;
      await signIn(page, 'sic_wrong', endpoint);
      await waitInPage(
        page,
        (words) => document.querySelector('[role="alert"]')?.textContent === words,
        english.reviewUnauthorised,
      );
      await signIn(page, token);
      await page.waitForSelector(row(correction));
      await page.waitForSelector(row(`تصحيح ${where}`));
      expect(await driver.axe(page)).toEqual([]);

      const link = await page.$eval('li.row .address a', (one) => one.getAttribute('href'));
      expect(link).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\w+\.html#:~:text=/);

      await press(page, correction, 'Accept');
      await waitForState(correction, 'accepted');
      await press(page, correction, 'Undo');
      await waitForState(correction, 'new');
      await press(page, correction, 'Reject');
      await page.waitForSelector('form.reject input');
      await page.keyboard.type('it is meant so');
      await page.keyboard.press('Enter');
      await waitForState(correction, 'rejected');
      const rejected = (await listReports()).find(({ state }) => state === 'rejected');
      expect(rejected).toMatchObject({ exact: word, reason: 'it is meant so' });
      await press(page, correction, 'Undo');
      await waitForState(correction, 'new');
      await page.close();

      async function waitForState(text: string, state: string) {
        await page.waitForSelector(
          `::-p-xpath(//li[contains(concat(" ", @class, " "), " ${state} ")][contains(., "${text}")])`,
        );
      }
    });
  });
}

describe('an editor', () => {
  it('sees their own site only', async () => {
    const { driver } = session;
    const correction = 'for another editor';
    await reportWord('/article.html', '#p4', correction);
    expect((await listReports()).length).toBeGreaterThan(0);
    const other = await store.tokens.addToken({
      name: 'Eve',
      site: 'other.example',
      at: Date.now(),
    });
    const page = await driver.newPage(base);
    await page.evaluate(() => sessionStorage.clear());
    await page.reload();
    await signIn(page, other.token);
    await page.waitForSelector('.empty');
    expect(await page.$$('li.row')).toHaveLength(0);
    await page.close();
  });

  it('leaves nothing of their access in the extension when they sign out', async () => {
    const page = await session.driver.openExtensionPage('/pages/review/index.html');
    expect(await readStored(session, 'editor')).toBeNull();
    await signIn(page, token, base);
    const signOut = await page.waitForSelector(`aria/${english.reviewSignOut}[role="button"]`);
    expect(await readStored(session, 'editor')).toMatchObject({ token });
    await signOut?.click();
    await page.waitForSelector('input[type="password"]');
    expect(await readStored(session, 'editor')).toBeNull();
    await page.close();
  });
});

describe('what was seen of a mistake later', () => {
  /** Reports a word as another program would; gives where its reader tells of it. */
  async function postReport(exact: string, path: string): Promise<string> {
    const annotation = composeAnnotation({
      canonical: mintCanonical(),
      source: `http://127.0.0.1/${path}`,
      scope: `http://127.0.0.1/around-${path}`,
      selectors: [
        { type: 'TextQuoteSelector', exact, prefix: 'It was ', suffix: ' late.' },
        {
          type: 'FragmentSelector',
          conformsTo: TEXT_FRAGMENT_SPECIFICATION,
          value: ':~:text=it-,seen,-so',
        },
      ],
      ...{ kind: 'spelling', correction: '', comment: '', language: 'en', createdAt: Date.now() },
    });
    const response = await fetch(`${base}annotations/`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(annotation),
    });
    expect(response.status).toBe(201);
    return `${base.slice(0, -1)}${findReceipt(response.headers.get('link'))}/observations`;
  }

  async function tellFixed(url: string, replacement: string): Promise<void> {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ verdict: 'fixed', replacement }),
    });
    expect(response.status).toBe(200);
  }

  it('stands in its row, with how many saw it and what is there now', async () => {
    const { driver } = session;
    const [one, two] = [await postReport('recieved', 'seen'), await postReport('recieved', 'seen')];
    const [lone] = [await postReport('wierd', 'gone'), await postReport('wierd', 'gone')];
    // A look in the very millisecond of the report shows nothing of what it is about.
    await new Promise((resolve) => setTimeout(resolve, 5));
    await tellFixed(one, 'rcvd');
    await tellFixed(two, '<b>received</b> \u05d0');
    await tellFixed(lone, '');

    const page = await driver.newPage(base);
    await page.evaluate(() => sessionStorage.clear());
    await page.reload();
    await signIn(page, token);
    const open = await readRow(page, 'wierd');
    expect(open).toContain('Seen fixed, 1 reader');
    expect(open).toContain(english.placedGone);
    expect(open).toContain('Reported by 2 readers');
    await page.locator(`aria/${english.reviewStateFixed}[role="button"]`).click();
    const fixed = await readRow(page, 'recieved');
    expect(fixed).toContain('Seen fixed, 2 readers');
    expect(fixed).toContain('Now stands there: \u2068<b>received</b> \u05d0\u2069');
    expect(fixed).not.toContain(english.placedSeenByEditor);
    const links = await page.$$eval('li.row .address a', (all) => all.map(({ href }) => href));
    expect(links.slice(0, 2)).toEqual([
      'http://127.0.0.1/seen#:~:text=it-,seen,-so',
      'http://127.0.0.1/around-seen',
    ]);
    for (const dark of [true, false]) {
      await driver.setDark(page, dark);
      // On their way from one scheme to the other, colours are neither's.
      await page.evaluate(() => Promise.all(document.getAnimations().map((one) => one.finished)));
      expect(await driver.axe(page)).toEqual([]);
    }
    await page.close();
  });

  async function readRow(page: Page, text: string): Promise<string> {
    const found = await page.waitForSelector(row(text));
    return (await found?.evaluate((one) => one.textContent)) ?? '';
  }
});

describe('the link to the place', () => {
  it('leads Chromium and Firefox to the very words', async () => {
    const { driver } = session;
    const correction = 'place';
    const word = await reportWord('/article.html', '#p5', correction);
    const page = await driver.newPage(base);
    await page.evaluate(() => sessionStorage.clear());
    await page.reload();
    await signIn(page, token);
    await page.waitForSelector(row(correction));
    const href = await page.$$eval(
      'li.row',
      (rows, text) =>
        rows
          .find((one) => one.textContent?.includes(text))
          ?.querySelector('.address a')
          ?.getAttribute('href') ?? '',
      correction,
    );
    const place = await driver.newPage(href);
    // Both browsers scroll to the words of a text fragment; the fixture's paragraph is below the fold.
    await driver.setViewport(place, 800, 300);
    await place.goto('about:blank');
    await place.goto(href);
    await waitInPage(place, () => scrollY > 0);
    const { top, bottom } = await place.$eval('#p5', (one) => {
      const box = one.getBoundingClientRect();
      return { top: box.top, bottom: box.bottom };
    });
    expect(bottom).toBeGreaterThan(0);
    expect(top).toBeLessThan(300);
    expect(decodeURIComponent(href)).toContain(word);
    await place.close();
    await page.close();
  });
});

/** From the reader's dialog to the editors' queue, over a real endpoint, and how an editor comes in and goes out. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import english from '../../src/locales/en.json' with { type: 'json' };
import { pause, waitUntil } from '../drivers/wait.ts';
import { waitInPage } from '../drivers/wait-in-page.ts';
import {
  openReview,
  REVIEW_HOMES,
  type ReviewEndpoint,
  signIn,
  startReviewEndpoint,
} from './review-endpoint.ts';
import { clickInRow, waitForRow } from './review-steps.ts';
import { closeDialog, openArticle, readStored, report, useSession } from './session.ts';

const session = useSession();
let endpoint: ReviewEndpoint;
let token: string;

beforeAll(async () => {
  endpoint = await startReviewEndpoint();
  token = await endpoint.addEditor('Ada', '127.0.0.1');
  for (const path of ['/article.html', '/rtl.html']) {
    const html = await (await fetch(session.site.origin + path)).text();
    const own = html.replaceAll(session.endpoint.url, `${endpoint.base}annotations/`);
    session.site.setPage(`/reviewed${path}`, own);
  }
});
afterAll(() => endpoint?.close());

/** Reports a word of an article by the dialog; gives the word. */
async function reportWord(path: string, css: string, correction: string): Promise<string> {
  const page = await openArticle(session, `/reviewed${path}`);
  const text = await page.$eval(css, (one) => (one.textContent ?? '').trim().split(/\s+/)[2] ?? '');
  await report(session, page, { css, text }, { correction });
  await closeDialog(session, page);
  await page.close();
  return text;
}

describe.each(REVIEW_HOMES)('the review %s', (home) => {
  it('shows what readers sent, with the way to the place', async () => {
    const correction = `put right ${home}`;
    const word = await reportWord('/article.html', '#p2', correction);
    await reportWord('/rtl.html', 'article p:nth-of-type(2)', `تصحيح ${home}`);
    const page = await openReview(session, endpoint, { home, token });
    const row = await waitForRow(page, correction);
    expect(row.text).toContain(word);
    await waitForRow(page, `تصحيح ${home}`);
    const links = await page.$$eval('li.cluster .address a', (all) =>
      all.map((one) => one.getAttribute('href')),
    );
    for (const link of links) {
      expect(link).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\w+\.html#:~:text=/);
    }
    await clickInRow(page, correction, english.reviewAccept);
    await waitUntil(
      async () =>
        JSON.stringify(await endpoint.ask(token, 'reports?state=accepted')).includes(correction),
      { what: 'the decision at the endpoint' },
    );
    await page.close();
  });
});

describe('what was seen of a mistake later', () => {
  /** Reports words that stand in a frame; gives where their reader tells of them. */
  async function postFramed(exact: string, path: string): Promise<string> {
    return endpoint.postForReceipt({
      ...{ exact, prefix: 'It was ', suffix: ' late.', correction: '' },
      source: `http://127.0.0.1/${path}`,
      scope: `http://127.0.0.1/around-${path}`,
      fragment: ':~:text=it-,seen,-so',
    });
  }

  async function tellFixed(receipt: string, replacement: string): Promise<void> {
    const response = await fetch(`${receipt}/observations`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ verdict: 'fixed', replacement }),
    });
    expect(response.status).toBe(200);
  }

  it('stands in its row, with how many saw it and what is there now', async () => {
    const [one, two] = [await postFramed('recieved', 'seen'), await postFramed('recieved', 'seen')];
    const [lone] = [await postFramed('wierd', 'gone'), await postFramed('wierd', 'gone')];
    // A look in the very millisecond of the report shows nothing of what it is about.
    await pause(5);
    await tellFixed(one, 'rcvd');
    await tellFixed(two, '<b>received</b> \u05d0');
    await tellFixed(lone, '');
    const page = await openReview(session, endpoint, { home: 'served by the endpoint', token });
    const { text: open } = await waitForRow(page, 'wierd');
    expect(open).toContain('Seen fixed, 1 reader');
    expect(open).toContain(english.placedGone);
    await page.evaluate(() => {
      location.hash = '#page=queue&state=fixed';
    });
    const { text: fixed } = await waitForRow(page, 'recieved');
    expect(fixed).toContain('Seen fixed, 2 readers');
    expect(fixed).toContain('Now stands there: \u2068<b>received</b> \u05d0\u2069');
    expect(fixed).not.toContain(english.placedSeenByEditor);
    const link = await page.$eval('li.cluster .address a', ({ href }) => href);
    expect(link).toBe('http://127.0.0.1/seen#:~:text=it-,seen,-so');
    await page.close();
  });
});

describe('the link to the place', () => {
  it('leads Chromium and Firefox to the very words', async () => {
    const { driver } = session;
    const word = await reportWord('/article.html', '#p5', 'place');
    const page = await openReview(session, endpoint, { home: 'served by the endpoint', token });
    const { key } = await waitForRow(page, 'place');
    const href = await page.$eval(
      `li.cluster[data-key=${JSON.stringify(key)}] .address a`,
      (one) => one.getAttribute('href') ?? '',
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

describe('an editor', () => {
  it('is told that a token is none, and comes in with one that is', async () => {
    const page = await session.driver.newPage(endpoint.base);
    await page.evaluate(() => sessionStorage.clear());
    await page.reload();
    await signIn(page, 'sic_wrong');
    await waitInPage(
      page,
      (words) => document.querySelector('[role="alert"]')?.textContent === words,
      english.reviewUnauthorised,
    );
    await signIn(page, token);
    await page.waitForSelector('main h2');
    await page.close();
  });

  it('leaves nothing of their access in the extension when they sign out', async () => {
    const page = await session.driver.openExtensionPage('/pages/review/index.html');
    expect(await readStored(session, 'editor')).toBeNull();
    await signIn(page, token, endpoint.base);
    const signOut = await page.waitForSelector(`aria/${english.reviewSignOut}[role="button"]`);
    expect(await readStored(session, 'editor')).toMatchObject({ token });
    await signOut?.click();
    await page.waitForSelector('input[type="password"]');
    expect(await readStored(session, 'editor')).toBeNull();
    await page.close();
  });
});

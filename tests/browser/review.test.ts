/** From the reader's dialog to the editors' queue, over a real endpoint, and how an editor comes in and goes out. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import english from '../../src/locales/en.json' with { type: 'json' };
import { waitUntil } from '../drivers/wait.ts';
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
      expect(link).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/reviewed\/\w+\.html#:~:text=/);
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

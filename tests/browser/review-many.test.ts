/** The queue of a desk that has a hundred thousand reports: it opens, is walked to its end and searched all the same. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import english from '../../src/locales/en.json' with { type: 'json' };
import { fillStore } from '../bench/endpoint/fill-store.ts';
import { waitUntil } from '../drivers/wait.ts';
import {
  openReview,
  REVIEW_HOMES,
  type ReviewEndpoint,
  startReviewEndpoint,
} from './review-endpoint.ts';
import { clickInRow, pressKeys, readRows, waitForLive, waitForRow } from './review-steps.ts';
import { useSession } from './session.ts';

const session = useSession();
const REPORTS = 100_000;
/** Rows that may be drawn at once: those in view, a few around them, and the ones that must stay. */
const MOST_DRAWN = 60;
let endpoint: ReviewEndpoint;
let token: string;

beforeAll(async () => {
  endpoint = await startReviewEndpoint(async (directory) => {
    [token = ''] = await fillStore(directory, REPORTS, 1, ['new']);
  });
}, 240_000);
afterAll(() => endpoint?.close());

/** Scrolls on until so many rows of the list are known. @returns the index of the last row that is drawn */
async function scrollToRow(page: Page, index: number): Promise<number> {
  return waitUntil(
    () =>
      page.evaluate((wanted) => {
        const rows = [...document.querySelectorAll<HTMLElement>('.clusters > li.cluster')];
        const last = Math.max(...rows.map(({ dataset }) => Number(dataset['index'])));
        if (last >= wanted) return last;
        window.scrollTo(0, document.documentElement.scrollHeight);
        return null;
      }, index),
    { what: `row ${index}`, timeout: 30_000, every: 50 },
  );
}

describe.each(REVIEW_HOMES)('a hundred thousand reports %s', (home) => {
  it('are read page by page, with few of them drawn', { timeout: 120_000 }, async () => {
    const page = await openReview(session, endpoint, { home, token });
    await waitUntil(async () => (await readRows(page)).length > 0, { what: 'the first rows' });
    await waitForLive(page);
    await page.waitForFunction(() =>
      document.querySelector('.state-tabs [aria-current] .count')?.textContent?.endsWith('+'),
    );
    await scrollToRow(page, 600);
    expect((await readRows(page)).length).toBeLessThan(MOST_DRAWN);
    const rows = await readRows(page);
    const middle = rows.find(({ top }) => top > 200);
    await page.click(`.clusters > li[data-key=${JSON.stringify(middle?.key)}] .sentence`);
    await pressKeys(page, 'j');
    const current = await waitUntil(
      async () => (await readRows(page)).find((one) => one.isCurrent),
      {
        what: 'a current row',
      },
    );
    expect(current.top).toBeGreaterThan(0);
    await page.close();
  });

  it('are searched, filtered and sorted, and decided about', { timeout: 120_000 }, async () => {
    const words = `needle ${home.replaceAll(' ', '')}`;
    await endpoint.post({ exact: words, kind: 'link' });
    const page = await openReview(session, endpoint, {
      home,
      token,
      hash: '#page=queue&kind=link',
    });
    await waitForRow(page, words);
    await page.evaluate(() => {
      location.hash = '#page=queue&search=needle';
    });
    await waitUntil(
      async () => {
        const rows = await readRows(page);
        return rows.length > 0 && rows.every(({ text }) => text.includes('needle'));
      },
      { what: 'what was searched for' },
    );
    await clickInRow(page, words, english.reviewAccept);
    await waitForRow(page, words, 'accepted');
    await page.evaluate(() => {
      location.hash = '#page=queue&sort=readers';
    });
    const readers = await waitUntil(
      async () => {
        const counts = (await readRows(page)).map(({ text }) =>
          Number(/(\d+) readers?/.exec(text)?.[1] ?? 0),
        );
        return counts.length > 5 && counts.every((n) => n > 1) ? counts : null;
      },
      { what: 'those with most readers' },
    );
    expect(readers).toEqual(readers.toSorted((one, other) => other - one));
    await page.close();
  });
});

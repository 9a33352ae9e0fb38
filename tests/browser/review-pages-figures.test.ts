/** The figures as an editor reads them: they agree with what came and what was decided, and lead to it. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import english from '../../src/locales/en.json' with { type: 'json' };
import { waitUntil } from '../drivers/wait.ts';
import { waitInPage } from '../drivers/wait-in-page.ts';
import {
  NEWSROOM,
  openReview,
  REVIEW_HOMES,
  type ReviewEndpoint,
  startReviewEndpoint,
} from './review-endpoint.ts';
import { clickButton, decideAll, waitForPage, waitForShown } from './review-page-steps.ts';
import { readRows } from './review-steps.ts';
import { useSession } from './session.ts';

const session = useSession();
let endpoint: ReviewEndpoint;
let token: string;

const FERRY = `${NEWSROOM}/2026/11/ferry`;
const CUP = `sport.${NEWSROOM}/cup`;
const HOSTILE = '<img src=x onerror=alert(1)> \u202eeurt';

beforeAll(async () => {
  endpoint = await startReviewEndpoint();
  token = await endpoint.addEditor('Ada');
  const bob = await endpoint.addEditor('Bob');
  for (let n = 0; n < 3; n += 1) await endpoint.post({ exact: 'recieved' });
  await endpoint.post({ exact: '1911', kind: 'fact' });
  await endpoint.post({ exact: '1911', kind: 'fact', source: `https://${CUP}` });
  await endpoint.post({ exact: HOSTILE, source: `https://${CUP}` });
  await endpoint.post({ exact: 'buy now', kind: 'other' });
  await decideAll(endpoint, token, { words: 'recieved', state: 'accepted' });
  await decideAll(endpoint, bob, { words: 'recieved', state: 'fixed' });
  await decideAll(endpoint, token, { words: HOSTILE, state: 'rejected' });
  await decideAll(endpoint, token, { words: 'buy now', state: 'spam' });
});
afterAll(() => endpoint?.close());

/** The table behind a picture: its rows, by their heads. */
function readTable(page: Page, title: string): Promise<Record<string, string[]>> {
  return waitUntil(
    () =>
      page.evaluate((caption) => {
        const tables = [...document.querySelectorAll<HTMLTableElement>('.figures table')];
        const table = tables.find((one) => one.caption?.textContent === caption);
        if (table === undefined) return null;
        const rows = [...table.rows].slice(1).map((row) => {
          const [head = '', ...cells] = [...row.cells].map(({ textContent }) => textContent ?? '');
          return [head, cells] as const;
        });
        return Object.fromEntries(rows);
      }, title),
    { what: `the table “${title}”` },
  );
}

async function openFigures(home: (typeof REVIEW_HOMES)[number]): Promise<Page> {
  const page = await openReview(session, endpoint, { home, token, hash: '#page=figures' });
  await page.waitForSelector('.figures .charts');
  return page;
}

describe.each(REVIEW_HOMES)('the figures %s', (home) => {
  it('agree, in the tables behind the pictures, with what came and was decided', async () => {
    const page = await openFigures(home);
    expect(await readTable(page, english.reviewFiguresByState)).toEqual({
      [english.reviewStateNew]: ['2', '2'],
      [english.reviewStateAccepted]: ['0', '0'],
      [english.reviewStateRejected]: ['1', '1'],
      [english.reviewStateFixed]: ['3', '1'],
      [english.reviewStateSpam]: ['1', '1'],
      [english.reviewFiguresSum]: ['7', '5'],
    });
    expect(await readTable(page, english.reviewFiguresByKind)).toMatchObject({
      [english.kindSpelling]: ['4'],
      [english.kindFact]: ['2'],
      [english.kindOther]: ['1'],
      [english.reviewFiguresSum]: ['7'],
    });
    expect(await readTable(page, english.reviewFiguresByArticle)).toEqual({
      [FERRY]: ['4', '2'],
      [CUP]: ['2', '2'],
    });
    expect(await readTable(page, english.reviewFiguresRepeated)).toEqual({
      recieved: ['3', '1', '1'],
      '1911': ['2', '2', '2'],
      [HOSTILE]: ['1', '1', '1'],
    });
    // Decisions, then what they came to: new, accepted, rejected, fixed, spam.
    expect(await readTable(page, english.reviewFiguresByEditor)).toEqual({
      Ada: ['5', '0', '3', '1', '0', '1'],
      Bob: ['3', '0', '0', '0', '3', '0'],
    });
    const days = await readTable(page, english.reviewFiguresByDay);
    expect(Object.keys(days)).toHaveLength(31);
    expect(days[english.reviewFiguresSum]).toEqual(['7', '2', '0', '1', '3', '1']);
    expect(await page.$$('.figures img')).toHaveLength(0);
    await page.close();
  });

  it('lead by a bar to what it counts, and a step back leads to the bar', async () => {
    const page = await openFigures(home);
    const bar = `::-p-xpath(//a[@class="bar-name"][normalize-space() = "${english.kindFact}"])`;
    await page.click(bar);
    await waitForPage(page, 'queue');
    const rows = await waitUntil(
      async () => {
        const listed = await readRows(page);
        return listed.length === 2 ? listed : null;
      },
      { what: 'the two facts' },
    );
    for (const { text } of rows) expect(text).toContain('1911');
    expect(new URLSearchParams(new URL(page.url()).hash.slice(1)).get('kind')).toBe('fact');
    await page.evaluate(() => history.back());
    await waitForPage(page, 'figures');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(english.kindFact);
    await page.close();
  });

  it('are of the time and the site that are chosen', async () => {
    const page = await openFigures(home);
    const week = english.reviewFiguresDays_other.replace('{count}', '7');
    await clickButton(page, week);
    await waitInPage(
      page,
      (name) => document.querySelector('[aria-pressed="true"]')?.textContent === name,
      week,
    );
    await waitUntil(
      async () => Object.keys(await readTable(page, english.reviewFiguresByDay)).length === 8,
      { what: 'seven days and their sum' },
    );
    await page.select('.site-chooser select', `sport.${NEWSROOM}`);
    await waitUntil(
      async () => {
        const kinds = await readTable(page, english.reviewFiguresByKind);
        return kinds[english.reviewFiguresSum]?.[0] === '2';
      },
      { what: 'what came about the other site' },
    );
    await setDates(page, '2001-01-02', '2001-01-01');
    await clickButton(page, english.reviewFiguresShow);
    await waitForShown(page, english.reviewFiguresBackwards);
    await setDates(page, '2001-01-01', '2001-01-02');
    await clickButton(page, english.reviewFiguresShow);
    await waitForShown(page, english.reviewFiguresNone);
    expect(await page.$$('[aria-pressed="true"]')).toHaveLength(0);
    await page.close();
  });
});

/** How dates are typed is the browser's: each language has them otherwise. */
async function setDates(page: Page, ...days: string[]): Promise<void> {
  await page.$$eval(
    '.figures input[type="date"]',
    (fields, values) => {
      for (const [i, field] of (fields as HTMLInputElement[]).entries()) {
        field.value = values[i] ?? '';
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      }
    },
    days,
  );
}

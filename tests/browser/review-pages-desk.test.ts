/** The desk around the review's pages: ways between them, the keys, the way out, and what a token is not good for. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import english from '../../src/locales/en.json' with { type: 'json' };
import { waitInPage } from '../drivers/wait-in-page.ts';
import {
  NEWSROOM,
  openReview,
  REVIEW_HOMES,
  type ReviewEndpoint,
  startReviewEndpoint,
} from './review-endpoint.ts';
import {
  addScoped,
  DESK,
  type DeskName,
  decideAll,
  findClusters,
  goTo,
  reload,
  tell,
  waitForPage,
  waitForShown,
} from './review-page-steps.ts';
import { pressKeys, waitForRow } from './review-steps.ts';
import { useSession } from './session.ts';

const session = useSession();
let endpoint: ReviewEndpoint;
let token: string;
let canonical: string;

beforeAll(async () => {
  endpoint = await startReviewEndpoint();
  token = await endpoint.addEditor('Ada');
  canonical = await endpoint.post({ exact: 'recieved', correction: 'received' });
  await endpoint.post({ exact: '1911', correction: '1912', kind: 'fact' });
  await decideAll(endpoint, token, { words: '1911', state: 'accepted' });
  const settings = { editLink: '', publishes: true };
  await tell(endpoint, token, `sites/${NEWSROOM}`, settings, 'PUT');
  const [fact] = await findClusters(endpoint, token, '1911');
  const text = { text: 'It was launched in 1912.' };
  await tell(endpoint, token, `clusters/${fact?.place}/note?site=${NEWSROOM}`, text, 'PUT');
  const words = { words: 'Ozodi', site: NEWSROOM, reason: 'A name.', apply: false };
  await tell(endpoint, token, 'dismissals', words);
});
afterAll(() => endpoint?.close());

const names = Object.keys(DESK) as DeskName[];

const readPlace = (page: Page) =>
  page.evaluate(() => ({
    title: document.title,
    current: [...document.querySelectorAll('[aria-current="page"]')].map((a) => a.textContent),
    shown: document.querySelectorAll('main > .page:not([hidden])').length,
    focused: document.activeElement?.textContent ?? '',
    tag: document.activeElement?.localName,
  }));

/** Whatever on the page that is shown changes what is stored. */
const readDeeds = (page: Page) =>
  page.evaluate(
    (deeds) => {
      const controls = document.querySelectorAll('main > .page:not([hidden]) button, main summary');
      const texts = [...controls].map(({ textContent }) => textContent?.trim() ?? '');
      return texts.filter((text) => deeds.includes(text));
    },
    [
      ...[english.reviewAccept, english.reviewReject, english.reviewFix, english.reviewSpam],
      ...[english.reviewQueueReopen, english.reviewQueueCorrect, english.reviewQueueNote],
      ...[english.reviewListsAdd, english.reviewListsEditReason, english.optionsRemove],
      ...[english.reviewListsEditNote, english.reviewListsWithdraw, english.reviewListsSave],
    ],
  );

describe.each(REVIEW_HOMES)('the desk %s', (home) => {
  it('leads to each page by a link, names it, and goes back step by step', async () => {
    const page = await openReview(session, endpoint, { home, token });
    const others = names.filter((name) => name !== 'queue');
    const place = (name: DeskName) => ({
      title: `${DESK[name]} · ${english.reviewTitle}`,
      ...{ current: [DESK[name]], shown: 1 },
    });
    expect(await readPlace(page)).toMatchObject(place('queue'));
    for (const name of others) {
      await goTo(page, name);
      expect(await readPlace(page)).toEqual({ ...place(name), focused: DESK[name], tag: 'h2' });
    }
    for (const name of ['queue' as const, ...others].reverse().slice(1)) {
      await page.evaluate(() => history.back());
      await waitForPage(page, name);
      const now = await readPlace(page);
      expect(now).toMatchObject(place(name));
      expect(now.tag).not.toBe('body');
    }
    await page.close();
  });

  it('opens where a link leads to, also after signing in', async () => {
    const hash = '#page=export&state=accepted&kind=fact';
    const page = await openReview(session, endpoint, { home, token, hash });
    await waitForPage(page, 'export');
    const parts = await page.$$eval('.parts .part bdi', (all) => all.map((one) => one.textContent));
    expect(parts).toEqual([english.reviewStateAccepted, english.kindFact]);
    await page.close();
  });

  it('shows the report of a link in a mail, whatever else there is', async () => {
    const hash = `#report=${encodeURIComponent(canonical)}&site=${NEWSROOM}`;
    const page = await openReview(session, endpoint, { home, token, hash });
    await waitForShown(page, english.reviewQueueOpened);
    await page.close();
  });

  it('lists its keys in a dialog that Escape closes, where one was', async () => {
    const page = await openReview(session, endpoint, { home, token });
    await page.click('.page-header button.round');
    await waitInPage(page, () => document.querySelector('dialog[open]') !== null);
    expect(await page.$eval('dialog[open]', (one) => one.contains(document.activeElement))).toBe(
      true,
    );
    expect(await session.driver.axe(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await waitInPage(page, () => document.querySelector('dialog[open]') === null);
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('round');
    await page.close();
  });

  it('is left by signing out, and shows nothing by a step back or a reload', async () => {
    const page = await openReview(session, endpoint, { home, token });
    await goTo(page, 'corrections');
    await waitForShown(page, 'It was launched in 1912.');
    await page.click('.page-header > .actions > button:last-child');
    await page.waitForSelector('input[type="password"]');
    await page.evaluate(() => history.back());
    await waitInPage(page, () => location.hash.includes('queue') || location.hash === '');
    expect(await page.$$('main .page')).toHaveLength(0);
    await reload(page);
    await page.waitForSelector('input[type="password"]');
    expect(await page.$$('main .page')).toHaveLength(0);
    await page.close();
  });

  it('has nothing to decide with for a token that only reads', async () => {
    const shown = { queue: 'recieved', dismissals: 'Ozodi', corrections: '1911' };
    const all = await openReview(session, endpoint, { home, token });
    for (const [name, words] of Object.entries(shown)) {
      await goTo(all, name as DeskName);
      await waitForShown(all, words);
      expect(await readDeeds(all), name).not.toEqual([]);
    }
    await all.click('.page-header > .actions > button:last-child');
    await all.waitForSelector('input[type="password"]');
    await all.close();

    const reader = await addScoped(endpoint, ['read']);
    const page = await openReview(session, endpoint, { home, token: reader });
    const links = await page.$$eval('.page-links a', (some) => some.map((a) => a.textContent));
    expect(links).toEqual(names.filter((name) => name !== 'sites').map((name) => DESK[name]));
    const row = await waitForRow(page, 'recieved');
    expect(row.state).toBe('new');
    await pressKeys(page, 'j', 'a', 'f', 's', 'e', 'r');
    for (const [name, words] of Object.entries({ ...shown, figures: '', export: '' })) {
      await goTo(page, name as DeskName);
      await waitForShown(page, words);
      expect(await readDeeds(page), name).toEqual([]);
      expect(await page.$$('.page:not([hidden]) textarea'), name).toHaveLength(0);
    }
    expect((await findClusters(endpoint, token, 'recieved'))[0]?.state).toBe('new');
    await page.evaluate(() => {
      location.hash = '#page=sites';
    });
    await page.waitForSelector(
      `::-p-xpath(//main/p[normalize-space() = "${english.reviewDeskNotAllowed}"])`,
    );
    await page.close();
  });
});

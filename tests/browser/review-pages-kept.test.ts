/** Pages of the review that are left and come back to: with what was typed there, and with what has become of the lists. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import english from '../../src/locales/en.json' with { type: 'json' };
import { waitInPage } from '../drivers/wait-in-page.ts';
import {
  openReview,
  REVIEW_HOMES,
  type ReviewEndpoint,
  startReviewEndpoint,
} from './review-endpoint.ts';
import {
  clickButton,
  decideAll,
  fillField,
  findClusters,
  findField,
  goTo,
  tell,
  waitForPage,
  waitForShown,
} from './review-page-steps.ts';
import { useSession } from './session.ts';

const session = useSession();
let endpoint: ReviewEndpoint;

beforeAll(async () => {
  endpoint = await startReviewEndpoint();
});
afterAll(() => endpoint?.close());

const JSON_LD = `::-p-xpath(//label[normalize-space() = "${english.reviewExportJsonld}"]/input)`;

const readField = async (page: Page, label: string) =>
  (await findField(page, label)).evaluate((field) => (field as HTMLInputElement).value);
const readArea = (page: Page) => page.$eval('.edit-words textarea', (area) => area.value);
const readNotes = (page: Page) =>
  page.$$eval('.page:not([hidden]) .entry .address', (all) => all.map((one) => one.textContent));

/** A fact that is put right, with a note that is public. */
async function publish(token: string, host: string, exact: string): Promise<void> {
  await endpoint.post({ exact, kind: 'fact', source: `https://${host}/${exact}` });
  await decideAll(endpoint, token, { words: exact, state: 'accepted' });
  const [cluster] = await findClusters(endpoint, token, exact);
  const note = { text: `It was not ${exact}.` };
  await tell(endpoint, token, `clusters/${cluster?.place}/note?site=${host}`, note, 'PUT');
}

describe.each(REVIEW_HOMES)('a page that is come back to %s', (home) => {
  const name = home.replaceAll(' ', '-');

  it('has what was typed, and what others have published meanwhile', async () => {
    const host = `${name}.example`;
    const token = await endpoint.addEditor('Ada', host);
    await publish(token, host, '1911');
    const page = await openReview(session, endpoint, { home, token, hash: '#page=dismissals' });
    await fillField(page, english.reviewListsWords, 'Ozo');
    await fillField(page, english.reviewReason, 'a na');
    await goTo(page, 'export');
    await page.click(JSON_LD);
    await goTo(page, 'sites');
    await fillField(page, english.reviewSitesLink, 'https://cms.example/{sl');
    await goTo(page, 'corrections');
    await clickButton(page, english.reviewListsEditNote);
    await page.waitForSelector('.edit-words textarea');
    await session.driver.chord(page, 'Control', 'a');
    await page.keyboard.type('half a sen');
    await goTo(page, 'queue');
    await publish(token, host, '1912');

    // It is never seen with less than there was.
    await page.evaluate(() => {
      const least = { entries: Number.POSITIVE_INFINITY };
      Object.assign(globalThis, { least });
      const look = () => {
        const { length } = document.querySelectorAll('.page:not([hidden]) .entry');
        const isShown = document.querySelector('.page:not([hidden]) .lists') !== null;
        if (isShown) least.entries = Math.min(least.entries, length);
      };
      const watched = { subtree: true, childList: true, attributes: true };
      new MutationObserver(look).observe(document, watched);
    });
    await goTo(page, 'corrections');
    await waitForShown(page, 'It was not 1912.');
    expect(await readNotes(page)).toEqual([`${host}/1912`, `${host}/1911`]);
    expect(await readArea(page)).toBe('half a sen');
    const least = await page.evaluate(
      () => (globalThis as unknown as { least: { entries: number } }).least.entries,
    );
    expect(least).toBe(1);

    await goTo(page, 'dismissals');
    expect(await readField(page, english.reviewListsWords)).toBe('Ozo');
    expect(await readField(page, english.reviewReason)).toBe('a na');
    await goTo(page, 'export');
    expect(await page.$eval(JSON_LD, (field) => (field as HTMLInputElement).checked)).toBe(true);
    await goTo(page, 'sites');
    expect(await readField(page, english.reviewSitesLink)).toBe('https://cms.example/{sl');
    expect(await session.driver.axe(page)).toEqual([]);
    await page.close();
  });

  it('is typed on in where one was by a step back, and out of the way before', async () => {
    const host = `back.${name}.example`;
    const token = await endpoint.addEditor('Ada', host);
    await publish(token, host, '1914');
    const page = await openReview(session, endpoint, { home, token, hash: '#page=corrections' });
    await clickButton(page, english.reviewListsEditNote);
    await page.waitForSelector('.edit-words textarea');
    await session.driver.chord(page, 'Control', 'a');
    await page.keyboard.type('half a');
    await goTo(page, 'dismissals');
    // What is hidden takes neither keys nor the focus.
    await page.keyboard.type('x');
    for (let times = 0; times < 30; times += 1) await page.keyboard.press('Tab');
    expect(await page.$eval('.edit-words', (one) => one.contains(document.activeElement))).toBe(
      false,
    );
    await page.evaluate(() => history.back());
    await waitForPage(page, 'corrections');
    await waitInPage(page, () => document.activeElement?.localName === 'textarea');
    await page.keyboard.type(' sentence');
    expect(await readArea(page)).toBe('half a sentence');
    await clickButton(page, english.reviewListsSave);
    await waitForShown(page, 'half a sentence');
    await waitInPage(page, () => document.querySelector('.edit-words') === null);
    await page.close();
  });

  it('is written in by the next key after the one that opens the field', async () => {
    const host = `keys.${name}.example`;
    const token = await endpoint.addEditor('Ada', host);
    await publish(token, host, '1918');
    const page = await openReview(session, endpoint, { home, token, hash: '#page=corrections' });
    await waitForShown(page, 'It was not 1918.');
    const typed = await page.$eval('.entry .actions button', async (button) => {
      button.focus();
      button.click();
      // Before anything is painted.
      for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
      return document.activeElement?.localName;
    });
    expect(typed).toBe('textarea');
    await page.close();
  });
});

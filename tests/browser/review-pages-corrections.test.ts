/** Corrections in public: from the queue, through the list that editors keep of them, to what everybody can read. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import english from '../../src/locales/en.json' with { type: 'json' };
import { waitUntil } from '../drivers/wait.ts';
import {
  openReview,
  REVIEW_HOMES,
  type ReviewEndpoint,
  startReviewEndpoint,
} from './review-endpoint.ts';
import {
  clickButton,
  findClusters,
  goTo,
  readShown,
  tell,
  waitForShown,
} from './review-page-steps.ts';
import { clickInRow, waitForRow, waitForText } from './review-steps.ts';
import { useSession } from './session.ts';

const session = useSession();
let endpoint: ReviewEndpoint;

beforeAll(async () => {
  endpoint = await startReviewEndpoint();
});
afterAll(() => endpoint?.close());

const ENDINGS = ['', '.json', '.atom'];

/** The site's public corrections as page, as data and as a feed: 404 as a number. */
async function readPublic(host: string): Promise<(string | number)[]> {
  return Promise.all(
    ENDINGS.map(async (ending) => {
      const response = await fetch(`${endpoint.base}corrections/${host}${ending}`);
      return response.status === 200 ? response.text() : response.status;
    }),
  );
}

const waitForPublic = (host: string, is: (form: string | number) => boolean, what: string) =>
  waitUntil(async () => (await readPublic(host)).every(is), { what });

/** Goes to the sites, and switches there whether the site's corrections are public. */
async function switchPublishing(page: Page): Promise<void> {
  await goTo(page, 'sites');
  const box = await page.waitForSelector('.publish input[type="checkbox"]');
  await box?.click();
  await clickButton(page, english.reviewListsSave);
  await waitForShown(page, english.reviewSitesIsSaved);
}

describe.each(REVIEW_HOMES)('corrections in public %s', (home) => {
  const host = `${home.replaceAll(' ', '-')}.example`;
  const source = `https://${host}/2026/11/ferry`;

  it('appear once the site publishes, and go when they are withdrawn', async () => {
    const token = await endpoint.addEditor('Ada', host);
    await endpoint.post({ exact: '1911', correction: '1912', kind: 'fact', source });
    const page = await openReview(session, endpoint, { home, token });
    await clickInRow(page, '1911', english.reviewAccept);
    await waitForRow(page, '1911', 'accepted');
    await clickInRow(page, '1911', english.reviewFix);
    await waitForRow(page, '1911', 'fixed');
    await clickInRow(page, '1911', english.reviewQueueDetails);
    await clickInRow(page, '1911', english.reviewQueueNote);
    await waitForText(page, english.reviewQueueUnpublished.replace('{site}', host));
    expect(await readPublic(host)).toEqual([404, 404, 404]);

    await switchPublishing(page);
    await goTo(page, 'queue');
    // It was left open.
    await page.waitForSelector('form.row-form textarea');
    await page.click('form.row-form textarea');
    await page.keyboard.type('The ferry was launched in 1912, not in 1911.');
    await page.click('form.row-form button[type="submit"]');
    await waitForRow(page, english.reviewQueueNoted);

    await goTo(page, 'corrections');
    await waitForShown(page, 'The ferry was launched in 1912, not in 1911.');
    const shown = await readShown(page);
    for (const part of ['1911', '1912', `${host}/2026/11/ferry`, 'Ada']) {
      expect(shown).toContain(part);
    }
    const isTold = (form: string | number) =>
      typeof form === 'string' && form.includes('The ferry was launched in 1912, not in 1911.');
    await waitForPublic(host, isTold, 'the correction in public');
    // Who corrected it is nobody's business.
    for (const form of await readPublic(host)) expect(form).not.toContain('Ada');
    const addresses = await page.$$eval('.page:not([hidden]) .addresses a', (all) =>
      all.map((one) => one.href),
    );
    const base = `${endpoint.base}corrections/${host}`;
    expect(addresses.toSorted()).toEqual(ENDINGS.map((ending) => base + ending).toSorted());

    await clickButton(page, english.reviewListsWithdraw);
    await waitForShown(page, english.reviewListsWithdrawn);
    await waitForPublic(host, (form) => !String(form).includes('1912'), 'nothing in public');
    expect((await readPublic(host)).every((form) => typeof form === 'string')).toBe(true);
    await clickButton(page, english.reviewUndo);
    await waitForPublic(host, isTold, 'the correction in public again');

    await clickButton(page, english.reviewListsEditNote);
    await page.waitForSelector('.edit-words textarea');
    await session.driver.chord(page, 'Control', 'a');
    await page.keyboard.type('It was in 1912.');
    await page.click('.edit-words button[type="submit"]');
    await waitForPublic(
      host,
      (form) => String(form).includes('It was in 1912.') && !isTold(form),
      'the new text in public',
    );
    await page.waitForFunction(() => document.querySelector('.edit-words') === null);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(
      english.reviewListsEditNote,
    );

    await switchPublishing(page);
    expect(await readPublic(host)).toEqual([404, 404, 404]);
    await page.close();
  });

  it('have hostile words as words alone, and one quote turns no other round', async () => {
    const hostile = `evil.${host}`;
    const token = await endpoint.addEditor('<i>Eve</i>', hostile);
    const exact = '<b>1914\u202e</b>';
    const text = '<script>document.title="owned"</script> =1+1 \u202edesrever';
    const correction = '=HYPERLINK("https://evil.example")';
    const place = {
      source: `https://${hostile}/a?"><svg onload=alert(1)>`,
      suffix: ' in the war.',
    };
    await endpoint.post({ exact, correction, kind: 'fact', comment: text, ...place });
    const [cluster] = await findClusters(endpoint, token, exact);
    const item = { place: cluster?.place, site: hostile, etag: cluster?.etag };
    await tell(endpoint, token, 'decisions', { items: [item], state: 'accepted', reason: text });
    await tell(endpoint, token, `sites/${hostile}`, { editLink: '', publishes: true }, 'PUT');
    await tell(endpoint, token, `clusters/${item.place}/note?site=${hostile}`, { text }, 'PUT');

    const page = await openReview(session, endpoint, {
      home,
      token,
      hash: '#page=queue&state=any',
    });
    await waitForRow(page, '1914');
    expect(await readTurned(page, ' in the war.')).toBe(false);
    expect(await readTurned(page, correction)).toBe(false);
    await goTo(page, 'corrections');
    await waitForShown(page, '<script>document.title="owned"</script>');
    expect(await readTurned(page, correction)).toBe(false);
    const made = 'main :is(script, svg[onload], i, b)';
    expect(await page.$$(made)).toHaveLength(0);
    expect(await page.$$eval('main a', (all) => all.map(({ href }) => href))).not.toContain('');

    const [html, json, atom] = await readPublic(hostile);
    const { itemListElement } = JSON.parse(String(json));
    expect(itemListElement[0].text).toBe(text.replace('\u202e', ''));
    for (const form of [html, atom]) {
      expect(form).toMatch(/&(lt|#60);script&(gt|#62);/);
      expect(form).not.toMatch(/<script>|<svg|<b>|\u202e/);
    }
    await page.goto(`${endpoint.base}corrections/${hostile}`);
    expect(await page.title()).not.toContain('owned');
    expect(await page.$$('script:not([type="application/ld+json"]), svg, b')).toHaveLength(0);
    await session.driver.setDark(page, true);
    expect(await session.driver.axe(page)).toEqual([]);
    await session.driver.setDark(page, false);
    expect(await session.driver.axe(page)).toEqual([]);
    await page.close();
  });
});

/** Whether words on the page that is shown run from right to left: the last letter stands before the first. */
function readTurned(page: Page, words: string): Promise<boolean> {
  return page.evaluate((words) => {
    const root = document.querySelector('main > .page:not([hidden])');
    if (root === null) throw new Error('no page');
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const start = node.nodeValue?.indexOf(words) ?? -1;
      const [range, rect] = [
        document.createRange(),
        (at: number) => {
          range.setStart(node, at);
          range.setEnd(node, at + 1);
          return range.getBoundingClientRect();
        },
      ] as const;
      if (start >= 0) {
        // Its first two signs stand in one line.
        const at = start + words.search(/\S/);
        return rect(at + 1).left < rect(at).left;
      }
    }
    throw new Error(`no “${words}”`);
  }, words);
}

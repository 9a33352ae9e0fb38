/** The queue as it looks: narrow and by finger, dark, right to left, and for who cannot see it. */
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
import { clickInRow, readRows, waitForRow, waitForText } from './review-steps.ts';
import { useSession } from './session.ts';

const session = useSession();
let endpoint: ReviewEndpoint;
let token: string;
let linked: string;

beforeAll(async () => {
  endpoint = await startReviewEndpoint();
  token = await endpoint.addEditor('Ada');
  linked = await endpoint.post({ exact: 'linkedword', correction: 'linked word' });
  await endpoint.post({
    ...{ exact: 'كتابات', correction: 'كتابة', prefix: 'هذه ', suffix: ' في النص.' },
    ...{ language: 'ar', comment: 'ملاحظة' },
  });
  await endpoint.post({ exact: 'x'.repeat(300), correction: 'y'.repeat(300) });
});
afterAll(() => endpoint?.close());

describe.each(REVIEW_HOMES)('the queue %s', (home) => {
  it('has no faults for assistive technology, whatever is open, light, dark and narrow', async () => {
    const { driver } = session;
    const page = await openReview(session, endpoint, { home, token });
    await waitForRow(page, 'linkedword');
    await clickInRow(page, 'linkedword', english.reviewQueueDetails);
    await waitForText(page, english.reviewQueueContext);
    await clickInRow(page, 'كتابات', english.reviewReject);
    await page.waitForSelector('form.row-form');
    await page.click('.clusters .choose input');
    await page.waitForSelector('.bulk-bar');
    for (const isDark of [false, true]) {
      await driver.setDark(page, isDark);
      for (const width of [1200, 320]) {
        await driver.setViewport(page, width, 800);
        // Colours change in a moment.
        await waitInPage(page, () => document.getAnimations().length === 0);
        expect([isDark, width, await driver.axe(page)]).toEqual([isDark, width, []]);
        const isWider = () => document.documentElement.scrollWidth > innerWidth;
        expect(await page.evaluate(isWider)).toBe(false);
      }
    }
    await driver.setDark(page, false);
    await page.close();
  });

  it('is worked with a finger alone', async () => {
    const words = `finger ${home.replaceAll(' ', '')}`;
    await endpoint.post({ exact: words, correction: 'fingers' });
    const page = await openReview(session, endpoint, { home, token });
    await session.driver.setViewport(page, 360, 740);
    await waitForRow(page, words);
    await page.click('.filter-bar .unfold');
    await page.select('#queue-filters select', 'spelling');
    await waitForRow(page, words);
    await clickInRow(page, words, english.reviewQueueDetails);
    await waitForText(page, english.reviewQueueContext);
    await clickInRow(page, words, english.reviewQueueCorrect);
    await page.waitForSelector('form.row-form textarea');
    await page.click('form.row-form .actions button:nth-of-type(2)');
    await clickInRow(page, words, english.reviewAccept);
    await waitForRow(page, words, 'accepted');
    await clickInRow(page, words, english.reviewUndo);
    await waitForRow(page, words, 'new');
    const small = await page.$$eval(
      '.queue-page button, .queue-page input, .queue-page select',
      (all) =>
        all
          .map((one) => ({ box: (one.closest('label') ?? one).getBoundingClientRect(), one }))
          .filter(({ box }) => box.width > 0 && (box.width < 24 || box.height < 24))
          .map(({ one }) => one.outerHTML),
    );
    expect(small).toEqual([]);
    await page.close();
  });

  it('opens the report of a link from a mail, and then the whole queue', async () => {
    const hash = `#report=${encodeURIComponent(linked)}&site=${NEWSROOM}`;
    const page = await openReview(session, endpoint, { home, token, hash });
    await waitForText(page, english.reviewQueueOpened);
    const opened = await waitUntil(
      () => page.evaluate(() => document.activeElement?.closest('li.cluster')?.textContent ?? null),
      { what: 'the focus on the opened mistake' },
    );
    expect(opened).toContain('linkedword');
    const place = await page.$eval('li.cluster .address a', (one) => one.getAttribute('href'));
    expect(place).toMatch(/^https:\/\/news\.example\/2026\/11\/ferry#:~:text=/);
    await page.click(`::-p-xpath(//a[. = "${english.reviewQueueWhole}"])`);
    await waitUntil(
      async () => (await readRows(page)).some(({ text }) => text.includes('linkedword')),
      { what: 'the whole queue' },
    );
    await page.close();
  });
});

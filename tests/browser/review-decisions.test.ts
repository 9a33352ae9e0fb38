/** An editor decides in the queue, by hand and by keys alone, on a real endpoint. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import english from '../../src/locales/en.json' with { type: 'json' };
import { waitUntil } from '../drivers/wait.ts';
import {
  NEWSROOM,
  openReview,
  REVIEW_HOMES,
  type ReviewEndpoint,
  startReviewEndpoint,
} from './review-endpoint.ts';
import {
  clickInRow,
  hasFocusInList,
  pressKeys,
  readRows,
  waitForLive,
  waitForRow,
  waitForText,
  walkTo,
} from './review-steps.ts';
import { useSession } from './session.ts';

const session = useSession();
let endpoint: ReviewEndpoint;
let token: string;

beforeAll(async () => {
  endpoint = await startReviewEndpoint();
  token = await endpoint.addEditor('Ada');
});
afterAll(() => endpoint?.close());

interface Stored {
  state: string;
  sample: { exact: string; reason: string };
  edited: { correction: string; editor: string } | null;
}

async function findStored(words: string): Promise<Stored> {
  const query = new URLSearchParams({ search: words });
  const answer = (await endpoint.ask(token, `clusters?${query}`)) as { items: Stored[] };
  const found = answer.items.find(({ sample }) => sample.exact === words);
  if (found === undefined) throw new Error(`“${words}” is not stored`);
  return found;
}

const waitForStored = (words: string, state: string) =>
  waitUntil(async () => (await findStored(words)).state === state, { what: `${words}: ${state}` });

describe.each(REVIEW_HOMES)('the queue %s', (home) => {
  const name = (words: string) => `${words} ${home.replaceAll(' ', '')}`;

  it('shows a mistake once, with its readers, and takes decisions by hand, each undone', async () => {
    const words = name('recieved');
    for (let n = 0; n < 3; n += 1) await endpoint.post({ exact: words, correction: 'received' });
    const page = await openReview(session, endpoint, { home, token });
    const row = await waitForRow(page, words);
    expect(row.text).toContain(english.reviewQueueReaders_other.replace('{count}', '3'));
    expect((await readRows(page)).filter(({ text }) => text.includes(words))).toHaveLength(1);
    await clickInRow(page, words, english.reviewAccept);
    await waitForStored(words, 'accepted');
    await waitForRow(page, words, 'accepted');
    await clickInRow(page, words, english.reviewUndo);
    await waitForStored(words, 'new');
    await clickInRow(page, words, english.reviewReject);
    await page.waitForSelector('form.row-form textarea');
    await page.keyboard.type('it is meant so');
    await page.click('form.row-form button[type="submit"]');
    await waitForStored(words, 'rejected');
    expect((await findStored(words)).sample.reason).toBe('it is meant so');
    expect(await session.driver.axe(page)).toEqual([]);
    await page.close();
  });

  it('is walked and decided by keys alone, and the focus is never lost', async () => {
    const [first, second, third] = [name('alpha'), name('beta'), name('gamma')];
    for (const exact of [third, second, first]) await endpoint.post({ exact });
    const page = await openReview(session, endpoint, { home, token });
    await waitForLive(page);
    await walkTo(page, first);
    expect(await hasFocusInList(page)).toBe(true);
    await pressKeys(page, 'a');
    await waitForStored(first, 'accepted');
    expect(await hasFocusInList(page)).toBe(true);
    await pressKeys(page, 'f');
    await waitForStored(first, 'fixed');
    await pressKeys(page, 'u');
    await waitUntil(async () => (await findStored(first)).state !== 'fixed', {
      what: 'one undone',
    });
    await pressKeys(page, 'u');
    await waitForStored(first, 'new');
    await walkTo(page, second);
    await pressKeys(page, 'r');
    await page.waitForSelector('form.row-form textarea');
    await page.keyboard.type('as quoted');
    await session.driver.chord(page, 'Control', 'Enter');
    await waitForStored(second, 'rejected');
    expect(await hasFocusInList(page)).toBe(true);
    await walkTo(page, third);
    await pressKeys(page, 'e');
    await page.waitForSelector('form.row-form textarea');
    await session.driver.chord(page, 'Control', 'a');
    await page.keyboard.type('gamma ray');
    await session.driver.chord(page, 'Control', 'Enter');
    await waitUntil(async () => (await findStored(third)).edited?.correction === 'gamma ray', {
      what: 'the editor’s correction',
    });
    expect((await findStored(third)).edited?.editor).toBe('Ada');
    await page.waitForFunction(() => document.querySelector('form.row-form') === null);
    expect(await hasFocusInList(page)).toBe(true);
    await pressKeys(page, '/');
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('queue-search');
    await page.keyboard.type('beta');
    await waitUntil(async () => (await readRows(page)).every(({ text }) => text.includes('beta')), {
      what: 'the search',
    });
    await page.close();
  });

  it('decides about many at once, and takes it back', async () => {
    const words = Array.from({ length: 5 }, (_, n) => name(`many${n}`));
    for (const exact of words) await endpoint.post({ exact });
    const page = await openReview(session, endpoint, { home, token });
    for (const exact of words) {
      const { key } = await waitForRow(page, exact);
      await page.click(`.clusters > li[data-key=${JSON.stringify(key)}] .choose input`);
    }
    const label = english.reviewQueueDoMany_other
      .replace('{action}', english.reviewAccept)
      .replace('{count}', '5');
    await page.click(`::-p-xpath(//section[contains(@class, "bulk-bar")]//button[. = "${label}"])`);
    for (const exact of words) await waitForStored(exact, 'accepted');
    await page.click('.queue-page h2');
    await waitForText(
      page,
      english.reviewQueueDone_other
        .replace('{state}', english.reviewStateAccepted)
        .replace('{count}', '5'),
    );
    await walkTo(page, words[0] ?? '');
    await pressKeys(page, 'u');
    for (const exact of words) await waitForStored(exact, 'new');
    await page.close();
  });

  it('puts a rejected word on the list of what is no mistake, for readers to know', async () => {
    const words = name('Ozodi');
    await endpoint.post({ exact: words });
    const page = await openReview(session, endpoint, { home, token });
    await clickInRow(page, words, english.reviewReject);
    await page.waitForSelector('form.row-form input[type="checkbox"]');
    await page.click('form.row-form input[type="checkbox"]');
    await page.click('form.row-form button[type="submit"]');
    await waitForStored(words, 'rejected');
    const list = await (await fetch(`${endpoint.base}no-mistakes/${NEWSROOM}`)).json();
    expect(JSON.stringify(list)).toContain(words);
    await page.close();
  });

  it('shows the same mistake elsewhere once it is accepted, and accepts it there, too', async () => {
    const words = name('occured');
    const source = (n: number) => `https://${NEWSROOM}/2026/11/story-${n}`;
    for (let n = 0; n < 3; n += 1) await endpoint.post({ exact: words, source: source(n) });
    const other = name('elsewhere-not');
    await endpoint.post({ exact: other });
    const page = await openReview(session, endpoint, { home, token });
    await clickInRow(page, words, english.reviewAccept);
    await waitForText(page, english.reviewQueueElsewhere_other.replace('{count}', '2'));
    await clickInRow(page, words, english.reviewQueueElsewhereShow);
    await waitForText(page, english.reviewQueueElsewhereAccept_other.replace('{count}', '2'));
    const label = english.reviewQueueElsewhereAccept_other.replace('{count}', '2');
    await page.click(`::-p-xpath(//button[. = "${label}"])`);
    await waitUntil(
      async () => {
        const query = new URLSearchParams({ search: words, state: 'accepted' });
        const { items } = (await endpoint.ask(token, `clusters?${query}`)) as { items: unknown[] };
        return items.length === 3;
      },
      { what: 'all three accepted' },
    );
    expect((await findStored(other)).state).toBe('new');
    await page.close();
  });
});

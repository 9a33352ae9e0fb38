/** What happens while an editor reviews: another editor, a stream of reports, an endpoint that restarts, a token that ends. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import english from '../../src/locales/en.json' with { type: 'json' };
import { pause, waitUntil } from '../drivers/wait.ts';
import { waitInPage } from '../drivers/wait-in-page.ts';
import {
  NEWSROOM,
  openReview,
  REVIEW_HOMES,
  type ReviewEndpoint,
  signIn,
  startReviewEndpoint,
} from './review-endpoint.ts';
import {
  clickInRow,
  readRows,
  waitForLive,
  waitForNoRow,
  waitForRow,
  waitForText,
  walkTo,
} from './review-steps.ts';
import { readStored, useSession } from './session.ts';

const session = useSession();
let endpoint: ReviewEndpoint;
let ada: string;
let bob: string;

beforeAll(async () => {
  endpoint = await startReviewEndpoint();
  ada = await endpoint.addEditor('Ada');
  bob = await endpoint.addEditor('Bob');
});
afterAll(() => endpoint?.close());

interface Stored {
  place: string;
  site: string;
  state: string;
  etag: string;
  sample: { exact: string };
}

async function findStored(words: string): Promise<Stored> {
  const query = new URLSearchParams({ search: words });
  const { items } = (await endpoint.ask(ada, `clusters?${query}`)) as { items: Stored[] };
  const found = items.find(({ sample }) => sample.exact === words);
  if (found === undefined) throw new Error(`“${words}” is not stored`);
  return found;
}

/** Decides as another editor's program does. */
async function decideElsewhere(token: string, words: string, state: string): Promise<void> {
  const { place, site, etag } = await findStored(words);
  const response = await fetch(
    `${endpoint.base}api/clusters/${encodeURIComponent(place)}/decisions?site=${site}`,
    {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'if-match': etag,
      },
      body: JSON.stringify({ state }),
    },
  );
  expect(response.status).toBe(200);
}

describe.each(REVIEW_HOMES)('the queue %s', (home) => {
  const name = (words: string) => `${words} ${home.replaceAll(' ', '')}`;

  it('shows what another editor decides, where it is, without being asked', async () => {
    const words = name('seen');
    await endpoint.post({ exact: words });
    const page = await openReview(session, endpoint, { home, token: ada });
    const before = await waitForRow(page, words, 'new');
    await waitForLive(page);
    await decideElsewhere(bob, words, 'accepted');
    const after = await waitForRow(page, words, 'accepted');
    expect(after.key).toBe(before.key);
    await page.close();
  });

  it('overwrites nothing that another editor was first to decide, and says who it was', async () => {
    const words = name('raced');
    await endpoint.post({ exact: words });
    const page = await openReview(session, endpoint, { home, token: ada });
    await waitForRow(page, words, 'new');
    // What the other does comes too late to be seen: all that is read of the queue again is held back.
    await page.evaluate(() => {
      const ask = window.fetch;
      window.fetch = (input, init) =>
        /\/clusters\/read$|\/events/.test(String(input)) ? new Promise(() => {}) : ask(input, init);
    });
    await page.evaluate(() => dispatchEvent(new Event('offline')));
    await decideElsewhere(bob, words, 'spam');
    await clickInRow(page, words, english.reviewAccept);
    await waitForText(
      page,
      english.reviewQueueDecidedFirst
        .replace('{name}', 'Bob')
        .replace('{state}', english.reviewStateSpam),
    );
    expect((await findStored(words)).state).toBe('spam');
    await page.close();
  });

  it('keeps what is being read where it is while fifty reports a second come', async () => {
    const words = name('steady');
    const [older, newer] = ['older', 'newer'].map((age) => [0, 1, 2].map((n) => name(age + n)));
    for (const exact of [...(older ?? []), words, ...(newer ?? [])]) await endpoint.post({ exact });
    const page = await openReview(session, endpoint, { home, token: ada });
    await walkTo(page, words);
    await waitForLive(page);
    const before = await waitForRow(page, words);
    const posted: Promise<string>[] = [];
    for (let n = 0; n < 250; n += 1) {
      posted.push(endpoint.post({ exact: name(`burst${n}`) }));
      if (n === 100) await clickInRow(page, words, english.reviewAccept);
      await pause(20);
      if (n % 50 !== 49) continue;
      const now = await waitForRow(page, words);
      expect([now.key, now.top, now.isCurrent]).toEqual([before.key, before.top, true]);
    }
    await Promise.all(posted);
    await waitForRow(page, words, 'accepted');
    const count = english.reviewQueueArrived_other.replace('{count}', '250');
    await waitForText(page, count);
    await page.click('.arrivals button');
    await waitForRow(page, name('burst249'));
    await page.close();
  });

  it('outlives an endpoint that goes down and comes back', async () => {
    const words = name('outlived');
    await endpoint.post({ exact: words });
    const page = await openReview(session, endpoint, { home, token: ada });
    await waitForRow(page, words);
    await waitForLive(page);
    await endpoint.goDown();
    try {
      await clickInRow(page, words, english.reviewAccept);
      await waitForText(page, english.reviewNetwork);
      expect((await waitForRow(page, words)).state).toBe('new');
      await page.waitForSelector('.queue-status.waiting');
    } finally {
      await endpoint.comeUp();
    }
    const late = name('meanwhile');
    await endpoint.post({ exact: late });
    await waitForLive(page);
    await clickInRow(page, words, english.reviewAgain);
    await waitForRow(page, words, 'accepted');
    expect((await findStored(words)).state).toBe('accepted');
    await page.waitForSelector('.arrivals button');
    await page.click('.arrivals button');
    await waitForRow(page, late);
    await page.close();
  });

  it('asks for another token when one ends, keeps what was being written, and goes on', async () => {
    const words = name('revoked');
    await endpoint.post({ exact: words });
    const token = await endpoint.addEditor('Cyd');
    const page = await openReview(session, endpoint, { home, token });
    await clickInRow(page, words, english.reviewReject);
    await page.waitForSelector('form.row-form textarea');
    await page.keyboard.type('half a reason');
    await endpoint.revoke(token);
    await page.waitForSelector('dialog[open] input[type="password"]');
    await waitForText(page, english.reviewUnauthorised);
    if (home === 'in the extension') expect(await readStored(session, 'editor')).toBeNull();
    else expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
    const next = await endpoint.addEditor('Cyd');
    await signIn(page, next);
    await page.waitForFunction(() => document.querySelector('dialog[open]') === null);
    await waitInPage(
      page,
      (reason) =>
        document.querySelector<HTMLTextAreaElement>('form.row-form textarea')?.value === reason,
      'half a reason',
    );
    await page.click('form.row-form button[type="submit"]');
    await waitUntil(async () => (await findStored(words)).state === 'rejected', {
      what: 'the rejection',
    });
    await page.close();
  });

  it('shows an editor their own site alone', async () => {
    const words = name('ours');
    await endpoint.post({ exact: words });
    await endpoint.post({ exact: name('theirs'), source: 'https://other.example/a' });
    const eve = await endpoint.addEditor('Eve', 'other.example');
    const page = await openReview(session, endpoint, { home, token: eve });
    await waitForRow(page, name('theirs'));
    await waitForNoRow(page, words);
    const canonical = await endpoint.post({ exact: name('linked') });
    await page.evaluate((hash) => {
      location.hash = hash;
    }, `#report=${canonical}&site=${NEWSROOM}`);
    await waitForText(page, english.reviewQueueOpenedGone);
    expect((await readRows(page)).map(({ text }) => text).join()).not.toContain(name('linked'));
    await page.close();
  });
});

/** How receipts are read, and who is told. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDeliver } from '../../src/background/deliver.ts';
import { createFindArticle, createNotifyFixed } from '../../src/background/notify-fixed.ts';
import { readReceipt } from '../../src/background/read-receipt.ts';
import type { OutboxEntry } from '../../src/model/outbox-entry.ts';
import type { Receipt } from '../../src/model/receipt.ts';
import { readSettings } from '../../src/model/settings.ts';
import { createOutboxFake, makeCanonical, makeEntry } from './outbox-fake.ts';

const START = 1_700_000_000_000;
const ORIGIN = 'https://editors.example';

const receiptOf = (receipt: Partial<Receipt> = {}): Receipt => ({
  ...{ state: 'new', reason: '', readers: 1 },
  ...receipt,
});
const makeSent = (number: number, changes: Partial<OutboxEntry> = {}) =>
  makeEntry(number, {
    delivery: 'sent',
    receiptUrl: `${ORIGIN}/receipts/${number}`,
    receiptWatch: { since: START, askedAt: 0, notBefore: 0 },
    dueAt: START,
    ...changes,
  });

/** Delivers once from an outbox of these entries, with whatever is fetched answered so. */
async function deliverOnce(
  list: OutboxEntry[],
  answer: (url: string, init: RequestInit) => Promise<Response>,
  onReceipt: (before: OutboxEntry, after: OutboxEntry) => Promise<void> = async () => undefined,
) {
  const entries = new Map(list.map((entry) => [entry.canonical, entry]));
  const asked: string[] = [];
  let alarm: number | null = null;
  const deliver = createDeliver({
    outbox: createOutboxFake({ entries }),
    async fetch(input, init = {}) {
      asked.push(`${init.method} ${String(input)}`);
      return answer(String(input), init);
    },
    postByPage: async () => null,
    onReceipt,
    onDelivered: async () => undefined,
    scheduleWake: async (when) => {
      alarm = when;
    },
    now: () => START,
    random: () => 0,
  });
  await deliver();
  await null;
  return { asked, alarm, read: (number: number) => entries.get(makeCanonical(number)) };
}

describe('a receipt', () => {
  it('is read right after the report was sent, at the address that was named', async () => {
    const link = { Link: '</receipts/9>; rel="status"' };
    const { asked, read, alarm } = await deliverOnce([makeEntry(1)], async (_, { method }) =>
      method === 'POST'
        ? new Response(null, { status: 201, headers: link })
        : Response.json(receiptOf({ readers: 4 })),
    );
    expect(asked).toEqual([`POST ${ORIGIN}/annotations/`, `GET ${ORIGIN}/receipts/9`]);
    expect(read(1)).toMatchObject({
      delivery: 'sent',
      receipt: { state: 'new', reason: '', readers: 4, checkedAt: START },
      dueAt: START + 60_000,
    });
    expect(alarm).toBe(START + 60_000);
  });

  it('is asked for with nothing that tells one reader from another', async () => {
    const inits: RequestInit[] = [];
    await deliverOnce([makeSent(1)], async (_, init) => {
      inits.push(init);
      return Response.json(receiptOf());
    });
    expect(inits).toMatchObject([
      {
        ...{ method: 'GET', redirect: 'manual', credentials: 'omit', cache: 'no-store' },
        ...{ referrerPolicy: 'no-referrer', headers: { Accept: 'application/json' } },
      },
    ]);
    expect(inits[0]?.signal).toBeInstanceOf(AbortSignal);
    expect(inits[0]?.body).toBeUndefined();
  });

  it('waits for reports that are to be sent', async () => {
    const { asked } = await deliverOnce(
      [makeSent(1, { dueAt: START - 500 }), makeSent(2, { dueAt: START - 400 }), makeEntry(3)],
      async (_, { method }) =>
        method === 'POST' ? new Response(null, { status: 201 }) : Response.json(receiptOf()),
    );
    expect(asked.map((one) => one.slice(0, 4))).toEqual(['POST', 'GET ', 'GET ']);
  });

  it.each([
    ['cannot be reached', () => Promise.reject(new TypeError('Failed to fetch'))],
    [
      'asks to wait',
      async () => new Response(null, { status: 429, headers: { 'Retry-After': '600' } }),
    ],
    ['is down', async () => new Response(null, { status: 503 })],
  ])('is not asked for in the same round of a server that %s', async (_, fail) => {
    const other = { receiptUrl: 'https://other.example/r' };
    const { asked, read } = await deliverOnce(
      [makeSent(1), makeSent(2), makeSent(3), makeSent(4, other)],
      async (url) => (url.startsWith(ORIGIN) ? fail() : Response.json(receiptOf())),
    );
    expect(asked).toEqual([`GET ${ORIGIN}/receipts/1`, 'GET https://other.example/r']);
    for (const number of [1, 2, 3]) {
      expect(read(number)?.dueAt).toBe(read(1)?.dueAt);
      expect(read(number)?.dueAt).toBeGreaterThan(START);
      expect(read(number)?.receipt).toBeNull();
    }
  });

  it('that alone fails does not keep others of its server waiting', async () => {
    const { asked } = await deliverOnce([makeSent(1), makeSent(2)], async (url) =>
      url.endsWith('/1') ? new Response(null, { status: 500 }) : Response.json(receiptOf()),
    );
    expect(asked).toHaveLength(2);
  });

  it('is told with what stood before, and a failing listener stops nothing', async () => {
    const told: [string | undefined, string | undefined][] = [];
    const known = { ...receiptOf({ state: 'accepted' }), checkedAt: 1 };
    const { read } = await deliverOnce(
      [makeSent(1, { receipt: known }), makeSent(2)],
      async () => Response.json(receiptOf({ state: 'fixed' })),
      async (before, after) => {
        told.push([before.receipt?.state, after.receipt?.state]);
        throw new Error('no');
      },
    );
    expect(told).toEqual([
      ['accepted', 'fixed'],
      [undefined, 'fixed'],
    ]);
    // What is fixed may come back: it is asked about once more, a day later.
    expect(read(2)?.dueAt).toBe(1_700_086_400_000);
  });

  it('of an entry that is forgotten meanwhile is nobody’s', async () => {
    const entries = new Map([[makeCanonical(1), makeSent(1)]]);
    const outbox = createOutboxFake({ entries });
    const told: unknown[] = [];
    const deliver = createDeliver({
      outbox,
      async fetch() {
        await outbox.remove(makeCanonical(1));
        return Response.json(receiptOf({ state: 'fixed' }));
      },
      postByPage: async () => null,
      onReceipt: async (...both) => void told.push(both),
      onDelivered: async () => undefined,
      scheduleWake: async () => undefined,
      now: () => START,
      random: () => 0,
    });
    await deliver();
    expect([entries.size, told]).toEqual([0, []]);
  });
});

describe('readReceipt', () => {
  const URL = `${ORIGIN}/receipts/1`;
  const read = (response: Response) => readReceipt(URL, async () => response);

  it('takes what a receipt is, and no more of it', async () => {
    const given = { ...receiptOf({ state: 'rejected', reason: 'No', readers: 7 }), extra: 1 };
    const { extra: _, ...receipt } = given;
    expect(await read(Response.json(given))).toEqual({ kind: 'receipt', receipt });
  });

  it.each([404, 410])('takes %i for its end', async (status) => {
    expect(await read(Response.json(receiptOf(), { status }))).toEqual({ kind: 'gone' });
  });

  it.each<[string, Response]>([
    ['a sign-in page', new Response('<h1>Welcome</h1>')],
    ['another state', Response.json({ ...receiptOf(), state: 'spam' })],
    ['nobody', Response.json(receiptOf({ readers: 0 }))],
    ['half a reader', Response.json(receiptOf({ readers: 1.5 }))],
    ['a book', Response.json(receiptOf({ reason: 'x'.repeat(10_001) }))],
    ['nothing', new Response(null, { status: 204 })],
    ['a success that is none', Response.json(receiptOf({ state: 'fixed' }), { status: 206 })],
    ['an error in its form', Response.json(receiptOf({ state: 'fixed' }), { status: 500 })],
    ['a redirect', Object.defineProperty(Response.error(), 'type', { value: 'opaqueredirect' })],
    ['not for you', new Response(null, { status: 401 })],
  ])('does not believe %s', async (_, response) => {
    expect(await read(response)).toMatchObject({ kind: 'failed', isDown: false });
  });

  it('reads a million bytes, and no further', async () => {
    let sent = 0;
    const endless = new ReadableStream({
      pull(controller) {
        sent += 100_000;
        controller.enqueue(new TextEncoder().encode(' '.repeat(100_000)));
      },
    });
    expect(await read(new Response(endless))).toMatchObject({ kind: 'failed' });
    expect(sent).toBeLessThan(2_000_000);
  });

  it('never throws, and believes nothing that is no receipt', async () => {
    const status = fc.integer({ min: 200, max: 599 });
    await fc.assert(
      fc.asyncProperty(status, fc.oneof(fc.string(), fc.json()), async (code, body) => {
        const isEmpty = [204, 205, 304].includes(code);
        const answer = await read(new Response(isEmpty ? null : body, { status: code }));
        expect(answer.kind).toBe(code === 404 || code === 410 ? 'gone' : 'failed');
      }),
    );
  });
});

describe('notifyFixed', () => {
  const at = (state: Receipt['state'] | null, page: Partial<OutboxEntry['page']> = {}) => ({
    ...makeSent(1, {
      receipt: state === null ? null : { ...receiptOf({ state }), checkedAt: START },
    }),
    page: { url: 'https://news.example/story', title: 'A story', ...page },
  });

  function start({ wanted = true, allowed = true } = {}) {
    const shown: { id: string; title: string; message: string }[] = [];
    const notifyFixed = createNotifyFixed({
      isAllowed: async () => allowed,
      notify: async (one) => void shown.push(one),
      loadSettings: async () =>
        readSettings({ reporting: { notifyFixed: wanted }, language: 'de' }),
      loadWords: async (language) => ({ t: (key) => `${key} in ${language}` }),
    });
    return { shown, notifyFixed };
  }

  it('tells it once, in the reader’s language', async () => {
    const { shown, notifyFixed } = start();
    for (const [before, after] of [
      [null, 'new'],
      ['new', 'accepted'],
      ['accepted', 'fixed'],
      ['fixed', 'fixed'],
      ['accepted', 'rejected'],
    ] as const) {
      await notifyFixed(at(before), at(after));
    }
    expect(shown).toEqual([
      {
        id: makeCanonical(1),
        title: 'notifyFixed in de',
        message: 'A story\nnews.example',
      },
    ]);
  });

  it('tells of what was fixed before anybody had asked', async () => {
    const { shown, notifyFixed } = start();
    await notifyFixed(at(null), at('fixed'));
    expect(shown).toHaveLength(1);
  });

  it.each([{ wanted: false }, { allowed: false }])('is silent with %j', async (options) => {
    const { shown, notifyFixed } = start(options);
    await notifyFixed(at('accepted'), at('fixed'));
    expect(shown).toEqual([]);
  });

  it('shows a title that is too long, empty or broken up as a line', async () => {
    const { shown, notifyFixed } = start();
    const titles = [`${'a'.repeat(119)}𝕊𝕚𝕔`, '', ' \n a \t b '];
    for (const title of titles) await notifyFixed(at('new'), at('fixed', { title }));
    expect(shown.map(({ message }) => message)).toEqual([
      `${'a'.repeat(119)}…\nnews.example`,
      'news.example',
      'a b\nnews.example',
    ]);
  });

  it('leads back to the article', async () => {
    const entries = new Map([[makeCanonical(1), at('fixed')]]);
    const findArticle = createFindArticle(createOutboxFake({ entries }));
    expect(await findArticle(makeCanonical(1))).toBe('https://news.example/story');
    expect(await findArticle(makeCanonical(2))).toBeNull();
  });
});

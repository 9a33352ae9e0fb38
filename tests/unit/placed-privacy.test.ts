/** Who is told of the pages that are read: nobody but a site's own editors, and nobody where it is not wanted. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeCanonical } from './outbox-fake.ts';
import {
  ACCESS,
  createPlacedFake,
  ENDPOINT,
  makeItem,
  makeSent,
  NOW,
  PAGE,
  sender,
  tellLists,
  tellReceipt,
} from './placed-fake.ts';

const fixed = (number: number) => ({
  canonical: makeCanonical(number),
  verdict: 'fixed' as const,
  replacement: 'mistake',
});
const all = tellLists([makeItem(1)]);
/** Hosts that are each other's neighbours often. */
const host = fc
  .array(fc.constantFrom('a', 'news', 'anews', 'example', 'co', 'com'), {
    minLength: 1,
    maxLength: 4,
  })
  .map((labels) => labels.join('.'));

describe('an editor’s endpoint', () => {
  it.each([
    ['another site', 'https://other.example/story'],
    ['a name that only ends so', 'https://fakenews.example/story'],
    ['no web page', 'about:blank'],
  ])('is not asked about %s', async (_, url) => {
    const fake = createPlacedFake({ access: ACCESS, answer: all });
    expect(await fake.placed.mayBePlaced(sender(url), fake.settings)).toBe(false);
    expect(await fake.placed.readPlaced(sender(url), PAGE)).toEqual({ shows: true, reports: [] });
    await fake.placed.observePlaced(sender(url), [fixed(1)]);
    const decision = { members: [{ canonical: makeCanonical(1), etag: '"1"' }], reason: '' };
    const decided = await fake.placed.decidePlaced(sender(url), { ...decision, state: 'fixed' });
    expect(decided).toMatchObject({ ok: false, code: 'unauthorised' });
    expect(fake.asked).toEqual([]);
  });

  it('is asked about no page outside its site, whatever the pages are', async () => {
    await fc.assert(
      fc.asyncProperty(host, host, host, async (opened, named, site) => {
        const fake = createPlacedFake({ access: { ...ACCESS, site }, answer: all });
        await fake.placed.readPlaced(sender(`https://${opened}/a`), `https://${named}/a`);
        const isIn = (one: string) => one === site || one.endsWith(`.${site}`);
        const pages = fake.asked.map(({ url }) => new URL(url).searchParams.get('page') ?? '');
        expect(isIn(opened) || pages.length === 0).toBe(true);
        expect(pages.filter((page) => !isIn(new URL(page).hostname))).toEqual([]);
      }),
    );
  });

  it.each(['com', 'co.uk', 'github.io', 'example'])(
    'that names %s for its site is asked about nothing below it',
    async (site) => {
      const fake = createPlacedFake({ access: { ...ACCESS, site }, answer: all });
      await fake.placed.readPlaced(sender(`https://news.${site}/a`), `https://news.${site}/a`);
      expect(fake.asked).toEqual([]);
    },
  );

  it('is not told the address of another site that the page names as its own', async () => {
    const fake = createPlacedFake({ access: ACCESS, answer: all });
    await fake.placed.readPlaced(sender(), 'https://other.example/secret');
    expect(fake.asked.map(({ url }) => new URL(url).searchParams.get('page'))).toEqual([PAGE]);
  });

  it('is not asked for what stands in a frame, nor by it', async () => {
    const fake = createPlacedFake({ access: ACCESS, entries: [makeSent(1)], answer: all });
    const frame = sender(PAGE, 3);
    expect(await fake.placed.mayBePlaced(frame, fake.settings)).toBe(false);
    expect(await fake.placed.readPlaced(frame, PAGE)).toEqual({ shows: false, reports: [] });
    await fake.placed.observePlaced(frame, [fixed(1)]);
    expect(fake.asked).toEqual([]);
  });

  it('is not asked about what is opened in a private window, nor is anything told of it', async () => {
    const entries = [makeSent(1, { state: 'fixed' })];
    const fake = createPlacedFake({ access: ACCESS, entries, answer: all });
    const alone = sender(PAGE, 0, true);
    expect(await fake.placed.mayBePlaced(alone, fake.settings)).toBe(false);
    expect(await fake.placed.readPlaced(alone, PAGE)).toEqual({ shows: false, reports: [] });
    await fake.placed.observePlaced(alone, [{ ...fixed(1), verdict: 'open' }, fixed(7)]);
    const members = [{ canonical: makeCanonical(7), etag: '"1"' }];
    const decision = { members, state: 'fixed' as const, reason: '' };
    expect(await fake.placed.decidePlaced(alone, decision)).toMatchObject({ ok: false });
    expect(fake.asked).toEqual([]);
  });

  it.each(['http://editors.example', 'ftp://editors.example', 'nowhere'])(
    'is not asked at %s',
    async (endpoint) => {
      const fake = createPlacedFake({ access: { ...ACCESS, endpoint }, answer: all });
      await fake.placed.readPlaced(sender(), PAGE);
      expect(fake.asked).toEqual([]);
    },
  );

  it('is not asked where reports are not to be shown', async () => {
    const reporting = { showPlaced: false };
    const fake = createPlacedFake({ access: ACCESS, reporting, answer: all });
    expect(await fake.placed.mayBePlaced(sender(), fake.settings)).toBe(false);
    expect(await fake.placed.readPlaced(sender(), PAGE)).toEqual({ shows: false, reports: [] });
    await fake.placed.observePlaced(sender(), [fixed(1)]);
    expect(fake.asked).toEqual([]);
  });

  it('gets the token, and nothing of the browser’s', async () => {
    const fake = createPlacedFake({ access: ACCESS, answer: all });
    await fake.placed.readPlaced(sender(), PAGE);
    expect(fake.asked).toHaveLength(1);
    for (const { url, init } of fake.asked) {
      expect(url.startsWith(`${ENDPOINT}/api/reports?`)).toBe(true);
      expect(new Headers(init.headers).get('Authorization')).toBe('Bearer secret');
      expect(init).toMatchObject({ credentials: 'omit', referrerPolicy: 'no-referrer' });
      expect(init).toMatchObject({ redirect: 'error', cache: 'no-store' });
    }
  });
});

describe('whether there may be reports of a page', () => {
  it('is told without asking anybody, where the access’s site is known', async () => {
    const fake = createPlacedFake({ access: ACCESS, answer: all });
    expect(await fake.placed.mayBePlaced(sender(), fake.settings)).toBe(true);
    expect(fake.asked).toEqual([]);
  });

  it('is told once the endpoint has told its site, which is kept', async () => {
    const { site: _, ...access } = ACCESS;
    const me = () => Response.json({ name: 'Ada', site: 'news.example' });
    const fake = createPlacedFake({ access, answer: me });
    const ask = (url: string) => fake.placed.mayBePlaced(sender(url), fake.settings);
    expect(await Promise.all([ask('https://other.example/'), ask(PAGE)])).toEqual([false, true]);
    expect(await ask(PAGE)).toBe(true);
    // No page is in what was asked.
    expect(fake.asked.map(({ url }) => url)).toEqual([`${ENDPOINT}/api/me`]);
    expect(fake.kept).toEqual(['news.example']);
  });

  it('is not asked at every page of an endpoint that is down', async () => {
    const { site: _, ...access } = ACCESS;
    const fake = createPlacedFake({ access });
    for (let page = 0; page < 5; page += 1) {
      expect(await fake.placed.mayBePlaced(sender(), fake.settings)).toBe(false);
    }
    expect(fake.asked).toHaveLength(1);
    expect(fake.kept).toEqual([]);
  });

  it('is not waited for longer than a moment', async () => {
    const { site: _, ...access } = ACCESS;
    const answer = () => new Promise<Response>(() => undefined);
    const fake = createPlacedFake({ access, answer, pause: async () => undefined });
    expect(await fake.placed.mayBePlaced(sender(), fake.settings)).toBe(false);
  });

  it('is no where neither the outbox nor the access can be read', async () => {
    const fake = createPlacedFake({ entries: [makeSent(1)], failing: new Error('no disk') });
    expect(await fake.placed.mayBePlaced(sender(), fake.settings)).toBe(false);
  });

  it.each([
    [{ showPlaced: true, tellSeen: true }, true],
    [{ showPlaced: true, tellSeen: false }, true],
    [{ showPlaced: false, tellSeen: true }, true],
    [{ showPlaced: false, tellSeen: false }, false],
  ])('is, for own reports and settings %j: %s', async (reporting, expected) => {
    const fake = createPlacedFake({ entries: [makeSent(1)], reporting });
    expect(await fake.placed.mayBePlaced(sender(), fake.settings)).toBe(expected);
    expect(await fake.placed.mayBePlaced(sender('https://news.example/other'), fake.settings)).toBe(
      false,
    );
  });
});

describe('what is seen of an own report is not told', () => {
  const answer = () => tellReceipt({ state: 'fixed' });
  it.each([
    ['where that is switched off', makeSent(1), { tellSeen: false }],
    ['where the receipt names no place for it', makeSent(1, { observations: undefined }), {}],
    [
      'to another server than the receipt’s',
      makeSent(1, { observations: 'https://other.example/receipts/1/observations' }),
      {},
    ],
    [
      'to another port of it',
      makeSent(1, { observations: 'https://editors.example:444/receipts/1/observations' }),
      {},
    ],
    [
      'over an open line',
      makeSent(
        1,
        { observations: 'http://editors.example/receipts/1/observations' },
        { receiptUrl: 'http://editors.example/receipts/1' },
      ),
      {},
    ],
    [
      'with a name and a password',
      makeSent(1, { observations: 'https://a:b@editors.example/receipts/1/observations' }),
      {},
    ],
    ['before it was sent', makeSent(1, {}, { delivery: 'queued' }), {}],
    ['where its receipt has gone', makeSent(1, {}, { receiptUrl: null }), {}],
    ['before a receipt was read', makeSent(1, {}, { receipt: null }), {}],
    ['where it has been told', makeSent(1, {}, { told: 'fixed', toldIn: 'new' }), {}],
    ['where the editors say so themselves', makeSent(1, { state: 'fixed' }), {}],
    [
      'from another page',
      makeSent(1, {}, { page: { url: 'https://news.example/other', title: '' } }),
      {},
    ],
  ])('%s', async (_, entry, reporting) => {
    const fake = createPlacedFake({ entries: [entry], reporting, answer });
    await fake.placed.observePlaced(sender(), [fixed(1)]);
    expect(fake.asked).toEqual([]);
    expect(fake.read(1)).toEqual(entry);
    expect(fake.events).toEqual([]);
  });

  it('that it stands where it was reported', async () => {
    const fake = createPlacedFake({ entries: [makeSent(1)], answer });
    await fake.placed.observePlaced(sender(), [
      { canonical: makeCanonical(1), verdict: 'open', replacement: '' },
    ]);
    expect(fake.asked).toEqual([]);
  });

  it('by an editor’s token, where it is not to be told', async () => {
    const entry = makeSent(1, {}, { service: `${ENDPOINT}/annotations/` });
    const reporting = { tellSeen: false };
    const fake = createPlacedFake({ entries: [entry], access: ACCESS, reporting, answer });
    await fake.placed.observePlaced(sender(), [fixed(1)]);
    expect(fake.asked).toEqual([]);
  });

  it('to the endpoint that its reader edits at, where it went to another', async () => {
    const fake = createPlacedFake({ entries: [makeSent(1)], access: ACCESS, answer });
    await fake.placed.observePlaced(sender(), [fixed(1)]);
    expect(fake.asked.map(({ url }) => url)).toEqual([
      'https://editors.example/receipts/1/observations',
    ]);
    expect(fake.read(1)?.receipt?.checkedAt).toBe(NOW);
  });
});

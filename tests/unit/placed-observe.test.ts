/** What is told of a look at a reported mistake, to whom, and what is remembered of it. */
import { describe, expect, it } from 'vitest';
import type { OutboxEntry } from '../../src/model/outbox-entry.ts';
import { isNews, type PlacedReport } from '../../src/model/placed-report.ts';
import { composeAnnotation } from '../../src/model/report.ts';
import { makeCanonical, makeDraft } from './outbox-fake.ts';
import {
  ACCESS,
  createPlacedFake,
  ENDPOINT,
  makeSent,
  NOW,
  PAGE,
  type PlacedFakeOptions,
  sender,
  tellReceipt,
} from './placed-fake.ts';

const DAY = 86_400_000;
const see = (verdict: 'open' | 'fixed', number = 1, replacement = 'mistake') => ({
  canonical: makeCanonical(number),
  verdict,
  replacement,
});

async function observe(
  entry: OutboxEntry,
  verdict: 'open' | 'fixed',
  options: PlacedFakeOptions = {},
) {
  const fake = createPlacedFake({ entries: [entry], ...options });
  await fake.placed.observePlaced(sender(), [see(verdict)]);
  return { ...fake, entry: fake.read(1) };
}

describe('a reader’s own report', () => {
  it('that is seen fixed is told of by its receipt, without anything of the reader’s', async () => {
    const { asked, entry } = await observe(makeSent(1), 'fixed', {
      answer: () => tellReceipt({ state: 'fixed', readers: 2 }),
    });
    expect(asked).toHaveLength(1);
    const [{ url, method, body, init } = { url: '', method: '', body: null, init: {} }] = asked;
    expect(`${method} ${url}`).toBe('POST https://editors.example/receipts/1/observations');
    expect(body).toEqual({ verdict: 'fixed', replacement: 'mistake' });
    expect(init).toMatchObject({
      ...{ credentials: 'omit', referrerPolicy: 'no-referrer' },
      ...{ redirect: 'manual', cache: 'no-store' },
    });
    expect([...new Headers(init.headers).keys()].sort()).toEqual(['accept', 'content-type']);
    expect(init.signal).toBeInstanceOf(AbortSignal);
    expect(entry).toMatchObject({
      told: 'fixed',
      receipt: { state: 'fixed', readers: 2, checkedAt: NOW },
    });
    // What is fixed may come back.
    expect(entry?.dueAt).toBe(NOW + DAY);
  });

  it('that was sent twice is told of by both receipts, and one of another place is not', async () => {
    const other = makeSent(3);
    other.annotation = composeAnnotation(
      makeDraft(3, {
        selectors: [
          { type: 'TextQuoteSelector', exact: 'elsewhere', prefix: 'far ', suffix: ' off' },
        ],
      }),
    );
    const fake = createPlacedFake({
      entries: [makeSent(1), makeSent(2), other],
      answer: () => tellReceipt(),
    });
    await fake.placed.observePlaced(sender(), [see('fixed', 2)]);
    expect(fake.asked.map(({ url }) => url).sort()).toEqual([
      'https://editors.example/receipts/1/observations',
      'https://editors.example/receipts/2/observations',
    ]);
    expect([1, 2, 3].map((number) => fake.read(number)?.told)).toEqual([
      'fixed',
      'fixed',
      undefined,
    ]);
  });

  it('that is seen open again is told of, without words', async () => {
    const { asked, entry } = await observe(
      makeSent(1, {}, { told: 'fixed', toldIn: 'new' }),
      'open',
      {
        answer: () => tellReceipt(),
      },
    );
    expect(asked.map(({ body }) => body)).toEqual([{ verdict: 'open', replacement: '' }]);
    expect(entry).toMatchObject({ told: 'open', receipt: { state: 'new' } });
  });

  it.each([
    ['told of by this reader', { told: 'fixed' as const }],
    ['fixed by its editors', {}],
    ['sent long ago', { receiptWatch: { since: NOW - 90 * DAY, askedAt: 0, notBefore: 0 } }],
  ])('whose end is taken back is followed again, %s', async (_, changes) => {
    const { entry, events } = await observe(makeSent(1, { state: 'fixed' }, changes), 'open', {
      answer: () => tellReceipt({ state: 'new' }),
    });
    expect(entry).toMatchObject({ told: 'open', receipt: { state: 'new' } });
    expect(entry?.dueAt).toBe(NOW + 60_000);
    expect(events).toEqual(['fixed → new', 'deliver']);
  });

  it('that passes for fixed, though it is seen, is told of at each look until it does not', async () => {
    const answer = () => tellReceipt({ state: 'fixed' });
    const { entry, asked, placed } = await observe(makeSent(1, { state: 'fixed' }), 'open', {
      answer,
    });
    expect(entry).toMatchObject({ told: 'open', receipt: { state: 'fixed' } });
    await placed.observePlaced(sender(), [see('open')]);
    expect(asked).toHaveLength(2);
    const { reports } = await placed.readPlaced(sender(), PAGE);
    expect(isNews(reports[0] as PlacedReport, 'open')).toBe(true);
  });

  it.each([
    ['is told of once more, where an editor has taken it back', 'fixed', 'new', 1],
    ['is told of once more, where it was taken back from rejection', 'rejected', 'new', 1],
    ['is told of once, where it is still waited for another reader', 'new', 'new', 0],
    ['is told of once, where an editor has accepted it meanwhile', 'new', 'accepted', 0],
    ['is told of once, where another reader has seen it, too', 'new', 'fixed', 0],
  ] as const)('that was told to be fixed %s', async (_, toldIn, state, times) => {
    const known = makeSent(1, { state }, { told: 'fixed', toldIn });
    const { asked } = await observe(known, 'fixed', { answer: () => tellReceipt({ state }) });
    expect(asked).toHaveLength(times);
  });

  it('that was told to stand there, and passes for fixed, is taken back when it is seen fixed', async () => {
    const known = makeSent(1, { state: 'fixed' }, { told: 'open', toldIn: 'fixed' });
    const answer = () => tellReceipt({ state: 'fixed' });
    const { asked, entry } = await observe(known, 'fixed', { answer });
    expect(asked).toHaveLength(1);
    expect(entry).toMatchObject({ told: 'fixed', toldIn: 'fixed' });
  });

  it('keeps where it is told of when the answer names it', async () => {
    const observations = 'https://editors.example/receipts/1/more';
    const { entry } = await observe(makeSent(1), 'fixed', {
      answer: () => tellReceipt({ observations }),
    });
    expect(entry?.receipt?.observations).toBe(observations);
  });

  it.each([
    ['nobody answers', () => undefined],
    ['there is none', () => new Response('{}', { status: 404 })],
    ['it has gone', () => new Response('{}', { status: 410 })],
    ['it is too much', () => new Response('{}', { status: 429 })],
    ['the answer is no receipt', () => Response.json({ state: 'perhaps' })],
    ['the answer is no JSON', () => new Response('<html>')],
    ['it is led elsewhere', () => Response.redirect('https://other.example/')],
    ['it is taken without a receipt', () => new Response(null, { status: 204 })],
  ])('is as it was, and told of at the next look, where %s', async (_, answer) => {
    const before = makeSent(1);
    const { entry, asked, events, placed } = await observe(before, 'fixed', { answer });
    expect(entry).toEqual(before);
    expect(events).toEqual([]);
    await placed.observePlaced(sender(), [see('fixed')]);
    expect(asked).toHaveLength(2);
  });

  it('is told of once, though it is seen twice in one look', async () => {
    const fake = createPlacedFake({ entries: [makeSent(1)], answer: () => tellReceipt() });
    await fake.placed.observePlaced(sender(), [see('fixed')]);
    await fake.placed.observePlaced(sender(), [see('fixed')]);
    expect(fake.asked).toHaveLength(1);
  });

  it('does not keep a server waiting for the others that cannot answer', async () => {
    const entries = [1, 2, 3].map((number) => {
      const quote = {
        type: 'TextQuoteSelector',
        exact: `w${number}`,
        prefix: '',
        suffix: '',
      } as const;
      return makeSent(
        number,
        {},
        {
          annotation: composeAnnotation(makeDraft(number, { selectors: [quote] })),
          ...(number === 3
            ? { receiptUrl: 'https://else.example/3', receipt: { ...receipt, checkedAt: NOW } }
            : {}),
        },
      );
    });
    const fake = createPlacedFake({
      entries,
      answer: ({ url }) => (url.startsWith('https://else') ? tellReceipt() : undefined),
    });
    await fake.placed.observePlaced(sender(), [see('fixed', 1), see('fixed', 2), see('fixed', 3)]);
    expect(fake.asked.map(({ url }) => url)).toEqual([
      'https://editors.example/receipts/1/observations',
      'https://else.example/3/observations',
    ]);
    expect(fake.read(3)?.told).toBe('fixed');
  });

  it('is no reason to fail where the outbox does', async () => {
    const fake = createPlacedFake({ entries: [makeSent(1)], failing: new Error('no disk') });
    expect(await fake.placed.observePlaced(sender(), [see('fixed')])).toBe(undefined);
  });
});

const receipt = {
  ...{ state: 'new' as const, reason: '', readers: 1 },
  observations: 'https://else.example/3/observations',
};

describe('an editor', () => {
  const took = () => Response.json({});

  it('tells of any report of the site, with the token', async () => {
    const fake = createPlacedFake({ access: ACCESS, answer: took });
    await fake.placed.observePlaced(sender(), [see('fixed', 7), see('open', 8)]);
    expect(fake.asked.map(({ method, url, body }) => [method, url, body])).toEqual([
      [
        'POST',
        `${ENDPOINT}/api/reports/${encodeURIComponent(makeCanonical(7))}/observations`,
        { verdict: 'fixed', replacement: 'mistake' },
      ],
      [
        'POST',
        `${ENDPOINT}/api/reports/${encodeURIComponent(makeCanonical(8))}/observations`,
        { verdict: 'open', replacement: '' },
      ],
    ]);
    expect(new Headers(fake.asked[0]?.init.headers).get('Authorization')).toBe('Bearer secret');
  });

  it('tells of an own report as an editor where it went to the same endpoint', async () => {
    const entry = makeSent(1, {}, { service: `${ENDPOINT}/annotations/` });
    const fake = createPlacedFake({ entries: [entry], access: ACCESS, answer: took });
    await fake.placed.observePlaced(sender(), [see('fixed')]);
    expect(fake.asked.map(({ url }) => url)).toEqual([
      `${ENDPOINT}/api/reports/${encodeURIComponent(makeCanonical(1))}/observations`,
    ]);
  });

  it.each([
    ['nobody answers', () => undefined],
    ['the token holds no more', () => new Response('{}', { status: 401 })],
  ])('is not tried again for the rest where %s', async (_, answer) => {
    const fake = createPlacedFake({ access: ACCESS, answer });
    await fake.placed.observePlaced(sender(), [see('fixed', 7), see('fixed', 8)]);
    expect(fake.asked).toHaveLength(1);
  });

  it('goes on behind a report that the endpoint does not know', async () => {
    const fake = createPlacedFake({
      access: ACCESS,
      answer: () => new Response('{}', { status: 404 }),
    });
    await fake.placed.observePlaced(sender(), [see('fixed', 7), see('fixed', 8)]);
    expect(fake.asked).toHaveLength(2);
  });
});

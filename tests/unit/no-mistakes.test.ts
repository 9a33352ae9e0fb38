import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { createDeliver } from '../../src/background/deliver.ts';
import { createNoMistakes, type QuotedPlace } from '../../src/background/no-mistakes.ts';
import { keyWords } from '../../src/endpoint/place.ts';
import {
  composeNoMistakesUrl,
  findNoMistake,
  foldWords,
  type NoMistakeList,
  readReportedSite,
} from '../../src/model/no-mistake.ts';
import type { OutboxEntry } from '../../src/model/outbox-entry.ts';
import { composeAnnotation } from '../../src/model/report.ts';
import { createOutboxFake, makeCanonical, makeDraft, makeEntry } from './outbox-fake.ts';

const START = 1_700_000_000_000;
const DAY = 86_400_000;
const SERVICE = 'https://editors.example/sic/annotations/';
const LIST_URL = 'https://editors.example/sic/no-mistakes/news.example';
const ITEMS = [
  { words: 'Kirgiz', reason: 'the name of the newspaper' },
  { words: 'teh', reason: '' },
];

const tell = (body: unknown, headers: Record<string, string> = {}, status = 200) =>
  new Response(body === null ? null : JSON.stringify(body), { status, headers });

/** @param answers one for each question; the last one stays */
function start(answers: (() => Response | Promise<Response>)[]) {
  const lists = new Map<string, NoMistakeList>();
  const state = { now: START };
  const asked: { url: string; init: RequestInit | undefined; headers: Headers }[] = [];
  const key = (service: string, site: string) => `${service} ${site}`;
  const noMistakes = createNoMistakes({
    store: {
      find: async (service, site) => lists.get(key(service, site)) ?? null,
      save: async (list) => void lists.set(key(list.service, list.site), list),
    },
    fetch: async (url, init) => {
      asked.push({ url: String(url), init, headers: new Headers(init?.headers) });
      const answer = answers.length > 1 ? answers.shift() : answers[0];
      if (answer === undefined) throw new Error('nothing is to be asked');
      return answer();
    },
    now: () => state.now,
  });
  return { noMistakes, lists, asked, state };
}

function sayForever(): ReadableStream<Uint8Array> {
  const piece = new TextEncoder().encode(' '.repeat(100_000));
  return new ReadableStream({ pull: (stream) => stream.enqueue(piece) });
}

function makeSent(
  changes: Partial<OutboxEntry> = {},
  source = 'https://news.example/a',
): OutboxEntry {
  return makeEntry(1, {
    annotation: composeAnnotation(makeDraft(1, { source })),
    ...{ service: SERVICE, delivery: 'sent', receiptUrl: 'https://editors.example/sic/receipts/x' },
    ...changes,
  });
}

const quote = (exact: string, changes: Partial<QuotedPlace> = {}): QuotedPlace => ({
  ...{ canonical: makeCanonical(1), source: 'https://news.example/b', scope: '', exact },
  ...changes,
});

describe('words that are no mistake', () => {
  it('are the same words to a reader’s dialog and to the endpoint', () => {
    const unit = fc.constantFrom(
      'a',
      'A',
      ' ',
      '\u00a0',
      '\u00ad',
      '’',
      "'",
      '…',
      '...',
      'é',
      'e\u0301',
    );
    const words = fc.array(unit, { maxLength: 4 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(words, words, (one, other) => {
        const isFound = findNoMistake([{ words: one, reason: '' }], other) !== null;
        expect(isFound).toBe(keyWords(one) !== '' && keyWords(one) === keyWords(other));
        expect(foldWords(one) === foldWords(other)).toBe(keyWords(one) === keyWords(other));
      }),
      { numRuns: 500 },
    );
  });

  it('are those of the newest entry', () => {
    const items = [
      { words: 'O’Neil', reason: 'new' },
      { words: "O'Neil", reason: 'old' },
    ];
    expect(findNoMistake(items, ' O\u2019Neil ')).toMatchObject({ reason: 'new' });
    expect(findNoMistake(items, 'o’neil')).toBeNull();
    expect(findNoMistake([{ words: ' ', reason: '' }], '\u00ad ')).toBeNull();
  });

  it.each([
    ['https://x.example/annotations/', 'https://x.example/no-mistakes/n.example'],
    ['https://x.example/sic/annotations', 'https://x.example/sic/no-mistakes/n.example'],
    ['https://x.example/annotations/?a=b#c', 'https://x.example/no-mistakes/n.example'],
    ['http://127.0.0.1:8080/annotations//', 'http://127.0.0.1:8080/no-mistakes/n.example'],
    ['https://x.example/', 'https://x.example/no-mistakes/n.example'],
  ])('are listed beside the container %s', (service, url) => {
    expect(composeNoMistakesUrl(service, 'n.example')).toBe(url);
  });

  it('are those of the site that the endpoint lists the report under', () => {
    const source = 'https://WWW.news.example.:8443/a';
    expect(readReportedSite({ source, scope: '' })).toBe('www.news.example');
    expect(readReportedSite({ source, scope: 'https://around.example/' })).toBe('around.example');
    expect(readReportedSite({ source: 'no address', scope: '' })).toBe('');
  });
});

describe('the list of a site', () => {
  it('is read once a report has been delivered, and again after a day', async () => {
    const etag = '"abc"';
    const { noMistakes, asked, lists, state } = start([
      () => tell({ site: 'news.example', items: ITEMS }, { ETag: etag }),
      () => tell(null, {}, 304),
      () => tell({ items: [] }),
    ]);
    await noMistakes.refresh(makeSent());
    expect(asked.map(({ url }) => url)).toEqual([LIST_URL]);
    expect(asked[0]?.headers.has('If-None-Match')).toBe(false);
    expect(await noMistakes.find(SERVICE, [quote('teh')])).toEqual([
      { canonical: makeCanonical(1), words: 'teh', reason: '' },
    ]);
    state.now += DAY - 1;
    await noMistakes.refresh(makeSent());
    expect(asked).toHaveLength(1);
    state.now += 1;
    await noMistakes.refresh(makeSent());
    expect(asked[1]?.headers.get('If-None-Match')).toBe(etag);
    expect([...lists.values()]).toMatchObject([{ items: ITEMS, etag, checkedAt: state.now }]);
    state.now += DAY;
    await noMistakes.refresh(makeSent());
    expect(asked).toHaveLength(3);
    expect(await noMistakes.find(SERVICE, [quote('teh')])).toEqual([]);
  });

  it('is asked for once where many reports are delivered at a time', async () => {
    const { noMistakes, asked } = start([() => tell({ items: ITEMS })]);
    await Promise.all(Array.from({ length: 50 }, () => noMistakes.refresh(makeSent())));
    expect(asked).toHaveLength(1);
    await noMistakes.refresh(makeSent({}, 'https://other.example/a'));
    expect(asked).toHaveLength(2);
  });

  it('is not asked for again and again where an endpoint has none', async () => {
    const { noMistakes, asked, state } = start([() => tell({}, {}, 404)]);
    await noMistakes.refresh(makeSent());
    await noMistakes.refresh(makeSent());
    expect(asked).toHaveLength(1);
    state.now += DAY;
    await noMistakes.refresh(makeSent());
    expect(asked).toHaveLength(2);
  });

  it.each<[string, () => Response | Promise<Response>]>([
    ['the endpoint is down', () => tell({}, {}, 503)],
    ['too much was asked', () => tell({}, { 'Retry-After': '60' }, 429)],
    ['the network is', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['a portal answers', () => new Response('<!doctype html>')],
    ['nobody knows what is meant', () => tell({ items: [{ words: 1, reason: '' }] })],
    ['there is no end of it', () => new Response(sayForever())],
    ['it leads elsewhere', () => Response.redirect('https://evil.example/', 302)],
  ])('stays as it was where %s', async (_, answer) => {
    const { noMistakes, asked, lists, state } = start([() => tell({ items: ITEMS }), answer]);
    await noMistakes.refresh(makeSent());
    const before = new Map(lists);
    state.now += DAY;
    await noMistakes.refresh(makeSent());
    expect(asked).toHaveLength(2);
    expect(asked[1]?.init).toMatchObject({ redirect: 'manual', credentials: 'omit' });
    expect(lists).toEqual(before);
  });

  it('is none where an endpoint says that it is unchanged and there was none', async () => {
    const { noMistakes, lists } = start([() => tell(null, {}, 304)]);
    await noMistakes.refresh(makeSent());
    expect(lists.size).toBe(0);
  });

  it('keeps no more than it may, and no header that is none', async () => {
    const many = Array.from({ length: 3_000 }, (_, i) => ({ words: `w${i}`, reason: '' }));
    const long = { words: 'long', reason: 'x'.repeat(3_000) };
    const { noMistakes, lists } = start([() => tell({ items: [long, ...many] }, { ETag: 'a"b' })]);
    await noMistakes.refresh(makeSent());
    const [list] = lists.values();
    expect(list?.items).toHaveLength(1_000);
    expect(list?.items[0]).toEqual(many[0]);
    expect(list?.etag).toBe('');
  });

  it('is not known any more when it is old', async () => {
    const { noMistakes, state } = start([() => tell({ items: ITEMS })]);
    await noMistakes.refresh(makeSent());
    state.now += 29 * DAY;
    expect(await noMistakes.find(SERVICE, [quote('teh')])).toHaveLength(1);
    state.now += 2 * DAY;
    expect(await noMistakes.find(SERVICE, [quote('teh')])).toEqual([]);
  });

  it('is of one endpoint and one site', async () => {
    const { noMistakes } = start([() => tell({ items: ITEMS })]);
    await noMistakes.refresh(makeSent());
    const elsewhere = { source: 'https://www.news.example/b' };
    const framed = { source: 'https://ads.example/', scope: 'https://news.example/' };
    const canonicals = [1, 2, 3, 4].map(makeCanonical);
    const [one = '', two = '', three = '', four = ''] = canonicals;
    expect(await noMistakes.find('https://other.example/', [quote('teh')])).toEqual([]);
    expect(
      await noMistakes.find(SERVICE, [
        quote('Kirgiz', { canonical: one }),
        quote('Kirgiz', { canonical: two, ...elsewhere }),
        quote('kirgiz', { canonical: three }),
        quote(' Kir\u00adgiz', { canonical: four, ...framed }),
      ]),
    ).toEqual([
      { canonical: one, ...ITEMS[0] },
      { canonical: four, ...ITEMS[0] },
    ]);
  });
});

describe('who learns what', () => {
  it.each<[string, Partial<OutboxEntry>, string]>([
    ['gives no receipts, and is none of Sic’s', { receiptUrl: null }, 'https://news.example/a'],
    ['is the site’s own form', { service: null }, 'https://news.example/a'],
  ])('an endpoint that %s is not asked', async (_, changes, source) => {
    const { noMistakes, asked } = start([]);
    await noMistakes.refresh(makeSent(changes, source));
    expect(asked).toEqual([]);
  });

  it('nobody learns anything by a look', async () => {
    const { noMistakes, asked } = start([]);
    expect(await noMistakes.find(SERVICE, [quote('teh')])).toEqual([]);
    expect(asked).toEqual([]);
  });

  it('an endpoint is asked when it has taken a report, and learns no words by that', async () => {
    const word = fc.constantFrom('secret', 'teh', 'слово');
    const status = fc.constantFrom(201, 200, 400, 403, 429, 503);
    const reports = fc.array(fc.record({ word, status, host: fc.constantFrom('a', 'b') }), {
      ...{ minLength: 1, maxLength: 4 },
    });
    await fc.assert(
      fc.asyncProperty(reports, async (all) => {
        const { noMistakes, asked } = start([() => tell({ items: ITEMS })]);
        const taken = new Set<string>();
        const entries = new Map(
          all.map(({ word: exact, host }, i) => {
            const selectors = [
              { type: 'TextQuoteSelector' as const, exact, prefix: '', suffix: '' },
            ];
            const source = `https://${host}.example/${exact}`;
            const draft = makeDraft(i + 1, { source, selectors, correction: `not ${exact}` });
            const service = `https://at-${host}.example/annotations/`;
            const canonical = makeCanonical(i + 1);
            return [
              canonical,
              makeEntry(i + 1, { canonical, service, annotation: composeAnnotation(draft) }),
            ] as const;
          }),
        );
        const settled: Promise<void>[] = [];
        const deliver = createDeliver({
          outbox: createOutboxFake({ entries }),
          fetch: async (url, init) => {
            if (init?.method !== 'POST') return tell({ state: 'new', reason: '', readers: 1 });
            const sent: unknown = JSON.parse(String(init.body));
            const at = [...entries.values()].findIndex(
              ({ canonical }) => canonical === Reflect.get(Object(sent), 'canonical'),
            );
            const code = all[at]?.status ?? 500;
            if (code < 300) taken.add(`${url}`);
            const headers = { Link: '</receipts/x>; rel="status"' };
            return tell(sent, headers, code);
          },
          postByPage: async () => null,
          onDelivered: async (entry) => {
            settled.push(noMistakes.refresh(entry));
          },
          onReceipt: async () => undefined,
          scheduleWake: async () => undefined,
          now: () => START,
          random: () => 0.5,
        });
        await deliver();
        await Promise.all(settled);
        const hosts = [...taken].map((url) => new URL(url).host).sort();
        expect(asked.map(({ url }) => new URL(url).host).sort()).toEqual(hosts);
        for (const { url, init, headers } of asked) {
          expect(url).toMatch(/^https:\/\/at-([ab])\.example\/no-mistakes\/\1\.example$/);
          expect([...headers.keys()]).toEqual(['accept']);
          expect(init).toMatchObject({ referrerPolicy: 'no-referrer', credentials: 'omit' });
          expect(init?.body).toBeUndefined();
        }
      }),
      { numRuns: 50 },
    );
  });

  it('a failing list holds up no delivery', async () => {
    const entries = new Map([[makeCanonical(1), makeEntry(1)]]);
    const onDelivered = vi.fn(() => Promise.reject(new Error('full')));
    const deliver = createDeliver({
      outbox: createOutboxFake({ entries }),
      fetch: async () => new Response(null, { status: 201 }),
      postByPage: async () => null,
      ...{ onDelivered, onReceipt: async () => undefined, scheduleWake: async () => undefined },
      now: () => START,
      random: () => 0.5,
    });
    await deliver();
    expect(onDelivered).toHaveBeenCalledOnce();
    expect(entries.get(makeCanonical(1))?.delivery).toBe('sent');
  });
});

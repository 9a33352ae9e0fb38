/** Which reports a page is told to show, and how several become one place. */
import { describe, expect, it } from 'vitest';
import { contentReplySchemas, MOST_PLACED } from '../../src/messages/content-to-background.ts';
import { parse } from '../../src/model/annotation.ts';
import { composeAnnotation } from '../../src/model/report.ts';
import { makeCanonical, makeDraft } from './outbox-fake.ts';
import {
  ACCESS,
  type Asked,
  createPlacedFake,
  makeItem,
  makeSent,
  NOW,
  PAGE,
  type PlacedFakeOptions,
  sender,
  tellLists,
} from './placed-fake.ts';

async function read(options: PlacedFakeOptions) {
  const fake = createPlacedFake(options);
  const answer = await fake.placed.readPlaced(sender(), PAGE);
  // Whatever comes has to be what a content script believes.
  expect(parse(contentReplySchemas['placed/read'], answer)).toMatchObject({ ok: true });
  return { ...answer, asked: fake.asked };
}

describe('a reader', () => {
  it('is shown their own, as their receipts have them', async () => {
    const entry = makeSent(1, { state: 'accepted', readers: 3 }, { told: 'open', toldIn: 'new' });
    const { shows, reports, asked } = await read({ entries: [entry] });
    expect(shows).toBe(true);
    expect(reports).toEqual([
      {
        canonical: makeCanonical(1),
        selectors: entry.annotation.target.selector,
        ...{ exact: 'mistke', prefix: 'a clear ', suffix: ' in the text' },
        ...{ correction: 'mistake', comment: '', kind: 'spelling' },
        ...{ state: 'accepted', readers: 3, isOwn: true, told: 'open', members: [] },
        sightings: { readers: 0, byEditor: false, replacement: '' },
      },
    ]);
    expect(asked).toEqual([]);
  });

  it.each([
    ['asked for first', NOW - 120_000, ['deliver'], NOW],
    ['left alone for a minute', NOW - 1_000, [], undefined],
  ])('has their receipts %s', async (_, askedAt, events, dueAt) => {
    const receiptWatch = { since: NOW - 3_600_000, askedAt, notBefore: 0 };
    const fake = createPlacedFake({ entries: [makeSent(1, {}, { receiptWatch })] });
    const { reports } = await fake.placed.readPlaced(sender(), PAGE);
    expect(reports).toHaveLength(1);
    expect(fake.events).toEqual(events);
    expect(fake.read(1)?.dueAt).toBe(dueAt);
  });

  it('is shown what has not been sent yet, too', async () => {
    const entry = makeSent(1, {}, { delivery: 'kept', receipt: null, receiptUrl: null });
    expect((await read({ entries: [entry] })).reports).toMatchObject([
      { state: 'new', readers: 1 },
    ]);
  });

  it('is shown one place for words that they reported twice', async () => {
    const entries = [makeSent(1, { state: 'fixed' }), makeSent(2, { readers: 2 })];
    const { reports } = await read({ entries });
    expect(reports).toMatchObject([{ state: 'new', readers: 2, members: [] }]);
  });

  it('is not shown what stood in a frame, nor what another page had', async () => {
    const framed = composeAnnotation(makeDraft(1, { scope: PAGE }));
    const elsewhere = { page: { url: 'https://news.example/other', title: '' } };
    const entries = [makeSent(1, {}, { annotation: framed }), makeSent(2, {}, elsewhere)];
    expect((await read({ entries })).reports).toEqual([]);
  });

  it('is not shown a missing credit: it is no mistake of the article whose words stand elsewhere', async () => {
    const entries = [makeSent(1, {}, { standsAt: 'https://reuse.example/others' })];
    expect((await read({ entries })).reports).toEqual([]);
  });

  it('has only sought what can be told, where nothing is to be shown', async () => {
    const other = composeAnnotation(
      makeDraft(2, {
        selectors: [{ type: 'TextQuoteSelector', exact: 'b', prefix: '', suffix: '' }],
      }),
    );
    const entries = [makeSent(1), makeSent(2, { observations: undefined }, { annotation: other })];
    const reporting = { showPlaced: false, tellSeen: true };
    const { shows, reports } = await read({ entries, reporting });
    expect(shows).toBe(false);
    expect(reports.map(({ canonical }) => canonical)).toEqual([makeCanonical(1)]);
    const none = { showPlaced: false, tellSeen: false };
    expect(await read({ entries, reporting: none })).toMatchObject({ shows: false, reports: [] });
  });
});

describe('an editor', () => {
  it('is shown what the endpoint has of this page', async () => {
    const sightings = { readers: 3, byEditor: false, replacement: 'mistake' };
    const told = { readers: 4, sightings, told: 'fixed', position: { start: 8, end: 14 } };
    const { reports, asked } = await read({
      access: ACCESS,
      answer: tellLists([makeItem(5, { ...told, state: 'accepted', comment: 'see' })]),
    });
    expect(asked.map(({ url }) => Object.fromEntries(new URL(url).searchParams))).toEqual([
      { limit: `${MOST_PLACED}`, page: PAGE },
    ]);
    expect(reports).toEqual([
      {
        canonical: makeCanonical(5),
        selectors: [
          {
            type: 'TextQuoteSelector',
            exact: 'mistke',
            prefix: 'a clear ',
            suffix: ' in the text',
          },
          { type: 'TextPositionSelector', start: 8, end: 14 },
        ],
        ...{ exact: 'mistke', prefix: 'a clear ', suffix: ' in the text' },
        ...{ correction: 'mistake', comment: 'see', kind: 'spelling' },
        ...{ state: 'accepted', readers: 4, isOwn: false, told: 'fixed', sightings },
        members: [{ canonical: makeCanonical(5), etag: '"5"' }],
      },
    ]);
  });

  it('is shown one place for all who reported it, themselves among them', async () => {
    const items = [
      makeItem(1, { state: 'accepted', readers: 2 }),
      makeItem(7, { correction: '', comment: 'no', readers: 2, told: 'open' }),
      makeItem(9, { exact: 'othr', prefix: '', suffix: '' }),
    ];
    const entries = [makeSent(1, { state: 'accepted', readers: 5 }, { told: 'fixed' })];
    const { reports } = await read({ entries, access: ACCESS, answer: tellLists(items) });
    expect(reports).toMatchObject([
      { canonical: makeCanonical(9), isOwn: false, readers: 1 },
      {
        canonical: makeCanonical(7),
        correction: 'mistake',
        comment: 'no',
        isOwn: true,
        readers: 5,
        // One of them waits to be decided.
        state: 'new',
        told: 'open',
        members: [
          { canonical: makeCanonical(7), etag: '"7"' },
          { canonical: makeCanonical(1), etag: '"1"' },
        ],
      },
    ]);
    expect(reports).toHaveLength(2);
  });

  it('looks for a place with all that its report says of it', async () => {
    const where = { position: { start: 8, end: 14 }, inBlock: { prefix: 3, suffix: 0 } };
    const answer = tellLists([makeItem(1, where)]);
    const { reports } = await read({ access: ACCESS, answer });
    expect(reports[0]?.selectors).toMatchObject([
      { type: 'TextQuoteSelector', exact: 'mistke', inBlock: where.inBlock },
      { type: 'TextPositionSelector', ...where.position },
    ]);
  });

  it('counts a report that the endpoint does not count', async () => {
    const items = [makeItem(1), makeItem(2), makeItem(3)];
    const { reports } = await read({ access: ACCESS, answer: tellLists(items) });
    expect(reports).toMatchObject([{ readers: 3 }]);
  });

  it.each([
    ['nobody answers', () => undefined],
    ['it refuses', () => new Response('{}', { status: 401 })],
    ['it talks nonsense', () => new Response('<html>')],
    ['its items are none', () => Response.json({ items: [{}], next: null })],
    [
      'a part of it fails',
      ({ url }: Asked) =>
        url.includes('after=') ? undefined : Response.json({ items: [makeItem(5)], next: 'more' }),
    ],
  ])('has their own where %s', async (_, answer) => {
    const entries = [makeSent(1)];
    const { reports } = await read({ entries, access: ACCESS, answer });
    expect(reports).toMatchObject([{ canonical: makeCanonical(1), members: [], isOwn: true }]);
  });

  it('keeps the endpoint’s reports where the outbox fails', async () => {
    const answer = tellLists([makeItem(5)]);
    const { reports } = await read({ access: ACCESS, failing: new Error('no disk'), answer });
    expect(reports).toMatchObject([{ canonical: makeCanonical(5), isOwn: false }]);
  });

  it('is not shown other articles by an endpoint that does not heed the page', async () => {
    const items = [makeItem(1), makeItem(2, { source: 'https://news.example/other' })];
    const answer = () => Response.json({ items, next: 'more' });
    const { reports, asked } = await read({ access: ACCESS, answer });
    expect(reports.map(({ canonical }) => canonical)).toEqual([makeCanonical(1)]);
    // Its queue is not gone through.
    expect(asked).toHaveLength(1);
  });

  it('goes on where an answer ends, but not for ever', async () => {
    let number = 0;
    const answer = () => {
      number += 1;
      return Response.json({ items: [makeItem(number, { exact: `w${number}` })], next: 'more' });
    };
    const { reports, asked } = await read({ access: ACCESS, answer });
    expect(reports).toHaveLength(4);
    expect(asked.map(({ url }) => new URL(url).searchParams.get('after'))).toEqual([
      null,
      'more',
      'more',
      'more',
    ]);
  });

  it('is shown the article of an app whose routes are one page to the endpoint', async () => {
    const [here, there] = ['https://news.example/#/a', 'https://news.example/#/b'];
    const answer = ({ url }: Asked) =>
      url.includes('after=')
        ? Response.json({ items: [makeItem(2, { source: here })], next: null })
        : Response.json({ items: [makeItem(1, { source: there })], next: 'more' });
    const fake = createPlacedFake({ access: ACCESS, answer });
    const { reports } = await fake.placed.readPlaced(sender(here), here);
    expect(reports.map(({ canonical }) => canonical)).toEqual([makeCanonical(2)]);
  });

  it('is shown no more than a page can take, the newest', async () => {
    const items = Array.from({ length: MOST_PLACED + 50 }, (_, at) =>
      makeItem(at + 1, { exact: `w${at}`, state: at % 2 === 0 ? 'new' : 'accepted' }),
    );
    const { reports } = await read({ access: ACCESS, answer: tellLists(items) });
    expect(reports).toHaveLength(MOST_PLACED);
    expect(reports[0]?.exact).toBe(`w${MOST_PLACED + 49}`);
  });

  it.each([
    ['without words', { exact: '' }],
    ['as long as a book', { exact: 'a'.repeat(10_001) }],
    ['in a frame', { scope: PAGE }],
    ['that is no mistake', { state: 'rejected' }],
    ['that is spam', { state: 'spam' }],
  ])('is not shown a report %s, and all others', async (_, changes) => {
    const items = [makeItem(5, changes), makeItem(6)];
    const { reports } = await read({ access: ACCESS, answer: tellLists(items) });
    expect(reports.map(({ canonical }) => canonical)).toEqual([makeCanonical(6)]);
  });

  it('has fields of the wrong shape taken for absent', async () => {
    const wrong = {
      position: { start: -1 },
      readers: 0,
      sightings: 'many',
      told: 'perhaps',
      scope: 7,
    };
    const { reports } = await read({ access: ACCESS, answer: tellLists([makeItem(5, wrong)]) });
    expect(reports).toMatchObject([{ readers: 1, told: null, sightings: { readers: 0 } }]);
    expect(reports[0]?.selectors).toHaveLength(1);
  });
});

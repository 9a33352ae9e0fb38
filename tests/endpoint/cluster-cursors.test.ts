/** Where a page of clusters ended, as others hand it back: cut, forged, of another list, of another editor. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ClusterItem } from '../../src/endpoint/api/cluster-schemas.ts';
import { CLUSTER_SORTS } from '../../src/endpoint/store/cluster-orders.ts';
import { takeOne } from './cluster-requests.ts';
import { listAll, nameOf, readPage } from './cluster-walks.ts';
import { addEditor, ask, type Endpoint, SITE, send, startEndpoint, tell } from './endpoint.ts';
import { STORABLE_TEXTS, UNSTORABLE_TEXTS } from './hostile-texts.ts';
import { addNote, setSite } from './noting.ts';

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const WIDE = { requestsPerEditor: 1e6 };
const MOST = Number.MAX_SAFE_INTEGER;

/** Six mistakes on three articles of two hosts, in two languages and states; all quote the same words. */
async function fill(): Promise<Endpoint> {
  let clock = 1_800_000_000_000;
  const endpoint = await startEndpoint({ ...WIDE, now: () => clock++ });
  const selectors = (prefix: string) => [
    { type: 'TextQuoteSelector' as const, exact: 'teh', prefix, suffix: ' x' },
  ];
  for (const [i, prefix] of ['a ', 'b ', 'c ', 'd ', 'e ', 'f '].entries()) {
    const source = `https://${i % 3 === 0 ? 'kk.' : ''}${SITE}/${i % 3}`;
    const language = i % 2 === 0 ? 'en' : 'kk';
    for (let n = 0; n <= i % 2; n++) {
      await send(endpoint, { source, selectors: selectors(prefix), language });
    }
  }
  return endpoint;
}

async function findNext(endpoint: Endpoint, url: string): Promise<string> {
  const { next } = await readPage(endpoint, url);
  if (next === null) throw new Error(`${url} has no more`);
  return next;
}

/** Expects that a cursor is refused, as what it is. */
async function expectRefusal(endpoint: Endpoint, path: string, after: string): Promise<void> {
  const sign = path.includes('?') ? '&' : '?';
  const url = `${path}${sign}after=${encodeURIComponent(after)}`;
  const response = await ask(endpoint, url);
  expect([url, response.statusCode]).toEqual([url, 400]);
  expect(response.json().faults).toMatchObject([{ path: 'after' }]);
}

describe('a cursor', () => {
  test('that is cut off anywhere, or too long, is refused', async () => {
    const endpoint = await fill();
    const [one] = await listAll(endpoint, '/api/clusters');
    const paths = [
      ...CLUSTER_SORTS.map((sort) => `/api/clusters?sort=${sort}`),
      `/api/clusters/${one?.place}/elsewhere?site=${one?.site}`,
    ];
    for (const path of paths) {
      const next = await findNext(endpoint, `${path}&limit=1`);
      for (let length = 1; length < next.length; length++) {
        await expectRefusal(endpoint, path, next.slice(0, length));
      }
      for (const long of [next + next, 'A'.repeat(6_000), 'A'.repeat(6_001), next.padEnd(9_000)]) {
        await expectRefusal(endpoint, path, long);
      }
    }
    expect(endpoint.errors).toEqual([]);
  });

  test('that is written by somebody else is refused, or read as what it says', async () => {
    const endpoint = await fill();
    const all = (await listAll(endpoint, '/api/clusters')).map(nameOf);
    const [{ place, site } = { place: '', site: '' }] = await listAll(endpoint, '/api/clusters');
    const real = await findNext(endpoint, '/api/clusters?limit=2');
    const text = fc.oneof(
      fc.constantFrom(...STORABLE_TEXTS, ...UNSTORABLE_TEXTS, '', place, site),
      fc.string({ unit: 'binary' }),
    );
    const number = fc.oneof(
      fc.constantFrom(0, -0, -1, MOST, -MOST, 2 ** 31, 2 ** 32, 2 ** 53, 1e308, 0.5, 1_800_000e6),
      fc.maxSafeInteger(),
      fc.double(),
    );
    const sorts = fc.constantFrom<string>(...CLUSTER_SORTS);
    const cursor = fc.oneof(
      fc.tuple(sorts, number, text, text).map(encode),
      fc.tuple(sorts, fc.oneof(number, text), number, text, text).map(encode),
      fc.array(fc.oneof(sorts, number, text, fc.jsonValue()), { maxLength: 6 }).map(encode),
      fc.jsonValue().map(encode),
      fc.uint8Array({ maxLength: 80 }).map((bytes) => Buffer.from(bytes).toString('base64url')),
      fc
        .tuple(fc.nat({ max: real.length - 1 }), fc.string({ maxLength: 2 }))
        .map(([at, other]) => real.slice(0, at) + other + real.slice(at + 1)),
      text.map((one) => one.toWellFormed()),
    );
    const statuses = new Set<number>();
    await fc.assert(
      fc.asyncProperty(cursor, sorts, async (after, sort) => {
        for (const path of [
          `/api/clusters?sort=${sort}`,
          `/api/clusters?sort=${sort}&page=https://${SITE}/1`,
          `/api/clusters?sort=${sort}&language=en&state=new&search=teh`,
          `/api/clusters/${place}/elsewhere?site=${site}`,
          `/api/clusters/${place}/reports?site=${site}`,
        ]) {
          const url = `${path}&after=${encodeURIComponent(after)}`;
          const response = await ask(endpoint, url);
          expect([url, response.statusCode]).toEqual([url, expect.toBeOneOf([200, 400])]);
          statuses.add(response.statusCode);
          if (response.statusCode === 400) {
            expect(response.json().faults).toMatchObject([{ path: 'after' }]);
          } else {
            const names: string[] = response.json().items.map(nameOf);
            // Reports of one place share it.
            if (!path.includes('/reports')) expect([...new Set(names)]).toEqual(names);
            expect(names.filter((name) => !all.includes(name))).toEqual([]);
          }
        }
      }),
      { numRuns: 250 },
    );
    expect(endpoint.errors).toEqual([]);
    expect([...statuses].sort()).toEqual([200, 400]);
  }, 120_000);

  test.each<[string, unknown]>([
    ['a fraction', ['newest', 1.5, 'p', SITE]],
    ['more than is safe', ['newest', 2 ** 53, 'p', SITE]],
    ['a number as text', ['newest', '1', 'p', SITE]],
    ['nothing as a number', ['newest', null, 'p', SITE]],
    ['a NUL', ['newest', 1, 'p\0', SITE]],
    ['half of a character', ['newest', 1, 'p', '\ud800']],
    ['too little', ['newest', 1, 'p']],
    ['no order', [1, 'p', SITE]],
    ['an order that there is not', ['toString', 1, 'p', SITE]],
    ['an object', { 0: 'newest', 1: 1, 2: 'p', 3: SITE, length: 4 }],
    ['a list in it', [['newest'], 1, 'p', SITE]],
    ['readers as text', ['readers', '2', 1, 'p', SITE]],
    ['an article as a number', ['article', 1, 1, 'p', SITE]],
  ])('is refused that has %s', async (_, value) => {
    const endpoint = await startEndpoint();
    await send(endpoint);
    const sort = Array.isArray(value) ? String(value[0]) : 'newest';
    const known = CLUSTER_SORTS.find((one) => one === sort) ?? 'newest';
    await expectRefusal(endpoint, `/api/clusters?sort=${known}`, encode(value));
  });

  test('may be before all there is, or behind it', async () => {
    const endpoint = await fill();
    const count = async (sort: string, ...place: (string | number)[]) => {
      const after = encode([sort, ...place]);
      return (await readPage(endpoint, `/api/clusters?sort=${sort}&after=${after}`)).items.length;
    };
    expect(await count('newest', MOST, '', '')).toBe(6);
    expect(await count('newest', -MOST, '', '')).toBe(0);
    expect(await count('oldest', -MOST, '', '')).toBe(6);
    expect(await count('oldest', MOST, '', '')).toBe(0);
    expect(await count('readers', MOST, -1, '', '')).toBe(6);
    expect(await count('readers', -1, MOST, '', '')).toBe(0);
    expect(await count('readers', 2, -1, '', '')).toBe(3);
    expect(await count('article', '\u{10ffff}', 0, '', '')).toBe(6);
    expect(await count('article', '', MOST, '', '')).toBe(0);
  });

  test('is one, and stands alone', async () => {
    const endpoint = await fill();
    const next = await findNext(endpoint, '/api/clusters?limit=1');
    for (const query of [`after=${next}&after=${next}`, `after=&after=${next}`]) {
      const response = await ask(endpoint, `/api/clusters?${query}`);
      expect(response.statusCode).toBe(400);
      expect(response.json().faults).toMatchObject([{ path: 'after' }]);
    }
    for (const limit of ['0', '00', '201', '-1', '1.5', '1e2', '%2B1', '9999', '٣', 'x']) {
      const response = await ask(endpoint, `/api/clusters?limit=${limit}&after=${next}`);
      expect([limit, response.statusCode]).toEqual([limit, 400]);
      expect(response.json().faults).toMatchObject([{ path: 'limit' }]);
    }
  });
});

describe('a cursor of another list', () => {
  test.each(CLUSTER_SORTS)(
    'leads on from its place, whatever else is asked for in the same order: %s',
    async (sort) => {
      const endpoint = await fill();
      const path = `/api/clusters?sort=${sort}`;
      const whole = (await listAll(endpoint, path)).map(nameOf);
      for (const limit of [1, 2, 4]) {
        const next = await findNext(endpoint, `${path}&limit=${limit}`);
        for (const query of [
          ...['state=new', 'state=spam', 'language=kk', 'search=teh', `site=kk.${SITE}`],
          ...[`page=https://${SITE}/1`, 'kind=spelling&language=en'],
        ]) {
          const filtered = (await listAll(endpoint, `${path}&${query}`)).map(nameOf);
          const { items } = await readPage(endpoint, `${path}&${query}&after=${next}`);
          const behind = whole.slice(limit).filter((name) => filtered.includes(name));
          expect([query, ...items.map(nameOf)]).toEqual([query, ...behind]);
        }
      }
    },
  );

  test('is refused where the order is another, elsewhere as well', async () => {
    const endpoint = await fill();
    const [one] = await listAll(endpoint, '/api/clusters?sort=oldest');
    const elsewhere = `/api/clusters/${one?.place}/elsewhere?site=${one?.site}`;
    for (const sort of ['oldest', 'readers', 'article']) {
      const next = await findNext(endpoint, `/api/clusters?sort=${sort}&limit=1`);
      await expectRefusal(endpoint, elsewhere, next);
    }
    // That of the queue is of the same order, and the other way round.
    const newest = await findNext(endpoint, '/api/clusters?limit=2');
    const whole = (await listAll(endpoint, '/api/clusters')).map(nameOf);
    const others = await readPage(endpoint, `${elsewhere}&after=${newest}`);
    expect(others.items.map(nameOf)).toEqual(whole.slice(2, -1));
    const next = await findNext(endpoint, `${elsewhere}&limit=3`);
    const { items } = await readPage(endpoint, `/api/clusters?after=${next}`);
    expect(items.map(nameOf)).toEqual(whole.slice(3));
  });

  test('is refused where the list is of something else', async () => {
    const endpoint = await fill();
    await setSite(endpoint, SITE, true);
    for (const exact of ['x', 'y']) await addNote(endpoint, exact, 'a note');
    for (const words of ['x', 'y']) {
      const told = await tell(endpoint, '/api/dismissals', { words, site: SITE, apply: false });
      expect(told.statusCode).toBeLessThan(300);
    }
    const clusters = CLUSTER_SORTS.map((sort) => `/api/clusters?sort=${sort}`);
    const [one] = await listAll(endpoint, '/api/clusters');
    const lists = ['/api/reports?site=', '/api/notes?site=', '/api/dismissals?site='];
    for (const list of lists) {
      const next = await findNext(endpoint, `${list}&limit=1`);
      for (const path of [...clusters, `/api/clusters/${one?.place}/elsewhere?site=`]) {
        await expectRefusal(endpoint, path, next);
      }
    }
    for (const path of clusters) {
      const next = await findNext(endpoint, `${path}&limit=1`);
      for (const list of [...lists, `/api/clusters/${one?.place}/reports?site=`]) {
        await expectRefusal(endpoint, list, next);
      }
    }
    expect(endpoint.errors).toEqual([]);
  });

  test('of another editor opens nothing that is not one’s own', async () => {
    const endpoint = await fill();
    const other = await addEditor(endpoint, 'other.example');
    await send(other, { source: 'https://other.example/a' });
    const own: ClusterItem = await takeOne(other);
    for (const sort of CLUSTER_SORTS) {
      const next = await findNext(endpoint, `/api/clusters?sort=${sort}&limit=1`);
      const { items } = await readPage(other, `/api/clusters?sort=${sort}&after=${next}`);
      expect(items.filter((one) => nameOf(one) !== nameOf(own))).toEqual([]);
      const narrow = await readPage(
        await addEditor(endpoint, `kk.${SITE}`),
        `/api/clusters?sort=${sort}&after=${next}`,
      );
      expect(narrow.items.filter(({ site }) => site !== `kk.${SITE}`)).toEqual([]);
    }
  });
});

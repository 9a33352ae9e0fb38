/** Ways into the queue: its orders and languages, several clusters at once, and the same words elsewhere. */
import { describe, expect, test } from 'vitest';
import type { ClusterItem } from '../../src/endpoint/api/cluster-schemas.ts';
import type { ReportItem } from '../../src/endpoint/api/schemas.ts';
import { decideCluster, list, makeClock, quote, takeOne } from './cluster-requests.ts';
import {
  addEditor,
  ask,
  decide,
  type Endpoint,
  SITE,
  send,
  startEndpoint,
  tell,
} from './endpoint.ts';

const KK = `kk.${SITE}`;

/** Mistakes with so many readers each, one after the other. */
async function fill(
  endpoint: Endpoint,
  mistakes: [exact: string, source: string, readers: number][],
) {
  for (const [exact, source, readers] of mistakes) {
    for (let i = 0; i < readers; i++) {
      await send(endpoint, { source: `https://${SITE}/${source}`, selectors: quote(exact) });
    }
  }
}

const read = async (endpoint: Endpoint, url: string) => {
  const response = await ask(endpoint, url);
  expect(response.statusCode).toBe(200);
  return response.json();
};
const findWords = (items: readonly ClusterItem[]) => items.map(({ sample }) => sample.exact);

describe('the queue', () => {
  test('has four orders', async () => {
    const endpoint = await startEndpoint({ now: makeClock() });
    await fill(endpoint, [
      ...[['a', 'x', 2] as [string, string, number], ['b', 'y', 3] as [string, string, number]],
      ...[['c', 'x', 1] as [string, string, number], ['a', 'x', 1] as [string, string, number]],
    ]);
    const find = async (query: string) => findWords(await list(endpoint, query));
    expect(await find('')).toEqual(['a', 'c', 'b']);
    expect(await find('sort=')).toEqual(['a', 'c', 'b']);
    expect(await find('sort=newest')).toEqual(['a', 'c', 'b']);
    expect(await find('sort=oldest')).toEqual(['b', 'c', 'a']);
    expect(await find('sort=readers')).toEqual(['a', 'b', 'c']);
    // One article after the other, in each the last reported first.
    expect(['a,c,b', 'b,a,c']).toContain((await find('sort=article')).join());
    // Spam is nobody's.
    const [first] = await list(endpoint, 'search=a');
    const { items } = await read(endpoint, `/api/clusters/${first?.place}/reports`);
    for (const { canonical } of items.slice(0, 2)) {
      await decide(endpoint, canonical, { state: 'spam' }, { 'if-match': '"1"' });
    }
    expect(await find('sort=readers')).toEqual(['b', 'a', 'c']);
    expect(await find('sort=readers&state=new')).toEqual(['b', 'a', 'c']);
  });

  test.each(['newest', 'oldest', 'readers', 'article'])('goes on with %s alone', async (sort) => {
    const endpoint = await startEndpoint({ now: makeClock() });
    await fill(
      endpoint,
      [...'abcd'].map((exact) => [exact, 'x', 1]),
    );
    const { next } = await read(endpoint, `/api/clusters?limit=2&sort=${sort}`);
    const words = new Set<string>();
    for (const after of ['', next]) {
      const url = `/api/clusters?limit=2&sort=${sort}&after=${after}`;
      for (const word of findWords((await read(endpoint, url)).items)) words.add(word);
    }
    expect([...words].sort()).toEqual([...'abcd']);
    for (const other of ['', 'newest', 'oldest', 'readers', 'article']) {
      if ((other || 'newest') === sort) continue;
      const refused = await ask(endpoint, `/api/clusters?sort=${other}&after=${next}`);
      expect([other, refused.statusCode]).toEqual([other, 400]);
      expect(refused.json().faults).toMatchObject([{ path: 'after' }]);
    }
  });

  test.each([
    ['sort', 'sort=random'],
    ['sort', 'sort=oldest&sort=newest'],
    ['language', 'language=en-GB'],
    ['language', 'language=e'],
    ['language', 'language=%D1%84%D1%84'],
    ['after', 'sort=readers&after=WyJyZWFkZXJzIiwiYSIsMSwicCIsInMiXQ'],
    [
      'after',
      `sort=article&after=${Buffer.from('["article","a\\u0000",1,"p","s"]').toString('base64url')}`,
    ],
  ])('names %s as the fault of %s', async (path, query) => {
    const response = await ask(await startEndpoint(), `/api/clusters?${query}`);
    expect(response.statusCode).toBe(400);
    expect(response.json().faults).toMatchObject([{ path }]);
  });

  test('has the languages that its reports say, and those of each alone', async () => {
    const endpoint = await startEndpoint({ now: makeClock() });
    const sayings: [string, string][] = [
      ...[['one', 'en-GB'] as [string, string], ['two', 'EN'] as [string, string]],
      ...[['üç', 'tr'] as [string, string], ['vier', ''] as [string, string]],
      ['five', 'x-klingon'],
    ];
    for (const [exact, language] of sayings) {
      await send(endpoint, { selectors: quote(exact), language });
    }
    await send(endpoint, { source: `https://${KK}/a`, selectors: quote('алты'), language: 'kk' });
    await send(await addEditor(endpoint, 'other.example'), {
      ...{ source: 'https://other.example/a', language: 'fr' },
    });
    const say = async (query: string) =>
      (await read(endpoint, `/api/clusters/languages${query}`)).items;
    expect(await say('')).toEqual(['en', 'kk', 'tr']);
    expect(await say(`?site=${KK}`)).toEqual(['kk']);
    expect((await ask(endpoint, '/api/clusters/languages?site=other.example')).statusCode).toBe(
      403,
    );
    const find = async (query: string) =>
      (await list(endpoint, query)).map(({ sample, language }) => `${sample.exact} ${language}`);
    expect(await find('language=en')).toEqual(['two en', 'one en']);
    expect(await find('language=EN&sort=oldest')).toEqual(['one en', 'two en']);
    expect(await find('language=und')).toEqual(['five ', 'vier ']);
    expect(await find('language=de')).toEqual([]);
    expect(await find('language=kk&sort=readers&state=new')).toEqual(['алты kk']);
    const count = async (query: string) =>
      (await read(endpoint, `/api/clusters/counts?${query}`)).counts.new;
    expect([await count('language=en'), await count('language=und'), await count('')]).toEqual([
      ...[2, 2, 6],
    ]);
    // One of the same mistake that says no language is found with the others.
    await send(endpoint, { selectors: quote('one'), correction: '' });
    const listReports = async (query: string) => {
      const { items } = await read(endpoint, `/api/reports?${query}`);
      expect(await read(endpoint, `/api/export?format=json&${query}`)).toEqual(items);
      return items.map(({ exact, language }: ReportItem) => `${exact} ${language}`);
    };
    expect(await listReports('language=EN')).toEqual(['one ', 'two EN', 'one en-GB']);
    expect(await listReports('language=und')).toEqual(['five x-klingon', 'vier ']);
    expect(await listReports('language=de')).toEqual([]);
    expect(await listReports(`language=kk&site=${SITE}&state=new`)).toEqual(['алты kk']);
    expect(await listReports(`language=en&site=${KK}`)).toEqual([]);
    expect(await listReports('language=&search=one')).toEqual(['one ', 'one en-GB']);
    for (const path of ['reports', 'export']) {
      expect((await ask(endpoint, `/api/${path}?language=en-GB`)).statusCode).toBe(400);
    }
  });
});

describe('several clusters', () => {
  test('are read at once, in the order in which they are asked for', async () => {
    const endpoint = await startEndpoint({ now: makeClock() });
    await send(endpoint, { selectors: quote('a') });
    await send(endpoint, { source: `https://${KK}/x`, selectors: quote('b') });
    const other = await addEditor(endpoint, 'other.example');
    await send(other, { source: 'https://other.example/x', selectors: quote('c') });
    const [b, a] = await list(endpoint);
    const c = await takeOne(other);
    if (a === undefined || b === undefined) throw new Error('there are not two clusters');
    const wanted = [
      ...[{ place: b.place, site: KK }, { place: a.place }, { place: b.place }],
      ...[
        { place: 'none', site: KK },
        { place: c.place, site: 'other.example' },
      ],
      ...[{ place: a.place, site: SITE.toUpperCase() }, { place: a.place }],
    ];
    const response = await tell(endpoint, '/api/clusters/read', { items: wanted });
    expect(response.json().items).toEqual([b, a, null, null, null, a, a]);
  });

  test.each<[string, unknown]>([
    ['none', []],
    ['too many', Array(101).fill({ place: 'x' })],
    ['without a place', [{ site: SITE }]],
    ['with a NUL', [{ place: 'x', site: 'a\0' }]],
  ])('are refused: %s', async (_, items) => {
    const response = await tell(await startEndpoint(), '/api/clusters/read', { items });
    expect(response.statusCode).toBe(400);
  });

  test('may be a hundred, with names as long as there can be', async () => {
    const items = Array(100).fill({ place: 'я'.repeat(100), site: `${'x'.repeat(250)}` });
    const response = await tell(await startEndpoint(), '/api/clusters/read', { items });
    expect(response.json().items).toEqual(Array(100).fill(null));
  });
});

describe('elsewhere', () => {
  test('the same words are found where they are open, on all of the token’s site, newest first', async () => {
    const endpoint = await startEndpoint({ now: makeClock() });
    const other = await addEditor(endpoint, 'other.example');
    for (const host of [SITE, KK, 'other.example']) {
      for (const path of 'abcdef') {
        const source = `https://${host}/${path}`;
        await send(endpoint, { source, selectors: quote(path === 'f' ? 'teh ' : 'Teh') });
      }
    }
    await send(endpoint, { source: `https://${SITE}/a`, selectors: quote('teh end') });
    const find = async (page: string) => takeOne(endpoint, `page=${page}&search=teh&site=`);
    await decideCluster(endpoint, await find(`https://${KK}/b`), { state: 'rejected' });
    await decideCluster(endpoint, await find(`https://${KK}/c`), { state: 'accepted' });
    const one = await find(`https://${KK}/a`);
    const walk = async (who: Endpoint, { place, site }: ClusterItem) => {
      const found: string[] = [];
      for (let after = ''; ; ) {
        const url = `/api/clusters/${place}/elsewhere?site=${site}&limit=2&after=${after}`;
        const page = await read(who, url);
        found.push(...page.items.map(({ sample }: ClusterItem) => sample.source));
        if (page.next === null) return found;
        after = page.next;
      }
    };
    // By letters and case as places are told apart, whatever stands around.
    expect(await walk(endpoint, one)).toEqual([
      ...[...'edc'].map((path) => `https://${KK}/${path}`),
      ...[...'edcba'].map((path) => `https://${SITE}/${path}`),
    ]);
    expect(await walk(await addEditor(endpoint, KK), one)).toEqual(
      [...'edc'].map((path) => `https://${KK}/${path}`),
    );
    const url = `/api/clusters/${one.place}/elsewhere?site=${one.site}`;
    expect((await ask(other, url)).statusCode).toBe(403);
    expect((await ask(endpoint, '/api/clusters/none/elsewhere')).statusCode).toBe(404);
    const wrong = await ask(endpoint, `${url}&after=x`);
    expect([wrong.statusCode, wrong.json().faults[0].path]).toEqual([400, 'after']);
  });

  test('is nothing where a report quotes nothing', async () => {
    const endpoint = await startEndpoint();
    for (const path of 'ab') {
      const selectors = [{ type: 'TextPositionSelector' as const, start: 1, end: 2 }];
      await send(endpoint, { source: `https://${SITE}/${path}`, selectors });
    }
    const [one, two] = await list(endpoint);
    expect(two).toBeDefined();
    expect(await read(endpoint, `/api/clusters/${one?.place}/elsewhere`)).toEqual({
      ...{ items: [], next: null },
    });
  });
});

test('a report says of which site and place it is', async () => {
  const endpoint = await startEndpoint();
  const { canonical } = await send(endpoint, { source: `https://${KK}/x` });
  const cluster = await takeOne(endpoint);
  const path = `/api/reports/${encodeURIComponent(canonical)}`;
  for (const item of [
    ...[await read(endpoint, path), (await read(endpoint, '/api/reports')).items[0]],
    (await read(endpoint, '/api/export?format=json'))[0],
  ]) {
    expect([item.site, item.place]).toEqual([KK, cluster.place]);
  }
  expect(cluster.sample.place).toBe(cluster.place);
  const csv = await ask(endpoint, '/api/export?format=csv');
  const [head = '', row = ''] = csv.body.split('\r\n');
  expect([head.split(',').at(-1), row.split(',').at(-1)]).toEqual([
    ...['"place"', expect.stringContaining(cluster.place)],
  ]);
});

/** Clusters that are asked for many at once, and the languages that they say: whoever asks how, of whatever is there. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SCOPES } from '../../src/endpoint/store/tokens.ts';
import { correct, decideCluster, list, makeClock, quote } from './cluster-requests.ts';
import { listAll, takeOut } from './cluster-walks.ts';
import { addEditor, ask, type Endpoint, SITE, send, startEndpoint, tell } from './endpoint.ts';
import { addNote } from './noting.ts';

const KK = `kk.${SITE}`;
const READ = '/api/clusters/read';

const readMany = async (endpoint: Endpoint, items: readonly object[]) => {
  const response = await tell(endpoint, READ, { items });
  expect(response.statusCode).toBe(200);
  return response.json().items;
};

describe('several clusters', () => {
  test('are each as it is read alone, whatever is asked for beside it, and however often', async () => {
    const endpoint = await startEndpoint({ now: makeClock(), requestsPerEditor: 1e6 });
    const other = await addEditor(endpoint, 'other.example');
    await send(other, { source: 'https://other.example/a' });
    const [foreign] = await list(other);
    for (let i = 0; i < 12; i++) {
      const source = `https://${i % 3 === 0 ? KK : SITE}/${i}`;
      for (let n = 0; n <= i % 2; n++) await send(endpoint, { source, selectors: quote(`w${i}`) });
    }
    const [a, b, c] = await list(endpoint);
    if (a === undefined || b === undefined || c === undefined) throw new Error('there are too few');
    await correct(endpoint, a, 'x');
    await decideCluster(endpoint, b, { state: 'fixed' });
    await decideCluster(endpoint, c, { state: 'spam' });
    await addNote(endpoint, 'noted', 'It was noted.');
    const all = await listAll(endpoint, '/api/clusters');
    expect(all).toHaveLength(13);

    const known = fc.constantFrom(...all).chain((cluster) =>
      fc.record({
        address: fc.constantFrom(
          ...[{ place: cluster.place, site: cluster.site }],
          { place: cluster.place, site: cluster.site.toUpperCase() },
          ...(cluster.site === SITE
            ? [{ place: cluster.place }, { place: cluster.place, site: '' }]
            : []),
        ),
        cluster: fc.constant(cluster),
      }),
    );
    const unknown = fc.record({
      address: fc.constantFrom<object>(
        { place: foreign?.place, site: 'other.example' },
        { place: foreign?.place, site: SITE },
        { place: a.place, site: 'other.example' },
        { place: a.place.toLowerCase(), site: a.site },
        { place: `${a.place} `, site: a.site },
        { place: a.place, site: a.site === SITE ? KK : SITE },
        { place: a.place, site: `${a.site}.` },
        { place: a.place, site: 'example' },
        { place: a.place, site: `%.${SITE}` },
        { place: "' or ''='", site: SITE },
        { place: '🙂', site: '🙂' },
      ),
      cluster: fc.constant(null),
    });
    const wanted = fc.oneof({ weight: 3, arbitrary: known }, unknown);
    await fc.assert(
      fc.asyncProperty(fc.array(wanted, { minLength: 1, maxLength: 100 }), async (some) => {
        const read = await readMany(
          endpoint,
          some.map(({ address }) => address),
        );
        expect(read).toEqual(some.map(({ cluster }) => cluster));
      }),
      { numRuns: 40 },
    );
    for (const cluster of all) {
      const alone = await ask(endpoint, `/api/clusters/${cluster.place}?site=${cluster.site}`);
      expect(alone.json()).toEqual(cluster);
    }
  });

  test('are a hundred, all of which are there, in the order in which they are asked for', async () => {
    const endpoint = await startEndpoint({ now: makeClock() });
    for (let i = 0; i < 100; i++) await send(endpoint, { selectors: quote(`w${i}`) });
    const all = await listAll(endpoint, '/api/clusters?sort=oldest');
    const mixed = all.map((_, i) => all[(i * 37) % 100]);
    expect(new Set(mixed).size).toBe(100);
    const addresses = mixed.map((one) => ({ place: one?.place, site: one?.site }));
    expect(await readMany(endpoint, addresses)).toEqual(mixed);
    const more = await tell(endpoint, READ, { items: [...addresses, addresses[0]] });
    expect([more.statusCode, more.json().faults]).toMatchObject([400, [{ path: 'items' }]]);
  });

  test('are null from when they are gone', async () => {
    const endpoint = await startEndpoint({ now: makeClock() });
    for (const exact of 'abc') await send(endpoint, { selectors: quote(exact) });
    const all = await list(endpoint);
    const [, gone] = all;
    if (gone === undefined) throw new Error('there is no cluster');
    await takeOut(endpoint, gone.sample);
    expect(await readMany(endpoint, all)).toEqual([all[0], null, all[2]]);
  });

  test.each<[string, string, object]>([
    ['items', 'no items', {}],
    ['items', 'nothing for items', { items: null }],
    ['items', 'one that is not in a list', { items: { place: 'x' } }],
    ['items', 'items as text', { items: 'x' }],
    ['items', 'none', { items: [] }],
    ['items.1', 'nothing among them', { items: [{ place: 'x' }, null] }],
    ['items.0', 'names alone', { items: ['x'] }],
    ['items.0.place', 'a list among them', { items: [[{ place: 'x' }]] }],
    ['items.0.place', 'no place', { items: [{ site: SITE }] }],
    ['items.0.place', 'a number for a place', { items: [{ place: 1 }] }],
    ['items.0.place', 'an empty place', { items: [{ place: '' }] }],
    ['items.0.place', 'a place that is too long', { items: [{ place: 'x'.repeat(101) }] }],
    ['items.0.place', 'a NUL in a place', { items: [{ place: 'x\0' }] }],
    [
      'items.2.place',
      'half of a character',
      { items: [...'ab\ud800'].map((place) => ({ place })) },
    ],
    ['items.0.site', 'nothing for a site', { items: [{ place: 'x', site: null }] }],
    ['items.0.site', 'a number for a site', { items: [{ place: 'x', site: 1 }] }],
    ['items.0.site', 'a site that is too long', { items: [{ place: 'x', site: 'x'.repeat(254) }] }],
    ['items.0.site', 'a NUL in a site', { items: [{ place: 'x', site: '\0' }] }],
  ])('have a fault in %s: %s', async (path, _, body) => {
    const endpoint = await startEndpoint();
    const response = await tell(endpoint, READ, body);
    expect([response.statusCode, response.json().faults]).toMatchObject([400, [{ path }]]);
    expect(endpoint.errors).toEqual([]);
  });

  test.each<[number, string, string]>([
    [400, 'application/json', ''],
    [400, 'application/json', '{'],
    [400, 'application/json', '[]'],
    [400, 'application/json', 'null'],
    [400, 'application/json', '{"items":[{"place":"x","__proto__":{"site":"x"}}]}'],
    [415, 'text/plain', '{"items":[{"place":"x"}]}'],
    [
      413,
      'application/json',
      JSON.stringify({ items: [{ place: 'x', site: 'x'.repeat(70_000) }] }),
    ],
  ])('are asked for in JSON, or it is %i: %s %s', async (status, type, payload) => {
    const { server, token, errors } = await startEndpoint();
    const headers = { authorization: `Bearer ${token}`, 'content-type': type };
    const response = await server.inject({ method: 'POST', url: READ, headers, payload });
    expect(response.statusCode).toBe(status);
    expect(errors).toEqual([]);
  });

  test('are read by those who may read', async () => {
    const endpoint = await startEndpoint();
    await send(endpoint);
    const [one] = await list(endpoint);
    const items = [{ place: one?.place, site: one?.site }];
    for (const scope of SCOPES) {
      const grant = { name: 'Bob', site: SITE, scopes: [scope], at: 1 } as const;
      const { token } = await endpoint.store.tokens.addToken(grant);
      const { statusCode } = await tell({ ...endpoint, token }, READ, { items });
      expect([scope, statusCode]).toEqual([scope, scope === 'read' ? 200 : 403]);
    }
    // Whose they are is no question that a 403 answers: of others' nothing is told.
    const other = await addEditor(endpoint, 'other.example');
    expect(await readMany(other, items)).toEqual([null]);
    expect(await readMany(await addEditor(endpoint, KK), items)).toEqual([null]);
    expect((await tell({ ...endpoint, token: '' }, READ, { items })).statusCode).toBe(401);
  });
});

describe('languages', () => {
  const say = async (endpoint: Endpoint, query = ''): Promise<string[]> => {
    const response = await ask(endpoint, `/api/clusters/languages${query}`);
    expect(response.statusCode).toBe(200);
    return response.json().items;
  };

  test('are those that a queue of each has something of, however readers’ programs write them', async () => {
    const endpoint = await startEndpoint({ now: makeClock() });
    const tags = [
      ...['en', 'EN-gb', 'zh-Hant-TW', 'de_DE', 'sr-Latn', 'x-klingon', 'i-enochian', 'und', 'UND'],
      ...['und-Cyrl', 'a', 'abcdefghi', 'é', 'ру', '-', 'fil-', 'mul', '', 'en--x'],
    ];
    for (const [i, language] of tags.entries()) {
      await send(endpoint, { selectors: quote(`w${i}`), language });
    }
    const languages = await say(endpoint);
    expect(languages).toEqual(['en', 'fil', 'mul', 'sr', 'zh']);
    const all = await listAll(endpoint, '/api/clusters');
    const found = await Promise.all(
      [...languages, 'und'].map((language) =>
        listAll(endpoint, `/api/clusters?language=${language}`),
      ),
    );
    // Together they are all there is, each in one of them.
    expect(
      found
        .flat()
        .map(({ place }) => place)
        .sort(),
    ).toEqual(all.map(({ place }) => place).sort());
    for (const [i, items] of found.entries()) {
      expect(items).not.toEqual([]);
      expect(items.map(({ language }) => language)).toEqual(items.map(() => languages[i] ?? ''));
    }
  });

  test('go with the last that says one, and stay with what is decided about', async () => {
    const endpoint = await startEndpoint({ now: makeClock() });
    for (const language of ['en', 'kk', 'tr']) {
      await send(endpoint, { selectors: quote(language), language });
    }
    const [tr, kk] = await list(endpoint);
    if (tr === undefined || kk === undefined) throw new Error('there are not two clusters');
    await decideCluster(endpoint, kk, { state: 'spam' });
    expect(await say(endpoint)).toEqual(['en', 'kk', 'tr']);
    await takeOut(endpoint, tr.sample);
    expect(await say(endpoint)).toEqual(['en', 'kk']);
    await takeOut(endpoint, kk.sample);
    expect(await say(endpoint)).toEqual(['en']);
  });

  test('are of what is asked about alone', async () => {
    const endpoint = await startEndpoint({ now: makeClock() });
    const hosts: Record<string, string> = {
      ...{ [SITE]: 'en', [KK]: 'kk', [`a.${KK}`]: 'ky', [`x${KK}`]: 'xx' },
      ...{ [`k_.${SITE}`]: 'ku', [`a.k_.${SITE}`]: 'ka', [`a.kx.${SITE}`]: 'kx' },
    };
    for (const [host, language] of Object.entries(hosts)) {
      await send(endpoint, { source: `https://${host}/a`, language });
    }
    expect(await say(endpoint)).toEqual(Object.values(hosts).sort());
    expect(await say(endpoint, '?site=')).toEqual(Object.values(hosts).sort());
    expect(await say(endpoint, `?site=${KK.toUpperCase()}`)).toEqual(['kk', 'ky']);
    expect(await say(endpoint, `?site=k_.${SITE}`)).toEqual(['ka', 'ku']);
    expect(await say(endpoint, `?site=none.${SITE}`)).toEqual([]);
    expect(await say(endpoint, `?site=%25.${SITE}`)).toEqual([]);
    expect(await say(await addEditor(endpoint, KK))).toEqual(['kk', 'ky']);
    for (const [site, status] of Object.entries({ example: 403, [`${SITE}.`]: 403, '%00': 400 })) {
      const { statusCode } = await ask(endpoint, `/api/clusters/languages?site=${site}`);
      expect([site, statusCode]).toEqual([site, status]);
    }
    expect((await ask(endpoint, '/api/clusters/languages?language=en')).statusCode).toBe(400);
  });

  test('are two hundred at most, where a program makes up more', async () => {
    const endpoint = await startEndpoint({ now: makeClock() });
    const letters = [...'abcdefghijklmnop'];
    const made = letters.flatMap((one) => letters.map((other) => `q${one}${other}`));
    for (const language of made) {
      await send(endpoint, { selectors: quote(language), language });
    }
    expect(await say(endpoint)).toEqual(made.slice(0, 200));
  });
});

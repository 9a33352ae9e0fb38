/** Many decisions that are refused as a whole: then nothing is decided, whatever else is asked for. */
import { describe, expect, test } from 'vitest';
import { SCOPES } from '../../src/endpoint/store/tokens.ts';
import { list, makeClock } from './cluster-requests.ts';
import { decideMany, fill, findWords, outline, pick } from './deciding-many.ts';
import { addEditor, ask, SITE, send, startEndpoint, tell } from './endpoint.ts';

const URL = '/api/decisions';

describe('many decisions of which one is none', () => {
  test.each<[string, object]>([
    ['nothing', { items: [null] }],
    ['a name alone', { items: ['x'] }],
    ['a number for a place', { items: [{ place: 1, etag: '"1"' }] }],
    ['an empty place', { items: [{ place: '', etag: '"1"' }] }],
    ['a place that is too long', { items: [{ place: 'x'.repeat(101), etag: '"1"' }] }],
    ['half of a character', { items: [{ place: '\udc00', etag: '"1"' }] }],
    ['an empty canonical', { items: [{ canonical: '', etag: '"1"' }] }],
    ['a canonical that is too long', { items: [{ canonical: 'x'.repeat(4_097), etag: '"1"' }] }],
    ['a NUL in a canonical', { items: [{ canonical: 'urn:\0', etag: '"1"' }] }],
    ['a number for a version', { items: [{ place: 'x', etag: 1 }] }],
    ['nothing for a version', { items: [{ place: 'x', etag: null }] }],
    ['a version that is too long', { items: [{ place: 'x', etag: `"${'1'.repeat(40)}"` }] }],
    ['a NUL in a version', { items: [{ place: 'x', etag: '"\0"' }] }],
    ['nothing for a site', { items: [{ place: 'x', etag: '"1"', site: null }] }],
    ['a site that is too long', { items: [{ place: 'x', etag: '"1"', site: 'x'.repeat(254) }] }],
    ['a state that there is not', { state: 'gone' }],
    ['no state', { state: undefined }],
    ['a list of states', { state: ['spam'] }],
    ['a reason that is too long', { reason: 'x'.repeat(2_001) }],
    ['a NUL in the reason', { reason: 'x\0' }],
    ['a number for the reason', { reason: 1 }],
    ['a word for whether it is a mistake', { dismiss: 'true' }],
    ['what is no mistake, and yet accepted', { dismiss: true, state: 'accepted' }],
  ])(
    'are refused with the others: %s',
    async (_, { items = [], ...body }: { items?: object[] }) => {
      const endpoint = await startEndpoint();
      await send(endpoint);
      const [one] = await list(endpoint);
      const { place, etag } = one ?? {};
      const all = [{ place, etag }, ...items, { place, etag }];
      const response = await tell(endpoint, URL, { state: 'spam', ...body, items: all });
      expect(response.statusCode).toBe(400);
      expect(response.json().faults).not.toEqual([]);
      expect(await list(endpoint)).toEqual([one]);
      expect(endpoint.errors).toEqual([]);
    },
  );

  test.each<[number, string, string]>([
    [400, 'application/json', ''],
    [400, 'application/json', '{"state":"spam","items":['],
    [400, 'application/json', '[]'],
    [400, 'application/json', '{"__proto__":{"state":"spam"},"items":[]}'],
    [415, 'text/plain', '{"state":"spam","items":[]}'],
    [413, 'application/json', `{"state":"spam","reason":"${'x'.repeat(2 ** 19)}","items":[]}`],
  ])('are told in JSON, or it is %i: %s %s', async (status, type, payload) => {
    const { server, token, errors } = await startEndpoint();
    const headers = { authorization: `Bearer ${token}`, 'content-type': type };
    const response = await server.inject({ method: 'POST', url: URL, headers, payload });
    expect(response.statusCode).toBe(status);
    expect(errors).toEqual([]);
  });

  test('may be as long as there can be, with a hundred canonicals', async () => {
    const endpoint = await startEndpoint();
    const canonical = `urn:${'x'.repeat(4_092)}`;
    const items = Array(100).fill({ canonical, etag: `"${'1'.repeat(38)}"`, site: SITE });
    const results = await decideMany(endpoint, 'spam', items, { reason: '\u0001'.repeat(2_000) });
    expect(new Set(outline(results))).toEqual(new Set(['404 0 null']));
  });
});

describe('many decisions of somebody', () => {
  test('who may not decide are none; who may not edit decides without saying what is no mistake', async () => {
    const endpoint = await startEndpoint({ now: makeClock() });
    await fill(endpoint, { one: 1, two: 1 });
    const all = await list(endpoint);
    const listDismissed = async () => (await ask(endpoint, '/api/dismissals')).json().items;
    const items = all.map(pick);
    for (const scope of SCOPES.filter((one) => one !== 'decide')) {
      const grant = { name: 'Bob', site: SITE, scopes: [scope], at: 1 } as const;
      const { token } = await endpoint.store.tokens.addToken(grant);
      const response = await tell({ ...endpoint, token }, URL, { state: 'rejected', items });
      expect([scope, response.statusCode]).toEqual([scope, 403]);
    }
    const grant = { name: 'Bob', site: SITE, scopes: ['decide'], at: 1 } as const;
    const decider = { ...endpoint, token: (await endpoint.store.tokens.addToken(grant)).token };
    const verdict = { state: 'rejected', dismiss: true, items };
    expect((await tell(decider, URL, verdict)).statusCode).toBe(403);
    expect(await list(endpoint)).toEqual(all);
    expect(await listDismissed()).toEqual([]);
    expect(outline(await decideMany(decider, 'rejected', items))).toEqual([
      ...['200 1 rejected', '200 1 rejected'],
    ]);
    expect(await listDismissed()).toEqual([]);
  });

  test('of another site are told nothing of what there is', async () => {
    const endpoint = await startEndpoint({ now: makeClock() });
    await fill(endpoint, { one: 1 });
    const [one] = await list(endpoint);
    if (one === undefined) throw new Error('there is no cluster');
    const { canonical, etag } = one.sample;
    const wanted = [
      ...[
        pick(one),
        { ...pick(one), site: '' },
        { canonical, etag },
        { canonical, etag, site: SITE },
      ],
      ...[
        { ...pick(one), etag: '"9"' },
        { place: 'none', site: SITE, etag: '"9"' },
      ],
    ];
    for (const site of ['other.example', `kk.${SITE}`, 'example']) {
      const results = await decideMany(await addEditor(endpoint, site), 'spam', wanted);
      expect(outline(results)).toEqual([
        ...['403 0 null', '404 0 null', '404 0 null', '404 0 null', '403 0 null', '403 0 null'],
      ]);
      expect(results.map((result) => result.etag)).toEqual(wanted.map(() => null));
      // What is there is answered as what is not.
      expect(results[4]?.detail).toBe(results[5]?.detail);
    }
    expect(await list(endpoint)).toEqual([one]);
  });
});

test('what quotes nothing can be no mistake, while the others of the request are', async () => {
  const endpoint = await startEndpoint({ now: makeClock() });
  await fill(endpoint, { one: 2, two: 1 });
  const selectors = [{ type: 'TextPositionSelector' as const, start: 1, end: 2 }];
  const { canonical } = await send(endpoint, { source: `https://${SITE}/b`, selectors });
  const { place } = (await ask(endpoint, `/api/reports/${canonical}`)).json();
  const silent = (await ask(endpoint, `/api/clusters/${place}`)).json();
  const [one, two] = [await findWords(endpoint, 'one'), await findWords(endpoint, 'two')];
  const more = { dismiss: true, reason: 'a name' };
  const items = [pick(one), pick(silent), { canonical, etag: '"1"' }, pick(two), pick(two)];
  const results = await decideMany(endpoint, 'rejected', items, more);
  expect(outline(results)).toEqual([
    ...['200 2 rejected', '409 0 new', '409 0 new', '200 1 rejected', '412 0 rejected'],
  ]);
  expect(results[1]?.etag).toBe(silent.etag);
  const { items: dismissed } = (await ask(endpoint, '/api/dismissals')).json();
  expect(dismissed.map(({ words }: { words: string }) => words).sort()).toEqual(['one', 'two']);
});

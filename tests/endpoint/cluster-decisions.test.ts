/** Decisions about all that report one mistake, and about many mistakes at once. */
import { describe, expect, test } from 'vitest';
import { correct, decideCluster, list, makeClock, quote, takeOne } from './cluster-requests.ts';
import { addEditor, ask, decide, observe, SITE, send, startEndpoint, tell } from './endpoint.ts';

describe('a decision about a cluster', () => {
  test('moves all its reports that can go there, each with its line of history', async () => {
    const endpoint = await startEndpoint({ now: makeClock() });
    const sent: string[] = [];
    for (let i = 0; i < 4; i++) sent.push((await send(endpoint)).canonical);
    const [spam = '', early = ''] = sent;
    await decide(endpoint, spam, { state: 'spam' }, { 'if-match': '"1"' });
    await decide(endpoint, early, { state: 'accepted' }, { 'if-match': '"1"' });
    const before = await takeOne(endpoint);
    const response = await decideCluster(endpoint, before, { state: 'accepted', reason: 'yes' });
    expect(response.statusCode).toBe(200);
    const { moved, cluster } = response.json();
    expect(moved).toBe(2);
    expect(response.headers.etag).toBe(cluster.etag);
    expect(cluster).toMatchObject({ state: 'accepted', counts: { new: 0, accepted: 3, spam: 1 } });
    const history = await ask(endpoint, `/api/reports/${sent[2]}/decisions`);
    expect(history.json().items).toMatchObject([
      { version: 2, editor: 'Ann', from: 'new', to: 'accepted', reason: 'yes' },
    ]);
    const fixed = await decideCluster(endpoint, cluster, { state: 'fixed' });
    expect(fixed.json()).toMatchObject({ moved: 3, cluster: { state: 'fixed' } });
    // What is taken back is what was decided: the spam stays spam.
    const undone = await decideCluster(endpoint, fixed.json().cluster, { state: 'new' });
    expect(undone.json()).toMatchObject({ moved: 3, cluster: { counts: { new: 3, spam: 1 } } });
    expect(await takeOne(endpoint)).toEqual(undone.json().cluster);
  });

  test('names a version that holds, and a state that can be', async () => {
    const endpoint = await startEndpoint();
    await send(endpoint);
    const cluster = await takeOne(endpoint);
    const answer = async (etag: string, body: object) =>
      (await decideCluster(endpoint, { ...cluster, etag }, body)).statusCode;
    expect(await answer('', { state: 'accepted' })).toBe(428);
    expect(await answer('*', { state: 'accepted' })).toBe(428);
    expect(await answer('"9"', { state: 'accepted' })).toBe(412);
    expect(await answer(cluster.etag, { state: 'fixed' })).toBe(409);
    expect(await answer(cluster.etag, { state: 'new' })).toBe(409);
    expect(await answer(cluster.etag, { state: 'gone' })).toBe(400);
    expect(await takeOne(endpoint)).toEqual(cluster);
    // More of the same changes nothing of what is decided about.
    await send(endpoint);
    expect(await answer(cluster.etag, { state: 'accepted' })).toBe(200);
    expect(await answer(cluster.etag, { state: 'fixed' })).toBe(412);
  });

  test('of two editors at once is one', async () => {
    const endpoint = await startEndpoint();
    const bob = await addEditor(endpoint, SITE);
    for (let i = 0; i < 5; i++) await send(endpoint);
    const cluster = await takeOne(endpoint);
    const responses = await Promise.all(
      Array.from({ length: 10 }, (_, i) =>
        decideCluster(i % 2 === 0 ? endpoint : bob, cluster, {
          state: i % 2 === 0 ? 'accepted' : 'rejected',
        }),
      ),
    );
    const codes = responses.map(({ statusCode }) => statusCode).sort();
    expect(codes).toEqual([200, ...Array(9).fill(412)]);
    const counts = Object.values((await takeOne(endpoint)).counts).filter((count) => count > 0);
    expect(counts).toEqual([5]);
  });

  test('moves more than fit into one transaction', async () => {
    const endpoint = await startEndpoint({ now: makeClock() });
    await Promise.all(Array.from({ length: 450 }, () => send(endpoint)));
    const response = await decideCluster(endpoint, await takeOne(endpoint), { state: 'rejected' });
    expect(response.json()).toMatchObject({ moved: 450, cluster: { state: 'rejected' } });
    expect((await ask(endpoint, '/api/reports?state=new')).json().items).toEqual([]);
    const { changes } = await endpoint.store.changes.listChanges(SITE, 0, 1_000);
    expect(new Set(changes.map(({ changed }) => changed)).size).toBe(450);
  });

  test('is nobody’s who may not decide there', async () => {
    const endpoint = await startEndpoint();
    await send(endpoint);
    const cluster = await takeOne(endpoint);
    const other = await addEditor(endpoint, 'other.example');
    expect((await decideCluster(other, cluster, { state: 'spam' })).statusCode).toBe(403);
    const body = { name: 'Bob', site: 'other.example', at: 1 };
    expect((await ask(other, `/api/clusters/${cluster.place}`)).statusCode).toBe(404);
    expect((await ask(other, `/api/clusters?site=${SITE}`)).statusCode).toBe(403);
    const { token } = await endpoint.store.tokens.addToken({
      ...{ ...body, site: SITE },
      scopes: ['read'],
    });
    const reader = { ...endpoint, token };
    expect((await ask(reader, '/api/clusters')).statusCode).toBe(200);
    const refused = await decideCluster(reader, cluster, { state: 'spam' });
    expect(refused.statusCode).toBe(403);
    expect(refused.headers['www-authenticate']).toContain('error="insufficient_scope"');
    const follower = await endpoint.store.tokens.addToken({
      ...{ ...body, site: SITE },
      scopes: ['feed'],
    });
    for (const url of ['/api/clusters', '/api/reports', '/api/dismissals']) {
      const response = await ask({ ...endpoint, token: follower.token }, url);
      expect([url, response.statusCode]).toEqual([url, 403]);
    }
  });
});

test('who decides and may not read is told what it came to, and nothing of what was reported', async () => {
  const endpoint = await startEndpoint({ now: makeClock() });
  const { canonical } = await send(endpoint);
  const { place, site, etag } = await takeOne(endpoint);
  const grant = { name: 'Bob', site: SITE, scopes: ['decide'], at: 1 } as const;
  const { token } = await endpoint.store.tokens.addToken(grant);
  const decider = { ...endpoint, token };
  expect((await ask(decider, `/api/reports/${canonical}`)).statusCode).toBe(403);
  const accepted = await decideCluster(decider, { place, site, etag }, { state: 'accepted' });
  const { cluster } = accepted.json();
  expect(accepted.json()).toEqual({
    ...{ moved: 1, cluster: { place, site, state: 'accepted', etag: expect.any(String) } },
  });
  expect(accepted.headers.etag).toBe(cluster.etag);
  const body = { state: 'fixed', reason: 'so' };
  const fixed = await decide(decider, canonical, body, { 'if-match': '"2"' });
  expect(fixed.json()).toEqual({ canonical, state: 'fixed', etag: '"3"' });
  expect(fixed.headers.etag).toBe('"3"');
  const seen = await observe(decider, canonical, { verdict: 'open' });
  expect(seen.json()).toEqual({ canonical, state: 'fixed', etag: '"3"' });
  // All of it is still there for those who may read.
  const undone = await decide(endpoint, canonical, { state: 'new' }, { 'if-match': '"3"' });
  expect(undone.json()).toMatchObject({ canonical, exact: 'recieved', state: 'new' });
});

describe('many decisions', () => {
  test('are each answered', async () => {
    const endpoint = await startEndpoint({ now: makeClock() });
    const { canonical } = await send(endpoint, { selectors: quote('teh') });
    await send(endpoint);
    await send(endpoint);
    const [one] = await list(endpoint, 'search=recieved');
    const { place = '', etag = '' } = one ?? {};
    const response = await tell(endpoint, '/api/decisions', {
      state: 'accepted',
      items: [
        { place, etag, site: SITE },
        { place, etag },
        { canonical, etag: '"1"' },
        { canonical, etag: '"2"' },
        { canonical, etag: '' },
        { canonical: 'urn:x', etag: '"1"' },
        { place, etag, site: 'other.example' },
      ],
    });
    expect(response.statusCode).toBe(200);
    const results = response
      .json()
      .items.map(({ status, moved }: Record<string, number>) => [...[status, moved]]);
    expect(results).toEqual([
      ...[
        [200, 2],
        [412, 0],
        [200, 1],
        [409, 0],
        [428, 0],
        [404, 0],
        [403, 0],
      ],
    ]);
    expect(await list(endpoint, 'state=accepted')).toHaveLength(2);
  });

  test.each<[string, object]>([
    ['none', { items: [] }],
    ['too many', { items: Array(101).fill({ place: 'x', etag: '"1"' }) }],
    ['about nothing', { items: [{ etag: '"1"' }] }],
    ['without a version', { items: [{ place: 'x' }] }],
    ['with a NUL', { items: [{ place: 'x\0', etag: '"1"' }] }],
  ])('are refused: %s', async (_, body) => {
    const endpoint = await startEndpoint();
    const response = await tell(endpoint, '/api/decisions', { state: 'spam', ...body });
    expect(response.statusCode).toBe(400);
  });
});

test('what is decided about many can be taken back, but not over what others have done since', async () => {
  const endpoint = await startEndpoint({ now: makeClock() });
  for (const exact of 'abc') await send(endpoint, { selectors: quote(exact) });
  const { canonical } = await send(endpoint, { source: `https://${SITE}/d` });
  const seen = await list(endpoint, `page=https://${SITE}/a`);
  const items = seen.map(({ place, site, etag }) => ({ place, site, etag }));
  const told = await tell(endpoint, '/api/decisions', {
    ...{
      state: 'rejected',
      items: [...items, { canonical, etag: '"1"' }, { place: 'x', etag: '"1"' }],
    },
  });
  const now = await list(endpoint, `page=https://${SITE}/a`);
  const results = told.json().items;
  expect(results).toEqual([
    ...now.map(({ etag }) => ({ status: 200, detail: '', moved: 1, state: 'rejected', etag })),
    { status: 200, detail: '', moved: 1, state: 'rejected', etag: '"2"' },
    { status: 404, detail: expect.any(String), moved: 0, state: null, etag: null },
  ]);
  // Somebody else corrects one of them meanwhile.
  const [first, ...others] = now;
  if (first === undefined) throw new Error('there is no cluster');
  const corrected = (await correct(endpoint, first, 'x')).json();
  const undone = await tell(endpoint, '/api/decisions', {
    state: 'new',
    items: [
      ...seen.map(({ place, site }, i) => ({ place, site, etag: results[i].etag })),
      { canonical, etag: results[3].etag },
    ],
  });
  expect(
    undone
      .json()
      .items.map(({ status, state }: { status: number; state: string }) => [status, state]),
  ).toEqual([[412, 'rejected'], ...others.map(() => [200, 'new']), [200, 'new']]);
  expect(undone.json().items[0].etag).toBe(corrected.etag);
  expect(await list(endpoint, 'state=rejected')).toEqual([corrected]);
});

test('who decides about many and may not read is told states and versions', async () => {
  const endpoint = await startEndpoint();
  await send(endpoint);
  const { place, etag } = await takeOne(endpoint);
  const grant = { name: 'Bob', site: SITE, scopes: ['decide'], at: 1 } as const;
  const decider = { ...endpoint, token: (await endpoint.store.tokens.addToken(grant)).token };
  const told = await tell(decider, '/api/decisions', { state: 'spam', items: [{ place, etag }] });
  const [one] = await list(endpoint);
  expect(told.json().items).toMatchObject([{ status: 200, state: 'spam', etag: one?.etag }]);
});

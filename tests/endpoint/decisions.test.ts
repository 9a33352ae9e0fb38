/** What editors decide, one after another and at once. */
import { describe, expect, test } from 'vitest';
import {
  addEditor,
  ask,
  decide,
  type Endpoint,
  post,
  SITE,
  startEndpoint,
  writeAnnotation,
} from './endpoint.ts';

describe('a decision', () => {
  test('moves the report and is remembered', async () => {
    let clock = 5_000;
    const endpoint = await startEndpoint({ now: () => clock });
    const bob = await addEditor(endpoint, SITE);
    const { canonical } = await postOne(endpoint);
    clock = 5_001;
    const accepted = await decide(
      endpoint,
      canonical,
      { state: 'accepted' },
      { 'if-match': '"1"' },
    );
    expect(accepted.statusCode).toBe(200);
    expect(accepted.json()).toMatchObject({
      canonical,
      state: 'accepted',
      etag: '"2"',
      reason: '',
    });
    expect(accepted.headers.etag).toBe('"2"');
    clock = 5_002;
    const undone = await decide(
      bob,
      canonical,
      { state: 'new', reason: 'Меня не убедило' },
      { 'if-match': '"2"' },
    );
    expect(undone.json()).toMatchObject({ state: 'new', etag: '"3"', reason: 'Меня не убедило' });
    const url = `/api/reports/${canonical}`;
    expect((await ask(endpoint, url)).json()).toEqual(undone.json());
    expect((await ask(endpoint, `${url}/decisions`)).json().items).toEqual([
      { version: 2, at: 5_001, editor: 'Ann', from: 'new', to: 'accepted', reason: '' },
      {
        version: 3,
        at: 5_002,
        editor: 'Bob',
        from: 'accepted',
        to: 'new',
        reason: 'Меня не убедило',
      },
    ]);
  });

  test('without a version is not taken', async () => {
    const endpoint = await startEndpoint();
    const { canonical } = await postOne(endpoint);
    const headers: Record<string, string>[] = [{}, { 'if-match': '' }, { 'if-match': '*' }];
    for (const header of headers) {
      expect((await decide(endpoint, canonical, { state: 'accepted' }, header)).statusCode).toBe(
        428,
      );
    }
    expect((await ask(endpoint, `/api/reports/${canonical}`)).json().state).toBe('new');
  });

  test('about an older version is not taken', async () => {
    const endpoint = await startEndpoint();
    const { canonical } = await postOne(endpoint);
    await decide(endpoint, canonical, { state: 'accepted' }, { 'if-match': '"1"' });
    for (const [stale, status] of [
      ...([
        ['"1"', 412],
        ['W/"2"', 412],
        ['"3"', 412],
      ] as const),
      // No tag at all, which is another fault.
      ['2', 400] as const,
    ]) {
      const response = await decide(endpoint, canonical, { state: 'fixed' }, { 'if-match': stale });
      expect([stale, response.statusCode]).toEqual([stale, status]);
    }
    const listed = await decide(
      endpoint,
      canonical,
      { state: 'fixed' },
      { 'if-match': '"1", "2"' },
    );
    expect(listed.statusCode).toBe(200);
  });

  test('of twenty at once one is taken', async () => {
    const endpoint = await startEndpoint();
    const { canonical } = await postOne(endpoint);
    const responses = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        decide(
          endpoint,
          canonical,
          { state: i % 2 ? 'accepted' : 'rejected' },
          { 'if-match': '"1"' },
        ),
      ),
    );
    const codes = responses.map((response) => response.statusCode).sort();
    expect(codes).toEqual([200, ...Array(19).fill(412)]);
    const history = (await ask(endpoint, `/api/reports/${canonical}/decisions`)).json().items;
    expect(history).toHaveLength(1);
    const taken = responses.find((response) => response.statusCode === 200);
    expect(history[0].to).toBe(taken?.json().state);
  });

  test.each(['fixed', 'new'])(
    'that the states do not allow (new to %s) conflicts',
    async (state) => {
      const endpoint = await startEndpoint();
      const { canonical } = await postOne(endpoint);
      expect((await decide(endpoint, canonical, { state }, { 'if-match': '"1"' })).statusCode).toBe(
        409,
      );
      expect((await ask(endpoint, `/api/reports/${canonical}/decisions`)).json().items).toEqual([]);
    },
  );

  test.each<[string, object]>([
    ['state', { state: 'gone' }],
    ['state', {}],
    ['reason', { state: 'spam', reason: 'a\0b' }],
    ['reason', { state: 'spam', reason: 'x'.repeat(2_001) }],
    ['reason', { state: 'spam', reason: 4 }],
  ])('names %s as the fault of %j', async (path, body) => {
    const endpoint = await startEndpoint();
    const { canonical } = await postOne(endpoint);
    const response = await decide(endpoint, canonical, body, { 'if-match': '"1"' });
    expect(response.statusCode).toBe(400);
    expect(response.json().faults).toMatchObject([{ path }]);
  });
});

async function postOne(endpoint: Endpoint) {
  const annotation = writeAnnotation();
  await post(endpoint.server, annotation);
  return annotation;
}

/** What is no mistake on a site, as everybody may read it. */
import type { LightMyRequestResponse } from 'fastify';
import { describe, expect, test } from 'vitest';
import { checkAnswer } from './answers.ts';
import { makeClock } from './cluster-requests.ts';
import { type Endpoint, SITE, startEndpoint, tell } from './endpoint.ts';

async function read(
  { server }: Pick<Endpoint, 'server'>,
  site: string,
  headers: Record<string, string> = {},
): Promise<LightMyRequestResponse> {
  const url = `/no-mistakes/${site}`;
  const response = await server.inject({ url, headers });
  await checkAnswer(server, 'GET', url, response);
  return response;
}

async function dismiss(endpoint: Endpoint, words: string, site: string, reason = '') {
  const response = await tell(endpoint, '/api/dismissals', { words, site, reason });
  expect(response.statusCode).toBeLessThan(300);
}

describe('the list of a site', () => {
  test('has its own words and then those of the sites above it, the newest first, and nobody else’s', async () => {
    const endpoint = await startEndpoint({ now: makeClock() });
    await dismiss(endpoint, 'Ozodi', SITE, 'a name');
    await dismiss(endpoint, 'teh', `www.${SITE}`);
    await dismiss(endpoint, 'deep', `a.www.${SITE}`, 'as we write it');
    await dismiss(endpoint, 'kk', `kk.${SITE}`);
    await dismiss(endpoint, 'Azattyk', SITE);
    const words = (items: readonly string[][]) =>
      items.map(([one, reason]) => ({ words: one, reason }));
    const cases: [string, string[][]][] = [
      [
        SITE,
        [
          ['Azattyk', ''],
          ['Ozodi', 'a name'],
        ],
      ],
      [
        `www.${SITE}`,
        [
          ['teh', ''],
          ['Azattyk', ''],
          ['Ozodi', 'a name'],
        ],
      ],
      [
        `x.a.www.${SITE}`,
        [
          ['deep', 'as we write it'],
          ['teh', ''],
          ['Azattyk', ''],
          ['Ozodi', 'a name'],
        ],
      ],
      [`old${SITE}`, []],
      ['example', []],
    ];
    for (const [site, items] of cases) {
      const response = await read(endpoint, site);
      expect(response.json()).toEqual({ site, items: words(items) });
    }
  });

  test('has the same words once, with the reason of the nearest site', async () => {
    const endpoint = await startEndpoint({ now: makeClock() });
    await dismiss(endpoint, 'Ozodi', `www.${SITE}`, 'near');
    await dismiss(endpoint, ' Ozodi ', SITE, 'far');
    expect((await read(endpoint, `www.${SITE}`)).json().items).toEqual([
      { words: 'Ozodi', reason: 'near' },
    ]);
    expect((await read(endpoint, SITE)).json().items).toEqual([{ words: 'Ozodi', reason: 'far' }]);
  });

  test('is the newest thousand', async () => {
    const endpoint = await startEndpoint();
    const editor = { tokenId: 'x', name: 'Ann', site: SITE, scopes: [] };
    for (let i = 0; i < 1_003; i++) {
      await endpoint.store.dismissals.addDismissal({
        ...{ site: SITE, key: `key ${i}`, exact: `word ${i}`, reason: '', editor, at: i },
      });
    }
    const { items } = (await read(endpoint, SITE)).json();
    expect([items.length, items[0].words, items.at(-1).words]).toEqual([
      1_000,
      'word 1002',
      'word 3',
    ]);
  });

  test('is not shortened by what is newer on the lists above', async () => {
    const endpoint = await startEndpoint();
    const editor = { tokenId: 'x', name: 'Ann', site: SITE, scopes: [] };
    const add = (site: string, word: string, at: number) =>
      endpoint.store.dismissals.addDismissal({
        ...{ site, key: `key ${word}`, exact: `word ${word}`, reason: site, editor, at },
      });
    const site = `www.${SITE}`;
    for (const word of ['0', '1', 'own']) await add(site, word, 1);
    for (let i = 0; i < 1_003; i++) await add(SITE, `${i}`, 2 + i);
    const { items } = (await read(endpoint, site)).json();
    expect(items.slice(0, 4)).toEqual([
      ...['own', '1', '0'].map((word) => ({ words: `word ${word}`, reason: site })),
      { words: 'word 1002', reason: SITE },
    ]);
    // What is on both lists takes the place of one alone.
    expect(items).toHaveLength(1_000);
    expect(new Set(items.map(({ words }: { words: string }) => words)).size).toBe(1_000);
    expect(items.at(-1)).toEqual({ words: 'word 6', reason: SITE });
  });

  test.each([
    ['nobody.example', 'nobody.example'],
    ['NEWS.example', 'news.example'],
    ['news.example.', 'news.example'],
    [encodeURIComponent('буря.example'), 'xn--90a4ai3c.example'],
    ['%5B::1%5D', '[::1]'],
    ['$(x)', '$(x)'],
    ['%00', '\0'],
    ['a%2Fb', 'a/b'],
    ['https%3A%2F%2Fnews.example', 'https://news.example'],
    [`${'x'.repeat(300)}.example`, `${'x'.repeat(300)}.example`],
  ])('is empty where nothing is known: %s', async (asked, site) => {
    const endpoint = await startEndpoint();
    const response = await read(endpoint, asked);
    expect([response.statusCode, response.json()]).toEqual([200, { site, items: [] }]);
  });
});

describe('anybody', () => {
  test('may read it from any page, and keep it for an hour', async () => {
    const endpoint = await startEndpoint();
    const origin = 'https://anything.example';
    const response = await read(endpoint, SITE, { origin });
    expect(response.headers).toMatchObject({
      'access-control-allow-origin': '*',
      'cache-control': 'public, max-age=3600',
      'content-type': 'application/json',
      'cross-origin-resource-policy': 'cross-origin',
      'x-content-type-options': 'nosniff',
    });
    const etag = String(response.headers.etag);
    const known = await read(endpoint, SITE, { 'if-none-match': `W/${etag}` });
    expect([known.statusCode, known.body]).toEqual([304, '']);
    expect(known.headers['cache-control']).toBe('public, max-age=3600');
    await dismiss(endpoint, 'Ozodi', SITE);
    expect((await read(endpoint, SITE, { 'if-none-match': etag })).statusCode).toBe(200);
    const { server } = endpoint;
    const url = `/no-mistakes/${SITE}`;
    const preflight = await server.inject({
      ...{ method: 'OPTIONS', url },
      headers: { origin, 'access-control-request-method': 'GET' },
    });
    expect(preflight.statusCode).toBe(204);
    expect(preflight.headers['access-control-allow-methods']).toBe('GET, HEAD');
    const head = await server.inject({ method: 'HEAD', url });
    expect([head.statusCode, head.body]).toEqual([200, '']);
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'] as const) {
      const refused = await server.inject({ method, url });
      expect([method, refused.statusCode, refused.headers.allow]).toEqual([
        method,
        405,
        'GET, HEAD, OPTIONS',
      ]);
    }
  });

  test('may ask so often from one address', async () => {
    const endpoint = await startEndpoint({ postsPerMinute: 2 });
    const statuses: number[] = [];
    for (let i = 0; i < 6; i++) statuses.push((await read(endpoint, `${i}.${SITE}`)).statusCode);
    expect(statuses).toEqual([200, 200, 200, 200, 429, 429]);
  });
});

/** Who sees what: tokens and the queue. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { addEditor, ask, decide, post, SITE, startEndpoint, writeAnnotation } from './endpoint.ts';

const OTHER_SITE = 'other.example';
const EDITORS_URLS = ['/annotations/', '/api/me', '/api/reports', '/api/reports/x/decisions'];

describe('a token', () => {
  test.each(EDITORS_URLS)('is needed for %s', async (url) => {
    const { server, token } = await startEndpoint();
    const credentials = [
      '',
      token,
      `Basic ${token}`,
      'Bearer',
      'Bearer sic_none',
      `Bearer ${token}x`,
    ];
    for (const authorization of credentials) {
      const response = await server.inject({
        url,
        headers: authorization === '' ? {} : { authorization },
      });
      expect([authorization, response.statusCode]).toEqual([authorization, 401]);
      expect(response.headers['www-authenticate']).toMatch(/^Bearer realm="sic"/);
      expect(response.headers['content-type']).toContain('application/problem+json');
    }
  });

  test('tells whose it is', async () => {
    const endpoint = await startEndpoint();
    expect((await ask(endpoint, '/api/me')).json()).toEqual({
      name: 'Ann',
      site: SITE,
      scopes: ['read', 'decide', 'edit'],
    });
  });

  test('shows nothing of another site', async () => {
    const endpoint = await startEndpoint();
    const other = await addEditor(endpoint, OTHER_SITE);
    const annotation = writeAnnotation();
    await post(endpoint.server, annotation);
    await post(endpoint.server, writeAnnotation({ source: `https://${OTHER_SITE}/b` }));
    expect((await ask(endpoint, '/api/reports')).json().items).toMatchObject([
      { canonical: annotation.canonical },
    ]);
    expect((await ask(other, '/api/reports')).json().items).toMatchObject([
      { source: `https://${OTHER_SITE}/b` },
    ]);
    expect((await ask(other, '/annotations/')).json().total).toBe(1);
    const url = `/api/reports/${annotation.canonical}`;
    expect((await ask(other, url)).statusCode).toBe(404);
    expect((await ask(other, `${url}/decisions`)).statusCode).toBe(404);
    const decided = await decide(
      other,
      annotation.canonical,
      { state: 'accepted' },
      { 'if-match': '"1"' },
    );
    expect(decided.statusCode).toBe(404);
    expect((await ask(endpoint, url)).json().state).toBe('new');
  });

  test('one canonical on two sites is two reports, and neither sees the other', async () => {
    const endpoint = await startEndpoint();
    const other = await addEditor(endpoint, OTHER_SITE);
    const annotation = writeAnnotation();
    const squatter = writeAnnotation({
      canonical: annotation.canonical,
      source: `https://${OTHER_SITE}/b`,
    });
    const first = await post(endpoint.server, squatter);
    const second = await post(endpoint.server, annotation);
    expect([first.statusCode, second.statusCode]).toEqual([201, 201]);
    expect(second.headers.location).not.toBe(first.headers.location);
    expect((await ask(other, '/api/reports')).json().items).toHaveLength(1);
  });

  test('that has been revoked is nobody’s', async () => {
    const endpoint = await startEndpoint();
    const { store } = endpoint;
    const { id, token } = await store.tokens.addToken({ name: 'Bob', site: SITE, at: 1 });
    expect((await ask({ ...endpoint, token }, '/api/me')).statusCode).toBe(200);
    await store.tokens.revokeToken(id, 2);
    expect((await ask({ ...endpoint, token }, '/api/me')).statusCode).toBe(401);
    expect((await ask({ ...endpoint, token }, '/annotations/')).statusCode).toBe(401);
    expect((await ask(endpoint, '/api/me')).statusCode).toBe(200);
  });

  test('is 256 bits with a name, and not in the database', async () => {
    const { store, directory, token } = await startEndpoint();
    expect(token).toMatch(/^sic_[\w-]{43}$/);
    const again = await store.tokens.addToken({ name: 'Ann', site: SITE, at: 1 });
    expect(again.token).not.toBe(token);
    const files = ['sic.sqlite', 'sic.sqlite-wal'].map((name) => readFile(join(directory, name)));
    const bytes = Buffer.concat(await Promise.all(files));
    expect(bytes.includes('Ann')).toBe(true);
    expect(bytes.includes(token.slice('sic_'.length))).toBe(false);
  });
});

describe('the queue', () => {
  test('lays a report flat', async () => {
    const endpoint = await startEndpoint({ now: () => 1_800_000_000_000 });
    const annotation = writeAnnotation();
    const { headers } = await post(endpoint.server, annotation);
    expect((await ask(endpoint, '/api/reports')).json()).toEqual({
      items: [
        {
          canonical: annotation.canonical,
          id: headers.location,
          source: `https://${SITE}/a`,
          scope: '',
          position: { start: 4, end: 12 },
          inBlock: null,
          fragment: '',
          language: 'en',
          kind: 'spelling',
          exact: 'recieved',
          prefix: 'was ',
          suffix: ' late',
          correction: 'received',
          comment: 'i before e',
          createdAt: 1_700_000_000_000,
          receivedAt: 1_800_000_000_000,
          state: 'new',
          reason: '',
          etag: '"1"',
          readers: 1,
          sightings: { readers: 0, byEditor: false, replacement: '' },
          told: null,
          site: SITE,
          place: expect.stringMatching(/^[\w-]{16,}$/),
        },
      ],
      next: null,
    });
  });

  test('is newest first and paged without gaps, also within one millisecond', async () => {
    let clock = 1_000;
    const endpoint = await startEndpoint({ now: () => clock });
    for (let i = 0; i < 25; i++) {
      if (i % 10 === 0) clock++;
      await post(endpoint.server, writeAnnotation());
    }
    const seen: { canonical: string; receivedAt: number }[] = [];
    let after = '';
    do {
      const page = (await ask(endpoint, `/api/reports?state=&after=${after}&limit=7`)).json();
      expect(page.items.length).toBeLessThanOrEqual(7);
      seen.push(...page.items);
      after = page.next ?? '';
      // What comes meanwhile is newer than the cursor and shifts nothing.
      clock = 2_000;
      if (seen.length === 7) await post(endpoint.server, writeAnnotation());
    } while (after !== '');
    expect(seen).toHaveLength(25);
    expect(new Set(seen.map((item) => item.canonical)).size).toBe(25);
    const times = seen.map((item) => item.receivedAt);
    expect(times).toEqual([...times].sort((a, b) => b - a));
  });

  test('by state', async () => {
    const endpoint = await startEndpoint();
    const [first, second] = [writeAnnotation(), writeAnnotation()];
    await post(endpoint.server, first);
    await post(endpoint.server, second);
    await decide(endpoint, first.canonical, { state: 'rejected' }, { 'if-match': '"1"' });
    const listed = async (state: string) =>
      (await ask(endpoint, `/api/reports?state=${state}`))
        .json()
        .items.map((item: { canonical: string }) => item.canonical);
    expect(await listed('rejected')).toEqual([first.canonical]);
    expect(await listed('new')).toEqual([second.canonical]);
    expect(await listed('fixed')).toEqual([]);
  });

  test.each([
    ['state', 'state=done'],
    ['limit', 'limit=0'],
    ['limit', 'limit=201'],
    ['limit', 'limit=ten'],
    ['page', 'page=news.example/a'],
    ['page', 'page=javascript:alert(1)'],
    ['page', 'page=http://'],
    ['page', `page=https://${SITE}/${'a'.repeat(4_100)}`],
    ['after', 'after=x'],
    ['after', `after=${Buffer.from('[1,2]').toString('base64url')}`],
  ])('names %s as the fault of %s', async (path, query) => {
    const response = await ask(await startEndpoint(), `/api/reports?${query}`);
    expect(response.statusCode).toBe(400);
    expect(response.json().faults).toMatchObject([{ path }]);
  });
});

/** What readers and editors see of a reported place later, and where that moves its reports. */
import { describe, expect, test } from 'vitest';
import { MOST_TURNS } from '../../src/endpoint/store/observations.ts';
import { RETURN_GRACE } from '../../src/model/judge-observations.ts';
import type { ReportDraft } from '../../src/model/report.ts';
import {
  addEditor,
  ask,
  decide,
  type Endpoint,
  observe,
  post,
  SITE,
  send,
  startEndpoint,
  writeAnnotation,
} from './endpoint.ts';

const FIXED = { verdict: 'fixed', replacement: 'received' };
const OPEN = { verdict: 'open' };
const UNSEEN = { readers: 0, byEditor: false, replacement: '' };

/** A newsroom whose clock stands still until it is moved: `later` gives it so many ms. */
async function startNewsroom() {
  let clock = 1_800_000_000_000;
  const endpoint = await startEndpoint({ now: () => clock });
  return {
    endpoint,
    later(ms = 1_000) {
      clock += ms;
    },
    /** Reports the place as another reader. */
    async report(draft: Partial<ReportDraft> = {}) {
      const sent = await send(endpoint, { createdAt: clock, ...draft });
      clock += 1_000;
      return sent;
    },
    /** Looks as the reader who holds a receipt; gives the state that they are told. */
    async look(url: string, body: object) {
      clock += 1_000;
      const response = await tell(endpoint, url, body);
      expect(response.statusCode).toBe(200);
      return response.json().state;
    },
    /** Looks as an editor; gives the report's state. */
    async watch(canonical: string, body: object, editor = endpoint) {
      clock += 1_000;
      const response = await observe(editor, canonical, body);
      expect(response.statusCode).toBe(200);
      return response.json().state;
    },
    async decide(canonical: string, state: string) {
      clock += 1_000;
      const { etag } = await readItem(endpoint, canonical);
      const response = await decide(endpoint, canonical, { state }, { 'if-match': etag });
      expect(response.statusCode).toBe(200);
    },
  };
}

function tell({ server }: Endpoint, url: string, payload: object | string, headers = {}) {
  return server.inject({
    method: 'POST',
    url: `${url}/observations`,
    headers: { 'content-type': 'application/json', ...headers },
    payload,
  });
}

async function readItem(endpoint: Endpoint, canonical: string) {
  return (await ask(endpoint, `/api/reports/${canonical}`)).json();
}

async function listMoves(endpoint: Endpoint, canonical: string) {
  const { items } = (await ask(endpoint, `/api/reports/${canonical}/decisions`)).json();
  return items.map((one: { editor: string; from: string; to: string }) =>
    [one.editor, one.from, one.to].join(' '),
  );
}

describe('readers', () => {
  test('two of them who see it fixed move every report of the place, and it is noted', async () => {
    const { endpoint, report, look, decide: move } = await startNewsroom();
    const [first, second, third] = [await report(), await report(), await report()];
    const elsewhere = await report({ source: `https://${SITE}/b` });
    await move(second.canonical, 'accepted');
    expect(await look(first.url, FIXED)).toBe('new');
    expect(await readItem(endpoint, third.canonical)).toMatchObject({
      ...{ state: 'new', etag: '"1"', readers: 3 },
      sightings: { readers: 1, byEditor: false, replacement: 'received' },
    });
    expect(await look(second.url, { ...FIXED, replacement: 'gotten' })).toBe('fixed');
    for (const { canonical } of [first, second, third]) {
      expect(await readItem(endpoint, canonical)).toMatchObject({
        ...{ state: 'fixed', reason: '', readers: 3, told: null },
        sightings: { readers: 2, byEditor: false, replacement: 'gotten' },
      });
    }
    expect((await readItem(endpoint, third.canonical)).etag).toBe('"2"');
    expect(await listMoves(endpoint, first.canonical)).toEqual([' new fixed']);
    expect(await listMoves(endpoint, second.canonical)).toEqual([
      'Ann new accepted',
      ' accepted fixed',
    ]);
    expect(await readItem(endpoint, elsewhere.canonical)).toMatchObject({
      ...{ state: 'new', etag: '"1"', sightings: UNSEEN },
    });
  });

  test('one alone is enough where nobody else has reported it', async () => {
    const { endpoint, report, look } = await startNewsroom();
    const { canonical, url } = await report();
    expect(await look(url, OPEN)).toBe('new');
    expect(await look(url, FIXED)).toBe('fixed');
    expect(await readItem(endpoint, canonical)).toMatchObject({ etag: '"2"' });
  });

  test('one who says it a hundred times is one', async () => {
    const { endpoint, report, look } = await startNewsroom();
    const { canonical, url } = await report();
    await report();
    for (let i = 0; i < 50; i++) {
      expect(await look(url, FIXED)).toBe('new');
      expect(await look(url, { ...FIXED, replacement: `x${i}` })).toBe('new');
    }
    const { sightings, etag } = await readItem(endpoint, canonical);
    expect([sightings.readers, sightings.replacement, etag]).toEqual([1, 'x49', '"1"']);
  });

  test('one who has seen better takes back what they said', async () => {
    const { endpoint, report, look } = await startNewsroom();
    const [first, second] = [await report(), await report()];
    await look(first.url, FIXED);
    await look(first.url, { ...OPEN, replacement: 'left out' });
    expect(await look(second.url, FIXED)).toBe('new');
    expect((await readItem(endpoint, first.canonical)).sightings.readers).toBe(1);
  });

  test('who look before somebody reports it anew have not seen that', async () => {
    const { endpoint, report, look, later } = await startNewsroom();
    const [first, second] = [await report(), await report()];
    await look(first.url, FIXED);
    later();
    const third = await report();
    expect(await look(second.url, FIXED)).toBe('new');
    expect((await readItem(endpoint, third.canonical)).sightings.readers).toBe(1);
    expect(await look(first.url, FIXED)).toBe('fixed');
    expect((await readItem(endpoint, third.canonical)).state).toBe('fixed');
  });

  test('who came after an editor accepted it do not move it by themselves', async () => {
    const { endpoint, report, look, watch, decide: move } = await startNewsroom();
    const first = await report();
    await move(first.canonical, 'accepted');
    const [second, third] = [await report(), await report()];
    expect(await look(second.url, FIXED)).toBe('new');
    expect(await look(third.url, FIXED)).toBe('new');
    expect(await readItem(endpoint, first.canonical)).toMatchObject({
      ...{ state: 'accepted', etag: '"2"', sightings: { readers: 2 } },
    });
    // With one who was there before they do.
    expect(await look(first.url, FIXED)).toBe('fixed');
    for (const { canonical } of [first, second, third]) {
      expect((await readItem(endpoint, canonical)).state).toBe('fixed');
    }
    const elsewhere = { source: `https://${SITE}/b` };
    const other = await report(elsewhere);
    await move(other.canonical, 'accepted');
    const [fourth, fifth] = [await report(elsewhere), await report(elsewhere)];
    expect(await look(fourth.url, FIXED)).toBe('new');
    expect(await look(fifth.url, FIXED)).toBe('new');
    // So does an editor, who also makes them known by accepting what they reported.
    await move(fifth.canonical, 'accepted');
    expect(await look(fifth.url, FIXED)).toBe('fixed');
    expect((await readItem(endpoint, other.canonical)).state).toBe('fixed');
    const last = await report({ source: `https://${SITE}/c` });
    await move(last.canonical, 'accepted');
    expect(await watch(last.canonical, FIXED)).toBe('fixed');
  });

  test('whose reports are spam do not count, nor are those reports moved', async () => {
    const { endpoint, report, look, decide: move } = await startNewsroom();
    const [first, second, third] = [await report(), await report(), await report()];
    await move(third.canonical, 'spam');
    expect(await look(third.url, FIXED)).toBe('rejected');
    expect(await look(first.url, FIXED)).toBe('new');
    expect(await readItem(endpoint, first.canonical)).toMatchObject({
      ...{ readers: 2, sightings: { readers: 1 } },
    });
    expect(await look(second.url, FIXED)).toBe('fixed');
    expect(await readItem(endpoint, third.canonical)).toMatchObject({ state: 'spam', etag: '"2"' });
  });
});

describe('an editor', () => {
  test('who sees it fixed is believed alone, and knows what they have told', async () => {
    const { endpoint, report, watch } = await startNewsroom();
    const [first, second] = [await report(), await report()];
    expect(await watch(first.canonical, OPEN)).toBe('new');
    expect(await readItem(endpoint, second.canonical)).toMatchObject({ told: 'open' });
    expect(await watch(first.canonical, { verdict: 'fixed' })).toBe('fixed');
    const bob = await addEditor(endpoint, SITE);
    const seen = { readers: 0, byEditor: true, replacement: '' };
    for (const [editor, told] of [
      [endpoint, 'fixed'],
      [bob, null],
    ] as const) {
      expect(await readItem(editor, second.canonical)).toMatchObject({
        ...{ state: 'fixed', told, sightings: seen },
      });
    }
  });

  test('of another site finds no such report, and one without a token is not heard', async () => {
    const { endpoint, report } = await startNewsroom();
    const { canonical } = await report();
    const other = await addEditor(endpoint, 'other.example');
    expect((await observe(other, canonical, FIXED)).statusCode).toBe(404);
    expect((await observe({ ...endpoint, token: 'x' }, canonical, FIXED)).statusCode).toBe(401);
    expect(await readItem(endpoint, canonical)).toMatchObject({ state: 'new', sightings: UNSEEN });
  });

  test('says which site where one canonical came for several', async () => {
    const { endpoint, report } = await startNewsroom();
    const { canonical } = await report();
    await report({ canonical, source: `https://m.${SITE}/a` });
    expect((await observe(endpoint, canonical, FIXED)).statusCode).toBe(409);
    const observed = await observe(endpoint, canonical, FIXED, `?site=m.${SITE}`);
    expect(observed.json()).toMatchObject({ source: `https://m.${SITE}/a`, state: 'fixed' });
    expect(observed.headers.etag).toBe('"2"');
    const item = await ask(endpoint, `/api/reports/${canonical}?site=${SITE}`);
    expect(item.json()).toMatchObject({ state: 'new', sightings: UNSEEN });
  });

  test('who rejects it is not overruled', async () => {
    const { endpoint, report, look, watch, decide: move } = await startNewsroom();
    const [first, second] = [await report(), await report()];
    await move(first.canonical, 'rejected');
    expect(await watch(first.canonical, FIXED)).toBe('rejected');
    expect(await look(first.url, FIXED)).toBe('rejected');
    expect(await readItem(endpoint, first.canonical)).toMatchObject({ etag: '"2"' });
    expect((await readItem(endpoint, second.canonical)).state).toBe('fixed');
  });

  test('who undoes a move is not undone by what was seen before', async () => {
    const { endpoint, report, look, decide: move } = await startNewsroom();
    const [first, second, third] = [await report(), await report(), await report()];
    await look(first.url, FIXED);
    await look(second.url, FIXED);
    for (const { canonical } of [first, second, third]) await move(canonical, 'new');
    expect(await readItem(endpoint, first.canonical)).toMatchObject({ sightings: UNSEEN });
    // Neither the looks from before nor an acceptance bring it back.
    await move(first.canonical, 'accepted');
    expect(await look(third.url, FIXED)).toBe('new');
    expect(await look(second.url, FIXED)).toBe('fixed');
    expect(await listMoves(endpoint, first.canonical)).toEqual([
      ...[' new fixed', 'Ann fixed new', 'Ann new accepted', ' accepted fixed'],
    ]);
  });

  test('who has seen it fixed is to tell it again where that was undone, and not where it was accepted', async () => {
    const { endpoint, report, watch, decide: move } = await startNewsroom();
    const { canonical } = await report();
    const other = await addEditor(endpoint, SITE);
    const read = async () => (await readItem(other, canonical)).told;
    expect(await watch(canonical, FIXED, other)).toBe('fixed');
    expect(await read()).toBe('fixed');
    await move(canonical, 'new');
    expect(await read()).toBeNull();
    await watch(canonical, OPEN, other);
    await move(canonical, 'accepted');
    expect(await read()).toBe('open');
  });

  test('who accepts it does not take back that it was seen fixed', async () => {
    const { report, look, decide: move } = await startNewsroom();
    const [first, second] = [await report(), await report()];
    await look(first.url, FIXED);
    await move(first.canonical, 'accepted');
    expect(await look(second.url, FIXED)).toBe('fixed');
  });
});

describe('a mistake that returns', () => {
  test('is new again once two readers have seen it, when caches have forgotten', async () => {
    const { endpoint, report, look, later } = await startNewsroom();
    const [first, second] = [await report(), await report()];
    await look(first.url, FIXED);
    await look(second.url, FIXED);
    expect(await look(first.url, OPEN)).toBe('fixed');
    expect(await look(second.url, OPEN)).toBe('fixed');
    later(RETURN_GRACE);
    expect(await look(first.url, OPEN)).toBe('fixed');
    expect(await look(second.url, OPEN)).toBe('new');
    expect(await readItem(endpoint, first.canonical)).toMatchObject({
      ...{ state: 'new', etag: '"3"', sightings: UNSEEN },
    });
    expect(await listMoves(endpoint, first.canonical)).toEqual([' new fixed', ' fixed new']);
    expect(await look(first.url, FIXED)).toBe('new');
    expect(await look(second.url, FIXED)).toBe('fixed');
  });

  test('and goes, and returns, as two liars have it, moves a few times and then waits for a person', async () => {
    const { endpoint, report, look, later, decide: move } = await startNewsroom();
    const [first, second] = [await report(), await report()];
    const turn = async () => {
      const { state } = await readItem(endpoint, first.canonical);
      const lie = state === 'fixed' ? OPEN : FIXED;
      later(RETURN_GRACE);
      await look(first.url, lie);
      return look(second.url, lie);
    };
    for (let day = 0; day < 24; day += 1) await turn();
    const moves = await listMoves(endpoint, first.canonical);
    expect(moves).toHaveLength(MOST_TURNS);
    expect(new Set(moves)).toEqual(new Set([' new fixed', ' fixed new']));
    // Of the one that a person has decided about, it may be told anew; the other still waits.
    await turn();
    await move(first.canonical, 'accepted');
    expect(await turn()).toBe('new');
    expect(await listMoves(endpoint, first.canonical)).toHaveLength(MOST_TURNS + 2);
  });

  test('is new again once an editor has seen it, and stays so', async () => {
    const { endpoint, report, look, watch, later } = await startNewsroom();
    const [first, second] = [await report(), await report()];
    await look(first.url, FIXED);
    await look(second.url, FIXED);
    expect(await watch(first.canonical, OPEN)).toBe('fixed');
    // It was too early to count, and is to be told again.
    expect((await readItem(endpoint, first.canonical)).told).toBeNull();
    later(RETURN_GRACE);
    expect(await watch(first.canonical, OPEN)).toBe('new');
    expect((await readItem(endpoint, second.canonical)).told).toBe('open');
    // Those who saw it fixed before do not count for it again.
    expect(await look(first.url, FIXED)).toBe('new');
    expect(await look(second.url, FIXED)).toBe('fixed');
  });

  test('after an editor has marked it as fixed is new by the same rule', async () => {
    const { endpoint, report, look, decide: move, later } = await startNewsroom();
    const { canonical, url } = await report();
    await look(url, OPEN);
    await move(canonical, 'accepted');
    later(RETURN_GRACE);
    await move(canonical, 'fixed');
    expect(await look(url, OPEN)).toBe('fixed');
    later(RETURN_GRACE);
    expect(await look(url, OPEN)).toBe('new');
    expect(await listMoves(endpoint, canonical)).toEqual([
      ...['Ann new accepted', 'Ann accepted fixed', ' fixed new'],
    ]);
  });
});

describe('the receipt’s way to tell', () => {
  test('is named by it, under the public URL, and answers with it', async () => {
    const endpoint = await startEndpoint({ publicUrl: 'https://reports.example/sic/' });
    const annotation = writeAnnotation();
    const { headers } = await post(endpoint.server, annotation);
    const receipt = /<([^>]*)>; rel="status"/.exec([headers.link].flat().join())?.[1] ?? '';
    const path = new URL(receipt).pathname.replace('/sic', '');
    const told = await tell(endpoint, path, FIXED);
    expect(told.json()).toEqual({
      ...{ state: 'fixed', reason: '', readers: 1, observations: `${receipt}/observations` },
    });
    expect(told.headers).toMatchObject({
      'content-location': receipt,
      'cache-control': 'private, no-cache',
      allow: 'OPTIONS, POST',
    });
    const read = await endpoint.server.inject(path);
    expect([read.body, read.headers.etag]).toEqual([told.body, told.headers.etag]);
  });

  test.each<[string, number, object | string, string | null]>([
    ['no verdict', 400, {}, 'verdict'],
    ['another verdict', 400, { verdict: 'unknown' }, 'verdict'],
    ['a number', 400, { ...FIXED, replacement: 7 }, 'replacement'],
    ['a NUL', 400, { ...FIXED, replacement: 'a\0b' }, 'replacement'],
    ['half a character', 400, '{"verdict":"fixed","replacement":"\\ud800"}', 'replacement'],
    ['a long text', 400, { ...FIXED, replacement: 'x'.repeat(501) }, 'replacement'],
    ['a list', 400, '[]', null],
    ['nothing', 400, '', null],
    ['no JSON', 400, '{', null],
    ['a prototype', 400, '{"verdict":"fixed","__proto__":{}}', null],
    ['a book', 413, { ...FIXED, replacement: 'x'.repeat(5_000) }, null],
  ])('refuses %s with %i', async (_, status, body, path) => {
    const { endpoint, report } = await startNewsroom();
    const { canonical, url } = await report();
    const response = await tell(endpoint, url, body);
    expect([response.statusCode, response.headers['content-type']]).toEqual([
      ...[status, expect.stringContaining('application/problem+json')],
    ]);
    if (path !== null) expect(response.json().faults).toMatchObject([{ path }]);
    const editors = await observe(endpoint, canonical, typeof body === 'string' ? {} : body);
    expect(editors.statusCode).toBeGreaterThanOrEqual(400);
    expect(await readItem(endpoint, canonical)).toMatchObject({ state: 'new', sightings: UNSEEN });
  });

  test('takes no form, and nothing from who holds no receipt', async () => {
    const { endpoint, report } = await startNewsroom();
    const { canonical, url } = await report();
    const form = await tell(endpoint, url, 'verdict=fixed', { 'content-type': 'text/plain' });
    expect(form.statusCode).toBe(415);
    for (const guess of ['/receipts/x', `/receipts/${canonical}`, `${url}x`, url.slice(0, -1)]) {
      const response = await tell(endpoint, guess, FIXED);
      expect([guess, response.statusCode]).toEqual([guess, 404]);
    }
    expect(await readItem(endpoint, canonical)).toMatchObject({ state: 'new', sightings: UNSEEN });
  });

  test('takes POST alone, from any origin, without credentials', async () => {
    const { endpoint, report } = await startNewsroom();
    const { url } = await report();
    const observations = `${url}/observations`;
    for (const method of ['GET', 'PUT', 'PATCH', 'DELETE'] as const) {
      const response = await endpoint.server.inject({ method, url: observations });
      expect([method, response.statusCode, response.headers.allow]).toEqual([
        ...[method, 405, 'OPTIONS, POST'],
      ]);
    }
    const preflight = await endpoint.server.inject({
      method: 'OPTIONS',
      url: observations,
      headers: {
        origin: 'https://anywhere.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      },
    });
    expect(preflight.headers).toMatchObject({
      allow: 'OPTIONS, POST',
      'access-control-allow-origin': '*',
      'access-control-allow-methods': expect.stringContaining('POST'),
      'access-control-allow-headers': expect.stringContaining('Content-Type'),
    });
    expect(preflight.headers['access-control-allow-credentials']).toBeUndefined();
  });

  test('is limited, apart from reading and reporting', async () => {
    const endpoint = await startEndpoint({ postsPerMinute: 5 });
    const { url } = await send(endpoint);
    const codes: number[] = [];
    for (let i = 0; i < 12; i++) codes.push((await tell(endpoint, url, OPEN)).statusCode);
    expect(codes).toEqual([...Array(10).fill(200), 429, 429]);
    const refused = await tell(endpoint, url, OPEN);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(refused.json().detail).toContain('observations');
    expect((await endpoint.server.inject(url)).statusCode).toBe(200);
  });
});

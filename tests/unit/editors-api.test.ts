import { describe, expect, it, vi } from 'vitest';
import { createReviewApi } from '../../src/platform/editors-api.ts';

const ITEM = {
  canonical: 'urn:uuid:01890000-0000-7000-8000-000000000001',
  id: 'https://editors.example/annotations/x',
  source: 'https://news.example/story',
  kind: 'spelling',
  exact: 'recieve',
  prefix: 'to ',
  suffix: ' it',
  correction: 'receive',
  comment: '',
  createdAt: 1_700_000_000_000,
  receivedAt: 1_700_000_001_000,
  state: 'new',
  reason: '',
  etag: '"1"',
};

function answerWith(body: unknown, status = 200) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const send = vi.fn<typeof fetch>(async () => new Response(text, { status }));
  const api = createReviewApi({ endpoint: 'https://editors.example/sic', token: 'secret' }, send);
  const asked = () => {
    const [url, init] = send.mock.calls[0] ?? [];
    return { url: String(url), init, headers: new Headers(init?.headers) };
  };
  return { api, asked };
}

describe('the requests', () => {
  it('carry the token to the endpoint and follow no redirect with it', async () => {
    const { api, asked } = answerWith({ name: 'Ada', site: 'news.example' });
    expect(await api.whoAmI()).toEqual({ ok: true, value: { name: 'Ada', site: 'news.example' } });
    expect(asked().url).toBe('https://editors.example/sic/api/me');
    expect(asked().headers.get('Authorization')).toBe('Bearer secret');
    expect(asked().init).toMatchObject({ redirect: 'error', credentials: 'omit' });
  });

  it('ask for a page of one state, from where the page before ended', async () => {
    const { api, asked } = answerWith({ items: [], next: null });
    await api.list({ state: 'accepted', after: 'a b' });
    expect(asked().url).toContain('/api/reports?state=accepted&limit=50&after=a+b');
  });

  it('decide about the version that was seen', async () => {
    const { api, asked } = answerWith({
      ...ITEM,
      state: 'rejected',
      reason: 'a name',
      etag: '"2"',
    });
    const answer = await api.decide(ITEM.canonical, { state: 'rejected', reason: 'a name' }, '"1"');
    expect(answer).toMatchObject({ ok: true, value: { state: 'rejected', etag: '"2"' } });
    expect(asked().url).toContain('/api/reports/urn%3Auuid%3A01890000-');
    expect(asked().headers.get('If-Match')).toBe('"1"');
    expect(asked().init).toMatchObject({ method: 'POST' });
    expect(JSON.parse(String(asked().init?.body))).toEqual({ state: 'rejected', reason: 'a name' });
  });
});

describe('failures', () => {
  it.each([
    [401, 'unauthorised'],
    [403, 'unauthorised'],
    [404, 'gone'],
    [409, 'refused'],
    [412, 'conflict'],
    [500, 'refused'],
  ])('%d is %s, with what the endpoint says', async (status, failure) => {
    const { api } = answerWith({ title: 'No', detail: 'because' }, status);
    expect(await api.read(ITEM.canonical)).toEqual({ ok: false, failure, detail: 'because' });
  });

  it('names the status where the endpoint says nothing', async () => {
    const { api } = answerWith('<html>', 502);
    expect(await api.whoAmI()).toEqual({ ok: false, failure: 'refused', detail: '502' });
  });

  it('is a value when there is no answer', async () => {
    const api = createReviewApi({ endpoint: 'https://editors.example', token: 't' }, () =>
      Promise.reject(new TypeError('Failed to fetch')),
    );
    expect(await api.whoAmI()).toMatchObject({ ok: false, failure: 'network' });
  });
});

describe('malformed answers', () => {
  it.each([
    ['no JSON', '<!doctype html>'],
    ['null', null],
    ['a list', []],
    ['no items', { next: null }],
    ['no next', { items: [] }],
    ['an unknown state', { items: [{ ...ITEM, state: 'lost' }], next: null }],
    ['no etag', { items: [{ ...ITEM, etag: '' }], next: null }],
    ['a time in words', { items: [{ ...ITEM, createdAt: '2024-01-01' }], next: null }],
    ['words that are none', { items: [{ ...ITEM, exact: { toString: 'x' } }], next: null }],
  ])('%s is not believed', async (_, body) => {
    const { api } = answerWith(body);
    expect(await api.list({ state: 'new', after: null })).toMatchObject({
      ok: false,
      failure: 'malformed',
    });
  });

  it('a reason may be absent', async () => {
    const { reason: _, ...rest } = ITEM;
    const { api } = answerWith({ ...rest, reason: null });
    expect(await api.read(ITEM.canonical)).toMatchObject({ ok: true, value: { reason: '' } });
  });
});

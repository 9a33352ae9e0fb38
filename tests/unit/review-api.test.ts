import { describe, expect, it, vi } from 'vitest';
import { createReviewApi } from '../../src/platform/editors/review-api.ts';
import { answerWith, ENDPOINT, ITEM } from './review-items.ts';

describe('the requests', () => {
  it('carry the token to the endpoint and follow no redirect with it', async () => {
    const { api, send, asked } = answerWith({
      name: 'Ada',
      site: 'news.example',
      scopes: ['read'],
    });
    expect(await api.whoAmI()).toEqual({
      ok: true,
      value: { name: 'Ada', site: 'news.example', scopes: ['read'] },
    });
    expect(send.mock.calls[0]?.[0]).toBe('https://editors.example/sic/api/me');
    expect(asked().headers.get('Authorization')).toBe('Bearer secret');
    expect(asked().init).toMatchObject({ redirect: 'error', credentials: 'omit' });
  });

  it('ask for a page of one state, from where the page before ended', async () => {
    const { api, asked } = answerWith({ items: [], next: null });
    await api.reports.list({ state: 'accepted', after: 'a b' });
    expect(asked()).toMatchObject({
      ...{ path: 'reports', query: { state: 'accepted', limit: '50', after: 'a b' } },
    });
  });

  it('name no parameter that is empty: earlier endpoints refuse what they do not know', async () => {
    const { api, asked } = answerWith({ items: [], next: null });
    await api.reports.list({ state: null, after: null, page: '' });
    expect(asked().query).toEqual({ limit: '50' });
  });

  it('decide about the version that was seen', async () => {
    const { api, asked } = answerWith({
      ...ITEM,
      state: 'rejected',
      reason: 'a name',
      etag: '"2"',
    });
    const { canonical } = ITEM;
    const verdict = { state: 'rejected', reason: 'a name' } as const;
    const answer = await api.reports.decide(canonical, verdict, '"1"');
    expect(answer).toMatchObject({ ok: true, value: { state: 'rejected', etag: '"2"' } });
    expect(asked()).toMatchObject({
      path: `reports/${encodeURIComponent(canonical)}/decisions`,
      init: { method: 'POST' },
      body: verdict,
    });
    expect(asked().headers.get('If-Match')).toBe('"1"');
  });

  it('say which of several sites a report is of', async () => {
    const { api, asked } = answerWith({ items: [] });
    expect(await api.reports.listDecisions('urn:x', 'a.example')).toEqual({ ok: true, value: [] });
    expect(asked()).toMatchObject({
      ...{ path: 'reports/urn%3Ax/decisions', query: { site: 'a.example' } },
    });
  });
});

describe('failures', () => {
  it.each([
    [401, 'unauthorised', 1],
    [403, 'forbidden', 0],
    [404, 'gone', 0],
    [409, 'refused', 0],
    [412, 'conflict', 0],
    [429, 'limited', 0],
    [500, 'refused', 0],
  ])('%d is %s, with what the endpoint says', async (status, failure, told) => {
    const { api, onUnauthorised } = answerWith({ title: 'No', detail: 'because' }, { status });
    const answer = await api.reports.read(ITEM.canonical);
    expect(answer).toEqual({ ok: false, failure, detail: 'because' });
    expect(onUnauthorised).toHaveBeenCalledTimes(told);
  });

  it('names the status where the endpoint says nothing', async () => {
    const { api } = answerWith('<html>', { status: 502 });
    expect(await api.whoAmI()).toEqual({ ok: false, failure: 'refused', detail: '502' });
  });

  it('cuts what an endpoint says at length', async () => {
    const { api } = answerWith({ detail: 'x'.repeat(100_000) }, { status: 400 });
    const answer = await api.whoAmI();
    expect(answer.ok ? '' : answer.detail).toHaveLength(500);
  });

  it.each<[string, typeof fetch]>([
    ['there is no answer', () => Promise.reject(new TypeError('Failed to fetch'))],
    [
      'the answer breaks off',
      async () => {
        const body = new ReadableStream({
          start(stream) {
            stream.enqueue(new TextEncoder().encode('{"name":'));
            stream.error(new TypeError('network error'));
          },
        });
        return new Response(body);
      },
    ],
    ['a refusal breaks off', async () => new Response(breakOff(), { status: 502 })],
  ])('is a value when %s', async (_, send) => {
    const api = createReviewApi({ endpoint: ENDPOINT, token: 't' }, { send });
    expect(await api.whoAmI()).toMatchObject({ ok: false });
  });

  it('tells a broken answer from one that is no Sic endpoint’s', async () => {
    const send = async () => new Response(breakOff());
    const api = createReviewApi({ endpoint: ENDPOINT, token: 't' }, { send });
    expect(await api.whoAmI()).toMatchObject({ failure: 'network' });
    const { api: other } = answerWith('<!doctype html>');
    expect(await other.whoAmI()).toMatchObject({ failure: 'malformed' });
  });
});

function breakOff(): ReadableStream<Uint8Array> {
  return new ReadableStream({ start: (stream) => stream.error(new TypeError('broken')) });
}

describe('malformed answers', () => {
  it.each([
    ['no JSON', '<!doctype html>'],
    ['null', 'null'],
    ['a list', []],
    ['no items', { next: null }],
    ['no next', { items: [] }],
    ['an unknown state', { items: [{ ...ITEM, state: 'lost' }], next: null }],
    ['no etag', { items: [{ ...ITEM, etag: '' }], next: null }],
    ['a time in words', { items: [{ ...ITEM, createdAt: '2024-01-01' }], next: null }],
    ['words that are none', { items: [{ ...ITEM, exact: { toString: 'x' } }], next: null }],
  ])('%s is not believed', async (_, body) => {
    const { api } = answerWith(body);
    expect(await api.reports.list({ state: 'new', after: null })).toMatchObject({
      ok: false,
      failure: 'malformed',
    });
  });
});

describe('answers of earlier endpoints', () => {
  it('have no site and place, no looks and maybe no reason', async () => {
    const { reason: _, ...rest } = ITEM;
    const { api } = answerWith({ ...rest, reason: null });
    expect(await api.reports.read(ITEM.canonical)).toMatchObject({
      ok: true,
      value: { reason: '', site: '', place: '', readers: 1, told: null },
    });
  });

  it('say nothing of scopes: the token is good for all that editors do', async () => {
    const { api } = answerWith({ name: 'Ada', site: 'news.example' });
    expect(await api.whoAmI()).toMatchObject({ value: { scopes: ['read', 'decide', 'edit'] } });
  });

  it('know figures of less', async () => {
    const states = { new: 0, accepted: 0, rejected: 0, fixed: 0, spam: 0 };
    const kinds = { spelling: 0, grammar: 0, fact: 0, link: 0, 'missing-credit': 0, other: 0 };
    const { api, asked } = answerWith({
      ...{ site: 'news.example', from: '2024-01-01', to: '2024-01-02', zone: 'UTC', days: [] },
      total: { reports: 0, states, kinds },
      ...{ shares: { fixed: null, rejected: null }, mistakes: states, articles: [], editors: [] },
      ...{ decisionTime: { decided: 0, median: null, mean: null }, observed: states },
    });
    const question = { site: '', from: '2024-01-01', to: '', zone: 'Asia/Bishkek' };
    expect(await api.figures.read(question)).toMatchObject({
      ok: true,
      value: { repeated: [], fixTime: { fixed: 0, median: null, mean: null } },
    });
    expect(asked().query).toEqual({ from: '2024-01-01', zone: 'Asia/Bishkek' });
  });
});

it('gives up on an endpoint that does not answer', async () => {
  const timeout = vi.spyOn(AbortSignal, 'timeout');
  const { api, asked } = answerWith({});
  await api.whoAmI();
  expect(timeout).toHaveBeenCalledWith(30_000);
  expect(asked().init?.signal).toBe(timeout.mock.results[0]?.value);
  timeout.mockRestore();
});

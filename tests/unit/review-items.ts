/** Reports and clusters as an endpoint tells them, and an endpoint that answers one question. */
import { vi } from 'vitest';
import { createReviewApi } from '../../src/platform/editors/review-api.ts';

export const ITEM = {
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

export const CLUSTER = {
  ...{ place: 'a/b', site: 'news.example', state: 'new', kind: 'spelling', etag: '"3"' },
  counts: { new: 2, accepted: 0, rejected: 0, fixed: 0, spam: 0 },
  ...{ reports: 2, readers: 2, firstAt: 1, lastAt: 2, sample: ITEM },
  corrections: [{ correction: 'receive', count: 2 }],
  sightings: { readers: 0, byEditor: false, replacement: '' },
};

export const ENDPOINT = 'https://editors.example/sic';

/** @param body a string goes as it is, anything else as JSON */
export function answerWith(body: unknown, init: ResponseInit = {}) {
  const text = typeof body === 'string' || body === null ? body : JSON.stringify(body);
  const send = vi.fn<typeof fetch>(async () => new Response(text, init));
  const onUnauthorised = vi.fn();
  const api = createReviewApi({ endpoint: ENDPOINT, token: 'secret' }, { send, onUnauthorised });
  const asked = () => {
    const [url, sent] = send.mock.calls[0] ?? [];
    const { pathname, searchParams } = new URL(String(url));
    return {
      path: pathname.slice('/sic/api/'.length),
      query: Object.fromEntries(searchParams),
      init: sent,
      headers: new Headers(sent?.headers),
      body: sent?.body === undefined ? undefined : JSON.parse(String(sent.body)),
    };
  };
  return { api, send, asked, onUnauthorised };
}

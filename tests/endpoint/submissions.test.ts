/** What is stored, how often, and as it came; what is refused, and why. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openStore } from '../../src/endpoint/store/database.ts';
import {
  ask,
  mintCanonical,
  pathOf,
  post,
  SITE,
  startEndpoint,
  writeAnnotation,
} from './endpoint.ts';

describe('one canonical', () => {
  test('is stored once, however often it is posted', async () => {
    const endpoint = await startEndpoint();
    const annotation = writeAnnotation();
    const first = await post(endpoint.server, annotation);
    const second = await post(endpoint.server, { ...annotation, comment: 'another copy' });
    expect([first.statusCode, second.statusCode]).toEqual([201, 200]);
    expect(second.headers.location).toBe(first.headers.location);
    expect(second.headers.etag).toBe(first.headers.etag);
    expect(second.body).toBe(first.body);
    expect((await ask(endpoint, '/annotations/')).json().total).toBe(1);
  });

  test('is stored once when it is posted fifty times at once', async () => {
    const endpoint = await startEndpoint();
    const annotation = writeAnnotation();
    const responses = await Promise.all(
      Array.from({ length: 50 }, () => post(endpoint.server, annotation)),
    );
    const codes = responses.map((response) => response.statusCode);
    expect(codes.filter((code) => code === 201)).toHaveLength(1);
    expect(codes.filter((code) => code === 200)).toHaveLength(49);
    expect(new Set(responses.map((response) => response.headers.location)).size).toBe(1);
    expect((await ask(endpoint, '/annotations/')).json().total).toBe(1);
    expect((await ask(endpoint, '/api/reports')).json().items).toHaveLength(1);
  });

  test('among many others in parallel loses none of them', async () => {
    const endpoint = await startEndpoint();
    const canonicals = Array.from({ length: 60 }, mintCanonical);
    const twice = [...canonicals, ...canonicals];
    await Promise.all(
      twice.map((canonical) => post(endpoint.server, writeAnnotation({ canonical }))),
    );
    const { items } = (await ask(endpoint, '/api/reports?limit=200')).json();
    const stored = items.map((item: { canonical: string }) => item.canonical).sort();
    expect(stored).toEqual([...canonicals].sort());
  });
});

describe('the site', () => {
  test.each([
    ['https://NEWS.example/a', SITE],
    ['http://news.example:8080/a', SITE],
    ['https://reader:secret@news.example./a', SITE],
    ['https://новости.example/a', 'xn--b1amnebsh.example'],
    ['http://127.0.0.1:9/a', '127.0.0.1'],
    ['http://[::1]:9/a', '[::1]'],
  ])('of %s is %s', async (source, site) => {
    const { server, store } = await startEndpoint();
    const annotation = writeAnnotation({ source });
    expect((await post(server, annotation)).statusCode).toBe(201);
    const [report] = await store.reports.findReports(site, annotation.canonical);
    expect(report?.source).toBe(source);
  });
});

describe('words are kept exactly', () => {
  const words = fc
    .string({ unit: 'binary', minLength: 1, maxLength: 40 })
    .filter((text) => !text.includes('\0'));

  test.each([
    ['astral', '𝕊𝕚𝕔 🏳️‍🌈 𠜎'],
    ['right to left', 'مرحبا \u202Eabc\u202C שלום'],
    ['not normalised', 'e\u0301 \u00e9 \uFEFF \u00AD'],
    ['controls', '\u0001\u0008\t\r\n\u001f\u007f\u0085\u2028\u2029'],
    ['markup and SQL', `<script>'"--;DROP TABLE reports</script>&amp;`],
    ['noncharacters', '\uFFFE\uFFFF\uFFFD'],
  ])('%s', async (_name, text) => {
    const endpoint = await startEndpoint();
    await expectRoundTrip(endpoint, text);
  });

  test('any', async () => {
    const endpoint = await startEndpoint();
    await fc.assert(
      fc.asyncProperty(words, (text) => expectRoundTrip(endpoint, text)),
      { numRuns: 60 },
    );
  });

  test('over a restart', async () => {
    const { server, store, directory } = await startEndpoint();
    const annotation = writeAnnotation({ comment: 'ж\u0001𝕊\u202E' });
    await post(server, annotation);
    await store.close();
    const reopened = await openStore({ directory });
    try {
      const [report] = await reopened.reports.findReports(SITE, annotation.canonical);
      expect(JSON.parse(report?.annotation ?? 'null')).toEqual(annotation);
    } finally {
      await reopened.close();
    }
  });

  async function expectRoundTrip(
    endpoint: Awaited<ReturnType<typeof startEndpoint>>,
    text: string,
  ): Promise<void> {
    const annotation = writeAnnotation({
      selectors: [{ type: 'TextQuoteSelector', exact: text, prefix: text, suffix: text }],
      correction: text,
      comment: text,
    });
    const created = await post(endpoint.server, annotation);
    expect(created.statusCode).toBe(201);
    const got = await endpoint.server.inject(pathOf(created.headers.location));
    expect(got.json()).toEqual({ ...annotation, id: created.headers.location });
    const item = await ask(endpoint, `/api/reports/${annotation.canonical}`);
    expect(item.json()).toMatchObject({
      exact: text,
      prefix: text,
      suffix: text,
      correction: text,
      comment: text,
    });
  }
});

describe('a fault is named by its path', () => {
  const valid = writeAnnotation();
  test.each<[string, unknown]>([
    ['canonical', { ...valid, canonical: 'no IRI' }],
    ['canonical', { ...valid, canonical: `urn:x:${'ж'.repeat(500)}` }],
    ['canonical', { ...valid, canonical: [valid.canonical] }],
    ['motivation', { ...valid, motivation: 'complaining' }],
    ['created', { ...valid, created: 'yesterday' }],
    ['created', { ...valid, created: '2026-02-03T04:05:06+01' }],
    ['target.source', { ...valid, target: { ...valid.target, source: 'javascript:alert(1)' } }],
    [
      'target.selector.0',
      {
        ...valid,
        target: { ...valid.target, selector: [{ type: 'TextQuoteSelector', exact: '' }] },
      },
    ],
    ['target', { ...valid, target: `https://${'a.'.repeat(200)}example/` }],
    ['id', { ...valid, id: { '@id': 'x' } }],
    ['extra.a.1', { ...valid, extra: { a: ['fine', 'half \ud83d'] } }],
    ['body.0.value', { ...valid, body: [{ type: 'TextualBody', value: 'a\0b' }] }],
    ['type', []],
    ['', 'text'],
    ['', null],
  ])('%s', async (path, input) => {
    const endpoint = await startEndpoint();
    const response = await post(endpoint.server, JSON.stringify(input));
    expect(response.statusCode).toBe(400);
    expect(response.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    const problem = response.json();
    expect(problem).toMatchObject({ status: 400, title: 'Bad Request' });
    const found = problem.faults.some(
      (fault: { path: string }) => fault.path === path || fault.path.startsWith(`${path}.`),
    );
    expect([found, problem.faults]).toEqual([true, expect.anything()]);
    expect(problem.faults[0].message).not.toBe('');
    expect((await ask(endpoint, '/annotations/')).json().total).toBe(0);
  });
});

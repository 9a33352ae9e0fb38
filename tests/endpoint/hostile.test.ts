/** Input from nobody's friend: answered with the sender's fault, never stored, never the endpoint's failure. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mintCanonical, post, SITE, startEndpoint, writeAnnotation } from './endpoint.ts';

test.each<[string, string | Buffer]>([
  ['no JSON', '{'],
  ['nothing', ''],
  [
    'bytes that are no UTF-8',
    Buffer.from(JSON.stringify(writeAnnotation({ comment: '\xff' })), 'latin1'),
  ],
  ['__proto__', '{"__proto__":{"type":"Annotation"}}'],
  ['constructor.prototype', '{"constructor":{"prototype":{"x":1}}}'],
  ['an infinite number', JSON.stringify(writeAnnotation()).replace('{', '{"n":1e999,')],
  ['NUL in a name', JSON.stringify(writeAnnotation()).replace('{', '{"a\\u0000":1,')],
  ['thirty thousand brackets', '['.repeat(30_000) + ']'.repeat(30_000)],
  [
    'depth in a valid one',
    JSON.stringify(writeAnnotation()).replace('{', `{"x":${'['.repeat(40)}${']'.repeat(40)},`),
  ],
  [
    'thousands of wrong bodies',
    JSON.stringify({ ...writeAnnotation(), body: Array(5_000).fill(0) }),
  ],
  [
    'a source longer than URLs are',
    JSON.stringify(writeAnnotation({ source: `https://${SITE}/${'a'.repeat(5_000)}` })),
  ],
  ['a host that is none', JSON.stringify(writeAnnotation({ source: 'https://exa mple/' }))],
])('%s', async (_name, payload) => {
  const { server, store, errors } = await startEndpoint();
  const response = await post(server, payload);
  expect(response.statusCode).toBe(400);
  expect(response.headers['content-type']).toContain('application/problem+json');
  expect(response.json().faults?.length ?? 1).toBeLessThanOrEqual(50);
  expect(errors).toEqual([]);
  expect((await store.reports.summarizeSite(SITE)).total).toBe(0);
});

test('what would keep the checks busy is refused before them', async () => {
  const { server } = await startEndpoint();
  const crowds: [string, object][] = [
    ['body', { ...writeAnnotation(), body: Array(5_000).fill(0) }],
    ['x.y', { ...writeAnnotation(), x: { y: Array(5_000).fill({}) } }],
  ];
  for (const [path, annotation] of crowds) {
    const { faults } = (await post(server, annotation)).json();
    expect(faults).toEqual([{ path, message: 'has too many parts' }]);
  }
});

test('of very many faults fifty are named', async () => {
  const { server } = await startEndpoint();
  const annotation = { ...writeAnnotation(), x: Array(900).fill('\0') };
  const response = await post(server, annotation);
  expect(response.statusCode).toBe(400);
  expect(response.json().faults).toHaveLength(50);
});

test('a book is too large', async () => {
  const { server, store } = await startEndpoint();
  const pad = (length: number) => {
    const annotation = { ...writeAnnotation(), pad: '' };
    return JSON.stringify({
      ...annotation,
      pad: 'x'.repeat(length - JSON.stringify(annotation).length),
    });
  };
  expect((await post(server, pad(64 * 1024))).statusCode).toBe(201);
  const response = await post(server, pad(64 * 1024 + 1));
  expect(response.statusCode).toBe(413);
  expect(response.headers['content-type']).toContain('application/problem+json');
  expect((await store.reports.summarizeSite(SITE)).total).toBe(1);
});

test('any bytes get an answer that is not a failure', async () => {
  const { server, errors } = await startEndpoint();
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
      expect((await post(server, Buffer.from(bytes))).statusCode).toBe(400);
    }),
    { numRuns: 200 },
  );
  expect(errors).toEqual([]);
});

test('any JSON gets an answer that is not a failure', async () => {
  const { server, errors } = await startEndpoint();
  await fc.assert(
    fc.asyncProperty(fc.jsonValue({ stringUnit: 'binary' }), async (value) => {
      expect((await post(server, JSON.stringify(value))).statusCode).toBe(400);
    }),
    { numRuns: 200 },
  );
  expect(errors).toEqual([]);
});

test('a valid annotation with anything at any place is stored whole or not at all', async () => {
  const { server, store, errors } = await startEndpoint();
  const odd = fc.oneof(
    fc.jsonValue({ stringUnit: 'binary' }),
    fc.constantFrom(
      ...['', '\0', '\ud800', "'; DROP TABLE reports;--", '=cmd|x', 'a\r\nX: y', '%00', '../..'],
      ...[
        '2026-13-01T00:00Z',
        '2026-01-01T24:00Z',
        '9999-12-31T23:59:59Z',
        'http://',
        'https://%/',
      ],
      ...[-1, 1e308, 2 ** 53, true, null],
    ),
  );
  const places = fc.constantFrom<string[]>(
    ...[
      ['@context'],
      ['type'],
      ['canonical'],
      ['motivation'],
      ['created'],
      ['body'],
      ['id'],
      ['via'],
    ],
    ...[['body', '0'], ['body', '0', 'value'], ['body', '1', 'purpose'], ['target'], ['x']],
    ...[
      ['target', 'source'],
      ['target', 'scope'],
      ['target', 'selector'],
      ['target', 'selector', '0'],
    ],
    ...[
      ['target', 'selector', '0', 'exact'],
      ['target', 'selector', '1', 'start'],
    ],
    ...[['toString'], ['constructor'], ['target', 'hasOwnProperty'], ['toJSON'], ['then']],
  );
  let stored = 0;
  let refused = 0;
  await fc.assert(
    fc.asyncProperty(places, odd, async (place, value) => {
      const canonical = mintCanonical();
      const annotation: unknown = JSON.parse(JSON.stringify(writeAnnotation({ canonical })));
      replaceAt(annotation, place, value);
      const response = await post(server, JSON.stringify(annotation));
      expect([200, 201, 400]).toContain(response.statusCode);
      if (response.statusCode === 400) {
        refused++;
        expect(response.headers['content-type']).toContain('application/problem+json');
        expect(await store.reports.findReports(SITE, canonical)).toEqual([]);
      } else {
        stored++;
        const { id, via, ...rest } = response.json();
        expect(rest).toEqual(omit(JSON.parse(JSON.stringify(annotation)), ['id', 'via']));
        expect(id).toBe(response.headers.location);
      }
    }),
    { numRuns: 500 },
  );
  expect(errors).toEqual([]);
  expect(stored).toBeGreaterThan(20);
  expect(refused).toBeGreaterThan(20);
});

test.each([
  '/annotations/%',
  '/annotations/..%2f..%2fetc%2fpasswd',
  `/annotations/${'a'.repeat(5_000)}`,
  '/annotations/?page=1%00',
  '/%2e%2e/package.json',
  '/api/reports/urn:uuid:1',
  '/annotations/__proto__',
  '/receipts/',
  '/receipts/%',
  '/receipts/..%2fannotations%2f',
  `/receipts/${'a'.repeat(5_000)}`,
  '/receipts/%00',
  "/receipts/' OR 1=1--",
  '/receipts/__proto__',
])('%s is nothing', async (url) => {
  const { server, token, errors } = await startEndpoint();
  const response = await server.inject({ url, headers: { authorization: `Bearer ${token}` } });
  expect(response.statusCode).toBeGreaterThanOrEqual(400);
  expect(response.statusCode).toBeLessThan(500);
  expect(response.headers['content-type']).toContain('application/problem+json');
  expect(errors).toEqual([]);
});

function replaceAt(target: unknown, [key, ...rest]: string[], value: unknown): void {
  if (typeof target !== 'object' || target === null || key === undefined) return;
  if (rest.length === 0) Reflect.set(target, key, value);
  else replaceAt(Reflect.get(target, key), rest, value);
}

function omit(value: object, keys: string[]): object {
  return Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)));
}

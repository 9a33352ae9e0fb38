/** Any valid Web Annotation is taken and comes back as it was; none that is invalid is, and the fault is named. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { narrowAnnotation } from '../../src/endpoint/annotations/narrow-annotation.ts';
import { readSubmission } from '../../src/endpoint/annotations/submissions.ts';
import { parseAnnotation } from '../../src/model/annotation.ts';
import { readReport } from '../../src/model/report.ts';
import { annotations, FAULTS, type Json } from './annotation-arbitraries.ts';
import { ask, pathOf, post, SITE, startEndpoint, writeAnnotation } from './endpoint.ts';

function withChange(annotation: Json, change: Json): Json {
  const changed = { ...annotation, ...change };
  return Object.fromEntries(Object.entries(changed).filter(([, value]) => value !== undefined));
}

test('any valid one is stored as it came, and the queue shows it', async () => {
  const endpoint = await startEndpoint({ requestsPerEditor: 100_000 });
  await fc.assert(
    fc.asyncProperty(annotations, async (annotation) => {
      const payload = JSON.stringify(annotation);
      const created = await post(endpoint.server, payload);
      expect([created.statusCode, created.body]).toEqual([201, expect.anything()]);
      const { id, canonical, ...kept } = created.json();
      expect(kept).toEqual(JSON.parse(payload));
      const got = await endpoint.server.inject(pathOf(id));
      expect([got.statusCode, got.body]).toEqual([200, created.body]);
      const item = await ask(endpoint, `/api/reports/${encodeURIComponent(canonical)}`);
      expect([item.statusCode, item.json()]).toMatchObject([200, { id, canonical }]);
      expect(new URL(item.json().source).hostname).toMatch(/(^|\.)news\.example$/);
    }),
    { numRuns: 150 },
  );
  const queue = await ask(endpoint, '/api/reports?limit=200');
  expect([queue.statusCode, queue.json().items.length]).toEqual([200, 150]);
  expect(endpoint.errors).toEqual([]);
});

test.each(FAULTS)('%j makes any invalid, at %s', (change, path) => {
  fc.assert(
    fc.property(annotations, (annotation) => {
      const read = readSubmission(withChange(annotation, change), 1);
      expect(read.ok ? [] : read.faults.map((fault) => fault.path)).toContain(path);
    }),
    { numRuns: 20 },
  );
});

describe('as a report', () => {
  const read = (annotation: object) =>
    readReport(
      narrowAnnotation({ ...annotation }, { canonical: 'x:y', source: 'x:z', createdAt: 5 }),
    );

  test('one of the extension’s own says what it always has', () => {
    const annotation = writeAnnotation({ scope: `https://${SITE}/around` });
    const parsed = parseAnnotation(annotation);
    expect(parsed.ok && readReport(parsed.value)).toEqual(read(annotation));
  });

  test.each<[string, object, object]>([
    [
      'the first page',
      { target: ['urn:x:y', 'https://a.example/'] },
      { source: 'https://a.example/' },
    ],
    [
      'a page in a set',
      { target: { type: 'List', items: [{ id: 'http://b.example/' }] } },
      { source: 'http://b.example/' },
    ],
    ['no page at all', { target: 5 }, { source: 'x:z', canonical: 'x:y', createdAt: 5 }],
    [
      'a quote that refines a fragment',
      {
        target: {
          source: { id: 'https://a.example/' },
          selector: {
            ...{ type: 'FragmentSelector', value: 'p' },
            refinedBy: { type: 'TextQuoteSelector', exact: 'q', prefix: 'p' },
          },
        },
      },
      { exact: 'q', prefix: 'p', suffix: '' },
    ],
    ['no quote', { target: 'https://a.example/' }, { exact: '' }],
    ['a plain remark', { bodyValue: 'so' }, { comment: 'so', kind: 'other', correction: '' }],
    [
      'a remark without a purpose',
      { motivation: 'editing', body: { value: 'so' } },
      { comment: 'so', correction: '' },
    ],
    ['a tag', { motivation: 'tagging', body: [{ value: 'fact' }] }, { kind: 'fact', comment: '' }],
    [
      'a question',
      { motivation: ['questioning'], body: { value: 'why', purpose: 'x:y' } },
      { comment: 'why' },
    ],
    [
      'a correction',
      { body: [5, null, { value: 'new', purpose: ['x:y', 'editing'] }] },
      { correction: 'new' },
    ],
    [
      'a choice',
      { body: { type: 'Choice', items: ['x:y', { value: 'a' }, { value: 'b' }] } },
      { comment: 'a' },
    ],
    [
      'a page around it',
      { target: { source: 'https://a.example/', scope: ['x:y', 'https://b.example/'] } },
      { scope: 'https://b.example/' },
    ],
  ])('%s', (_name, annotation, expected) => {
    expect(read(annotation)).toMatchObject(expected);
  });

  test('anything is something', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (annotation) => {
        expect(read(annotation).canonical).toBe('x:y');
      }),
    );
    const known = { canonical: 'x:y', source: 'x:z', createdAt: Number.MAX_SAFE_INTEGER };
    expect(narrowAnnotation({}, known).created).toBe('');
  });

  test('a kind is no longer than the database can look for', () => {
    const tag = { type: 'TextualBody', purpose: 'tagging', value: '𝕊'.repeat(5_000) };
    const submission = readSubmission({ ...writeAnnotation(), body: [tag] }, 1);
    expect(submission.ok && submission.value.kind).toBe('𝕊'.repeat(100));
  });
});

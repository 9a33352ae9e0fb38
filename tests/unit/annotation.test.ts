import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Annotation,
  annotationSchema,
  parse,
  parseAnnotation,
} from '../../src/model/annotation.ts';
import { composeAnnotation, readReport } from '../../src/model/report.ts';
import { makeDraft } from './outbox-fake.ts';

const valid = composeAnnotation(makeDraft());

/** Every place in an annotation, as a path. */
function listPaths(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, one]) => listPaths(one, [...path, key]))];
}

function replaceAt(value: unknown, path: (string | number)[], put: unknown): unknown {
  const [first, ...rest] = path;
  if (first === undefined) return put;
  const copy = structuredClone(value) as Record<string | number, unknown>;
  copy[first] = replaceAt(copy[first], rest, put);
  return copy;
}

describe('parseAnnotation', () => {
  it('never throws on anything that JSON can say', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 8, noUnicodeString: false }), (input) => {
        const parsed = parseAnnotation(input);
        if (!parsed.ok) expect(parsed.faults.length).toBeGreaterThan(0);
      }),
    );
  });

  it('never throws on a valid annotation with anything in any place', () => {
    const place = fc.constantFrom(...listPaths(valid));
    fc.assert(
      fc.property(place, fc.oneof(fc.anything(), fc.jsonValue()), (path, put) => {
        const parsed = parseAnnotation(replaceAt(valid, path, put));
        if (parsed.ok) expect(parse(annotationSchema, parsed.value).ok).toBe(true);
        if (parsed.ok) expect(Number.isNaN(readReport(parsed.value).createdAt)).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  it('takes no prototype from the wire', () => {
    const text = JSON.stringify(valid).replace(/^\{/, '{"__proto__":{"polluted":1},');
    const parsed = parseAnnotation(JSON.parse(text));
    expect(parsed.ok).toBe(true);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    if (parsed.ok) expect((parsed.value as Record<string, unknown>)['polluted']).toBeUndefined();
    const inBody = JSON.parse(text.replace('"purpose"', '"__proto__":{"value":"x"},"purpose"'));
    expect(parseAnnotation(inBody).ok).toBe(true);
  });

  it('takes nesting of any depth without a fault of its own', () => {
    let deep: unknown = 1;
    for (let i = 0; i < 50_000; i += 1) deep = [deep];
    expect(parseAnnotation(deep).ok).toBe(false);
    expect(parseAnnotation({ ...valid, extra: deep }).ok).toBe(true);
    expect(parseAnnotation({ ...valid, body: deep }).ok).toBe(false);
    expect(parseAnnotation({ ...valid, target: deep }).ok).toBe(false);
  });

  it('holds its limits', () => {
    const quote = (exact: string) => ({ ...makeDraft(), correction: exact });
    expect(parseAnnotation(composeAnnotation(quote('x'.repeat(10_000)))).ok).toBe(true);
    expect(parseAnnotation(composeAnnotation(quote('x'.repeat(10_001)))).ok).toBe(false);
    const body = Array.from({ length: 21 }, () => valid.body[0]);
    expect(parseAnnotation({ ...valid, body }).ok).toBe(false);
  });

  it('takes one body or selector for a list of one, and none for none', () => {
    const [body] = valid.body;
    const [selector] = valid.target.selector;
    const single = parseAnnotation({ ...valid, body, target: { ...valid.target, selector } });
    expect(single).toMatchObject({
      ok: true,
      value: { body: [body], target: { selector: [selector] } },
    });
    const { body: _, ...without } = valid;
    expect(parseAnnotation(without)).toMatchObject({ ok: true, value: { body: [] } });
  });

  it.each<[string, Record<string, unknown>]>([
    ['another motivation', { motivation: 'commenting' }],
    ['a canonical that is no uuid', { canonical: 'https://x.example/1' }],
    ['a canonical in upper case', { canonical: valid.canonical.replace('f', 'F') }],
    ['no context', { '@context': undefined }],
    ['another context', { '@context': ['https://x.example/'] }],
    ['a time that is none', { created: '2024-02-31' }],
    ['a file as target', { target: { ...valid.target, source: 'file:///etc/passwd' } }],
    ['a script as target', { target: { ...valid.target, source: 'javascript:alert(1)' } }],
    ['a relative target', { target: { ...valid.target, source: '/story' } }],
    ['http in a fragment', { target: { ...valid.target, source: 'data:,#http://x.example' } }],
    [
      'an empty quote',
      { target: { ...valid.target, selector: { type: 'TextQuoteSelector', exact: '' } } },
    ],
    [
      'half a position',
      { target: { ...valid.target, selector: { type: 'TextPositionSelector', start: 1 } } },
    ],
    [
      'a negative position',
      {
        target: { ...valid.target, selector: { type: 'TextPositionSelector', start: -1, end: 0 } },
      },
    ],
  ])('refuses %s, and says where', (_, change) => {
    const parsed = parseAnnotation({ ...valid, ...change });
    expect(parsed.ok).toBe(false);
    const [key] = Object.keys(change);
    if (!parsed.ok)
      expect(parsed.faults.some(({ path }) => path.startsWith(String(key)))).toBe(true);
  });

  it('takes the parts of other tools along', () => {
    const foreign = {
      ...valid,
      '@context': ['https://x.example/more', 'http://www.w3.org/ns/anno.jsonld'],
      creator: { name: 'x' },
      target: {
        ...valid.target,
        selector: [{ type: 'XPathSelector', value: '/p' }, ...valid.target.selector],
      },
    };
    const parsed = parseAnnotation(foreign);
    expect(parsed).toEqual({ ok: true, value: foreign });
  });
});

it('the time of whatever is taken can be read', () => {
  const times = fc.oneof(
    fc
      .date({ noInvalidDate: true, min: new Date(0), max: new Date('9999-12-31') })
      .map((day) => day.toISOString()),
    fc.stringMatching(
      /^\d{4}-(0\d|1[0-9])-[0-3]\d[T ]([01]\d|2[0-9]):[0-6]\d(:[0-6]\d(\.\d{1,9})?)?(Z|[+-][0-2]\d(:?[0-5]\d)?)$/,
    ),
    fc.constantFrom('2024-02-30T00:00:00Z', '2024-01-01T24:00:00Z', '2024-01-01 00:00:00+00'),
  );
  fc.assert(
    fc.property(times, (created) => {
      const parsed = parseAnnotation({ ...valid, created });
      if (parsed.ok)
        expect([created, readReport(parsed.value as Annotation).createdAt]).not.toContain(
          Number.NaN,
        );
    }),
    { numRuns: 3000 },
  );
});

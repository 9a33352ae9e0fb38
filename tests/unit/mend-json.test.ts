import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mendJson } from '../../src/page/mend-json.ts';

const mend = (text: string): unknown => JSON.parse(mendJson(text) ?? 'null') as unknown;

describe('mendJson', () => {
  it.each([
    ['raw line breaks', '{"a":"x\n\ty"}', { a: 'x  y' }],
    ['commas at the end', '{"a":[1,2,],}', { a: [1, 2] }],
    ['two commas', '{"a":"b" ,,"c":"d"}', { a: 'b', c: 'd' }],
    ['a comma that is missing', '{"a":"b"\n  "c":"d"}', { a: 'b', c: 'd' }],
    [
      'words that are no values',
      '{"a":undefined,"b":NaN,"c":-1.5e3}',
      { a: null, b: null, c: -1500 },
    ],
    [
      'comments',
      '{"a":"x", // one\n/* two */"b":"http://x.example/*y*/"}',
      { a: 'x', b: 'http://x.example/*y*/' },
    ],
    ['a stray backslash', '{"a":"C:\\x \\u12 it\\\'s"}', { a: "C:\\x \\u12 it's" }],
    [
      'quotes in a string',
      '{"a":"say "hi" to","b":"A "big", fine day"}',
      { a: 'say "hi" to', b: 'A "big", fine day' },
    ],
    ['single quotes', "{'a':'it is \"so\"'}", { a: 'it is "so"' }],
    ['no end', '{"a":{"b":[1,{"c":"d', { a: { b: [1, { c: 'd' }] } }],
    ['no value', '{"a":', { a: null }],
    ['an end too many', '{"a":1}}]', { a: 1 }],
    ['an end that is missing in between', '{"a":[{"b":1],"c":2}', { a: [{ b: 1 }], c: 2 }],
    ['several objects', '{"a":1}{"b":2};\n{"c":3}', [{ a: 1 }, { b: 2 }, { c: 3 }]],
  ])('%s', (_name, text, expected) => {
    expect(mend(text)).toEqual(expected);
  });

  it('changes nothing that is JSON', () => {
    const inner = fc.jsonValue({ maxDepth: 4 });
    fc.assert(
      fc.property(fc.oneof(fc.array(inner), fc.dictionary(fc.string(), inner)), (value) => {
        const text = JSON.stringify(value);
        expect(mend(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it('finds what was there where the end is cut off', () => {
    const value = fc.dictionary(
      fc.stringMatching(/^[a-z]{1,5}$/),
      fc.stringMatching(/^[a-z ]{0,9}$/),
    );
    fc.assert(
      fc.property(value, fc.nat(100), (object, cut) => {
        const text = JSON.stringify(object);
        const kept = text.slice(0, 1 + (cut % text.length));
        const mended = mendJson(kept) ?? '';
        expect(() => JSON.parse(mended) as unknown).not.toThrow();
      }),
    );
  });

  it('answers anything, and gives up where it nests too deep', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '"',
      "'",
      ',',
      ':',
      '\\',
      '//',
      '/*',
      '*/',
      'a',
      '1',
      '\n',
      ' ',
      'null',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece).map((all) => all.join('')),
        ),
        (text) => {
          const mended = mendJson(text);
          expect(mended === null || mended.length <= text.length * 4 + 10).toBe(true);
        },
      ),
      { numRuns: 1000 },
    );
    expect(mendJson('['.repeat(100_000))).toBeNull();
  });
});

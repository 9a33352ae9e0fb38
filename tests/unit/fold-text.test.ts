import fc from 'fast-check';
import { expect, it } from 'vitest';
import { foldText, unifyTypography } from '../../src/model/fold-text.ts';

const fold = (text: string) => foldText(text).text;

it.each([
  ['Straße  ÉCOLE', 'straße ecole'],
  ['“Ой”, — сказал', '"ои", - сказал'],
  ['e\u0301te\u0301', 'ete'],
  ['soft\u00adhyphen\u200b', 'softhyphen'],
  ['ﬁne ½', 'fine 1⁄2'],
  ['a\u00a0\t\n b', 'a b'],
  ['a \u200b b', 'a b'],
  ['İstanbul', 'istanbul'],
  ['𝒜𐐀', 'a𐐨'],
])('folds %j', (text, expected) => {
  expect(fold(text)).toBe(expected);
});

it('leads every folded character back to the one it came from', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const { text: folded, origins } = foldText(text);
      expect(origins).toHaveLength(folded.length + 1);
      expect(origins.at(-1)).toBe(text.length);
      let last = 0;
      for (const [index, origin] of origins.entries()) {
        expect(origin).toBeGreaterThanOrEqual(last);
        last = origin;
        const isInPair =
          /[\ud800-\udbff]/.test(text.charAt(origin - 1)) &&
          /[\udc00-\udfff]/.test(text.charAt(origin));
        expect(isInPair).toBe(false);
        if (index < folded.length) expect(origin).toBeLessThan(text.length);
      }
    }),
    { numRuns: 500 },
  );
});

it('folds a whole as it folds its parts, and what is folded no further', () => {
  const words = fc.array(fc.stringMatching(/^[\p{L}\p{N}«»“—’-]+$/u), { maxLength: 5 });
  fc.assert(
    fc.property(words, (all) => {
      expect(fold(all.join(' '))).toBe(all.map(fold).join(' ').replace(/ +/g, ' '));
    }),
  );
});

it('unifyTypography keeps case, accents and marks that make another word', () => {
  expect(unifyTypography('«Да»  — т.д.…')).toBe('"Да" - т.д....');
  expect(unifyTypography('cafe\u0301')).toBe('café');
  for (const [one, other] of [
    ['россия', 'Россия'],
    ['свои', 'свой'],
    ['cafe', 'café'],
    ['कि', 'की'],
    ['м2', 'м²'],
    ['가', '각'],
  ] as const) {
    expect(unifyTypography(one)).not.toBe(unifyTypography(other));
  }
});

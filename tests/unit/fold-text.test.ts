import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findCharacterEnd, foldText } from '../../src/model/fold-text.ts';

const fold = (text: string) => foldText(text).text;

it.each([
  ['Straße  ÉCOLE', 'Straße ÉCOLE'],
  ['“Ой”, — сказал', '"Ой", - сказал'],
  ['e\u0301te\u0301', 'été'],
  ['e\u00ad\u0301', 'é'],
  ['soft\u00adhyphen\u200b', 'softhyphen'],
  ['می\u200cروم', 'میروم'],
  ['abc\u200f \u2067def\u2069', 'abc def'],
  ['т.д.…', 'т.д....'],
  ['a\u00a0\t\n b', 'a b'],
  ['a \u200b b', 'a b'],
  ['각'.normalize('NFD'), '각'],
  ['हिन्दी', 'हिन्दी'],
  ['\u212b \u2126', 'Å Ω'],
  ['漢 字\nか な 。 ok', '漢字かな。ok'],
  ['한 국', '한 국'],
  ['か \u3099', 'か\u3099'],
  ['か\u3099', 'が'],
  ['a  か\u3099', 'aが'],
  ['a \u2067 か\u3099', 'aが'],
  ['𝒜𐐀', '𝒜𐐀'],
])('folds %j', (text, expected) => {
  expect(fold(text)).toBe(expected);
});

it('composes as Unicode does, whatever has been left out between a letter and its marks', () => {
  const parts = fc.constantFrom(
    'a',
    'e',
    'и',
    'क',
    'ो',
    'ᄀ',
    'ᅡ',
    'ᆨ',
    '\u0301',
    '\u0323',
    '\u0308',
    '\u00ad',
    '\u200b',
  );
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 12 }), (all) => {
      // What stands first has nothing before it to join.
      const text = `x${all.join('')}`;
      const seen = text.replace(/[\u00ad\u200b]/g, '');
      expect(fold(text)).toBe(seen.normalize('NFC'));
    }),
    { numRuns: 1000 },
  );
});

it('is bounded by the text, whatever marks are heaped up', () => {
  const text = `e${'\u0301'.repeat(20_000)}`;
  expect(fold(text).length).toBeLessThanOrEqual(text.length);
});

it.each([
  ['e\u0301x', 2],
  ['e\u00ad\u0301x', 3],
  ['e\u00adx', 1],
  ['𐐀x', 2],
  ['x', 1],
])('finds the end of the character in %j', (text, end) => {
  expect(findCharacterEnd(text, 0)).toBe(end);
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
  const words = fc.array(fc.stringMatching(/^[a-zà-öа-яё0-9«»“—’-]+$/u), { maxLength: 5 });
  fc.assert(
    fc.property(words, (all) => {
      const whole = fold(all.join(' '));
      expect(whole).toBe(all.map(fold).join(' ').replace(/ +/g, ' '));
      expect(fold(whole)).toBe(whole);
    }),
  );
});

it('keeps case, accents and marks that make another word', () => {
  for (const [one, other] of [
    ['россия', 'Россия'],
    ['свои', 'свой'],
    ['cafe', 'café'],
    ['कि', 'की'],
    ['м2', 'м²'],
    ['가', '각'],
  ] as const) {
    expect(fold(one)).not.toBe(fold(other));
  }
});

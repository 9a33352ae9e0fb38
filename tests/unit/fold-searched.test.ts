import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldSearched } from '../../src/model/fold-searched.ts';

const isSame = new Intl.Collator('en', { sensitivity: 'base', usage: 'search' }).compare;

describe('foldSearched', () => {
  it.each([
    ['Café Ñandú', 'cafe nandu'],
    ['Straße', 'STRASSE'],
    ['æther œuvre Øre Łódź', 'aether oeuvre ore lodz'],
    ['“so,” she’d said', '"so," she\'d said'],
    ['extra\u00adordinary', 'extraordinary'],
    ['ten\u00a0thousand', 'ten\n thousand'],
    ['fi', 'ﬁ'],
    ['２０２６', '2026'],
    ['١٢٣ ۴۵۶ १२३', '123 456 123'],
    ['カタカナ', 'かたかな'],
    ['ΟΔΟΣ', 'οδος'],
    ['м\u0438\u0306', 'мй'],
    ['a\u200bb\u2060c\u0000d', 'abcd'],
  ])('takes %s for %s', (one, other) => {
    expect(foldSearched(one)).toBe(foldSearched(other));
  });

  it.each([
    ['bay', 'bey'],
    ['a.b', 'a,b'],
    ['один', 'одно'],
    ['1', '2'],
  ])('does not take %s for %s', (one, other) => {
    expect(foldSearched(one)).not.toBe(foldSearched(other));
  });

  it('takes for equal what collation at primary strength takes for equal', () => {
    const letters = Array.from({ length: 0x250 }, (_, code) => String.fromCharCode(code + 0x20));
    const more = 'АаБбЁёЙйІіЇїҐґΑαάΣσςאבاأإآبىية‘’“”„'.split('');
    const differing = [...letters, ...more].flatMap((one, at, all) =>
      all
        .slice(at + 1)
        .filter((other) => isSame(one, other) === 0 && foldSearched(one) !== foldSearched(other))
        .map((other) => `${one} ${other}`),
    );
    expect(differing).toEqual([]);
  });

  it('folds the same whatever other scripts stand in the text', () => {
    const wrong = Array.from({ length: 0x2c00 }, (_, code) => String.fromCharCode(code)).filter(
      (sign) => foldSearched(`a${sign}漢`) !== `${foldSearched(`a${sign}`)}漢`,
    );
    expect(wrong).toEqual([]);
  });

  it('folds a text as it folds its parts', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 40 });
    fc.assert(
      fc.property(text, text, (one, other) => {
        expect(foldSearched(one + other)).toBe(foldSearched(one) + foldSearched(other));
      }),
    );
  });
});

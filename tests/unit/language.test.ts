import fc from 'fast-check';
import { expect, it } from 'vitest';
import { chooseLanguage } from '../../src/page/source/language.ts';

const choose = (title: string, ...values: string[]) =>
  chooseLanguage(
    values.map((value) => ({ from: 'html lang', value })),
    title,
  ).value;

it.each([
  ['A storm over the bay', ['en_US'], 'en-US'],
  ['A storm over the bay', ['en, de'], 'en'],
  ['A storm over the bay', ['English', 'en-GB'], 'en-GB'],
  ['A storm over the bay', ['ru', 'en'], 'en'],
  ['Шторм над заливом', ['en', 'ru_RU'], 'ru-RU'],
  ['Шторм над затокою', ['ua'], 'uk'],
  ['Šiandien audra įlankoje', ['lt'], 'lt'],
  ['Storm over bugten', ['dk'], 'da'],
  ['خلیج پر طوفان', ['en', 'ur'], 'ur'],
  ['καταιγίδα στον κόλπο', ['en'], 'el'],
  ['7', ['de'], 'de'],
  ['A storm', [], null],
  ['A storm', ['{{lang}}', ''], null],
])('%j stated as %j', (title, values, expected) => {
  expect(choose(title, ...values)).toBe(expected);
});

it('is a canonical tag or null, whatever is stated', () => {
  const tag = fc.stringMatching(/^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8}){0,4}$/);
  fc.assert(
    fc.property(fc.string(), fc.array(fc.oneof(tag, fc.string())), (title, values) => {
      const chosen = choose(title, ...values);
      if (chosen !== null) expect(Intl.getCanonicalLocales(chosen)).toEqual([chosen]);
    }),
    { numRuns: 1000 },
  );
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createTranslate, type MessageKey } from '../../src/model/translate.ts';

function translate(messages: Record<string, string>, locale = 'en') {
  const t = createTranslate((key) => messages[key] ?? '', locale);
  return (key: string, values?: Record<string, string | number>) => t(key as MessageKey, values);
}

it('puts values in their places', () => {
  const t = translate({ a: '{host}: {host} of {name}' });
  expect(t('a', { host: 'x', name: 'y' })).toBe('x: x of y');
  expect(t('a', { host: 'x' })).toBe('x: x of {name}');
});

it('puts nothing into a value', () => {
  const t = translate({ a: '[{one}]{two}' });
  expect(t('a', { one: '{two}$&$1', two: '$$' })).toBe('[{two}$&$1]$$');
  fc.assert(
    fc.property(fc.string(), (one) => {
      expect(t('a', { one, two: '' })).toBe(`[${one}]`);
    }),
  );
});

it('takes no value from what every object has', () => {
  const t = translate({ a: '{constructor} {toString} {__proto__}' });
  expect(t('a', {})).toBe('{constructor} {toString} {__proto__}');
});

it.each([
  ['en', 1, 'one'],
  ['en', 0, 'other'],
  ['ru', 1, 'one'],
  ['ru', 3, 'few'],
  ['ru', 11, 'many'],
  ['ru', 21, 'one'],
  ['uk', 22, 'few'],
  ['pl', 5, 'many'],
  ['ar', 0, 'zero'],
  ['ar', 2, 'two'],
  ['tr', 1, 'one'],
  ['fr', 0, 'one'],
])('knows the plural of %s for %i', (locale, count, form) => {
  const forms = ['zero', 'one', 'two', 'few', 'many', 'other'];
  const t = translate(Object.fromEntries(forms.map((one) => [`n_${one}`, one])), locale);
  expect(t('n', { count })).toBe(form);
});

it('falls back to the form for all, and at last to the key', () => {
  expect(translate({ n_other: '{count} of them' }, 'ru')('n', { count: 3 })).toBe('3 of them');
  expect(translate({})('n', { count: 3 })).toBe('n');
  expect(translate({})('missing')).toBe('missing');
});

it('writes numbers as the language does', () => {
  expect(translate({ a: '{n}' }, 'de')('a', { n: 12_345.5 })).toBe('12.345,5');
  expect(translate({ a: '{n}' }, 'en')('a', { n: 0 })).toBe('0');
});

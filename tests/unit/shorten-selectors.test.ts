import { expect, it } from 'vitest';
import { shortenSelectors } from '../../src/content/reporting/shorten-selectors.ts';
import { TEXT_FRAGMENT_SPECIFICATION } from '../../src/model/read-fragment.ts';
import type { QuoteSelectors } from '../../src/page/quote.ts';

const describe = (exact: string): QuoteSelectors => [
  { type: 'TextQuoteSelector', exact, prefix: 'a ', suffix: ' b' },
  { type: 'TextPositionSelector', start: 2, end: 2 + exact.length },
  {
    type: 'FragmentSelector',
    conformsTo: TEXT_FRAGMENT_SPECIFICATION,
    value: `:~:text=${encodeURIComponent(exact)}`,
  },
];

it('leaves all three as they are where the words are few', () => {
  expect(shortenSelectors(describe('12345'), 5)).toEqual(describe('12345'));
});

it('cuts the words, and leaves out what leads to all of them', () => {
  const [quote, position, ...others] = shortenSelectors(describe('123456'), 5);
  expect(quote.exact).toBe('12345');
  expect(position).toEqual(describe('123456')[1]);
  expect(others).toEqual([]);
});

it('cuts no character in two', () => {
  expect(shortenSelectors(describe('ab😀'), 3)[0].exact.isWellFormed()).toBe(true);
});

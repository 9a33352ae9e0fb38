/** What counts as the same answer: what editors' tools change does not count, what it says does. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  containsEither,
  foldAnswer,
  isSameDay,
  isSameSet,
  isSameText,
  readDays,
} from './fold-answer.ts';

describe('texts', () => {
  it.each([
    ['The  Old\u00a0Bridge ', 'the old bridge'],
    ['“Lantern” market – at last', '"lantern" market - at last'],
    ['O’Dell', "o'dell"],
    ['ﬁsh', 'fish'],
    ['soft\u00adhyphen', 'softhyphen'],
    ['Cafe\u0301', 'café'],
  ])('%s is %s', (one, other) => expect(isSameText(one, other)).toBe(true));

  it.each([
    ['The old bridge', 'The old bridge!'],
    ['Café', 'Cafe'],
    ['The old bridge', 'The old bridge | Courier'],
  ])('%s is not %s', (one, other) => expect(isSameText(one, other)).toBe(false));

  it('folds what is folded no further', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const folded = foldAnswer(text);
        expect(foldAnswer(folded)).toBe(folded);
        expect(isSameText(text, ` ${text} `)).toBe(true);
      }),
    );
  });

  it('contains either way, and nothing contains the empty one', () => {
    expect(containsEither('The Courier', 'Courier')).toBe(true);
    expect(containsEither('Courier', 'THE COURIER')).toBe(true);
    expect(containsEither('Harbour Courier', 'HarbourCourier.com')).toBe(true);
    expect(containsEither('Público', 'publico.es')).toBe(true);
    expect(containsEither('Courier', '')).toBe(false);
    expect(containsEither('Courier', '–')).toBe(false);
    expect(containsEither('Courier', 'Weekly')).toBe(false);
  });
});

describe('names', () => {
  it('are a set', () => {
    expect(isSameSet(['Ada Fenwick', 'Tam O’Dell'], ["tam o'dell", 'Ada  Fenwick'])).toBe(true);
    expect(isSameSet(['Ada Fenwick'], ['Ada Fenwick', 'Ada Fenwick'])).toBe(true);
    expect(isSameSet(['Ada Fenwick'], ['Ada Fenwick', 'Jonas Marrow'])).toBe(false);
    expect(isSameSet(['Ada Fenwick'], [])).toBe(false);
    expect(isSameSet([], [])).toBe(true);
  });
});

describe('days', () => {
  it.each([
    ['2026-03-01', '2026-03-01T09:00:00Z'],
    ['2026-03-01T23:30:00-05:00', '2026-03-02'],
    ['2026-03-01T23:30:00-05:00', '2026-03-01'],
    ['2026-03-01 23:30:00+00:00', '2026-03-02 05:30:00+0600'],
    ['2026-03-01T10:00:00', '2026-03-01'],
    ['March 1, 2026', '2026-03-01'],
    ['2026-03-01 16:29:31.074000+00:00', '2026-03-01'],
  ])('%s is %s', (one, other) => expect(isSameDay(one, other)).toBe(true));

  it.each([
    ['2026-03-01', '2026-03-02'],
    ['2026-03-01', ''],
    ['2026-03-01', 'yesterday'],
    ['', ''],
  ])('%s is not %s', (one, other) => expect(isSameDay(one, other)).toBe(false));

  it('of whatever text are days', () => {
    const text = fc.oneof(
      fc.string(),
      fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
      fc.stringMatching(/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d)?([+-]\d\d:?\d\d|Z)?$/),
    );
    fc.assert(
      fc.property(text, (text) => {
        const days = readDays(text);
        expect(days.size).toBeLessThanOrEqual(2);
        if (days.size > 0) expect(isSameDay(text, text)).toBe(true);
      }),
    );
  });
});

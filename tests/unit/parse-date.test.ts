import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDate } from '../../src/model/parse-date.ts';

describe('parseDate reads', () => {
  it.each([
    ['2026-03-01', '2026-03-01'],
    ['2026-03-01T08:00:00+01:00', '2026-03-01T08:00:00+01:00'],
    ['2026-03-01T08:00:00.123Z', '2026-03-01T08:00:00.123Z'],
    ['2026-03-01 08:00:00 +0100', '2026-03-01T08:00:00+01:00'],
    ['2026-3-1 08:00', '2026-03-01T08:00'],
    ['2026-03-01T08:00:5Z', '2026-03-01T08:00:05Z'],
    ['20260301', '2026-03-01'],
    ['20260301T080000Z', '2026-03-01T08:00:00Z'],
    ['2026/03/01', '2026-03-01'],
    ['1772352000', '2026-03-01T08:00:00Z'],
    ['1772352000000', '2026-03-01T08:00:00Z'],
    ['Sun, 01 Mar 2026 08:00:00 +0100', '2026-03-01T08:00:00+01:00'],
    ['Sun, 01 Mar 2026 08:00:00 GMT', '2026-03-01T08:00:00Z'],
    ['Sun Mar 01 08:00:00 CET 2026', '2026-03-01T08:00:00+01:00'],
    ['March 1, 2026', '2026-03-01'],
    ['Mar. 1st, 2026 at 8:05 p.m.', '2026-03-01T20:05'],
    ['12:10 am, 1 March 2026', '2026-03-01'],
    ['Published: 1 March 2026 | 5 min read', '2026-03-01'],
    ['1 марта 2026, 08:00', '2026-03-01T08:00'],
    ['1-го марта 2026 г.', '2026-03-01'],
    ['1 березня 2026', '2026-03-01'],
    ['1 наурыз 2026', '2026-03-01'],
    ['1-mart, 2026', '2026-03-01'],
    ['1. März 2026 um 8:00 Uhr', '2026-03-01T08:00'],
    ['1er mars 2026 à 8h30', '2026-03-01T08:30'],
    ['1 de marzo de 2026', '2026-03-01'],
    ['1º de março de 2026', '2026-03-01'],
    ['1 marca 2026', '2026-03-01'],
    ['5 lipca 2026', '2026-07-05'],
    ['5. června 2026', '2026-06-05'],
    ['5. července 2026', '2026-07-05'],
    ['1 Mart 2026', '2026-03-01'],
    ['1 martie 2026', '2026-03-01'],
    ['1 maart 2026', '2026-03-01'],
    ['1. maaliskuuta 2026', '2026-03-01'],
    ['2026. március 1.', '2026-03-01'],
    ['1 Μαρτίου 2026', '2026-03-01'],
    ['1 مارس 2026', '2026-03-01'],
    ['۱ مارس ۲۰۲۶', '2026-03-01'],
    ['1 במרץ 2026', '2026-03-01'],
    ['१ मार्च २०२६', '2026-03-01'],
    ['1 Maret 2026', '2026-03-01'],
    ['1 tháng 3, 2026', '2026-03-01'],
    ['2026年3月1日 08:00', '2026-03-01T08:00'],
    ['2026년 3월 1일', '2026-03-01'],
    ['1.3.2026', '2026-03-01'],
    ['01.03.26', '2026-03-01'],
    ['13/03/2026', '2026-03-13'],
    ['03/13/2026', '2026-03-13'],
  ])('%j', (text, date) => {
    expect(parseDate(text)).toBe(date);
  });

  it('an undecided order as it is told, or not at all', () => {
    expect(parseDate('03/04/2026')).toBeNull();
    expect(parseDate('03/04/2026', { order: 'dmy' })).toBe('2026-04-03');
    expect(parseDate('03/04/2026', { order: 'mdy' })).toBe('2026-03-04');
  });

  it.each([
    '',
    'yesterday',
    '2026',
    '03/2026',
    '2026-13-01',
    '2026-02-30',
    '31 February 2026',
    '1 March 1212',
    '1 March 9999',
    '2026-00-10',
    '555-123-4567',
    'version 1.2.3',
    '99999999999999999999',
  ])('no date in %j', (text) => {
    expect(parseDate(text)).toBeNull();
  });

  it('no date beyond the year it is told', () => {
    expect(parseDate('2030-01-01', { latest: 2029 })).toBeNull();
    expect(parseDate('2029-01-01', { latest: 2029 })).toBe('2029-01-01');
  });
});

const LANGUAGES =
  'en de fr es pt it nl pl tr ru uk uz kk ky ro sv da no fi cs sk hu bg sr el ar fa he hi id vi ja zh ko'.split(
    ' ',
  );
const day = fc.date({
  min: new Date('1901-01-01T00:00:00Z'),
  max: new Date('2026-12-31T00:00:00Z'),
  noInvalidDate: true,
});

describe('parseDate finds again', () => {
  it('any day that a language writes out', () => {
    fc.assert(
      fc.property(day, fc.constantFrom(...LANGUAGES), (date, language) => {
        const text = new Intl.DateTimeFormat(`${language}-u-ca-gregory`, {
          dateStyle: 'long',
          timeZone: 'UTC',
        }).format(date);
        expect([text, parseDate(text)]).toEqual([text, date.toISOString().slice(0, 10)]);
      }),
      { numRuns: 300 },
    );
  });

  it('any moment in the machines’ forms', () => {
    fc.assert(
      fc.property(day, (date) => {
        const iso = date.toISOString();
        expect(parseDate(iso)).toBe(iso);
        expect(parseDate(date.toUTCString())).toBe(`${iso.slice(0, 19)}Z`);
        expect(parseDate(iso.replace('T', ' ').replace('Z', ' +0000'))).toBe(
          iso.replace('Z', '+00:00'),
        );
        expect(parseDate(iso.slice(0, 10).replaceAll('-', ''))).toBe(iso.slice(0, 10));
      }),
    );
  });
});

it('gives an existing day or nothing, of anything', () => {
  const part = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 8 }),
    fc.nat(9999).map(String),
    fc.constantFrom(' ', '/', '.', '-', ':', 'T', 'may', 'год'),
  );
  fc.assert(
    fc.property(
      fc.array(part, { maxLength: 12 }).map((parts) => parts.join('')),
      (text) => {
        const date = parseDate(text);
        if (date === null) return;
        expect(date).toMatch(
          /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?)?$/,
        );
        expect(new Date(`${date.slice(0, 10)}T00:00:00Z`).toISOString().slice(0, 10)).toBe(
          date.slice(0, 10),
        );
      },
    ),
  );
});

it('reads no further than a date can stand', () => {
  expect(parseDate(`${' '.repeat(1_000_000)}1 March 2026`)).toBeNull();
  expect(parseDate('1/'.repeat(500_000))).toBeNull();
});

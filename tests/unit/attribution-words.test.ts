import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import months from '../../src/locales/attribution/month-names.json' with { type: 'json' };
import rows from '../../src/locales/attribution/note-words.json' with { type: 'json' };
import { carriesSource } from '../../src/model/attribution/carries-source.ts';
import { exceedsShare } from '../../src/model/attribution/exceeds-share.ts';
import { formatNoteDay } from '../../src/model/attribution/note-day.ts';
import { chooseNoteWords } from '../../src/model/attribution/note-words.ts';
import { LANGUAGES } from '../../src/model/terms/languages.ts';
import { makeTerms } from './attribution-source.ts';

const KEYS = ['excerpt', 'license', 'nonCommercial', 'photo', 'source'];

describe('the words of notes', () => {
  it('are there for every language that terms are read in, in its script', () => {
    for (const { lang, script } of LANGUAGES) {
      const { words, locale } = chooseNoteWords(
        lang === 'uz' && script === 'cyrillic' ? 'uz-Cyrl' : lang,
      );
      expect(locale.split('-')[0]).toBe(lang);
      expect(
        Object.keys(words)
          .filter((key) => key !== 'marks')
          .sort(),
      ).toEqual(KEYS);
      if (script === 'cyrillic') expect(words.source).toMatch(/^\p{Script=Cyrillic}+$/u);
      if (script === 'latin') expect(words.source).toMatch(/^\p{Script=Latin}+$/u);
    }
  });

  it.each(Object.entries(rows))('in %s are labels, without marks of their own', (_, words) => {
    for (const key of KEYS) {
      expect(Reflect.get(words, key)).toMatch(/^[\p{L}\p{M}][\p{L}\p{M} ]*[\p{L}\p{M}]$/u);
    }
    if ('marks' in words) expect(words.marks).toMatch(/^\u00a0?[:：՝]\|[,，、،]\|[.。։।]$/);
  });

  it('are light', () => {
    const folder = join(import.meta.dirname, '../../src/locales/attribution');
    const bare = ['note-words.json', 'month-names.json']
      .map((file) => JSON.stringify(JSON.parse(readFileSync(join(folder, file), 'utf8'))))
      .join('');
    expect(Buffer.byteLength(bare.replace(/"(\w+)":/g, '$1:'))).toBeLessThan(8_000);
  });

  it.each([
    ['ru', 'Источник', 'ru'],
    ['ru_RU', 'Источник', 'ru-RU'],
    ['UZ-cyrl', 'Манба', 'uz-Cyrl'],
    ['uz-UZ', 'Manba', 'uz-UZ'],
    ['zh-HK', '來源', 'zh-HK'],
    ['zh-CN', '来源', 'zh-CN'],
    ['nb-NO', 'Kilde', 'nb-NO'],
    ['iw', 'מקור', 'he'],
    ['ar-u-nu-latn', 'المصدر', 'ar'],
    ['sw', 'Source', 'en'],
    ['__proto__', 'Source', 'en'],
    ['constructor', 'Source', 'en'],
    [' ', 'Source', 'en'],
    [null, 'Source', 'en'],
  ])('for %j are “%s”', (language, source, locale) => {
    const chosen = chooseNoteWords(language);
    expect([chosen.words.source, chosen.locale]).toEqual([source, locale]);
  });

  it('are the reader’s where there are none in the article’s language', () => {
    expect(chooseNoteWords('sw', 'de-AT').locale).toBe('de-AT');
    expect(chooseNoteWords('fr', 'de').locale).toBe('fr');
    expect(chooseNoteWords('sw', 'xx').locale).toBe('en');
  });
});

describe('formatNoteDay', () => {
  it.each([
    ['2026-03-01', 'en-GB', '1 March 2026'],
    ['2026-03-01T23:59:59-11:00', 'en-US', 'March 1, 2026'],
    ['2026-03-01T00:00:00+14:00', 'de', '1. März 2026'],
    ['2026-03-01', 'tg', '1 марти соли 2026'],
    ['2026-12-09T01:00:00+06:00', 'ky-KG', '2026-ж., 9-декабрь'],
    ['2026-01-31', 'kk', '2026 ж. 31 қаңтар'],
    ['2026-03-01', 'uz-UZ', '1-mart, 2026'],
    ['2026-03-01', 'uz-Cyrl', '1 март, 2026'],
    ['2026-03-01', 'qqq', '2026-03-01'],
    ['2026-03-01', 'not a locale', '2026-03-01'],
    ['2026-03', 'en', '2026-03'],
    ['2026', 'en', '2026'],
    ['2026-02-31', 'en', ''],
    ['2026-13-01', 'en', ''],
    ['1st of March', 'en', ''],
    ['', 'en', ''],
    [null, 'en', ''],
  ])('%j in %s is %j', (published, locale, expected) => {
    expect(formatNoteDay(published, locale)).toBe(expected);
  });
});

it.each(Object.entries(months))('the months of %s are twelve', (locale, row) => {
  const names = row.months.split(' ');
  expect(new Set(names).size).toBe(12);
  // The browser that has them says the same, but for endings.
  for (const [at, name] of names.entries()) {
    const month = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });
    const theirs = month.format(Date.UTC(2026, at, 1)).toLowerCase();
    expect(name.slice(0, 2)).toBe(theirs.slice(0, 2));
  }
});

it('exceedsShare: more than the terms grant', () => {
  const terms = makeTerms({ maxShare: 0.25 });
  expect(exceedsShare(terms, 26, 100)).toBe(true);
  expect(exceedsShare(terms, 25, 100)).toBe(false);
  expect(exceedsShare(terms, 5, 0)).toBe(false);
  expect(exceedsShare(makeTerms(), 100, 100)).toBe(false);
  expect(exceedsShare(null, 100, 100)).toBe(false);
});

it('carriesSource: the person’s rule first, then what the site asks', () => {
  const asking = makeTerms();
  expect(carriesSource({ when: 'always' }, null)).toBe(true);
  expect(carriesSource({ when: 'never' }, asking)).toBe(false);
  expect(carriesSource({ when: 'asked' }, null)).toBe(false);
  for (const kind of ['active-link-required', 'free-with-credit', 'cc-license'] as const) {
    expect(carriesSource({ when: 'asked' }, makeTerms({ kind }))).toBe(true);
  }
  for (const kind of ['permission-required', 'no-reuse', 'none'] as const) {
    expect(carriesSource({ when: 'asked' }, makeTerms({ kind }))).toBe(false);
  }
});

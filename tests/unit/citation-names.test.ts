import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatIsoDate,
  readDateParts,
  readFields,
} from '../../src/model/citation/citation-fields.ts';
import { formatName, invertName, readName } from '../../src/model/citation/cited-name.ts';
import { person } from './citation-sources.ts';

const invert = (name: string, language: string | null = null) =>
  invertName(readName(name, language, 'The Bay Post'));

describe('names', () => {
  it.each([
    ['Ada Lovelace', 'Lovelace, Ada'],
    ['Lovelace, Ada', 'Lovelace, Ada'],
    ['Lovelace, Ada, Jr.', 'Lovelace, Ada, Jr.'],
    ['Martin Luther King, Jr.', 'King, Martin Luther, Jr.'],
    ['Martin Luther King III', 'King, Martin Luther, III'],
    ['Jan van der Berg', 'van der Berg, Jan'],
    ['van der Berg, Jan', 'van der Berg, Jan'],
    ['Vincent Van Gogh', 'Van Gogh, Vincent'],
    ['Robert De Niro', 'De Niro, Robert'],
    ['José Ortega y Gasset', 'Ortega y Gasset, José'],
    ['Plato', 'Plato'],
    ['The Bay Post', 'The Bay Post'],
    ['Reuters', 'Reuters'],
    ['News Team 7', 'News Team 7'],
    ['Редакция сайта', 'Редакция сайта'],
    ['Иван Петров', 'Петров, Иван'],
    ['Иванов Иван Иванович', 'Иванов, Иван Иванович'],
    ['Иван Иванович Иванов', 'Иванов, Иван Иванович'],
    ['Иванов И. И.', 'Иванов, И. И.'],
    ['И.И. Иванов', 'Иванов, И. И.'],
    ['Айбек Токтогул уулу', 'Токтогул уулу, Айбек'],
    ['Токтогул уулу Айбек', 'Токтогул уулу, Айбек'],
    ['李明', '李明'],
    ['李 明', '李明'],
    ['김 민수', '김민수'],
  ])('%s', (name, expected) => {
    expect(invert(name)).toBe(expected);
  });

  it('have the family name first in Hungarian and Vietnamese', () => {
    expect(invert('Kovács János', 'hu')).toBe('Kovács, János');
    expect(invert('Nguyễn Văn An', 'vi-VN')).toBe('Nguyễn, Văn An');
  });

  it('of people are read aloud as they were written', () => {
    fc.assert(
      fc.property(person, (name) => {
        expect(formatName(readName(name, 'en', ''))).toBe(name);
      }),
    );
  });

  it('can be told again from how they were inverted', () => {
    fc.assert(
      fc.property(person, (name) => {
        const first = readName(name, 'en', '');
        // "Sr Aa" is a family name with what is said behind it, and no more.
        fc.pre(first.given !== '' && !/^(?:jr|sr)\b/i.test(name));
        expect(readName(invertName(first), 'en', '')).toEqual(first);
      }),
    );
  });
});

describe('dates', () => {
  it.each([
    ['2026', '2026'],
    ['2026-03', '2026-03'],
    ['2026-03-01', '2026-03-01'],
    ['2026-03-01T23:30:00-10:00', '2026-03-01'],
    ['1 March 2026', '2026-03-01'],
    ['1 марта 2026', '2026-03-01'],
    [' 2026 ', '2026'],
  ])('%s', (written, expected) => {
    const date = readDateParts(written);
    expect(date === null ? null : formatIsoDate(date)).toBe(expected);
  });

  it.each(['', 'some day', '03/04/2026', '2026-13', '2026-02-30', '0000'])(
    'none: %s',
    (written) => {
      expect(readDateParts(written)).toBeNull();
    },
  );
});

describe('readFields', () => {
  const origins = {
    url: [],
    title: [],
    authors: [],
    publisher: [],
    published: [],
    modified: [],
    language: [],
    license: [],
  };
  const source = {
    url: 'https://bay.example/',
    title: 'A',
    authors: ['B C'],
    publisher: null,
    published: '2026-03-01T08:00:00+01:00',
    language: null,
    origins,
  };

  it('gives what can be corrected as people write it', () => {
    expect(readFields(source)).toEqual({
      url: 'https://bay.example/',
      title: 'A',
      authors: ['B C'],
      publisher: '',
      published: '2026-03-01',
      language: null,
      isNews: false,
    });
  });

  it('knows news by what the page says for machines', () => {
    for (const [from, isNews] of [
      ['JSON-LD NewsArticle.headline', true],
      ['JSON-LD ReportageNewsArticle.headline', true],
      ['JSON-LD Article.headline', false],
      ['meta og:title', false],
    ] as const) {
      const title = [{ from, value: 'A' }];
      expect(readFields({ ...source, origins: { ...origins, title } }).isNews, from).toBe(isNews);
    }
  });
});

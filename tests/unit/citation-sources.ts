/** Made-up sources for the tests of citations: plain ones, and what a hostile page could say. */
import fc from 'fast-check';
import type { CitationFields } from '../../src/model/citation/citation-fields.ts';

export const ACCESSED = '2026-11-23';

export const harbour: CitationFields = {
  title: 'The harbour wall is raised',
  authors: ['Ada Lovelace'],
  publisher: 'The Bay Post',
  published: '2026-03-01',
  url: 'https://bay.example/news/wall',
  language: 'en',
  isNews: false,
};

export const hostileText = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        ...[
          '{',
          '}',
          '{{',
          '}}',
          '|',
          '[[',
          ']]',
          ']',
          '(',
          ')',
          '=',
          '\\',
          '%',
          '&',
          '_',
          '#',
          '$',
          '^',
        ],
        ...[
          '~~~~',
          '--',
          "''",
          '``',
          '"',
          '<ref>',
          '</cite>',
          '<script>alert(1)</script>',
          '&amp;',
          '&#124;',
        ],
        ...[
          '\n',
          '\r\n',
          '\u2028',
          '\u202e',
          '\u0000',
          '\nER  - ',
          '@online{x,',
          'http://x.example/',
          'www.x.example',
        ],
        ...[
          '* ',
          '# ',
          '1. ',
          '- ',
          '!',
          '`',
          '__TOC__',
          ',',
          ' and ',
          'слово',
          '文',
          'word',
          ' ',
          'x@y.example',
        ],
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join('')),
);

/** Names of two words or more, of letters, as people have them. */
const word = fc
  .tuple(
    fc.constantFrom(...'ABCDEÉØŁЖИАß'),
    fc.string({ unit: fc.constantFrom(...'abdeilnorsuéøłжиа'), minLength: 1, maxLength: 8 }),
  )
  .map(([first, rest]) => first.toUpperCase().slice(0, 1) + rest);
export const person = fc
  .tuple(word, fc.constantFrom('', ' van der', ' de'), word)
  .map(([given, particle, family]) => `${given}${particle} ${family}`);

export const webUrl = fc.oneof(
  fc.webUrl({ withQueryParameters: true }),
  hostileText.map((path) => `https://news.example/${path}`),
  hostileText.map((query) => `https://news.example/?q=${query}`),
);

export const hostileFields: fc.Arbitrary<CitationFields> = fc.record({
  title: hostileText,
  authors: fc.array(fc.oneof(person, hostileText), { maxLength: 4 }),
  publisher: hostileText,
  published: fc.oneof(
    fc.constantFrom('', '2026', '2026-03', '2026-03-01', '2026-03-01T23:30:00-10:00'),
    hostileText,
  ),
  url: fc.oneof({ weight: 4, arbitrary: webUrl }, hostileText, fc.constant('javascript:alert(1)')),
  language: fc.constantFrom(null, 'en', 'ru', 'zh-Hant', '"><b>'),
  isNews: fc.boolean(),
});

/** What no page and no wording of a person's may do to a note. */
import { domainToASCII } from 'node:url';
import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { expect, it } from 'vitest';
import rows from '../../src/locales/attribution/note-words.json' with { type: 'json' };
import { composeNote, composeParagraphs } from '../../src/model/attribution/compose-note.ts';
import type { NoteOptions } from '../../src/model/attribution/note-options.ts';
import { parseTemplate, TEMPLATE_FIELDS } from '../../src/model/attribution/template.ts';
import type { Credit, Source } from '../../src/model/source.ts';
import { makeOptions, makeSource, makeTerms } from './attribution-source.ts';

const LANGUAGES = Object.keys(rows);
const LICENSES = [
  'https://creativecommons.org/licenses/by-nc/4.0/',
  'https://creativecommons.org/publicdomain/zero/1.0/',
];

const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme-composite' }),
  fc.constantFrom(
    '</a></p><script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    '&lt;b&gt;',
    '&amp;quot;',
    '<!--',
    ']]>',
    '\u0000<\u2028>\r\n',
    '\u202eabc\u2066',
    'שלום',
    '{url}',
    '[x]',
    '$& $1',
    '...',
    ' , ; : ',
  ),
);
const address = fc.oneof(
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  hostile.map((path) => `https://news.example/${path}`),
  fc.constantFrom('javascript:alert(1)', 'https://', '', 'https://a.example/#:~:text=b'),
);
const credit: fc.Arbitrary<Credit> = fc
  .record({ names: fc.array(hostile, { maxLength: 3 }), domain: fc.option(hostile), url: address })
  .map(({ names, domain, url }) => ({
    names,
    domain,
    links: names.slice(1).map((name) => ({ name, url })),
  }));
const terms = fc
  .record({
    kind: fc.constantFrom('active-link-required', 'cc-license', 'none'),
    target: fc.option(fc.oneof(hostile, fc.constantFrom('page', 'home', 'other.example'))),
    nonCommercial: fc.boolean(),
    print: fc.option(hostile),
    evidence: hostile,
  })
  .map(makeTerms);
const source: fc.Arbitrary<Source> = fc
  .record({
    url: address,
    title: hostile,
    authors: fc.array(hostile, { maxLength: 3 }),
    publisher: fc.option(hostile),
    published: fc.option(fc.oneof(hostile, fc.constantFrom('2026-02-31', '2026-03', '2026-03-01'))),
    license: fc.option(fc.oneof(address, fc.constantFrom(...LICENSES))),
    terms: fc.option(terms),
  })
  .map(makeSource);
const template = fc
  .array(
    fc.oneof(
      fc.constantFrom(...TEMPLATE_FIELDS.map((field) => `{${field}}`), '{title}', '{url}'),
      fc.constantFrom('[', ']', '{', '}', '\\', '\\{', ', ', '. ', ': ', '\n', ' (', ')'),
      hostile,
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));
const options: fc.Arbitrary<NoteOptions> = fc
  .record({
    language: fc.constantFrom(...LANGUAGES),
    url: address,
    isExcerpt: fc.boolean(),
    imageCredits: fc.array(credit, { maxLength: 2 }),
    templates: fc.dictionary(fc.constantFrom('html', 'plain', 'ccHtml', 'ccPlain'), template),
  })
  .map(({ language, ...rest }) => makeOptions(language, rest));

const parseFragment = (html: string) =>
  parseHTML(`<!doctype html><html><body>${html}</body></html>`).document.body;
const readAddress = (url: string) => url.replace(/[\s\p{Cc}]+/gu, '').toWellFormed();
const isHost = (target: string | null | undefined): target is string =>
  /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+$/u.test(target ?? '');
const isWeb = (url: string) => /^https?:\/\/[^\s]+$/.test(url) && URL.canParse(url);

it('the HTML is paragraphs with the expected links and text, and nothing else', () => {
  fc.assert(
    fc.property(source, options, (given, how) => {
      const { html } = composeNote(given, how);
      const fragment = parseFragment(html);
      const segments = composeParagraphs(given, how, 'html');
      expect(fragment.childNodes).toHaveLength(segments.length);
      const links: string[] = [];
      for (const [at, paragraph] of [...fragment.childNodes].entries()) {
        expect(paragraph.nodeName).toBe('P');
        expect(paragraph.textContent).toBe((segments[at] ?? []).map(({ text }) => text).join(''));
      }
      for (const element of fragment.querySelectorAll('*')) {
        const attributes = [...element.attributes].map(({ name, value }) => `${name}=${value}`);
        if (element.nodeName === 'P') expect(['', 'dir=rtl']).toContain(attributes.join());
        else if (element.nodeName === 'A') {
          expect(element.getAttributeNames()).toEqual(['href', 'rel']);
          expect(element.getAttribute('rel')).toBe('noopener');
          expect(element.textContent?.trim()).not.toBe('');
          links.push(element.getAttribute('href') ?? '');
        } else expect([element.nodeName, ...attributes]).toEqual(['BDI']);
      }
      expect(links.every(isWeb)).toBe(true);
      const url = readAddress(how.url);
      if (isWeb(url)) expect(links).toContain(url);
      const expected = [
        url,
        ...how.imageCredits.flatMap((one) => one.links.map((link) => link.url)),
        ...(isWeb(given.url) ? [`${new URL(given.url).origin}/`] : []),
        ...(isHost(given.terms?.target) ? [`https://${domainToASCII(given.terms.target)}/`] : []),
      ];
      const others = links.filter((link) => !expected.includes(link));
      expect(others.filter((link) => !link.startsWith('https://creativecommons.org/'))).toEqual([]);
    }),
    { numRuns: 2000 },
  );
});

it('the plain text is lines that hold the address as it is', () => {
  fc.assert(
    fc.property(source, options, (given, how) => {
      const { plain } = composeNote(given, how);
      expect(plain.startsWith('\n\n')).toBe(true);
      expect(plain.slice(2)).not.toMatch(/^\n|\n\n|\r/);
      expect(plain).toContain(readAddress(how.url));
      expect(plain.isWellFormed()).toBe(true);
      // What turns the direction is closed again.
      let depth = 0;
      for (const sign of plain) {
        if (sign === '\u2068') depth += 1;
        if (sign === '\u2069') depth -= 1;
        expect(depth === 0 || depth === 1).toBe(true);
      }
      expect(depth).toBe(0);
      const builtIn = composeNote(given, { ...how, templates: {}, imageCredits: [] }).plain;
      expect(builtIn.endsWith(readAddress(how.url))).toBe(true);
      expect(builtIn.slice(2)).not.toMatch(/[\n\u2028\u2029]/);
    }),
    { numRuns: 2000 },
  );
});

const word = fc.string({ unit: fc.constantFrom(...'abcABC'), minLength: 1, maxLength: 8 });
const tidySource = fc
  .record({
    title: fc.oneof(
      word,
      word.map((one) => `${one}?`),
      fc.constant(''),
    ),
    authors: fc.array(word, { maxLength: 3 }),
    publisher: fc.option(word),
    published: fc.option(fc.constant('2026-03')),
    license: fc.option(fc.constantFrom(...LICENSES)),
    terms: fc.option(
      fc
        .record({ target: fc.constantFrom(null, 'home'), nonCommercial: fc.boolean() })
        .map(makeTerms),
    ),
  })
  .map(makeSource);

/** Two marks in a row, one where nothing stands before or behind it, brackets around nothing. */
const STRAY =
  /[?:：՝.。։।,，、،;]\s*[:：՝.。։।,，、،;]|^[\s:：՝.。։।,，、،;)]|[\s:：՝,，、،;(]$|\(\s*\)|\s\s|\s[,.;)]/m;
const URLS = /https:\/\/[^\s)<>,，、]+/g;

it('leaves no stray mark, whatever is empty, in any language', () => {
  fc.assert(
    fc.property(
      tidySource,
      fc.constantFrom(...LANGUAGES),
      fc.boolean(),
      (given, language, part) => {
        const how = makeOptions(language, { isExcerpt: part });
        const { plain, html } = composeNote(given, how);
        const text = parseFragment(html).textContent ?? '';
        for (const line of [plain.slice(2), text]) {
          expect(line.replace(URLS, 'URL')).not.toMatch(STRAY);
        }
      },
    ),
    { numRuns: 1000 },
  );
});

it('leaves none of a wording’s own marks between what is empty', () => {
  const field = fc.constantFrom('authors', 'publisher', 'date', 'warning', 'excerpt', 'license');
  const between = fc.constantFrom(', ', '. ', ': ', '; ');
  const wording = fc
    .tuple(fc.array(fc.tuple(field, between)), fc.array(fc.tuple(between, field)))
    .map(([before, after]) =>
      [
        ...before.map(([name, mark]) => `{${name}}${mark}`),
        '{url}',
        ...after.map(([mark, name]) => `${mark}{${name}}`),
      ].join(''),
    );
  fc.assert(
    fc.property(tidySource, wording, (given, plain) => {
      expect(parseTemplate(plain, 'plain').ok).toBe(true);
      const how = makeOptions('en', { templates: { plain } });
      const said = composeNote({ ...given, license: null }, how).plain.slice(2);
      expect(said.replace(URLS, 'URL')).not.toMatch(STRAY);
    }),
    { numRuns: 1000 },
  );
});

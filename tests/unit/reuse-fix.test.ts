/** What puts a missing source in, read back by what fields of its form are read by. */
import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import MarkdownIt from 'markdown-it';
import { expect, it } from 'vitest';
import { composeFix } from '../../src/model/reuse/compose-fix.ts';
import { isSameAddress } from '../../src/model/reuse/same-address.ts';
import { makeSource, makeTerms, URL_OF_STORY } from './attribution-source.ts';

const markdown = new MarkdownIt();
const readLinks = (html: string) =>
  [...parseHTML(`<html><body>${html}</body></html>`).document.querySelectorAll('a')].map(
    (link) => ({
      href: link.getAttribute('href') ?? '',
      text: link.textContent ?? '',
    }),
  );

it('says the same in each form', () => {
  const fix = composeFix(makeSource(), 'de');
  expect(fix.plain).toContain(URL_OF_STORY);
  expect(readLinks(fix.html)).toEqual([{ href: URL_OF_STORY, text: 'Rain in Osh' }]);
  expect(readLinks(markdown.render(fix.markdown))).toEqual(readLinks(fix.html));
});

it('links the site as well, where that is asked for', () => {
  const source = makeSource({ terms: makeTerms({ target: 'agency.example' }) });
  const fix = composeFix(source, 'en');
  expect(readLinks(markdown.render(fix.markdown)).map(({ href }) => href)).toContain(
    'https://agency.example/',
  );
});

it('in Markdown as in HTML, whatever the title holds', () => {
  const title = fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1 }),
    fc
      .array(
        fc.constantFrom(
          '*',
          '_',
          '[',
          ']',
          '(',
          ')',
          '`',
          '<',
          '>',
          '#',
          '1.',
          '-',
          '&amp;',
          '\\',
          '!',
          '~',
          '|',
          'a',
          ' ',
        ),
        { minLength: 1 },
      )
      .map((all) => all.join('')),
  );
  fc.assert(
    fc.property(title, fc.webUrl({ withQueryParameters: true }), (title, url) => {
      const { html, markdown: written } = composeFix(makeSource({ title, url }), 'en');
      const [asked] = readLinks(html);
      const read = readLinks(markdown.render(written));
      expect(read).toHaveLength(1);
      const squeeze = (text = '') => text.replace(/\s+/g, ' ').trim();
      expect(squeeze(read[0]?.text)).toBe(squeeze(asked?.text));
      expect(isSameAddress(read[0]?.href ?? '', url)).toBe(isSameAddress(asked?.href ?? '', url));
    }),
  );
});

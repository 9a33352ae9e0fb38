/** What the peers say is brought into one form without making it better or worse than it is. */
import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { expect, it } from 'vitest';
import { saysJsonLdArticle, saysOgArticle } from './page-says.ts';
import { splitNames } from './split-names.ts';

it.each([
  ['Ada Fenwick', ['Ada Fenwick']],
  ['Ada Fenwick, Jonas Marrow and Tam O’Dell', ['Ada Fenwick', 'Jonas Marrow', 'Tam O’Dell']],
  ['Анна Лесняк и Павел Громов', ['Анна Лесняк', 'Павел Громов']],
  ['Andrea Sanders', ['Andrea Sanders']],
  ['', []],
  [null, []],
])('the names in %j', (line, names) => expect(splitNames(line)).toEqual(names));

it('splits whatever line without losing a letter', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Z][a-z]{2,9}( [A-Z][a-z]{2,9}){0,2}$/), (name) => {
      expect(splitNames(name)).toEqual([name]);
      expect(splitNames(`${name}, ${name}`)).toEqual([name, name]);
    }),
  );
});

const parse = (head: string) => parseHTML(`<html><head>${head}</head></html>`).document;
const jsonLd = (json: string) => parse(`<script type="application/ld+json">${json}</script>`);

it.each([
  ['<meta property="og:type" content="article">', true],
  ['<meta name="og:type" content="Article">', true],
  ['<meta property="og:type" content="website">', false],
  ['', false],
])('og:type of %j', (head, is) => expect(saysOgArticle(parse(head))).toBe(is));

it.each([
  ['{"@type":"NewsArticle"}', true],
  ['[{"@type":["Thing","BlogPosting"]}]', true],
  ['{"@graph":[{"@type":"WebSite"},{"@type":"Article"}]}', true],
  ['{"@type":"Product"}', false],
  ['{"@type":"NewsArticle"', false],
  ['null', false],
])('JSON-LD of %j', (json, is) => expect(saysJsonLdArticle(jsonLd(json))).toBe(is));

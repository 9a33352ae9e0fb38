import { describe, expect, it } from 'vitest';
import { readSourceOf, URL_OF_STORY, usePageModule } from './page-session.ts';

const session = usePageModule();
const read = (...document: [head: string, body?: string, url?: string]) =>
  readSourceOf(session, ...document);

const STORY = {
  '@type': 'NewsArticle',
  headline: 'A storm over the bay',
  author: { '@type': 'Person', name: 'Ada Byron' },
  datePublished: '2026-03-01T08:00:00+01:00',
  publisher: { '@type': 'Organization', name: 'The Bay Post' },
};
const json = JSON.stringify(STORY);
const block = (text: string, type = 'application/ld+json') =>
  `<script type="${type}">${text}</script>`;

describe('JSON-LD', () => {
  it.each([
    ['plain', block(json)],
    [
      'in a graph',
      block(`{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"x"},${json}]}`),
    ],
    ['in an array', block(`[{"@type":"BreadcrumbList"},${json}]`)],
    ['in arrays of arrays', block(`[[],[[${json}]]]`)],
    ['nested in a page', block(`{"@type":"WebPage","mainEntity":${json}}`)],
    ['in an HTML comment', block(`\n<!--\n${json}\n-->\n`)],
    ['in CDATA', block(`//<![CDATA[\n${json}\n//]]>`)],
    ['in CDATA within a comment', block(`/*<![CDATA[*/${json}/*]]>*/`)],
    ['with raw line breaks in strings', block(json.replace('storm over', 'storm\n over'))],
    ['with trailing commas', block(json.replace(/\}/g, ',}'))],
    ['with a semicolon', block(`${json};`)],
    ['with a byte order mark', block(`\ufeff${json}`)],
    ['of several types', block(json.replace('"NewsArticle"', '["Thing","NewsArticle"]'))],
    [
      'with the address of its type',
      block(json.replace('NewsArticle', 'http://schema.org/NewsArticle')),
    ],
    ['with a charset in its media type', block(json, 'application/ld+json; charset=utf-8')],
    ['in upper case', block(json, 'APPLICATION/LD+JSON')],
    ['after a broken block', block('{"@type": ') + block('nonsense') + block('') + block(json)],
    ['among other articles without a headline', block(`[{"@type":"Article"},${json}]`)],
    [
      'with an author and a publisher by their ids',
      block(`{"@graph":[${JSON.stringify({ ...STORY, author: { '@id': '#a' }, publisher: { '@id': '#p' } })},
      {"@id":"#a","@type":"Person","name":"Ada Byron"},{"@id":"#p","@type":"Organization","name":"The Bay Post"}]}`),
    ],
    [
      'with lists of one',
      block(
        JSON.stringify({ ...STORY, author: [[STORY.author]].flat(), headline: [STORY.headline] }),
      ),
    ],
  ])('%s', async (_name, head) => {
    expect(await read(head)).toMatchObject({
      title: 'A storm over the bay',
      authors: ['Ada Byron'],
      publisher: 'The Bay Post',
      published: '2026-03-01T08:00:00+01:00',
      url: URL_OF_STORY,
    });
  });

  it.each([
    [
      'ids in a circle',
      '{"@graph":[{"@id":"#a","@type":"NewsArticle","author":{"@id":"#b"}},{"@id":"#b","@type":"Person","name":{"@id":"#a"},"author":{"@id":"#b"}}]}',
    ],
    [
      'keys of prototypes',
      '{"__proto__":{"polluted":1,"@type":"NewsArticle"},"constructor":{"prototype":{"polluted":1}},"@type":"Article","headline":{"__proto__":{"polluted":1}},"author":{"toString":1,"name":{"length":-1}}}',
    ],
    [
      'wrong types everywhere',
      '{"@type":"Article","headline":7,"author":[null,3,[],{},{"name":[]},true],"datePublished":{},"publisher":"","url":[],"license":9,"inLanguage":{}}',
    ],
    ['ten megabytes', `{"@type":"Article","headline":"${'x'.repeat(10_000_000)}"}`],
    ['ten thousand nodes', `[${'{"@type":"Article"},'.repeat(10_000)}{}]`],
    ['deep nesting', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
    ['nothing but null', 'null'],
  ])('of %s leaves what the head says', async (_name, text) => {
    const source = await read(`<meta property="og:title" content="From the head">${block(text)}`);
    expect(source.title).toBe('From the head');
    expect(source.authors.every((name) => typeof name === 'string')).toBe(true);
    expect(await session.page.evaluate(() => 'polluted' in {})).toBe(false);
  });
});

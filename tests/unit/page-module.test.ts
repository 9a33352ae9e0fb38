import { parseHTML } from 'linkedom';
import { expect, it } from 'vitest';
import { judgeArticle, readSource } from '../../src/page/sic-page.ts';

it('reads a document of a DOM that knows no address', () => {
  const { document } = parseHTML(
    `<!doctype html><html lang="en"><head><title>A storm over the bay</title></head>
    <body><form><input name="q"></form><article><h1>A storm over the bay</h1>
    <p>By Ada Byron</p></article></body></html>`,
  );
  expect(document.URL).toBe(undefined);
  expect(judgeArticle(document).score).toBeGreaterThan(0);
  expect(readSource(document)).toMatchObject({ title: 'A storm over the bay', language: 'en' });
});

it('reads a form whose fields have the names of its own properties', () => {
  const { document } = parseHTML(
    '<!doctype html><title>A storm</title><form><h1>A storm</h1><input name="parentNode"></form>',
  );
  expect(readSource(document).title).toBe('A storm');
});

/** Reads a page of a site whose head holds what is given. */
function read(head: string, body = '<article><h1>A storm over the bay</h1></article>') {
  const { document } = parseHTML(
    `<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`,
  );
  Object.defineProperty(document, 'URL', { value: 'https://news.example/a/storm' });
  return readSource(document);
}
const data = (value: unknown) =>
  `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
const OTHER = {
  '@type': 'NewsArticle',
  headline: 'A calm over the hills',
  url: 'https://news.example/a/calm',
  author: 'Olga Other',
  datePublished: '2020-01-01',
};

it('takes no teaser for the article', () => {
  const source = read(data({ '@type': 'ItemList', itemListElement: [OTHER] }));
  expect(source).toMatchObject({
    url: 'https://news.example/a/storm',
    title: 'A storm over the bay',
    authors: [],
    published: null,
  });
});

it('takes no buyer’s review for the article', () => {
  const review = {
    '@type': 'Review',
    name: 'Fine',
    author: 'Bob Buyer',
    datePublished: '2020-01-01',
  };
  expect(read(data({ '@type': 'Product', name: 'A boat', review: [review] })).authors).toEqual([]);
});

it('takes nothing from another article where the article’s own node is silent', () => {
  const own = {
    '@type': 'NewsArticle',
    headline: 'A storm over the bay',
    url: 'https://news.example/a/storm',
  };
  expect(read(data([own, OTHER]))).toMatchObject({ authors: [], published: null });
});

it('keeps a long address whole', () => {
  const long = `https://news.example/a/${'%E0%A6%9D'.repeat(120)}`;
  expect(read(`<link rel="canonical" href="${long}">`).url).toBe(long);
});

it('takes words for no address of a licence', () => {
  const node = { '@type': 'Article', headline: 'A storm over the bay', license: 'CC BY 4.0' };
  expect(read(data({ ...node, usageInfo: 'All rights reserved' }))).toMatchObject({
    license: null,
    rights: { usageInfo: null },
  });
});

it('does not believe a date that nobody filled in', () => {
  const unset = '<meta property="article:published_time" content="1970-01-01T00:00:00+00:00">';
  expect(read(unset).published).toBe(null);
});

/** Each field of a source remembers what the page says of it and where, so that a disagreement can be explained. */
import { describe, expect, it } from 'vitest';
import type { Origins } from '../../src/model/source.ts';
import { readSourceOf, URL_OF_STORY, usePageModule } from './page-session.ts';

const session = usePageModule();
const read = (head: string, body?: string) => readSourceOf(session, head, body);

const meta = (name: string, content: string) => `<meta property="${name}" content="${content}">`;
const ld = (node: object) =>
  `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', ...node })}</script>`;
const TEXT = `<p>${'The storm took the roof of the old boathouse. '.repeat(9)}</p>`;

const places = (origins: Origins, field: keyof Origins) => origins[field].map(({ from }) => from);
const values = (origins: Origins, field: keyof Origins) => origins[field].map(({ value }) => value);

/** A page that says each thing in several places, each time otherwise. */
const DISAGREEING: [head: string, body: string] = [
  `<title>The boathouse is gone | The Bay Post</title>
  <link rel="canonical" href="${URL_OF_STORY}">
  <link rel="license" href="https://creativecommons.org/licenses/by/4.0/">
  ${meta('og:title', 'Storm: what is left of the boathouse')}
  ${meta('og:url', 'http://news.example/2026/03/another-address-of-it')}
  ${meta('og:site_name', 'The Bay Post')}
  ${meta('article:published_time', '2026-03-02T09:00:00+01:00')}
  ${meta('article:modified_time', '2026-03-05T09:00:00+01:00')}
  ${meta('article:author', 'Bo Pen')}
  ${meta('og:locale', 'en_GB')}
  ${meta('dcterms.license', 'https://creativecommons.org/licenses/by-nc/4.0/')}
  ${ld({
    headline: 'A storm takes the boathouse of the bay',
    author: [{ '@type': 'Person', name: 'Ada Byron' }],
    publisher: { '@type': 'Organization', name: 'Bay Press Holding' },
    datePublished: '2026-03-01T08:00:00+01:00',
    dateModified: '2026-03-04T08:00:00+01:00',
    inLanguage: 'en-US',
    mainEntityOfPage: 'http://news.example/2026/03/a-third-address',
  })}`,
  `<article><h1>A storm takes the boathouse</h1>${TEXT}</article>`,
];

describe('a page that disagrees with itself', () => {
  it('is quoted with all that it says, each with its place', async () => {
    const { origins } = await read(...DISAGREEING);
    expect(origins.title).toEqual(
      expect.arrayContaining([
        { from: 'JSON-LD NewsArticle.headline', value: 'A storm takes the boathouse of the bay' },
        { from: 'meta og:title', value: 'Storm: what is left of the boathouse' },
        { from: 'title', value: 'The boathouse is gone | The Bay Post' },
        { from: 'h1', value: 'A storm takes the boathouse' },
      ]),
    );
    expect(places(origins, 'url')).toEqual(
      expect.arrayContaining(['link canonical', 'meta og:url']),
    );
    expect(values(origins, 'authors')).toEqual(expect.arrayContaining(['Ada Byron', 'Bo Pen']));
    expect(values(origins, 'publisher')).toEqual(
      expect.arrayContaining(['The Bay Post', 'Bay Press Holding']),
    );
    expect(values(origins, 'published')).toEqual(
      expect.arrayContaining(['2026-03-01T08:00:00+01:00', '2026-03-02T09:00:00+01:00']),
    );
    expect(values(origins, 'modified')).toEqual(
      expect.arrayContaining(['2026-03-04T08:00:00+01:00', '2026-03-05T09:00:00+01:00']),
    );
    expect(values(origins, 'language')).toEqual(expect.arrayContaining(['en', 'en_GB', 'en-US']));
    expect(places(origins, 'license')).toEqual(['link license', 'meta dcterms.license']);
  });

  it('is believed where it is named first', async () => {
    const { origins, ...source } = await read(...DISAGREEING);
    expect(source.url).toBe(origins.url[0]?.value);
    expect(source.title).toBe(origins.title[0]?.value);
    expect(origins.authors[0]?.value).toContain(source.authors[0]);
    expect(source.publisher).toBe(origins.publisher[0]?.value);
    expect(source.published).toBe(origins.published[0]?.value);
    expect(source.modified).toBe(origins.modified[0]?.value);
    expect(source.language).toBe(origins.language[0]?.value);
    expect(source.license).toBe(origins.license[0]?.value);
  });
});

describe('what is believed', () => {
  it('stands first though it was cleaned', async () => {
    const { url, title, origins } = await read(
      `<link rel="canonical" href="/2026/03/storm-over-the-bay?utm_source=x"><title>A storm takes the boathouse - The Bay Post</title>${meta('og:site_name', 'The Bay Post')}`,
    );
    expect(url).toBe(URL_OF_STORY);
    expect(origins.url[0]).toEqual({
      from: 'link canonical',
      value: '/2026/03/storm-over-the-bay?utm_source=x',
    });
    expect(title).toBe('A storm takes the boathouse');
    expect(origins.title[0]).toEqual({
      from: 'title',
      value: 'A storm takes the boathouse - The Bay Post',
    });
  });

  it('may be what only readers see', async () => {
    const { authors, published, origins } = await read(
      '<title>A storm takes the boathouse</title>',
      `<article><h1>A storm takes the boathouse</h1><p class="byline">By Ada Byron</p><time datetime="2026-03-01">1 March 2026</time>${TEXT}</article>`,
    );
    expect(authors).toEqual(['Ada Byron']);
    expect(places(origins, 'authors')[0]).toBe('byline');
    expect(published).toBe('2026-03-01');
    expect(origins.published.length).toBeGreaterThan(0);
    expect(places(origins, 'published')).not.toContain('address');
  });

  it('is not an address that cannot be the article’s, which is told all the same', async () => {
    const { url, origins } = await read('<link rel="canonical" href="http://other.example/x">');
    expect(url).toBe(URL_OF_STORY);
    expect(origins.url).toEqual([{ from: 'link canonical', value: 'http://other.example/x' }]);
  });
});

it('where a page says nothing, nothing is remembered', async () => {
  const { origins } = await read('');
  expect(origins.authors).toEqual([]);
  expect(origins.modified).toEqual([]);
  expect(origins.license).toEqual([]);
  expect(origins.url).toEqual([]);
});

it('no more is remembered than a person can look through', async () => {
  const names = ['og:title', 'article:author', 'article:published_time', 'og:url', 'og:locale'];
  const many = Array.from({ length: 200 }, (_, i) =>
    names.map((name) => meta(name, `${name} ${i} ${'long '.repeat(300)}`)).join(''),
  ).join('');
  const links = Array.from(
    { length: 200 },
    (_, i) => `<link rel="license canonical" href="/l/${i}/${'x'.repeat(900)}">`,
  ).join('');
  const { origins } = await read(many + links);
  for (const [field, statements] of Object.entries(origins)) {
    expect(statements.length, field).toBeLessThanOrEqual(12);
    const lines = statements.map(({ from, value }) => `${from}\n${value}`);
    expect(new Set(lines).size, field).toBe(lines.length);
    for (const { from, value } of statements) {
      expect(from.length, field).toBeGreaterThan(0);
      expect(from.length, field).toBeLessThan(100);
      expect(value.trim(), field).toBe(value);
      expect(value.length, field).toBeGreaterThan(0);
      expect(value.length, field).toBeLessThanOrEqual(2_000);
    }
  }
});

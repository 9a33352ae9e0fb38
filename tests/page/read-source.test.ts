import { describe, expect, it } from 'vitest';
import { NEWS, readSourceOf, URL_OF_STORY, usePageModule } from './page-session.ts';

const session = usePageModule();
const read = (...document: [head: string, body?: string, url?: string]) =>
  readSourceOf(session, ...document);

describe('the canonical address', () => {
  const link = (href: string) => `<link rel="canonical" href="${href}">`;
  it.each([
    ['is the page’s own where none is stated', '', URL_OF_STORY],
    ['is believed', link(`${URL_OF_STORY}-2`), `${URL_OF_STORY}-2`],
    [
      'is cleaned of trackers',
      link(`${URL_OF_STORY}?utm_source=x&page=2&fbclid=y`),
      `${URL_OF_STORY}?page=2`,
    ],
    ['is not the home page', link(`${NEWS}/`), URL_OF_STORY],
    ['is made absolute', link('/2026/03/other'), `${NEWS}/2026/03/other`],
    ['is made absolute by the scheme', link('//news.example/a'), `${NEWS}/a`],
    ['is not a bare name', link('news.example/a'), URL_OF_STORY],
    ['is not on another host', link('https://other.example/2026/03/storm'), URL_OF_STORY],
    [
      'may be on www',
      link('https://www.news.example/2026/03/storm'),
      'https://www.news.example/2026/03/storm',
    ],
    ['is not empty', link(''), URL_OF_STORY],
    ['is no script', link('javascript:alert(1)'), URL_OF_STORY],
    ['is no broken address', link('http://[news'), URL_OF_STORY],
    [
      'falls back to og:url',
      `${link(`${NEWS}/`)}<meta property="og:url" content="${NEWS}/a">`,
      `${NEWS}/a`,
    ],
    [
      'falls back to JSON-LD',
      `<script type="application/ld+json">{"@type":"Article","headline":"A storm","mainEntityOfPage":{"@id":"${NEWS}/b"}}</script>`,
      `${NEWS}/b`,
    ],
    [
      'is meant against the base',
      `<base href="https://cdn.example/x/">${link('/a')}`,
      URL_OF_STORY,
    ],
    ['may carry other relations', `<link rel="Canonical shortlink" href="${NEWS}/c">`, `${NEWS}/c`],
  ])('%s', async (_name, head, expected) => {
    expect((await read(head, '', `${URL_OF_STORY}?utm_medium=mail#top`)).url).toBe(expected);
  });

  it('of an AMP page is the article’s', async () => {
    const head = '<link rel="canonical" href="http://www.news.example/2026/03/storm-over-the-bay">';
    const { url } = await read(head, '', `${NEWS}/amp/2026/03/storm-over-the-bay`);
    expect(url).toBe('http://www.news.example/2026/03/storm-over-the-bay');
  });
});

describe('the rest', () => {
  it('makes a licence’s address absolute, and takes no script for one', async () => {
    expect((await read('', '<a rel="license" href="/terms">terms</a>')).license).toBe(
      `${NEWS}/terms`,
    );
    expect((await read('<link rel="license" href="javascript:0">')).license).toBeNull();
  });
});

it('reads any document without an error', async () => {
  await read('');
  const titles = await session.page.evaluate(() => {
    const parse = (text: string, type: DOMParserSupportedType) =>
      new DOMParser().parseFromString(text, type);
    const bodyless = document.implementation.createHTMLDocument('bodyless');
    bodyless.body.remove();
    const rootless = document.implementation.createHTMLDocument('rootless');
    rootless.documentElement.remove();
    const documents = [
      parse('', 'text/html'),
      parse('<a><b>text</b></a>', 'application/xml'),
      parse(
        '<svg xmlns="http://www.w3.org/2000/svg"><title>a picture</title><text>text</text></svg>',
        'image/svg+xml',
      ),
      parse('<broken', 'application/xhtml+xml'),
      parse('<frameset><frame></frameset>', 'text/html'),
      document.implementation.createDocument(null, null),
      bodyless,
      rootless,
    ];
    return documents.map((one) => {
      const { isArticle, score } = sic.judgeArticle(one);
      const root = one.documentElement ?? one;
      const found = sic.findQuote(root, [
        { type: 'TextQuoteSelector', exact: 'text', prefix: '', suffix: '' },
      ]);
      return [isArticle, Number.isFinite(score), sic.readSource(one).title, found.verdict].join(
        ' ',
      );
    });
  });
  expect(titles).toEqual([
    'false true  unknown',
    'false true  open',
    'false true a picture open',
    expect.stringMatching(/^false true /),
    'false true  unknown',
    'false true  unknown',
    'false true bodyless unknown',
    'false true  unknown',
  ]);
});

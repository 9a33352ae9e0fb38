/**
 * No page, whatever its make, may make the verdict or the source throw, hang or answer something else than it
 * promises. Documents are built in the page; what they cost is counted in calls, never in seconds.
 */

import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { sourceSchema } from '../../src/model/source.ts';
import { usePageModule } from './page-session.ts';

const session = usePageModule();

const verdictSchema = v.strictObject({
  isArticle: v.boolean(),
  score: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  reasons: v.array(v.string()),
});

/** What the module says of a document in the page, checked. */
function check(answer: { verdict: unknown; source: unknown }): v.InferOutput<typeof sourceSchema> {
  v.parse(verdictSchema, answer.verdict);
  const source = v.parse(sourceSchema, answer.source);
  // Nothing that was not promised, and nothing without bounds.
  expect(answer.source).toEqual(source);
  expect(JSON.stringify(source).length).toBeLessThan(150_000);
  expect(source.title.length).toBeLessThanOrEqual(500);
  expect(source.authors.length).toBeLessThanOrEqual(1_000);
  for (const statements of Object.values(source.origins)) {
    expect(statements.length).toBeLessThanOrEqual(12);
    for (const { value } of statements) expect(value.length).toBeLessThanOrEqual(2_000);
  }
  return source;
}

/** Reads HTML that the page parses apart from itself. */
async function readParsed(html: string, type: DOMParserSupportedType = 'text/html') {
  return check(
    await session.page.evaluate(
      (text, mediaType) => {
        const parsed = new DOMParser().parseFromString(text, mediaType);
        return { verdict: sic.judgeArticle(parsed), source: sic.readSource(parsed) };
      },
      html,
      type,
    ),
  );
}

const TEXT =
  'The storm came in from the sea at four in the morning and took the roof of the old boathouse with it. Nobody was hurt.';
const ARTICLE = `<article><h1>A storm over the bay</h1>${`<p>${TEXT}</p>`.repeat(8)}</article>`;
const ld = (text: string) => `<script type="application/ld+json">${text}</script>`;
const MEGABYTE = 1_000_000;

describe('size', () => {
  it.each<[string, string]>([
    ['a title', `<title>${'storm '.repeat(MEGABYTE / 6)}</title>${ARTICLE}`],
    ['a title without a space', `<title>${'x'.repeat(MEGABYTE)}</title>${ARTICLE}`],
    ['a title of separators', `<title>${' | '.repeat(MEGABYTE / 3)}</title>${ARTICLE}`],
    ['an h1', `<h1>${'storm '.repeat(MEGABYTE / 6)}</h1>${ARTICLE}`],
    ['an h1 of elements', `<h1>${'<b>a</b>'.repeat(50_000)}</h1>${ARTICLE}`],
    ['og:title', `<meta property="og:title" content="${'a '.repeat(MEGABYTE / 2)}">${ARTICLE}`],
    [
      'a byline',
      `<h1>A storm</h1><p class="byline">By ${'Ada Byron, '.repeat(MEGABYTE / 11)}</p>${ARTICLE}`,
    ],
    ['an author', `<meta name="author" content="${'Ada '.repeat(MEGABYTE / 4)}">${ARTICLE}`],
    [
      'a date',
      `<meta property="article:published_time" content="${'1'.repeat(MEGABYTE)}"><time datetime="${'2026-'.repeat(MEGABYTE / 5)}">${'1 May '.repeat(MEGABYTE / 6)}</time>${ARTICLE}`,
    ],
    [
      'an address',
      `<link rel="canonical" href="/${'a/'.repeat(MEGABYTE / 2)}"><base href="/${'b'.repeat(MEGABYTE)}">${ARTICLE}`,
    ],
    ['a class', `<body class="${'article '.repeat(MEGABYTE / 8)}">${ARTICLE}`],
    ['a language', `<html lang="${'en-'.repeat(MEGABYTE / 3)}">${ARTICLE}`],
    ['a paragraph', `${ARTICLE}<p>${'storm '.repeat(MEGABYTE / 6)}</p>`],
    ['a footer', `${ARTICLE}<footer>${'link reprint only '.repeat(MEGABYTE / 18)}</footer>`],
    [
      'a caption',
      `${ARTICLE}<figure><figcaption>${'Photo: '.repeat(MEGABYTE / 7)}</figcaption></figure>`,
    ],
    ['a comment', `<!--${'-'.repeat(MEGABYTE)}-->${ARTICLE}`],
    ['a text without an element', 'storm '.repeat(MEGABYTE / 6)],
  ])('a megabyte of %s', async (_what, html) => {
    await readParsed(html);
  });

  it.each<[string, string]>([
    ['metas', `${'<meta name="author" content="Ada">'.repeat(5_000)}`],
    [
      'metas of as many names',
      Array.from(
        { length: 5_000 },
        (_, i) =>
          `<meta property="og:x${i}" content="${i}"><meta name="author" content="Ada B${i}">`,
      ).join(''),
    ],
    [
      'headlines',
      Array.from({ length: 5_000 }, (_, i) => `<h1>A storm number ${i} over the bay</h1>`).join(''),
    ],
    ['links', '<link rel="license" href="/x"><link rel="canonical" href="/y">'.repeat(5_000)],
    ['scripts', ld('{"@type":"NewsArticle","headline":"A storm"}').repeat(5_000)],
    [
      'bylines',
      '<p class="byline">By <a rel="author" href="/author/a">Ada Byron</a></p>'.repeat(5_000),
    ],
    ['dates', '<time datetime="2026-03-01">1 March 2026</time>'.repeat(5_000)],
    [
      'footers',
      '<footer class="copyright license">All rights reserved, no copying</footer>'.repeat(5_000),
    ],
    ['captions', '<figure><figcaption>Photo: Ada Byron/AFP</figcaption></figure>'.repeat(5_000)],
    [
      'items',
      '<div itemscope itemtype="https://schema.org/Article"><i itemprop="author"></i></div>'.repeat(
        5_000,
      ),
    ],
    ['licences', '<a rel="license" href="/l">licence</a>'.repeat(5_000)],
  ])('5,000 %s', async (_what, html) => {
    await readParsed(html + ARTICLE);
    await readParsed(ARTICLE + html);
  });

  it('ten megabytes of JSON-LD', async () => {
    const answers = await session.page.evaluate(() => {
      const big = 10_000_000;
      const blocks = [
        `{"@type":"Article","headline":"${'x'.repeat(big)}"}`,
        `[${'{"@type":"Article","author":{"name":"Ada"}},'.repeat(big / 44)}{}]`,
        `{"@type":"LiveBlogPosting","headline":"A storm","liveBlogUpdate":[${'{"@type":"BlogPosting","articleBody":"It rains. "},'.repeat(big / 50)}{}]}`,
        '{"a":'.repeat(big / 5),
        '['.repeat(big),
        '"\\'.repeat(big / 2),
        '//<![CDATA['.repeat(big / 11),
        '<!--'.repeat(big / 4),
        ' '.repeat(big),
        `${'&quot;'.repeat(big / 6)}`,
      ];
      return blocks.map((text) => {
        const page = document.implementation.createHTMLDocument('A storm over the bay');
        const script = page.createElement('script');
        script.type = 'application/ld+json';
        script.textContent = text;
        page.head.append(script);
        return { verdict: sic.judgeArticle(page), source: sic.readSource(page) };
      });
    });
    for (const answer of answers) check(answer);
  });
});

describe('JSON-LD', () => {
  it.each<[string, string]>([
    [
      'ids in a circle',
      '{"@graph":[{"@id":"#a","@type":"NewsArticle","headline":{"@id":"#b"},"author":{"@id":"#b"},"publisher":{"@id":"#a"}},{"@id":"#b","@type":"Person","name":{"@id":"#a"},"author":{"@id":"#a"},"mainEntityOfPage":{"@id":"#b"}}]}',
    ],
    [
      'an id of its own',
      '{"@id":"#a","@type":"Article","headline":"A storm","author":{"@id":"#a"},"image":{"@id":"#a"}}',
    ],
    [
      'keys of prototypes',
      '{"__proto__":{"@type":"Article","polluted":1},"constructor":{"prototype":{"polluted":1}},"@type":["Article","__proto__","constructor","toString","hasOwnProperty"],"headline":"A storm","author":{"__proto__":{"name":"Eve"},"toString":1,"valueOf":{},"name":"Ada"},"publisher":{"constructor":1,"name":{"length":-1}}}',
    ],
    [
      'a list with a length of its own',
      '{"@type":"Article","headline":"A storm","author":{"length":4294967295,"0":"Ada","name":["Ada"]}}',
    ],
    [
      'methods that are none',
      '{"@type":{"trim":1,"test":2},"headline":{"trim":1},"name":{"replace":1},"datePublished":{"slice":1},"toJSON":"x","then":"y"}',
    ],
    [
      'numbers beyond all',
      '{"@type":"Article","headline":1e999,"datePublished":-1e999,"author":[1e999,-0,null,true],"name":"A storm"}',
    ],
    [
      'surrogates that are alone',
      '{"@type":"Article","headline":"A \\ud800 storm \\udc00","author":"\\udfff Ada"}',
    ],
    [
      'signs that control',
      '{"@type":"Article","headline":"A\\u0000 \\u0007 \\u202e storm","author":"\\u0000Ada\\u001b[0m"}',
    ],
    [
      'scripts for addresses',
      '{"@type":"Article","headline":"A storm","url":"javascript:alert(1)","license":"data:text/html,x","usageInfo":"file:///x","acquireLicensePage":"blob:x","mainEntityOfPage":"vbscript:x"}',
    ],
  ])('of %s', async (_what, text) => {
    const source = await readParsed(`<title>A storm over the bay</title>${ld(text)}${ARTICLE}`);
    for (const url of [
      source.url,
      source.license,
      source.rights.usageInfo,
      source.rights.acquireLicensePage,
    ]) {
      expect(url ?? 'http://').toMatch(/^https?:/);
    }
    expect(source.authors).not.toContain('Eve');
    expect(await session.page.evaluate(() => 'polluted' in {} || 'polluted' in [])).toBe(false);
  });

  it('and metas named as what every object has', async () => {
    const names = [
      '__proto__',
      'constructor',
      'toString',
      'hasOwnProperty',
      'valueOf',
      'get',
      'size',
    ];
    const source = await readParsed(
      names.map((name) => `<meta name="${name}" property="${name}" content="polluted">`).join('') +
        ARTICLE,
    );
    expect(source.title).toBe('A storm over the bay');
    expect(await session.page.evaluate(() => Reflect.get({}, 'polluted') ?? null)).toBeNull();
  });
});

describe('documents of another make', () => {
  it.each<[string, string, DOMParserSupportedType]>([
    ['nothing', '', 'text/html'],
    ['frames', '<frameset cols="1,*"><frame src="a"><frame src="b"></frameset>', 'text/html'],
    ['XML', '<a><body><p>text</p></body><title>no title</title></a>', 'application/xml'],
    [
      'XHTML',
      `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>A storm over the bay</title></head><body>${ARTICLE}</body></html>`,
      'application/xhtml+xml',
    ],
    ['broken XHTML', '<html xmlns="http://www.w3.org/1999/xhtml"><p>', 'application/xhtml+xml'],
    [
      'a picture',
      '<svg xmlns="http://www.w3.org/2000/svg" class="article"><title>A tower</title><a href="x"><text class="byline">By Ada Byron</text></a><metadata/><script/></svg>',
      'image/svg+xml',
    ],
    [
      'a page in a picture',
      `<svg xmlns="http://www.w3.org/2000/svg"><foreignObject><div xmlns="http://www.w3.org/1999/xhtml">${ARTICLE}</div></foreignObject></svg>`,
      'image/svg+xml',
    ],
    [
      'formulas',
      `<math><mtext><p>${TEXT}</p></mtext></math><svg><title>x</title><p class="author">By Ada</p></svg>${ARTICLE}`,
      'text/html',
    ],
    [
      'templates',
      `<template>${ARTICLE}<footer>Copying only with an active link.</footer></template>`,
      'text/html',
    ],
    [
      'two bodies in XML',
      '<html xmlns="http://www.w3.org/1999/xhtml"><body><p>one</p></body><body><p>two</p></body></html>',
      'application/xhtml+xml',
    ],
  ])('%s', async (_what, text, type) => {
    await readParsed(text, type);
  });

  it('without a head, a body or a root, and within each other', async () => {
    const answers = await session.page.evaluate((article) => {
      const make = () => {
        const page = document.implementation.createHTMLDocument('A storm over the bay');
        page.body.innerHTML = article;
        return page;
      };
      const [headless, bodyless, rootless, swapped, nested] = [
        make(),
        make(),
        make(),
        make(),
        make(),
      ];
      headless.head.remove();
      bodyless.body.remove();
      rootless.documentElement.remove();
      swapped.documentElement.prepend(swapped.body);
      nested.body.append(make().documentElement);
      const inner = document.createElement('template').content.ownerDocument;
      const bare = new Document();
      const noElement = document.implementation.createDocument(null, null);
      noElement.append(noElement.createComment('nothing'));
      return [headless, bodyless, rootless, swapped, nested, inner, bare, noElement].map((one) => ({
        verdict: sic.judgeArticle(one),
        source: sic.readSource(one),
      }));
    }, ARTICLE);
    for (const answer of answers) check(answer);
  });
});

/** Names under which a page can put its own elements where a document's properties are looked for. */
const OF_DOCUMENT =
  'body head title URL baseURI documentElement defaultView querySelector querySelectorAll getElementsByTagName getElementsByClassName getElementById createTreeWalker cloneNode firstChild nodeType'.split(
    ' ',
  );
/** And under which a form's fields stand in the place of the form's. */
const OF_FORM =
  'parentNode parentElement nextSibling previousSibling firstChild lastChild firstElementChild children childNodes closest matches contains getAttribute hasAttribute hasAttributes querySelector querySelectorAll getElementsByTagName textContent localName nodeName nodeType nodeValue className id attributes compareDocumentPosition ownerDocument isConnected'.split(
    ' ',
  );

describe('a page that stands in the way of its own properties', () => {
  it.each([
    ['img', (name: string) => `<img name="${name}">`],
    ['form', (name: string) => `<form name="${name}"></form>`],
    ['two forms', (name: string) => `<form name="${name}"></form><form name="${name}"></form>`],
    ['object', (name: string) => `<object id="${name}"></object>`],
  ])('by %s', async (_what, write) => {
    const plain = await readParsed(`<title>A storm over the bay</title>${ARTICLE}`);
    for (const name of OF_DOCUMENT) {
      const html = `<title>A storm over the bay</title>${ARTICLE}${write(name)}`;
      expect(await readParsed(html).catch(String), name).toEqual(plain);
    }
  });

  it('by elements with ids of properties', async () => {
    const ids = OF_DOCUMENT.map((name) => `<p id="${name}">x</p>`).join('');
    const plain = await readParsed(`<title>A storm over the bay</title>${ARTICLE}`);
    expect(await readParsed(`<title>A storm over the bay</title>${ARTICLE}${ids}`)).toEqual(plain);
  });

  it.each([
    ['around the article', (field: string) => `<form>${field}${ARTICLE}</form>`],
    ['last around the article', (field: string) => `<form>${ARTICLE}${field}</form>`],
    [
      'around the headline',
      (field: string) => `<form><h1>A storm over the bay</h1>${field}</form>${ARTICLE}`,
    ],
    [
      'around its broken lines',
      (field: string) => `<h1>A storm</h1><form>${`${TEXT}<br>`.repeat(9)}${field}</form>`,
    ],
    [
      'around a footer',
      (field: string) => `${ARTICLE}<form><footer>No copying ${field}</footer></form>`,
    ],
    ['beside it', (field: string) => `<form>${field}</form>${ARTICLE}<form>${field}</form>`],
    [
      'of an article’s class',
      (field: string) =>
        `${ARTICLE}<form class="byline article footer credit copyright" itemprop="author" rel="author">By Ada Byron ${field}</form>`,
    ],
  ])('by a form’s fields, %s', async (_what, write) => {
    for (const name of OF_FORM) {
      const answer = await readParsed(write(`<input name="${name}">`)).catch(String);
      expect(typeof answer === 'string' ? answer : 'read', name).toBe('read');
    }
  });
});

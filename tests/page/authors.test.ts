import { describe, expect, it } from 'vitest';
import { readSourceOf, usePageModule } from './page-session.ts';

const session = usePageModule();
const read = async (head: string, body = '', url?: string) =>
  (await readSourceOf(session, head, body, url)).authors;
const ld = (json: object) => `<script type="application/ld+json">${JSON.stringify(json)}</script>`;
const article = (author: unknown, more: object = {}) =>
  ld({ '@type': 'NewsArticle', headline: 'A storm over the bay', author, ...more });
const page = (byline: string) =>
  `<main><article><h1>A storm over the bay</h1>${byline}<p>${'Wind and rain. '.repeat(30)}</p></article></main>`;

describe('the authors that metadata names', () => {
  it.each<[string, string, string[]]>([
    ['a meta', '<meta name="author" content="By Ada Byron, Staff Writer">', ['Ada Byron']],
    [
      'citation metas, turned',
      '<meta name="citation_author" content="Byron, Ada"><meta name="citation_author" content="Hopper, Grace">',
      ['Ada Byron', 'Grace Hopper'],
    ],
    [
      'a person twice',
      '<meta name="author" content="Ada Byron"><meta name="author" content="ADA BYRON">',
      ['Ada Byron'],
    ],
    ['a string', article('Ada Byron and Grace Hopper'), ['Ada Byron', 'Grace Hopper']],
    ['a node', article({ '@type': 'Person', name: 'Ada Byron' }), ['Ada Byron']],
    ['a list', article([{ name: 'Ada Byron' }, 'Grace Hopper']), ['Ada Byron', 'Grace Hopper']],
    [
      'a list of names',
      article({ name: ['Ada Byron', 'Grace Hopper'] }),
      ['Ada Byron', 'Grace Hopper'],
    ],
    [
      'an id',
      ld({
        '@graph': [
          { '@type': 'Article', headline: 'A storm', author: { '@id': '#ada' } },
          { '@type': 'Person', '@id': '#ada', name: 'Ada Byron' },
        ],
      }),
      ['Ada Byron'],
    ],
    ['an address, which is no name', article('https://news.example/ada'), []],
    [
      'all whom the fullest place names',
      `${article('Ada Byron')}<meta name="author" content="Ada Byron, Grace Hopper">`,
      ['Ada Byron', 'Grace Hopper'],
    ],
    [
      'a preview’s label',
      '<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Ada Byron">',
      ['Ada Byron'],
    ],
    [
      'a person beside the site',
      article(['Ada Byron', 'The Bay Post'], { publisher: { name: 'The Bay Post' } }),
      ['Ada Byron'],
    ],
    ['an agency', article('AFP'), ['AFP']],
    ['nobody', '<meta name="author" content="admin">', []],
  ])('%s', async (_name, head, authors) => {
    expect(await read(head)).toEqual(authors);
  });
});

describe('the byline that a reader sees', () => {
  it.each<[string, string, string[]]>([
    [
      'with names',
      '<p class="byline">By Ada Byron and Grace Hopper</p>',
      ['Ada Byron', 'Grace Hopper'],
    ],
    ['in German', '<span class="author">Von Max Muster, Frankfurt</span>', ['Max Muster']],
    ['in Russian', '<div class="article-author">Автор: Анна Иванова</div>', ['Анна Иванова']],
    [
      'as microdata',
      '<span itemprop="author" itemscope><span itemprop="name">Ada Byron</span>, bay</span>',
      ['Ada Byron'],
    ],
    ['as a link', '<a rel="author" href="/ada">Ada Byron</a>', ['Ada Byron']],
    [
      'as a link to a person’s page',
      '<p><a href="/authors/ada">Ada Byron</a> 3 May</p>',
      ['Ada Byron'],
    ],
    ['as words alone', '<div>By Ada Byron</div>', ['Ada Byron']],
    ['as two texts', '<div><span>By</span> <b>Ada Byron</b></div>', ['Ada Byron']],
    ['beside the date', '<p>Ada Byron, March 3, 2026</p>', ['Ada Byron']],
    [
      'with a role in an element of its own',
      '<div class="byline"><span>Ada Byron</span><span class="role">Staff Writer</span><span>Follow us</span></div>',
      ['Ada Byron'],
    ],
    [
      'as a list',
      '<ul class="bylines"><li class="author">Ada Byron</li><li class="author">Grace Hopper</li></ul>',
      ['Ada Byron', 'Grace Hopper'],
    ],
    [
      'beside an editor',
      '<div>Reviewed by <a href="/team/hopper">Grace Hopper</a></div><div>Written by <a href="/team/ada">Ada Byron</a></div>',
      ['Ada Byron'],
    ],
    ['in no caption', '<figure><figcaption>By Ada Byron</figcaption></figure>', []],
    ['in no comment', '<div class="comments"><span class="author">Ada Byron</span></div>', []],
    ['in no teaser', '<div class="related"><span class="byline">By Ada Byron</span></div>', []],
    ['in no navigation', '<nav><a rel="author" href="/ada">Ada Byron</a></nav>', []],
    ['in no sentence', '<p>By the way, it rained.</p>', []],
  ])('%s', async (_name, byline, authors) => {
    expect(await read('', page(byline))).toEqual(authors);
  });

  it('counts before the site, a profile’s address or a login name', async () => {
    const byline = page('<p class="byline">By Ada Byron</p>');
    for (const head of [
      '<meta property="og:site_name" content="The Bay Post"><meta name="author" content="The Bay Post">',
      '<meta property="article:author" content="https://social.example/ada">',
      '<meta name="author" content="abyron">',
    ]) {
      expect(await read(head, byline)).toEqual(['Ada Byron']);
    }
  });

  it('may stand at the end of the article', async () => {
    const end = `<h1>A storm over the bay</h1><article>${'<p>Rain.</p>'.repeat(300)}<p class="author">Ada Byron</p></article>`;
    expect(await read('', end)).toEqual(['Ada Byron']);
  });

  it('stands back behind the metadata', async () => {
    const head = '<meta name="author" content="Grace Hopper">';
    expect(await read(head, page('<p class="byline">By Ada Byron</p>'))).toEqual(['Grace Hopper']);
  });
});

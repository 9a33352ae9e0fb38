import { describe, expect, it } from 'vitest';
import { readSourceOf, usePageModule } from './page-session.ts';

const session = usePageModule();
const og = (name: string) => `<meta property="og:site_name" content="${name}">`;
const json = (node: object) =>
  `<script type="application/ld+json">${JSON.stringify(node)}</script>`;
const story = (publisher: object) =>
  json({ '@type': 'NewsArticle', headline: 'A storm over the bay', publisher });

describe('the publisher', () => {
  it.each([
    ['is the site’s name', og('The Bay Post'), 'The Bay Post'],
    ['keeps its case', og('THE BAY POST'), 'THE BAY POST'],
    ['is named in JSON-LD', story({ name: 'The Bay Post' }), 'The Bay Post'],
    [
      'is named by its id',
      json({
        '@graph': [
          { '@type': 'Article', headline: 'x', publisher: { '@id': '#p' } },
          { '@id': '#p', '@type': 'Organization', name: 'The Bay Post' },
        ],
      }),
      'The Bay Post',
    ],
    ['is the web site', json({ '@type': 'WebSite', name: 'The Bay Post' }), 'The Bay Post'],
    ['is the application', '<meta name="application-name" content="The Bay Post">', 'The Bay Post'],
    ['loses a tagline', og('The Bay Post – News from the pier'), 'The Bay Post'],
    ['loses its abbreviation', og('The Bay Post (TBP)'), 'The Bay Post'],
    ['loses a mark', og('The Bay Post®'), 'The Bay Post'],
    [
      'is a name rather than a domain',
      og('news.example') + story({ name: 'The Bay Post' }),
      'The Bay Post',
    ],
    ['is a name rather than one word', og('news') + story({ name: 'Bay News' }), 'Bay News'],
    ['is spelled with its spaces', og('NEWSBAY') + story({ name: 'News Bay' }), 'News Bay'],
    ['is the domain’s name', og('News.example'), 'News'],
    [
      'is a name rather than a company',
      story({ name: 'Bay Media GmbH' }) + og('The Bay Post'),
      'The Bay Post',
    ],
    ['is no software', og('WordPress') + story({ name: 'The Bay Post' }), 'The Bay Post'],
    ['is no handle', og('@baypost') + story({ name: 'The Bay Post' }), 'The Bay Post'],
    [
      'is what the document’s title has beside the headline',
      '<title>A storm over the bay | News of the Bay</title><meta property="og:title" content="A storm over the bay">',
      'News of the Bay',
    ],
    [
      'is what another title has beside the headline',
      '<title>A storm over the bay</title><meta property="og:title" content="A storm over the bay | News of the Bay">',
      'News of the Bay',
    ],
    [
      'is what stands behind the headline where nothing else is said',
      '<title>A storm over the bay | The Harbour Gazette</title><meta property="og:title" content="A storm over the bay">',
      'The Harbour Gazette',
    ],
    [
      'is behind the headline and a hyphen in Chinese',
      '<title>海湾今晚有风暴--天气--海湾网</title><meta property="og:title" content="海湾今晚有风暴">',
      '海湾网',
    ],
    [
      'is no number of a page',
      '<title>A storm over the bay | Page 34</title><meta property="og:title" content="A storm over the bay">',
      'news.example',
    ],
    ['is the host where nothing is said', '', 'news.example'],
  ])('%s', async (_name, head, expected) => {
    expect((await readSourceOf(session, head)).publisher).toBe(expected);
  });

  it('is the logo where nothing else is said', async () => {
    const body = '<h1><a href="/">Notes from a pier</a></h1><h1>A storm over the bay</h1>';
    const { title, publisher } = await readSourceOf(session, '', body);
    expect({ title, publisher }).toEqual({
      title: 'A storm over the bay',
      publisher: 'Notes from a pier',
    });
  });

  it('is a name as another source has it where a site names a section', async () => {
    const { publisher, origins } = await readSourceOf(
      session,
      og('U.S.') + story({ name: 'The Bay News' }),
    );
    expect(publisher).toBe('The Bay News');
    expect(origins.publisher).toEqual([
      { from: 'JSON-LD publisher', value: 'The Bay News' },
      { from: 'meta og:site_name', value: 'U.S.' },
    ]);
  });
});

describe('the language', () => {
  const html = (lang: string) =>
    session.page.evaluate((value) => {
      document.documentElement.setAttribute('lang', value);
      return sic.readSource(document).language;
    }, lang);
  const title = (text: string) => `<title>${text}</title>`;

  it.each([
    ['en_us', 'A storm over the bay', 'en-US'],
    ['de', 'Ein Sturm über der Bucht', 'de'],
    ['ua', 'Шторм над затокою сьогодні', 'uk'],
    ['kz', 'Шығанақ үстіндегі дауыл', 'kk'],
    ['jp', '湾に嵐が来る夜', 'ja'],
    ['zh-hant-tw', '海灣上的風暴', 'zh-Hant-TW'],
    ['en', '만에 폭풍이 온다', 'ko'],
    ['x"><b>', 'A storm', null],
    ['', 'A storm', null],
  ])('%j on %j', async (lang, text, expected) => {
    await readSourceOf(session, title(text));
    expect(await html(lang)).toBe(expected);
  });

  it('of a theme loses against the article’s own', async () => {
    const head = `${title('Шторм над заливом сегодня')}${json({ '@type': 'Article', headline: 'Шторм', inLanguage: 'ru-RU' })}`;
    expect((await readSourceOf(session, head)).language).toBe('ru-RU');
  });
});

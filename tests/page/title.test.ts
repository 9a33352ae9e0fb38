import { describe, expect, it } from 'vitest';
import { readSourceOf, URL_OF_STORY, usePageModule } from './page-session.ts';

const session = usePageModule();
const read = (...document: [head: string, body?: string, url?: string]) =>
  readSourceOf(session, ...document);

const site = '<meta property="og:site_name" content="The Bay Post">';
const og = (title: string) => `<meta property="og:title" content="${title}">`;
const json = (story: object) =>
  `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', ...story })}</script>`;

describe('the title without the site', () => {
  it.each([
    [
      'loses the site’s name',
      site + og('A storm over the bay | The Bay Post'),
      '',
      'A storm over the bay',
    ],
    [
      'loses it behind a dash',
      `${site}<title>A storm over the bay – The Bay Post</title>`,
      '',
      'A storm over the bay',
    ],
    [
      'loses the host’s name',
      '<title>A storm over the bay - News</title>',
      '',
      'A storm over the bay',
    ],
    [
      'loses it at the start',
      site + og('The Bay Post: A storm over the bay'),
      '',
      'A storm over the bay',
    ],
    [
      'loses a city behind it',
      `${site}<title>A storm over the bay – The Bay Post – Northern edition</title>`,
      '',
      'A storm over the bay',
    ],
    [
      'loses a section that another statement does not have',
      `${site}${og('A storm over the bay')}<title>A storm over the bay - Weather - The Bay Post</title>`,
      '',
      'A storm over the bay',
    ],
    [
      'keeps what is no site',
      og('Storm over the bay – what we know so far'),
      '',
      'Storm over the bay – what we know so far',
    ],
    [
      'keeps quotes and colons',
      `${site}${og('«Run»: the bay, in words - The Bay Post')}`,
      '',
      '«Run»: the bay, in words',
    ],
    [
      'loses a name in another script',
      `<meta property="og:site_name" content="湾岸新聞">${og('湾に嵐、夜まで続く：湾岸新聞')}`,
      '',
      '湾に嵐、夜まで続く',
    ],
    [
      'loses the blog’s name',
      '<title>A storm over the bay | News Blog</title>',
      '',
      'A storm over the bay',
    ],
    [
      'loses the section that the page says it is in',
      `${site}<meta property="article:section" content="Weather">${og('A storm over the bay | Weather')}`,
      '',
      'A storm over the bay',
    ],
    [
      'keeps what only reads like a section',
      `${site}${og('A storm over the bay | Weather')}`,
      '',
      'A storm over the bay | Weather',
    ],
    ['is never the site alone', `${site}${og('The Bay Post')}`, '', 'The Bay Post'],
  ])('%s', async (_name, head, body, expected) => {
    expect((await read(head, body)).title).toBe(expected);
  });
});

describe('the title as readers see it', () => {
  it.each([
    [
      'is the headline',
      og('A storm over the bay: all the news'),
      '<h1>A storm over\n <i>the bay</i></h1>',
      'A storm over the bay',
    ],
    [
      'is the headline where nothing else is said',
      '',
      '<h1> </h1><h1>A storm over the bay</h1>',
      'A storm over the bay',
    ],
    [
      'is the headline in other words than those for search engines',
      og('Bay storm: 7 things to know about the storm'),
      '<h1>Seven things to know about the storm</h1>',
      'Seven things to know about the storm',
    ],
    [
      'is not the logo’s heading',
      `${site}${og('A storm over the bay')}`,
      '<header><h1>The Bay Post</h1></header><h1>A storm over the bay</h1>',
      'A storm over the bay',
    ],
    [
      'is not a heading that the document’s title ends with',
      '<title>A storm over the bay » Notes from a pier</title>',
      '<h1>Notes from a pier</h1>',
      'A storm over the bay',
    ],
    [
      'is not a hidden heading',
      og('A storm over the bay tonight'),
      '<h1 hidden>A storm over the bay</h1>',
      'A storm over the bay tonight',
    ],
    [
      'has no kicker that the others do not have',
      og('A storm over the bay'),
      '<h1><span>Weather</span>A storm over the bay</h1>',
      'A storm over the bay',
    ],
    [
      'has no kicker of its own element that others word otherwise',
      og('Bay weather: A storm over the bay'),
      '<h1><span>Weather in the bay</span> <span>A storm over the bay</span></h1>',
      'A storm over the bay',
    ],
    [
      'has the kicker that all others have',
      og('Weather: A storm over the bay'),
      '<h1><span>Weather</span> <span>A storm over the bay</span></h1>',
      'Weather: A storm over the bay',
    ],
    [
      'has its first short word, which others leave out',
      og('Storms of the bay in winter'),
      '<h1>The storms of the bay in winter</h1>',
      'The storms of the bay in winter',
    ],
    [
      'is not the logo’s heading, which links to the front page',
      '<title>Notes from a pier A storm over the bay</title>',
      '<h1><a href="/">Notes from a pier</a></h1><h1>A storm over the bay</h1>',
      'A storm over the bay',
    ],
    [
      'has no styles, reading aids or pictures',
      og('湾に嵐が来る夜'),
      '<h1><style>.a{b:c}</style><svg><title>x</title></svg><ruby>湾<rt>わん</rt></ruby>に嵐が来る夜</h1>',
      '湾に嵐が来る夜',
    ],
    [
      'is an h2 where the h1 is among the breadcrumbs',
      og('Bay storm: seven things') + json({ headline: 'A storm over the bay' }),
      '<ol><li><h1>Bay storm: seven things</h1></li></ol><h2>Weather: <b>A storm over the bay</b></h2>',
      'A storm over the bay',
    ],
    [
      'is the h1 among the breadcrumbs where more places have its words',
      og('Bay storm: seven things') +
        json({ headline: 'A storm over the bay' }) +
        '<title>A storm over the bay</title>',
      '<ol><li><h1>A storm over the bay</h1></li></ol><h2>Bay storm: seven things</h2>',
      'A storm over the bay',
    ],
    [
      'is the headline, even where a template has it for the site’s name',
      '<meta property="og:site_name" content="A storm over the bay and over all its boats">' +
        og('A storm over the bay and over all its boats'),
      '<h1>A storm over the bay and over all its boats</h1>',
      'A storm over the bay and over all its boats',
    ],
    [
      'is not a summary that stands as the headline',
      json({ headline: 'The bay was hit by a storm. '.repeat(12), name: 'A storm over the bay' }),
      '',
      'A storm over the bay',
    ],
    [
      'is freed of entities escaped twice',
      og('Tom &amp;amp; Ada&amp;#39;s storm'),
      '',
      "Tom & Ada's storm",
    ],
    ['may be missing', '', '<p>x</p>', ''],
  ])('%s', async (_name, head, body, expected) => {
    expect((await read(head, body)).title).toBe(expected);
  });

  it('lists what is stated, the believed first', async () => {
    const { origins } = await read(
      `${site}<title>A storm over the bay | The Bay Post</title>${og('Bay storm: all the news')}`,
      '<h1>A storm over the bay</h1>',
    );
    expect(origins.title).toEqual([
      { from: 'h1', value: 'A storm over the bay' },
      { from: 'title', value: 'A storm over the bay | The Bay Post' },
      { from: 'meta og:title', value: 'Bay storm: all the news' },
    ]);
  });

  it('is bounded, and read in no time, of a page with endless headings', async () => {
    const heading = `<h1>${'<b>x '.repeat(2_000)}</h1>`;
    const { title } = await read('', heading.repeat(50), URL_OF_STORY);
    expect(title.length).toBeLessThanOrEqual(500);
  });
});

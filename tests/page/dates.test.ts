import { describe, expect, it } from 'vitest';
import { NEWS, readSourceOf, usePageModule } from './page-session.ts';

const session = usePageModule();
const PLAIN = `${NEWS}/storm`;
const read = async (head: string, body = '', url = PLAIN) => {
  const { published, modified } = await readSourceOf(session, head, body, url);
  return [published, modified];
};
const meta = (name: string, content: string) => `<meta property="${name}" content="${content}">`;
const ld = (json: object) =>
  `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: 'A storm', ...json })}</script>`;
const page = (date: string) =>
  `<article><h1>A storm over the bay</h1>${date}<p>${'Wind and rain. '.repeat(30)}</p></article>`;

describe('the dates that metadata names', () => {
  it.each<[string, string, string | null, string | null]>([
    [
      'in JSON-LD',
      ld({ datePublished: '2026-03-01T08:00:00+01:00', dateModified: '2026-03-02' }),
      '2026-03-01T08:00:00+01:00',
      '2026-03-02',
    ],
    [
      'in metas',
      meta('article:published_time', '2026-03-01 08:00:00 +0100') +
        meta('article:modified_time', '2026-03-02T09:00:00Z'),
      '2026-03-01T08:00:00+01:00',
      '2026-03-02T09:00:00Z',
    ],
    [
      'of a paper',
      '<meta name="citation_publication_date" content="2026/03/01">',
      '2026-03-01',
      null,
    ],
    ['as words', '<meta name="date" content="1 марта 2026">', '2026-03-01', null],
    ['not as other words', '<meta name="date" content="yesterday">', null, null],
    [
      'where two places agree',
      ld({ datePublished: '2026-03-05' }) +
        meta('article:published_time', '2026-03-01T08:00:00Z') +
        '<meta name="parsely-pub-date" content="2026-03-01">',
      '2026-03-01T08:00:00Z',
      null,
    ],
    [
      'in the zone of the page',
      meta('article:published_time', '2026-03-02T04:30:00Z') +
        '<meta name="date" content="2026-03-01T23:30:00-05:00">',
      '2026-03-01T23:30:00-05:00',
      null,
    ],
    [
      'not changed before it was published',
      meta('article:published_time', '2026-03-02') + meta('article:modified_time', '2026-02-01'),
      '2026-03-02',
      null,
    ],
  ])('%s', async (_name, head, published, modified) => {
    expect(await read(head)).toEqual([published, modified]);
  });
});

describe('the date that a reader sees', () => {
  it.each<[string, string, string | null, string | null]>([
    ['by its machine form', '<time datetime="2026-03-01">1 March</time>', '2026-03-01', null],
    ['as text', '<span class="date">March 1, 2026</span>', '2026-03-01', null],
    ['without a mark', '<div>By Ada Byron | 1 March 2026</div>', '2026-03-01', null],
    [
      'as microdata',
      '<span itemprop="datePublished" content="2026-03-01">now</span>',
      '2026-03-01',
      null,
    ],
    [
      'beside a change',
      '<p><time datetime="2026-03-04">4 March</time> <time datetime="2026-03-01">1 March</time></p>',
      '2026-03-01',
      null,
    ],
    [
      'of a change',
      '<p>Updated: <time datetime="2026-03-04">4 March</time></p>',
      null,
      '2026-03-04',
    ],
    [
      'of a comment',
      '<div class="comments"><time datetime="2026-03-04">x</time></div>',
      null,
      null,
    ],
    ['in a sentence', `<p>On 1 March 2026 ${'the wind rose and '.repeat(5)} fell.</p>`, null, null],
    ['of undecided order', '<span class="date">03/04/2026</span>', null, null],
  ])('%s', async (_name, date, published, modified) => {
    expect(await read('', page(date))).toEqual([published, modified]);
  });

  it('is read in the order of the page’s country', async () => {
    const body = page('<span class="date">03/04/2026</span>');
    expect(await read(meta('og:locale', 'en_US'), body)).toEqual(['2026-03-04', null]);
    expect(await read(meta('og:locale', 'en_GB'), body)).toEqual(['2026-04-03', null]);
  });
});

it('takes the day of the address where there is no other', async () => {
  expect(await read('', '', `${NEWS}/2026/03/01/storm`)).toEqual(['2026-03-01', null]);
  expect(await read('', '', `${NEWS}/2026/13/01/storm`)).toEqual([null, null]);
});

it('takes the day of the address before the next day in universal time', async () => {
  const head = meta('article:published_time', '2026-03-02T04:30:00Z');
  expect(await read(head, '', `${NEWS}/2026/03/01/storm`)).toEqual(['2026-03-01', null]);
});

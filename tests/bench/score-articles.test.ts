/** The scores of verdicts and fields, on pages of which each says one thing about the rules. */
import { describe, expect, it } from 'vitest';
import { setArticleGoals } from './article-goals.ts';
import type { Answer, Fields } from './contender.ts';
import type { BenchPage, PageTruth } from './corpus/read-pages.ts';
import { scoreContender } from './score-articles.ts';

const RIGHT: Fields = {
  title: 'the old bridge',
  authors: ['Jonas Marrow', 'Ada Fenwick'],
  site: 'The Harbour Courier',
  published: '2026-03-02T04:30:00Z',
};
const TRUTH: PageTruth = {
  isArticle: true,
  title: 'The Old Bridge',
  authors: ['Ada Fenwick', 'Jonas Marrow'],
  site: 'Harbour Courier',
  published: '2026-03-01T23:30:00-05:00',
};
const UNKNOWN = { title: null, authors: null, site: null, published: null };

const makePage = (truth: Partial<PageTruth>): BenchPage => ({
  name: 'page',
  url: 'https://news.example/a',
  truth: { ...TRUTH, ...truth },
  readHtml: () => '',
});
const score = (rows: [Partial<PageTruth>, Answer][]) =>
  scoreContender(
    rows.map(([truth]) => makePage(truth)),
    {
      name: 'one',
      abilities: { verdict: true, fields: true },
      answers: rows.map(([, answer]) => answer),
    },
  );

describe('verdicts', () => {
  it('count on the pages about which people agree', () => {
    const figures = score([
      [{ isArticle: true }, { isArticle: true }],
      [{ isArticle: true }, { isArticle: true }],
      [{ isArticle: true }, { isArticle: false }],
      [{ isArticle: false }, { isArticle: true }],
      [{ isArticle: false }, { isArticle: false }],
      [{ isArticle: null }, { isArticle: true }],
    ]);
    expect(figures).toMatchObject({ precision: 2 / 3, recall: 2 / 3, f1: 2 / 3, pages: 6 });
  });

  it('that failed are wrong, and counted', () => {
    const figures = score([
      [{ isArticle: true }, { error: 'hung' }],
      [{ isArticle: false }, { error: 'hung' }],
    ]);
    expect(figures).toMatchObject({ precision: 0, recall: 0, f1: 0, title: 0, errors: 2 });
  });
});

describe('fields', () => {
  it('are compared as the rules say', () => {
    const figures = score([[{}, { isArticle: true, fields: RIGHT }]]);
    expect(figures).toMatchObject({ title: 1, author: 1, date: 1, site: 0, site_loose: 1 });
  });

  it('count neither where the truth is unknown nor on pages that are no articles', () => {
    const figures = score([
      [{ ...UNKNOWN }, { fields: RIGHT }],
      [{ isArticle: false }, { fields: RIGHT }],
    ]);
    expect(figures).toMatchObject({ title: null, author: null, date: null, site: null });
  });

  it('count where people do not agree about the verdict', () => {
    expect(score([[{ isArticle: null }, { fields: RIGHT }]])).toMatchObject({ title: 1 });
  });

  it('that are missing are wrong', () => {
    const fields = { title: null, authors: [], site: null, published: null };
    const nothing = { title: 0, author: 0, date: 0, site: 0, site_loose: 0 };
    expect(score([[{}, { fields }]])).toMatchObject(nothing);
    expect(score([[{}, {}]])).toMatchObject(nothing);
  });
});

it('gives times in the median, of the answers that came', () => {
  const figures = score([
    [{}, { warm: 1, cold: 10 }],
    [{}, { warm: 3, cold: 30 }],
    [{}, { warm: 2, cold: 20 }],
    [{}, { error: 'hung' }],
  ]);
  expect(figures).toMatchObject({ ms_median: 2, ms_p95: 3, ms_cold_median: 20 });
});

it('sets the goals against the best peer', () => {
  const goals = setArticleGoals(
    { f1: 0.98, title: 0.9, author: 0.75, ms_median: 0.2 },
    {
      one: { title: 0.8, author: 0.7 },
      two: { title: 0.7, author: 0.5 },
      isProbablyReaderable: { ms_median: 0.3 },
    },
  );
  expect(goals.map(({ what, met }) => [what, met])).toEqual([
    ['f1', true],
    ['title', true],
    ['author', false],
    ['ms_median', true],
  ]);
  expect(goals[1]?.ours).toBe('0.900: 50 % of its errors');
});

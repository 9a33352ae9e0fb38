import { describe, expect, it } from 'vitest';
import { writeArticle } from './long-article.ts';
import { NEWS, usePageModule, visit } from './page-session.ts';

const session = usePageModule();

async function judge(path: string, head: string, body: string) {
  await visit(
    session,
    NEWS + path,
    `<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`,
  );
  return session.page.evaluate(() => sic.judgeArticle(document));
}

const { html: text } = writeArticle(3, 400, false);
const headline = '<h1>A storm over the bay</h1>';
const ld = (type: string, more = '') =>
  `<script type="application/ld+json">{"@type":"${type}","headline":"A storm"${more}}</script>`;
const og = (type: string) => `<meta property="og:type" content="${type}">`;
const teaser =
  '<article><h2><a href="/a">A storm</a></h2><p>A few words of a teaser that leads on to another page.</p></article>';
const japanese =
  '台風は十三日の夜に湾を通り過ぎ、港の倉庫と古い橋に大きな被害を残したと市の担当者が話した。';

describe('articles', () => {
  it.each([
    ['by their text alone', '/2026/03/storm-over-the-bay', '', headline + text],
    ['by JSON-LD', '/a', ld('NewsArticle'), headline + text],
    ['by OpenGraph', '/a', og('article'), headline + text],
    ['without a headline', '/a', ld('Article') + og('article'), text],
    [
      'with comments below',
      '/2026/03/storm-over-the-bay',
      og('article'),
      `${headline}${text}<div class="comments">${text}</div>`,
    ],
    [
      'short, with their date',
      '/a',
      ld('NewsArticle', ',"datePublished":"2026-03-01"') + og('website'),
      `<p>${'A few words of news. '.repeat(15)}</p>`,
    ],
    [
      'short, in Japanese',
      '/a',
      ld('NewsArticle'),
      `${headline}<div>${`<p>${japanese}</p>`.repeat(5)}</div>`,
    ],
    ['a blog post', '/blog/storm-over-the-bay', ld('BlogPosting'), headline + text],
    ['a recipe', '/fish-soup-of-the-bay', ld('Recipe'), headline + text],
  ])('%s', async (_name, path, head, body) => {
    const { isArticle, score, reasons } = await judge(path, head, body);
    expect(isArticle, reasons.join('\n')).toBe(true);
    expect(score).toBeGreaterThanOrEqual(0.5);
  });
});

describe('no articles', () => {
  it.each([
    ['a home page', '/', og('website'), headline + teaser.repeat(20)],
    ['a home page that says article', '/', og('article'), headline + teaser.repeat(20)],
    ['a section', '/category/weather', og('website'), headline + teaser.repeat(20)],
    [
      'a product',
      '/storm-lamp-of-the-bay',
      ld('Product') + og('product'),
      `${headline}<p>${'It shines in any storm. '.repeat(10)}</p>`,
    ],
    ['a search', '/search?q=storm', '', headline + teaser.repeat(10)],
    [
      'a forum thread',
      '/forum/thread/12',
      ld('DiscussionForumPosting'),
      `${headline}${`<div class="comment"><p>${'I think so too. '.repeat(10)}</p></div>`.repeat(8)}`,
    ],
    [
      'a login',
      '/login',
      '',
      `${headline}<form><p>${'Please log in to read on. '.repeat(20)}</p><input></form>`,
    ],
    [
      'a list of links',
      '/storms-of-the-bay',
      '',
      `${headline}<div>${'<p><a href="/a">A storm over the bay, and what became of all the houses there</a></p>'.repeat(20)}</div>`,
    ],
    ['an empty page', '/a', '', ''],
    ['a page of a frame', '/a', '', '<iframe></iframe>'],
  ])('%s', async (_name, path, head, body) => {
    const { isArticle, score, reasons } = await judge(path, head, body);
    expect(isArticle, reasons.join('\n')).toBe(false);
    expect(score).toBeLessThan(0.5);
  });
});

it('says for every signal which way it went', async () => {
  const { reasons } = await judge('/', ld('NewsArticle'), headline + text);
  expect(reasons).toContain('+ JSON-LD says article');
  expect(reasons).toContain('− the address is a home page');
});

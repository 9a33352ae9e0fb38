/**
 * A small corpus that is made rather than kept, so that the benchmark works wherever the project does. It
 * shows that all is in working order; how good an answer is on the web, only saved pages tell.
 */
import { createRandom, type Random } from './random.ts';
import type { BenchPage } from './read-pages.ts';
import { ARTICLE_TEMPLATES, escapeHtml, type Story } from './synthetic-articles.ts';
import { OTHER_PAGES } from './synthetic-others.ts';
import { WORDS, type Words } from './synthetic-words.ts';

const NOW = Date.UTC(2026, 2, 1);
const DAY_MS = 86_400_000;
/** Of five pages in a row these are articles, so that a few pages hold both. */
const ARTICLES = [0, 2, 4];
const CYCLE = 5;
const TEASERS = 12;

/** @returns `count` pages with what is right about them, the same for the same seed */
export function makePages(seed: number, count: number): BenchPage[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, (_, index) => {
    const round = Math.floor(index / CYCLE);
    const place = ARTICLES.indexOf(index % CYCLE);
    if (place >= 0) return makeArticle(random, round * ARTICLES.length + place);
    const others = CYCLE - ARTICLES.length;
    return makeOther(random, round * others + Math.floor((index % CYCLE) / 2));
  });
}

function makeStory(random: Random): Story {
  const words = random.pick(WORDS);
  const site = random.pick(words.sites);
  const host = `news-${words.language}-${words.sites.indexOf(site)}.example`;
  const title = `${random.pick(words.who)} ${random.pick(words.does)} ${random.pick(words.where)}`;
  const published = makeDate(random);
  const number = 1000 + random.below(9000);
  return {
    words,
    host,
    site,
    title,
    authors: random.sample(words.people, 1 + random.below(2)),
    published,
    url: `https://${host}/${published.slice(0, 7).replace('-', '/')}/story-of-the-day-${number}`,
    paragraphs: Array.from({ length: 5 + random.below(6) }, () => makeParagraph(random, words)),
  };
}

function makeParagraph(random: Random, { sentences }: Words): string {
  return random.sample(sentences, 2 + random.below(3)).join(' ');
}

/** Some moments are another day in UTC: a page's own day is as right. */
function makeDate(random: Random): string {
  const moment = new Date(NOW - random.below(700) * DAY_MS - random.below(DAY_MS));
  const zone = random.pick(['Z', '+02:00', '-05:00', '+06:00']);
  return `${moment.toISOString().slice(0, 19)}${zone}`;
}

function makeArticle(random: Random, index: number): BenchPage {
  const story = makeStory(random);
  const make = ARTICLE_TEMPLATES[index % ARTICLE_TEMPLATES.length] ?? ARTICLE_TEMPLATES[0];
  const { head, body, unsaid = [] } = make(story, random);
  const html = makeDocument(story, `${story.title} | ${story.site}`, head, body);
  return {
    name: `article-${index}`,
    url: story.url,
    truth: {
      isArticle: true,
      title: story.title,
      authors: unsaid.includes('authors') ? null : story.authors,
      site: unsaid.includes('site') ? null : story.site,
      published: unsaid.includes('published') ? null : story.published,
    },
    readHtml: () => html,
  };
}

function makeOther(random: Random, index: number): BenchPage {
  const make = OTHER_PAGES[index % OTHER_PAGES.length] ?? OTHER_PAGES[0];
  const [story, ...more] = [
    makeStory(random),
    ...Array.from({ length: TEASERS }, () => makeStory(random)),
  ];
  if (story === undefined) throw new Error('no story was made');
  const { path, title, head, body } = make([story, ...more], random);
  const html = makeDocument(story, title, head, body);
  return {
    name: `other-${index}`,
    url: `https://${story.host}${path}`,
    truth: { isArticle: false, title: null, authors: null, site: null, published: null },
    readHtml: () => html,
  };
}

function makeDocument({ words, site }: Story, title: string, head: string, body: string): string {
  return `<!doctype html>
<html lang="${words.language}"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title>
${head}
</head><body><header><nav><a href="/">${escapeHtml(site)}</a> <a href="/about">…</a></nav></header>
${body}
<footer><p>© 2026 ${escapeHtml(site)}</p></footer></body></html>`;
}

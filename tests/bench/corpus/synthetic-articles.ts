/** Synthetic articles, in the ways that sites mark theirs up: by machine, for readers, or hardly at all. */
import type { Random } from './random.ts';
import type { Words } from './synthetic-words.ts';

export interface Story {
  words: Words;
  host: string;
  site: string;
  title: string;
  authors: string[];
  /** ISO 8601, with a zone */
  published: string;
  url: string;
  paragraphs: string[];
}

export interface Template {
  head: string;
  body: string;
  /** what a reader of this page cannot know: it does not say it */
  unsaid?: readonly ('authors' | 'published' | 'site')[];
}

export const escapeHtml = (text: string) =>
  text.replace(/[&<>"]/g, (character) => `&#${character.codePointAt(0)};`);
const meta = (kind: 'name' | 'property', key: string, value: string) =>
  `<meta ${kind}="${key}" content="${escapeHtml(value)}">`;
const jsonLd = (data: unknown) =>
  `<script type="application/ld+json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`;
const day = ({ published }: Story) => published.slice(0, 10);
const text = ({ paragraphs }: Story) =>
  paragraphs.map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`).join('\n');
const heading = ({ title }: Story) => `<h1>${escapeHtml(title)}</h1>`;
const byline = ({ words, authors }: Story) => `${words.by} ${escapeHtml(authors.join(', '))}`;

type MakeTemplate = (story: Story, random: Random) => Template;

const graph: MakeTemplate = (story) => ({
  head: jsonLd({
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': 'NewsArticle',
        headline: story.title,
        datePublished: story.published,
        mainEntityOfPage: story.url,
        author: story.authors.map((_, index) => ({ '@id': `#person-${index}` })),
        publisher: { '@id': '#site' },
      },
      ...story.authors.map((name, index) => ({
        '@type': 'Person',
        '@id': `#person-${index}`,
        name,
      })),
      { '@type': 'NewsMediaOrganization', '@id': '#site', name: story.site },
    ],
  }),
  body: `<main><article>${heading(story)}${text(story)}</article></main>`,
});

const openGraph: MakeTemplate = (story) => ({
  head: [
    meta('property', 'og:type', 'article'),
    meta('property', 'og:title', `${story.title} | ${story.site}`),
    meta('property', 'og:site_name', story.site),
    meta('property', 'article:published_time', story.published),
    meta('name', 'author', story.authors.join(', ')),
  ].join('\n'),
  body: `<div id="story">${heading(story)}<div class="byline">${byline(story)}</div>${text(story)}</div>`,
});

const microdata: MakeTemplate = (story) => ({
  head: [
    meta('property', 'og:title', story.title),
    meta('property', 'og:site_name', story.site),
  ].join('\n'),
  body: `<div itemscope itemtype="https://schema.org/BlogPosting">
<h1 itemprop="headline">${escapeHtml(story.title)}</h1>
${story.authors.map((name) => `<span itemprop="author" itemscope itemtype="https://schema.org/Person"><span itemprop="name">${escapeHtml(name)}</span></span>`).join(', ')}
<time itemprop="datePublished" datetime="${story.published}">${day(story)}</time>
<div itemprop="articleBody">${text(story)}</div></div>`,
});

const scholarly: MakeTemplate = (story) => ({
  head: [
    meta('name', 'citation_title', story.title),
    ...story.authors.map((name) => meta('name', 'citation_author', name)),
    meta('name', 'citation_publication_date', day(story).replaceAll('-', '/')),
    meta('name', 'citation_journal_title', story.site),
    meta('name', 'dc.publisher', story.site),
  ].join('\n'),
  body: `<article>${heading(story)}<p class="authors">${escapeHtml(story.authors.join('; '))}</p>${text(story)}</article>`,
});

const plain: MakeTemplate = (story) => ({
  head: '',
  body: `<article><header>${heading(story)}<p class="author">${byline(story)}</p>
<time datetime="${story.published}">${day(story)}</time></header>${text(story)}</article>`,
  unsaid: ['site'],
});

const bare: MakeTemplate = (story) => ({
  head: '',
  body: `<div class="content"><div class="headline">${heading(story)}</div>${text(story)}</div>`,
  unsaid: ['authors', 'published', 'site'],
});

export const ARTICLE_TEMPLATES: readonly [MakeTemplate, ...MakeTemplate[]] = [
  graph,
  openGraph,
  microdata,
  scholarly,
  plain,
  bare,
];

/** Synthetic pages that are no articles, though several of them hold dates, names and running text. */
import type { Random } from './random.ts';
import { escapeHtml, type Story } from './synthetic-articles.ts';

export interface OtherPage {
  path: string;
  title: string;
  head: string;
  body: string;
}

type MakeOther = (stories: readonly Story[], random: Random) => OtherPage;

const link = (story: Story) => `<a href="${escapeHtml(story.url)}">${escapeHtml(story.title)}</a>`;
const teaser = (story: Story) =>
  `<article><h2>${link(story)}</h2><p>${escapeHtml(story.paragraphs[0]?.slice(0, 90) ?? '')}…</p><time datetime="${story.published}"></time></article>`;
const first = (stories: readonly Story[]) => stories[0]?.site ?? '';

const home: MakeOther = (stories) => ({
  path: '/',
  title: first(stories),
  head: '<meta property="og:type" content="website">',
  body: `<h1>${escapeHtml(first(stories))}</h1>${stories.map(teaser).join('')}`,
});

const section: MakeOther = (stories) => ({
  path: '/category/harbour/',
  title: `Harbour – ${first(stories)}`,
  head: '<script type="application/ld+json">{"@type":"CollectionPage","name":"Harbour"}</script>',
  body: `<h1>Harbour</h1>${stories.map(teaser).join('')}<a href="?page=2">2</a>`,
});

const search: MakeOther = (stories) => ({
  path: '/search?q=bridge',
  title: `bridge: ${stories.length} results`,
  head: '<meta name="robots" content="noindex">',
  body: `<form role="search"><input type="search" value="bridge"></form><ol>${stories.map((story) => `<li>${link(story)}</li>`).join('')}</ol>`,
});

const product: MakeOther = (stories, random) => ({
  path: '/shop/brass-lantern',
  title: 'Brass lantern, 40 cm',
  head: `<meta property="og:type" content="product"><script type="application/ld+json">${JSON.stringify({ '@type': 'Product', name: 'Brass lantern', offers: { '@type': 'Offer', price: 40 + random.below(50) } })}</script>`,
  body: `<h1>Brass lantern, 40 cm</h1><p>${escapeHtml(stories[0]?.paragraphs[0] ?? '')}</p><form><button>Add to basket</button></form>`,
});

const forum: MakeOther = (stories) => ({
  path: '/forum/threads/which-rope-for-the-dinghy.81/',
  title: 'Which rope for the dinghy?',
  head: '<script type="application/ld+json">{"@type":"DiscussionForumPosting","headline":"Which rope for the dinghy?"}</script>',
  body: `<h1>Which rope for the dinghy?</h1>${stories.map((story) => `<div class="post"><a class="username" href="#">${escapeHtml(story.authors[0] ?? '')}</a><time datetime="${story.published}"></time><p>${escapeHtml(story.paragraphs[0] ?? '')}</p></div>`).join('')}`,
});

const manual: MakeOther = (stories) => ({
  path: '/docs/reference/winch/',
  title: 'winch() – reference',
  head: '<meta name="generator" content="Tidepool Docs">',
  body: `<nav>${stories.map((_, index) => `<a href="/docs/${index}">part ${index}</a>`).join('')}</nav><main><h1>winch()</h1><pre><code>winch(rope, { turns: 3 })</code></pre><table><tr><th>turns</th><td>a number</td></tr></table></main>`,
});

const login: MakeOther = () => ({
  path: '/account/login',
  title: 'Sign in',
  head: '',
  body: '<h1>Sign in</h1><form><label>Name <input></label><label>Password <input type="password"></label><button>Sign in</button></form>',
});

export const OTHER_PAGES: readonly [MakeOther, ...MakeOther[]] = [
  home,
  section,
  search,
  product,
  forum,
  manual,
  login,
];

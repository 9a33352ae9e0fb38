/**
 * Is this page an article? From cheap signals alone: what the head says, the shape of the address, and
 * one bounded walk over the paragraphs. Each signal adds to a score and says so in words, so that a
 * wrong verdict can be explained.
 */
import { findArticleText } from './article-root.ts';
import { readMeta } from './meta.ts';

export interface ArticleVerdict {
  isArticle: boolean;
  /** 0 to 1; 0.5 and above is an article */
  score: number;
  /** the signals that counted, with their weight */
  reasons: string[];
}

type Signal = [weight: number, reason: string];

const ARTICLE_TYPE =
  /"@type"\s*:\s*\[?\s*"(?:https?:\/\/schema\.org\/)?(?:News|Reportage\w*|Opinion\w*|Analysis\w*|Review\w*|Background\w*|Ask\w*|Scholarly|Medical\w*|Satirical|Advertiser\w*|Tech)?(?:Article|BlogPosting|LiveBlogPosting|Report|Recipe)"/;
const ARTICLE_DATE = /"datePublished"\s*:\s*"\d{4}/;
const OTHER_TYPE =
  /"@type"\s*:\s*\[?\s*"(?:https?:\/\/schema\.org\/)?(Product|ProductGroup|Offer|DiscussionForumPosting|QAPage|CollectionPage|SearchResultsPage|ProfilePage|SoftwareApplication|JobPosting|Event|LocalBusiness|Hotel|Restaurant|ItemList)"/g;

export function judgeArticle(document: Document): ArticleVerdict {
  const signals = [...judgeAddress(document), ...judgeHead(document), ...judgeText(document)];
  const sum = signals.reduce((total, [weight]) => total + weight, 0);
  // The logistic curve keeps the score within 0 and 1 and puts "as likely as not" at a sum of 0.
  const score = 1 / (1 + Math.exp(-sum));
  return {
    isArticle: score >= 0.5,
    score,
    reasons: signals.map(([weight, reason]) => `${weight > 0 ? '+' : '−'} ${reason}`),
  };
}

function judgeAddress(document: Document): Signal[] {
  const url = URL.canParse(document.URL) ? new URL(document.URL) : null;
  if (url === null || !/^https?:$/.test(url.protocol)) return [];
  const path = url.pathname.replace(/\/(index\.\w+)?$/, '');
  const last = path.split('/').at(-1) ?? '';
  const signals: Signal[] = [];
  if (path === '') signals.push([-3, 'the address is a home page']);
  if (/[?&](q|s|query|search)=/.test(url.search) || /\/search(\/|$)/.test(path)) {
    signals.push([-2.5, 'the address is a search']);
  }
  if (
    /\/(tag|tags|category|categories|topics?|author|authors|page|shop|cart|login|forums?|threads?|products?|docs?)\//.test(
      `${path}/`,
    )
  ) {
    signals.push([-1.2, 'the address is a section or a tool']);
  }
  if (last.split(/[-_]/).length >= 4) signals.push([0.8, 'the address has a slug']);
  if (/\/(19|20)\d\d[/-]?\d{0,2}/.test(path)) signals.push([0.6, 'the address has a date']);
  return signals;
}

function judgeHead(document: Document): Signal[] {
  const signals: Signal[] = [];
  const data = [...document.querySelectorAll('script[type*="ld+json" i]')]
    .map((script) => (script.textContent ?? '').slice(0, 100_000))
    .join('\n');
  if (ARTICLE_TYPE.test(data)) signals.push([1.6, 'JSON-LD says article']);
  const others = new Set([...data.matchAll(OTHER_TYPE)].map(([, type]) => type));
  for (const type of others) signals.push([-0.9, `JSON-LD says ${type}`]);
  const ogType = (readMeta(document, 'og:type') ?? '').toLowerCase();
  if (ogType === 'article') signals.push([0.9, 'og:type says article']);
  else if (/^(product|website|profile|video|music|books?)/.test(ogType)) {
    signals.push([ogType === 'website' ? -0.4 : -1.2, `og:type says ${ogType}`]);
  }
  if (ARTICLE_TYPE.test(data) && ARTICLE_DATE.test(data)) {
    signals.push([0.9, 'JSON-LD has a date of publication']);
  } else if (
    readMeta(document, 'article:published_time', 'datePublished', 'citation_title') !== null
  ) {
    signals.push([0.8, 'the head has a date of publication']);
  }
  if (document.querySelector('[itemtype*="Article" i], [itemtype*="BlogPosting" i]') !== null) {
    signals.push([0.7, 'microdata says article']);
  }
  if (document.querySelector('[itemtype$="/Product" i]') !== null) {
    signals.push([-1, 'microdata says product']);
  }
  return signals;
}

function judgeText(document: Document): Signal[] {
  const { length, paragraphs, linkShare } = findArticleText(document);
  const signals: Signal[] = [];
  if (length < 250) signals.push([-2.2, 'hardly any running text']);
  else if (length < 800) signals.push([-0.7, 'little running text']);
  else if (length > 1800) signals.push([1.1, 'much running text']);
  if (paragraphs >= 5) signals.push([0.5, 'many paragraphs together']);
  if (linkShare > 0.45) signals.push([-1.4, 'most of the text is links']);
  const articles = document.querySelectorAll('article').length;
  if (articles >= 6 && length < 1800) signals.push([-1.2, 'many teasers']);
  if (document.querySelectorAll('h1').length === 1) signals.push([0.3, 'one headline']);
  return [...signals, [-1.3, 'most pages are no articles']];
}

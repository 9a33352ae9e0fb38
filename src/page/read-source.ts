/**
 * Whose text is this? Reads a document's source from what it says by machine (JSON-LD, OpenGraph,
 * citation and Dublin Core metas, links), and where that is silent from what a reader sees (headline,
 * byline, date).
 */
import { cleanAuthors } from '../model/byline.ts';
import { chooseCanonical } from '../model/canonical-url.ts';
import type { Source } from '../model/source.ts';
import { asList, isObject, type JsonObject, readJsonLd, readString, readTypes } from './json-ld.ts';
import { readBase, readLink, readMeta, readMetas } from './meta.ts';
import { findCredits, findTerms } from './reuse-terms.ts';

const TITLE_LIMIT = 500;
const ARTICLE_TYPE = /(Article|BlogPosting|Report|Recipe|Review)$/;

export function readSource(document: Document): Source {
  const nodes = readJsonLd(document);
  const article = findArticleNode(nodes);
  const publisher = readPublisher(document, article, nodes);
  const stated =
    readString(article?.['mainEntityOfPage'], '@id', 'url') ?? readString(article?.['url']);
  return {
    url: chooseCanonical(
      [readLink(document, 'canonical'), readMeta(document, 'og:url'), stated],
      document.URL,
      readBase(document),
    ),
    title: readTitle(document, article, publisher),
    authors: readAuthors(document, article, nodes),
    publisher,
    published: readDate(document, article, 'published'),
    modified: readDate(document, article, 'modified'),
    language: readLanguage(document, article),
    license: readLicense(document, article),
    terms: findTerms(document),
    credits: findCredits(document),
  };
}

function findArticleNode(nodes: JsonObject[]): JsonObject | null {
  const articles = nodes.filter((node) => readTypes(node).some((type) => ARTICLE_TYPE.test(type)));
  return articles.find((node) => readString(node['headline'] ?? node['name']) !== null) ?? null;
}

function readTitle(
  document: Document,
  article: JsonObject | null,
  publisher: string | null,
): string {
  const said =
    readString(article?.['headline'] ?? article?.['name']) ??
    readMeta(document, 'og:title', 'citation_title', 'twitter:title', 'dc.title', 'parsely-title');
  const headline = [...document.querySelectorAll('h1')]
    .map((heading) => squeeze(heading.textContent ?? ''))
    .find((text) => text !== '');
  const title = squeeze(unescapeEntities(said ?? '')) || headline || squeeze(document.title);
  // The headline that readers see wins where the metadata is the same with something added.
  if (headline !== undefined && headline.length > 10 && title.includes(headline)) return headline;
  return dropSite(title, publisher, document).slice(0, TITLE_LIMIT);
}

/** "Headline | The Paper" → "Headline", where what stands behind the bar is the site's name. */
function dropSite(title: string, publisher: string | null, document: Document): string {
  const parts = /^(.{8,}?)\s+[|–—·»-]\s+([^|–—·»]{2,60})$/u.exec(title);
  if (parts === null) return title;
  const fold = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  const tail = fold(parts[2] ?? '');
  const host = URL.canParse(document.URL) ? fold(new URL(document.URL).hostname) : '';
  const names = [publisher, readMeta(document, 'og:site_name')].map((name) => fold(name ?? ''));
  const isSite = names.some((name) => name !== '' && (name.includes(tail) || tail.includes(name)));
  return tail !== '' && (isSite || host.includes(tail)) ? (parts[1] ?? title) : title;
}

/** A graph often names a person or an organisation by its id alone; no further than one step. */
function followIds(value: unknown, nodes: JsonObject[]): unknown[] {
  return asList(value).map((one) => {
    if (!isObject(one) || one['name'] !== undefined || typeof one['@id'] !== 'string') return one;
    return nodes.find((node) => node['@id'] === one['@id'] && node['name'] !== undefined) ?? one;
  });
}

function readAuthors(
  document: Document,
  article: JsonObject | null,
  nodes: JsonObject[],
): string[] {
  const stated = followIds(article?.['author'] ?? article?.['creator'], nodes).flatMap(
    (author) => readString(isObject(author) ? author['name'] : author) ?? [],
  );
  const sources = [
    stated,
    readMetas(
      document,
      'citation_author',
      'parsely-author',
      'sailthru.author',
      'author',
      'article:author',
      'dc.creator',
      'dcterms.creator',
      'byl',
    ),
    readVisible(document, '[itemprop~="author"] [itemprop~="name"]'),
    readVisible(document, '[itemprop~="author"]:not(meta)'),
    readVisible(document, '[rel~="author"]'),
    readVisible(
      document,
      '.byline, .author, .article-author, .post-author, [class*="byline" i], [class*="author-name" i]',
    ),
  ];
  for (const source of sources) {
    const names = cleanAuthors(source);
    if (names.length > 0) return names;
  }
  return [];
}

function readPublisher(
  document: Document,
  article: JsonObject | null,
  nodes: JsonObject[],
): string | null {
  const site = nodes.find((node) => readTypes(node).includes('WebSite'));
  const name =
    readMeta(document, 'og:site_name') ??
    readString(followIds(article?.['publisher'], nodes), 'name') ??
    readMeta(
      document,
      'application-name',
      'citation_publisher',
      'dc.publisher',
      'apple-mobile-web-app-title',
    ) ??
    readString(site?.['name']);
  return name === null ? null : squeeze(unescapeEntities(name)).slice(0, 100);
}

const DATES = {
  published: {
    property: 'datePublished',
    metas: [
      'article:published_time',
      'datePublished',
      'citation_publication_date',
      'parsely-pub-date',
      'sailthru.date',
      'dcterms.issued',
      'dc.date',
      'date',
      'pubdate',
    ],
    visible:
      'time[itemprop~="datePublished"][datetime], time[pubdate][datetime], article time[datetime], time[datetime]',
  },
  modified: {
    property: 'dateModified',
    metas: [
      'article:modified_time',
      'dateModified',
      'og:updated_time',
      'dcterms.modified',
      'last-modified',
    ],
    visible: 'time[itemprop~="dateModified"][datetime]',
  },
};

function readDate(
  document: Document,
  article: JsonObject | null,
  which: keyof typeof DATES,
): string | null {
  const { property, metas, visible } = DATES[which];
  const candidates = [
    readString(article?.[property]),
    ...readMetas(document, ...metas),
    document.querySelector(visible)?.getAttribute('datetime') ?? null,
  ];
  return candidates.find((date) => date !== null && isDate(date)) ?? null;
}

function isDate(text: string): boolean {
  return /^\d{4}([-/]\d{1,2}([-/]\d{1,2}([T ][\d:.,]+ ?(Z|[+-]\d\d:?\d\d)?)?)?)?$/i.test(text);
}

function readLanguage(document: Document, article: JsonObject | null): string | null {
  const stated =
    document.documentElement?.getAttribute('lang') ||
    readMeta(document, 'og:locale', 'content-language', 'dc.language') ||
    readString(article?.['inLanguage'], 'alternateName', 'name');
  const tag = (stated ?? '').trim().replace(/_/g, '-');
  return /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(tag) ? tag : null;
}

function readLicense(document: Document, article: JsonObject | null): string | null {
  const stated =
    readLink(document, 'license') ??
    readLink(document, 'license', 'a') ??
    readString(article?.['license'], 'url', '@id');
  if (stated === null || !URL.canParse(stated, readBase(document))) return null;
  const url = new URL(stated, readBase(document));
  return /^https?:$/.test(url.protocol) ? url.href : null;
}

function readVisible(document: Document, selector: string): string[] {
  return [...document.querySelectorAll(selector)].slice(0, 5).map((one) => one.textContent ?? '');
}

function squeeze(text: string): string {
  return text
    .slice(0, TITLE_LIMIT * 4)
    .replace(/\s+/g, ' ')
    .trim();
}

const ENTITIES: Record<string, string> = {
  amp: '&',
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
  nbsp: ' ',
};

/** JSON-LD and metas are often escaped once too often. */
function unescapeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,6}));/gi, (whole, dec, hex, name) => {
    if (name !== undefined) return ENTITIES[String(name).toLowerCase()] ?? whole;
    const code = dec === undefined ? Number.parseInt(String(hex), 16) : Number(dec);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

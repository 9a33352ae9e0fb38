/**
 * The address by which an article is quoted. Pages state it in several places and often wrongly (a bare
 * home page, a relative path, another site), so each candidate is checked before it is believed.
 */
import { isTrackingParameter } from './tracking-parameters.ts';

/** @returns the URL without fragment and known tracking parameters; null when it is no http(s) URL */
export function cleanUrl(candidate: string, base?: string): string | null {
  const plain = base === undefined ? cleanPlainUrl(candidate) : null;
  if (plain !== null) return plain;
  if (!URL.canParse(candidate, base)) return null;
  const url = new URL(candidate, base);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  url.username = '';
  url.password = '';
  // A hash that is a route is part of the address.
  if (!url.hash.startsWith('#!') && !url.hash.startsWith('#/')) url.hash = '';
  if (url.search === '') {
    // As the setter leaves it: without the "?" of an empty query.
    url.search = '';
    return url.href;
  }
  // Piece by piece: searchParams would write what stays in another way, and its iterators do not pass
  // Firefox's Xray vision.
  // The setter takes off one leading "?", which may be the query's own.
  url.search = dropTrackers(url.search.slice(1));
  return url.href;
}

/** @returns what stays of a query, with its "?"; '' where nothing does */
function dropTrackers(query: string): string {
  const kept = query
    .split('&')
    .filter((piece) => !isTrackingParameter(piece))
    .join('&');
  return kept === '' ? '' : `?${kept}`;
}

const PLAIN =
  /^https?:\/\/(?=[^/]{4,63}\/)(?:[a-z\d]+(?:-[a-z\d]+)*\.)+[a-z]{2,63}\/[\w!$%&()*+,\-./:;=@~]*(?:\?[\w!$%&()*+,\-./:;=?@~]*)?(?:#[\w!$%&()*+,\-./:;=?@~]*)?$/;
const DOTS = /\/\.|%2e/i;

/**
 * Whether an absolute URL is surely written as a parser would write it: a name of small letters for host, and
 * nothing to be escaped. Parsers are dear where a page has thousands of links.
 */
export function isPlainUrl(url: string): boolean {
  return PLAIN.test(url) && !DOTS.test(url);
}

/** @returns null for a URL that wants a parser */
function cleanPlainUrl(url: string): string | null {
  if (!isPlainUrl(url)) return null;
  const hash = url.indexOf('#');
  const mark = hash === -1 ? '' : url.charAt(hash + 1);
  if (mark === '!' || mark === '/') return null;
  const end = hash === -1 ? url.length : hash;
  const query = url.indexOf('?');
  if (query === -1 || query > end) return url.slice(0, end);
  return url.slice(0, query) + dropTrackers(url.slice(query + 1, end));
}

/**
 * @param candidates what the page states, most trusted first, as written
 * @param page the address the page was loaded from
 * @returns the first candidate that can be the article's, else the page's own address, cleaned and without
 *   what marks an AMP or print variant
 */
export function chooseCanonical(candidates: (string | null)[], page: string, base = page): string {
  const own = readOriginal(page);
  for (const candidate of candidates) {
    const checked = candidate === null ? null : checkCanonical(candidate, own, base);
    if (checked !== null) return checked;
  }
  const cleaned = cleanUrl(own);
  return cleaned === null ? page : dropVariant(cleaned);
}

/** What the checks of a candidate know of it and of the page. */
function checkCanonical(written: string, page: string, base: string): string | null {
  const candidate = written.trim();
  // "example.org/story" without a scheme would resolve to a path below the page.
  if (!/^(https?:)?\/\//i.test(candidate) && !candidate.startsWith('/')) return null;
  if (isPlaceholder(candidate)) return null;
  const cleaned = cleanUrl(candidate, base);
  if (cleaned === null || !URL.canParse(page)) return cleaned;
  const [stated, own] = [new URL(cleaned), new URL(page)];
  if (!isSameHost(stated.hostname, own.hostname)) return null;
  if (stated.port !== '' && stated.port !== own.port) return null;
  if (isHomePage(stated) && !isHomePage(own)) return null;
  // The page itself was loaded over TLS.
  if (stated.protocol === 'http:' && own.protocol === 'https:' && stated.host === own.host) {
    stated.protocol = 'https:';
  }
  return stated.href;
}

/** What a template leaves where it had no value. */
function isPlaceholder(url: string): boolean {
  return /\{\{|\}\}|%7b%7b|<%|\[object|\/(?:undefined|null|nan)(?:[/?#]|$)/i.test(url);
}

/** A front page, also that of a language: "/", "/index.html", "/de/". */
function isHomePage({ pathname, search, hash }: URL): boolean {
  const isFront = /^\/(?:[a-z]{2}(?:-[a-z]{2})?\/?)?(?:(?:index|default|home)(?:\.\w{1,5})?)?$/i;
  return isFront.test(pathname) && search === '' && hash === '';
}

/** The same host but for www, mobile and AMP names, or one a subdomain of the other. */
function isSameHost(one: string, other: string): boolean {
  const [a = '', b = ''] = [one, other].map((host) =>
    host.replace(/^(?:www\d?|m|mobile|mobil|amp|touch|wap|print)\.(?=.*\.)/, ''),
  );
  return a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`);
}

/** The address that a cache of AMP pages shows another site's page for. */
function readOriginal(page: string): string {
  if (!URL.canParse(page)) return page;
  const { hostname, pathname, search } = new URL(page);
  const cached = hostname.endsWith('.cdn.ampproject.org')
    ? /^\/[cv]\/(s\/)?([^/]+\.[^/]+)(\/.*)?$/.exec(pathname)
    : /^www\.google\.[a-z.]{2,6}$/.test(hostname)
      ? /^\/amp\/(s\/)?([^/]+\.[^/]+)(\/.*)?$/.exec(pathname)
      : null;
  if (cached === null) return page;
  const original = `http${cached[1] === undefined ? '' : 's'}://${cached[2]}${cached[3] ?? '/'}${search}`;
  return URL.canParse(original) ? original : page;
}

/** The parameters, and the end of the path, by which sites mark an AMP or print variant of a page. */
const VARIANT_PARAMETER =
  /^(?:amp(?:=1|=true)?|outputtype=amp|output=(?:amp|print)|print(?:=1|=true|=print)?|view=print(?:er)?|mode=print|format=amp|layout=print)$/i;
const VARIANT_PATH = /(?<=\/[^/]*[-\d][^/]*)\/(?:amp|print)(?:\.html)?\/?$|\.amp(?=\.html$)/i;

function dropVariant(href: string): string {
  const url = new URL(href);
  if (url.search !== '') {
    const pieces = url.search.slice(1).split('&');
    const kept = pieces.filter((piece) => !VARIANT_PARAMETER.test(piece));
    if (kept.length < pieces.length) url.search = kept.length === 0 ? '' : `?${kept.join('&')}`;
  }
  // A trailing slash stays where the site writes one.
  if (url.pathname.length < 2_000) {
    url.pathname = url.pathname.replace(VARIANT_PATH, (end) =>
      end.startsWith('/') && end.endsWith('/') ? '/' : '',
    );
  }
  return url.href;
}

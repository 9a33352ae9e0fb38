/**
 * The source of a page that may have become another since it was loaded. Many apps leave the head as the
 * server wrote it for the first route, and so the next article would be named, linked and dated as the one
 * before. What of the head still names the address that the page was loaded from is left out of account.
 */
import { cleanUrl } from '../model/canonical-url.ts';
import { shareParts } from './parts.ts';

/** Metas that speak of one article; those that speak of the whole site may stay. */
const OF_ARTICLE =
  /^(og:(?!site_name|locale)|twitter:|article:|citation_|dc|parsely|sailthru|author|date|headline|description)/i;

/** @param read reads a document, the page's own or a copy of it */
export function readCurrent<T>(document: Document, read: (document: Document) => T): T {
  const loaded = cleanUrl(shareParts().loadedFrom ?? '');
  if (loaded === null || loaded === cleanUrl(document.URL)) return read(document);
  if (findLeftBehind(document, loaded).length === 0) return read(document);
  // The page's own elements stay where they are: it is a copy that goes without them.
  const copy = document.cloneNode(true);
  if (!(copy instanceof Document)) return read(document);
  for (const element of findLeftBehind(copy, loaded)) element.remove();
  return read(copy);
}

/** What says something of the article at the address that the page was loaded from, cleaned. */
function findLeftBehind(document: Document, loaded: string): Element[] {
  const names = (element: Element | null, attribute: string) =>
    cleanUrl(element?.getAttribute(attribute) ?? '', document.baseURI) === loaded;
  const canonical = document.querySelector('link[rel="canonical" i][href]');
  const ogUrl = document.querySelector('meta[property="og:url" i][content]');
  const isMetaLeft = ogUrl === null ? names(canonical, 'href') : names(ogUrl, 'content');
  const metas = isMetaLeft ? [...document.querySelectorAll('meta')] : [];
  const path = new URL(loaded).pathname;
  return [
    ...(canonical !== null && names(canonical, 'href') ? [canonical] : []),
    ...metas.filter((meta) =>
      OF_ARTICLE.test(meta.getAttribute('property') ?? meta.getAttribute('name') ?? ''),
    ),
    ...[...document.querySelectorAll('script[type*="ld+json" i]')].filter(
      (script) =>
        path.length > 1 && speaksOf(script.textContent ?? '', path, new URL(document.URL).pathname),
    ),
  ];
}

/** Whether data names the path that was left, and not the one where the page is now. */
function speaksOf(data: string, left: string, current: string): boolean {
  const text = data.replaceAll('\\/', '/');
  const names = (path: string) => ['"', '/"', '?', '#'].some((end) => text.includes(path + end));
  return names(left) && !names(current);
}

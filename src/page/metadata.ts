/**
 * What a document says of itself for machines, read in one pass: metas by name, links with a relation and
 * the nodes of its JSON-LD. Everything else that reads the head asks this, never the document again.
 */
import { type JsonObject, readJsonLd } from './json-ld.ts';

export interface PageLink {
  /** relations in lower case */
  rel: string[];
  /** as it is written */
  href: string;
  /** the media type, or '' */
  type: string;
}

export interface Metadata {
  /** the address that the document was loaded from */
  url: string;
  /** the address against which its relative URLs are meant */
  base: string;
  /** contents by name, property, itemprop or http-equiv in lower case, in the order of the page */
  metas: ReadonlyMap<string, string[]>;
  links: PageLink[];
  /** the nodes of the JSON-LD, outermost first */
  nodes: JsonObject[];
}

const MOST_METAS = 1_000;
const MOST_LINKS = 500;
const LONGEST_CONTENT = 5_000;
const NAMES = ['property', 'name', 'itemprop', 'http-equiv'];

export function readMetadata(document: Document): Metadata {
  return {
    url: readAddress(document),
    base: readBase(document),
    metas: readMetas(document),
    links: readLinks(document),
    nodes: readJsonLd(document),
  };
}

/** The address against which a document's relative URLs are meant. */
export function readBase(document: Document): string {
  return document.baseURI || readAddress(document);
}

/** '' where a DOM outside of browsers does not know it. */
export function readAddress(document: Document): string {
  return document.URL ?? document.location?.href ?? '';
}

function readMetas(document: Document): Map<string, string[]> {
  const metas = new Map<string, string[]>();
  const elements = document.getElementsByTagName('meta');
  for (let i = 0; i < elements.length && i < MOST_METAS; i += 1) {
    const meta = elements[i];
    const content = meta?.getAttribute('content')?.slice(0, LONGEST_CONTENT).trim() ?? '';
    if (meta === undefined || content === '') continue;
    for (const attribute of NAMES) {
      const name = meta.getAttribute(attribute)?.toLowerCase();
      if (name === undefined) continue;
      const known = metas.get(name);
      if (known === undefined) metas.set(name, [content]);
      else if (known.at(-1) !== content) known.push(content);
    }
  }
  return metas;
}

function readLinks(document: Document): PageLink[] {
  const links: PageLink[] = [];
  const elements = document.getElementsByTagName('link');
  for (let i = 0; i < elements.length && i < MOST_LINKS; i += 1) {
    const link = elements[i];
    const rel = link?.getAttribute('rel')?.toLowerCase() ?? '';
    // Most links of a page fetch something.
    if (link === undefined || rel === '' || rel === 'stylesheet' || rel === 'preload') continue;
    const href = link.getAttribute('href')?.slice(0, LONGEST_CONTENT).trim() ?? '';
    if (href === '') continue;
    links.push({ rel: rel.split(/\s+/), href, type: link.getAttribute('type') ?? '' });
  }
  return links;
}

/** @returns the content of the first meta of these names that has any, in the order of the names */
export function readMeta({ metas }: Metadata, ...names: string[]): string | null {
  for (const name of names) {
    const content = metas.get(name)?.[0];
    if (content !== undefined) return content;
  }
  return null;
}

/**
 * What a page states of its rights for machines: licence links (HTML, ccREL, schema.org, Dublin Core), the
 * rights holder's notice and credit line, text and data mining (TDMRep, https://www.w3.org/community/reports/tdmrep/)
 * and Really Simple Licensing (https://rslstandard.org/rsl). Nothing that it names is fetched.
 */
import type { Rights, Statement, Terms } from '../model/source.ts';
import { tidyText } from '../model/tidy-text.ts';
import { asList, isObject, type JsonObject, readString, readTypes } from './json-ld.ts';
import { type Metadata, readMeta } from './metadata.ts';

const RSL_TYPE = 'application/rsl+xml';
const MARKED = /licen[cs]e|cc:/;
const MOST_MARKED = 20;
const LONGEST_TEXT = 500;
const MOST_IMAGES = 5;

export interface RightsReading {
  rights: Rights;
  /** address of the licence, the believed first; the places that name none, but words, are left out */
  licenses: Statement[];
}

/** @param article the node of the article in the page's JSON-LD */
export function readRights(
  document: Document,
  metadata: Metadata,
  article: JsonObject | null,
): RightsReading {
  const elements = findMarked(document);
  const works = [
    article,
    ...findNodes(metadata, /^(?:WebPage|.*Page)$/),
    ...findNodes(metadata, /^WebSite$/),
  ];
  const images = asList(article?.['image']).filter(isObject).slice(0, MOST_IMAGES);
  const address = (from: readonly (JsonObject | null)[], property: string) =>
    first(from, (node) => resolve(readString(node[property], 'url', '@id'), metadata));
  const words = (property: string) =>
    first(works, (node) => tidy(readString(node[property], 'name', 'text', '@value')));
  const attributed = elements.find(hasToken('property', 'cc:attributionname'));
  const more = elements.find(hasToken('rel', 'cc:morepermissions'));
  const reservation = readMeta(metadata, 'tdm-reservation');
  return {
    rights: {
      copyrightNotice:
        words('copyrightNotice') ??
        tidy(readMeta(metadata, 'copyright', 'dcterms.rights', 'dc.rights', 'rights')),
      creditText: words('creditText') ?? tidy(attributed?.textContent ?? null),
      usageInfo: address([...works, ...images], 'usageInfo'),
      acquireLicensePage:
        address([...works, ...images], 'acquireLicensePage') ??
        resolve(more?.getAttribute('href') ?? null, metadata),
      tdmReserved: reservation === '1' ? true : reservation === '0' ? false : null,
      tdmPolicy: resolve(readMeta(metadata, 'tdm-policy'), metadata),
      rsl: readRsl(metadata, elements),
    },
    licenses: readLicenses(metadata, works, elements),
  };
}

/**
 * The elements that state a licence. Several short queries: an engine answers one tag or attribute at once, and a
 * list of them element by element.
 */
function findMarked(document: Document): Element[] {
  const elements: Element[] = [];
  const add = (selector: string, attribute: string) => {
    const found = document.querySelectorAll(selector);
    for (let i = 0; i < found.length && elements.length < MOST_MARKED; i += 1) {
      const element = found[i];
      const value = element?.getAttribute(attribute)?.slice(0, LONGEST_TEXT).toLowerCase() ?? '';
      if (element !== undefined && MARKED.test(value)) elements.push(element);
    }
  };
  add('a[rel]', 'rel');
  if (elements.length > 0) add('[property^="cc:"]', 'property');
  add('[itemprop="license"]', 'itemprop');
  const rsl = document.querySelector(`script[type="${RSL_TYPE}"]`);
  return rsl === null ? elements : [...elements, rsl];
}

/** A licence inside the page has the page's own address. */
function readRsl(metadata: Metadata, elements: Element[]): string | null {
  const link = metadata.links.find(({ rel, type }) => rel.includes('license') && isRsl(type));
  if (link !== undefined) return resolve(link.href, metadata);
  return elements.some(({ localName }) => localName === 'script')
    ? resolve(metadata.url, metadata)
    : null;
}

function isRsl(type: string): boolean {
  return type.trim().toLowerCase().startsWith(RSL_TYPE);
}

function readLicenses(
  metadata: Metadata,
  works: readonly (JsonObject | null)[],
  elements: Element[],
): Statement[] {
  const stated: [from: string, value: string | null][] = [
    ...metadata.links
      .filter(({ rel, type }) => rel.includes('license') && !isRsl(type))
      .map(({ href }): [string, string] => ['link license', href]),
    ...works.flatMap((node): [string, string | null][] =>
      node === null
        ? []
        : [
            [
              `JSON-LD ${readTypes(node)[0] ?? 'node'}.license`,
              readString(node['license'], 'url', '@id'),
            ],
          ],
    ),
    ...['dcterms.license', 'dc.rights.license', 'dcterms.rights', 'dc.rights'].map(
      (name): [string, string | null] => [`meta ${name}`, readAddress(readMeta(metadata, name))],
    ),
    ...elements
      .filter((element) => isLicenseOfPage(element, metadata))
      .map((element): [string, string | null] => [
        hasToken('rel', 'license')(element) ? 'a license' : 'itemprop license',
        element.getAttribute('href'),
      ]),
  ];
  return stated.flatMap(([from, value]) => {
    const url = resolve(value, metadata);
    return url === null ? [] : [{ from, value: url }];
  });
}

/** Words about rights often hold the licence's address. */
function readAddress(words: string | null): string | null {
  return /https?:\/\/[^\s"'<>]{4,300}/.exec(words?.slice(0, LONGEST_TEXT * 2) ?? '')?.[0] ?? null;
}

/** ccREL and microdata say of what: a picture's licence is not the article's. */
function isLicenseOfPage(element: Element, metadata: Metadata): boolean {
  const isLicense = hasToken('rel', 'license')(element) || hasToken('itemprop', 'license')(element);
  if (!isLicense || element.closest('figure,figcaption,[itemtype*="ImageObject"]') !== null)
    return false;
  const about = element.closest('[about]')?.getAttribute('about') ?? '';
  if (about === '') return true;
  const subject = resolve(about, metadata);
  return subject === null || withoutFragment(subject) === withoutFragment(metadata.url);
}

function withoutFragment(url: string): string {
  return url.replace(/#.*$/, '');
}

function hasToken(attribute: string, token: string): (element: Element) => boolean {
  return (element) =>
    element.getAttribute(attribute)?.toLowerCase().split(/\s+/).includes(token) === true;
}

function findNodes({ nodes }: Metadata, type: RegExp): JsonObject[] {
  return nodes.filter((node) => readTypes(node).some((one) => type.test(one))).slice(0, 3);
}

function first<T>(
  nodes: readonly (JsonObject | null)[],
  reader: (node: JsonObject) => T | null,
): T | null {
  for (const node of nodes) {
    const value = node === null ? null : reader(node);
    if (value !== null) return value;
  }
  return null;
}

function tidy(text: string | null): string | null {
  return tidyText(text ?? '', LONGEST_TEXT) || null;
}

/** Absolute, and http(s) alone. */
function resolve(value: string | null, { base }: Metadata): string | null {
  // "All rights reserved" is no address, though it could be parsed as one.
  if (value === null || value === '' || /\s/.test(value.trim())) return null;
  if (value.length > 2_000 || !URL.canParse(value, base)) return null;
  const url = new URL(value, base);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null;
}

const COMMONS = /^https?:\/\/(?:www\.)?creativecommons\.org\/(licenses|publicdomain)\/([a-z-]+)/i;

/** @returns the terms of a Creative Commons licence, for a page that states none in words; null of others */
export function readLicenseTerms(license: string | null): Terms | null {
  const match = COMMONS.exec(license ?? '');
  if (license === null || match === null) return null;
  return {
    kind: match[1]?.toLowerCase() === 'publicdomain' ? 'none' : 'cc-license',
    also: null,
    link: null,
    target: null,
    position: null,
    indexable: false,
    maxShare: null,
    nonCommercial: /(?:^|-)nc(?:-|$)/i.test(match[2] ?? ''),
    print: null,
    evidence: license,
  };
}

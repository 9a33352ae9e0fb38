/** What an element keeps of its attributes: what they mean, with absolute addresses and without trackers. */
import { cleanUrl, isPlainUrl } from '../../model/canonical-url.ts';
import { writeAttribute } from './html-writer.ts';

const COPIED: Record<string, string[]> = {
  a: ['title'],
  abbr: ['title'],
  bdo: [],
  dfn: ['title'],
  img: ['alt', 'title'],
  li: ['value'],
  math: ['display', 'alttext'],
  ol: ['start', 'reversed', 'type'],
  td: ['colspan', 'rowspan', 'headers'],
  th: ['colspan', 'rowspan', 'scope', 'abbr'],
  time: ['datetime'],
};

/** @param name the element's name in the HTML */
export function writeAttributes(element: Element, name: string): string {
  // Most elements have none, or only those that are not kept.
  if (!element.hasAttributes()) return '';
  let attributes = '';
  for (const one of COPIED[name] ?? []) {
    const value = element.getAttribute(one);
    if (value !== null) attributes += writeAttribute(one, value);
  }
  const lang = element.getAttribute('lang');
  if (lang !== null && /^[\w-]{1,35}$/.test(lang)) attributes += writeAttribute('lang', lang);
  const dir = element.getAttribute('dir')?.toLowerCase();
  if (dir === 'rtl' || dir === 'ltr' || dir === 'auto') attributes += writeAttribute('dir', dir);
  return attributes;
}

/** Reads addresses for one writing: what a page's own addresses begin with is looked up once. */
export interface AddressReader {
  /** The address of a link; null where it is none that works elsewhere. */
  readLink(link: Element): string | null;
  /** Where an image can be had, also where it is yet to be loaded; null where nowhere. */
  readImage(image: Element): string | null;
}

/** @param base what relative addresses are relative to */
export function createAddressReader(base: string): AddressReader {
  const [page = ''] = base.split('#', 1);
  const origin = /^https?:\/\/[^/?#]+/.exec(base)?.[0] ?? '';

  /** The absolute address; null where only a parser can tell. */
  function resolvePlain(written: string): string | null {
    if (written.startsWith('//')) return null;
    const start = written.startsWith('#') ? page : written.startsWith('/') ? origin : '';
    return isPlainUrl(start + written) ? start + written : null;
  }

  return {
    readLink(link) {
      const written = link.getAttribute('href');
      if (written === null || link.namespaceURI !== XHTML) return null;
      const plain = resolvePlain(written);
      if (plain !== null) return cleanAddress(plain);
      // Browsers have resolved it already, in the encoding of the page.
      const { href } = link as Partial<HTMLAnchorElement>;
      if (typeof href !== 'string' || href === '') return null;
      return /^(?:mailto|tel):/.test(href) ? href : cleanAddress(href);
    },
    readImage(image) {
      for (const candidate of listImageAddresses(image)) {
        if (candidate === null || candidate.trim() === '' || isPlaceholder(candidate.trim()))
          continue;
        const plain = resolvePlain(candidate);
        const cleaned = plain === null ? cleanUrl(candidate, base) : cleanUrl(plain);
        if (cleaned !== null) return cleaned;
      }
      return null;
    },
  };
}

const XHTML = 'http://www.w3.org/1999/xhtml';

/** Where a quote was taken from. */
export function readCite(quote: Element): string | null {
  const value = quote.getAttribute('cite')?.trim() ?? '';
  return value === '' || !URL.canParse(value, quote.baseURI)
    ? null
    : cleanAddress(new URL(value, quote.baseURI).href);
}

function cleanAddress(href: string): string | null {
  const cleaned = cleanUrl(href);
  const at = href.indexOf('#');
  if (cleaned === null || at === -1 || cleaned.includes('#')) return cleaned;
  // A place on the page is part of what is meant; a tracker's mark is not.
  const hash = href.slice(at);
  return /^#[^=:]+$/.test(hash) ? cleaned + hash : cleaned;
}

/** Stands there until the image itself is loaded. */
const PLACEHOLDER =
  /(?:^|[/_-])(?:placeholder|blank|spacer|pixel|1x1|transparent|loading|lazy)[^/]*\.(?:gif|png|svg|webp|jpe?g)(?:\?|$)/i;
/** Nothing longer is the name of one. */
const LONGEST_PLACEHOLDER = 2_000;
const LAZY = ['data-src', 'data-lazy-src', 'data-original', 'data-lazy', 'data-url', 'data-image'];

function isPlaceholder(address: string): boolean {
  if (/^(?:data|blob|about):/i.test(address)) return true;
  return address.length <= LONGEST_PLACEHOLDER && PLACEHOLDER.test(address);
}

/** The likeliest first; of most images the first will do. */
function* listImageAddresses(image: Element): Generator<string | null> {
  yield image.getAttribute('src');
  for (const name of LAZY) yield image.getAttribute(name);
  yield pickLargest(image.getAttribute('srcset'));
  yield pickLargest(image.getAttribute('data-srcset'));
  const picture = image.parentElement;
  if (picture?.localName !== 'picture') return;
  for (const source of picture.getElementsByTagName('source')) {
    yield pickLargest(source.getAttribute('srcset'));
    yield pickLargest(source.getAttribute('data-srcset'));
  }
}

/** Read without a way back: a page may write a set of any length. */
function pickLargest(set: string | null): string | null {
  let best: string | null = null;
  let most = -1;
  for (const [, address = '', size] of (set ?? '').matchAll(
    /([^\s,]\S*)(?:(?<!,)\s+([\d.]+)[wx](?=[\s,]|$))?/g,
  )) {
    const value = Number(size ?? 1);
    if (value <= most) continue;
    best = address.replace(/,$/, '');
    most = value;
  }
  return best;
}

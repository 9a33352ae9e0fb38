/** What an element keeps of its attributes: what they mean, with absolute addresses and without trackers. */
import { cleanUrl } from '../../model/canonical-url.ts';
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

/** The address of a link; null where it is none that works elsewhere. */
export function readLinkAddress(link: Element): string | null {
  // Browsers have resolved it already, which is much cheaper than to do it again.
  const { href } = link as Partial<HTMLAnchorElement>;
  if (typeof href !== 'string' || href === '' || !link.hasAttribute('href')) return null;
  return /^(?:mailto|tel):/.test(href) ? href : cleanAddress(href);
}

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
  /^(?:data|blob|about):|(?:^|[/_-])(?:placeholder|blank|spacer|pixel|1x1|transparent|loading|lazy)[^/]*\.(?:gif|png|svg|webp|jpe?g)(?:\?|$)/i;
const LAZY = ['data-src', 'data-lazy-src', 'data-original', 'data-lazy', 'data-url', 'data-image'];

/** Where an image can be had, also where it is yet to be loaded; null where nowhere. */
export function readImageAddress(image: Element): string | null {
  const base = image.baseURI;
  const stated = [image.getAttribute('src'), ...LAZY.map((name) => image.getAttribute(name))];
  const sets = [image.getAttribute('srcset'), image.getAttribute('data-srcset')];
  if (image.parentElement?.localName === 'picture') {
    for (const source of image.parentElement.getElementsByTagName('source')) {
      sets.push(source.getAttribute('srcset'), source.getAttribute('data-srcset'));
    }
  }
  for (const candidate of [...stated, ...sets.map(pickLargest)]) {
    if (candidate === null || candidate.trim() === '' || PLACEHOLDER.test(candidate.trim()))
      continue;
    const cleaned = cleanUrl(candidate, base);
    if (cleaned !== null) return cleaned;
  }
  return null;
}

function pickLargest(set: string | null): string | null {
  let best: string | null = null;
  let most = -1;
  for (const [, address, size] of (set ?? '').matchAll(
    /(\S*[^\s,])(?:\s+([\d.]+)[wx])?\s*(?:,|$)/g,
  )) {
    const value = Number(size ?? 1);
    if (address === undefined || value <= most) continue;
    best = address;
    most = value;
  }
  return best;
}

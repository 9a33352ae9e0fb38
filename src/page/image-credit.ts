/**
 * The credit that belongs to one image, so that a copy of the image carries it, also where its caption is not in
 * the selection. Looked for where it is surest: at the image itself, in its figure, right beside it, in its own
 * words, and last in what the page tells machines of an image at the same address.
 */
import { readCredit } from '../model/credit/read-credit.ts';
import type { Credit } from '../model/source.ts';
import { readImageNode, readPageLanguage, readPlace, readText } from './credit-place.ts';
import { IN_FIGURE } from './find-credits.ts';
import { listImageAddresses, nameImageFile } from './image-address.ts';
import { asList, isObject, type JsonObject, readJsonLd, readTypes } from './json-ld.ts';
import { readBase } from './metadata.ts';

export interface ImageReading {
  /** absolute, http(s); null where the image has no such address */
  src: string | null;
  /** '' where it has none */
  alt: string;
  /** of its figure, or right beside it; '' where there is none */
  caption: string;
}

/** Elements that hold an image with its caption, beside figures. */
const FRAME = '[class*="wp-caption"],[class*="image-container"],[class*="photo-container"]';
const CAPTION =
  /caption|credit|copyright|photographer|fotogra[fp]|bildunterschrift|legende|source/i;
const MOST_PLACES = 12;
const MOST_IMAGES = 60;
const LONGEST_CAPTION = 1_000;
const LONGEST_BESIDE = 300;
/** Around an image alone, so many elements may be. */
const MOST_WRAPPERS = 4;
/** Of an image's own words, those that say whom it is from and not what it shows. */
const NAMES_MAKER =
  /©|\(c\)|\b(?:by|via|credit|crédit|crédito|courtesy|cortesía|autor[ea]?|fotograf|quelle|von|par)\b|автор|источник|предоставлен|фотограф|джерело|manba|манба|булак|дереккөз|kaynak/iu;

/**
 * @param image an img, a picture or a figure
 * @param readNodes gives the page's JSON-LD, asked for only where the page's own words hold no credit
 */
export function findImageCredit(
  image: Element,
  readNodes: () => JsonObject[] = () => readJsonLd(image.ownerDocument),
): Credit | null {
  const language = readPageLanguage(image.ownerDocument);
  const frame = findFrame(image);
  return (
    readPlaces([image], language, true) ??
    (frame === null ? null : readFrame(frame, language)) ??
    readBeside(frame ?? image, language) ??
    readOwnWords(image, language) ??
    readNode(image, readNodes, language)
  );
}

/** @param image an img, or what holds one */
export function readImage(image: Element): ImageReading {
  const shown = findShown(image);
  const base = readBase(image.ownerDocument);
  const frame = findFrame(image);
  const caption =
    frame?.querySelector('figcaption,[class*="aption"]') ?? findBeside(frame ?? image);
  return {
    src: listImageAddresses(shown ?? image, base)[0] ?? null,
    alt: (shown?.getAttribute('alt') ?? '').replace(/\s+/g, ' ').trim(),
    caption:
      caption === null
        ? ''
        : readText(caption).replace(/\s+/g, ' ').trim().slice(0, LONGEST_CAPTION),
  };
}

function findShown(image: Element): Element | null {
  return image.localName === 'img' ? image : image.querySelector('img');
}

/** The innermost figure with a caption; a gallery's is asked where an image's own has none. */
function findFrame(image: Element): Element | null {
  const figure = image.closest('figure') ?? image.closest(FRAME);
  const outer = figure?.parentElement?.closest('figure') ?? null;
  if (figure === null || outer === null) return figure;
  return figure.querySelector(IN_FIGURE) === null ? outer : figure;
}

function readFrame(frame: Element, language: string | null): Credit | null {
  const own = readPlaces([frame], language, true);
  if (own !== null) return own;
  // Inner ones first: a caption's own element for the credit says it best.
  const found = frame.querySelectorAll(IN_FIGURE);
  return readPlaces([...found].slice(0, MOST_PLACES).reverse(), language, false);
}

/** @param attributes read what they state in attributes alone */
function readPlaces(
  places: readonly Element[],
  language: string | null,
  attributes: boolean,
): Credit | null {
  for (const place of places) {
    const isStating = ['data-credit', 'data-credits', 'data-copyright'].some(
      (name) => (place.getAttribute(name) ?? '') !== '',
    );
    const credit = attributes && !isStating ? null : readPlace(place, language);
    if (credit !== null) return credit;
  }
  return null;
}

function readBeside(image: Element, language: string | null): Credit | null {
  const beside = findBeside(image);
  return beside === null ? null : readPlace(beside, language);
}

/** What stands right behind the image, or behind what holds nothing else, and is its caption by name or form. */
function findBeside(image: Element): Element | null {
  let around: Element | null = image;
  for (let i = 0; around !== null && i < MOST_WRAPPERS; i += 1) {
    const next: Element | null = around.nextElementSibling;
    const between = around.nextSibling;
    const isNext = between === next || (between?.nodeValue ?? '').trim() === '';
    if (next !== null) return isNext && isCaption(next) ? next : null;
    const parent: Element | null = around.parentElement;
    if (parent === null || (parent.textContent ?? '').trim() !== '') return null;
    around = parent;
  }
  return null;
}

function isCaption(element: Element): boolean {
  if ((element.textContent ?? '').length > LONGEST_BESIDE) return false;
  if (element.querySelector('img,video,iframe,h1,h2,h3') !== null) return false;
  if (/^(?:figcaption|small)$/.test(element.localName)) return true;
  if (CAPTION.test(element.getAttribute('class') ?? '')) return true;
  // "Photo: Ann Writer" as a paragraph of its own.
  return /^(?:p|div|span|em|i)$/.test(element.localName) && isCreditLine(readText(element));
}

function isCreditLine(text: string): boolean {
  return text.length < 120 && /^[^.!?\n]{2,25}[:：©]|^©/.test(text) && readCredit(text) !== null;
}

/** What an alternative text tells is mostly what is seen. */
function readOwnWords(image: Element, language: string | null): Credit | null {
  const shown = findShown(image) ?? image;
  for (const name of ['title', 'alt', 'aria-label']) {
    const words = shown.getAttribute(name)?.slice(0, LONGEST_CAPTION) ?? '';
    if (words.length < 3) continue;
    const credit = readCredit(words, language);
    if (credit !== null && (credit.links.length > 0 || NAMES_MAKER.test(words))) return credit;
  }
  return null;
}

function readNode(
  image: Element,
  readNodes: () => JsonObject[],
  language: string | null,
): Credit | null {
  const base = readBase(image.ownerDocument);
  const shown = findShown(image) ?? image;
  const names = new Set(listImageAddresses(shown, base).map(nameImageFile));
  names.delete('');
  if (names.size === 0) return null;
  const nodes = readNodes().filter((node) => readTypes(node).includes('ImageObject'));
  for (const node of nodes.slice(0, MOST_IMAGES)) {
    const addresses = ['url', 'contentUrl', 'thumbnailUrl', 'thumbnail', '@id'].flatMap((key) =>
      asList(node[key]).map((one) => (isObject(one) ? (one['url'] ?? one['contentUrl']) : one)),
    );
    const isSame = addresses.some(
      (one) =>
        typeof one === 'string' &&
        URL.canParse(one, base) &&
        names.has(nameImageFile(new URL(one, base).href)),
    );
    const credit = isSame ? readImageNode(node, language) : null;
    if (credit !== null) return credit;
  }
  return null;
}

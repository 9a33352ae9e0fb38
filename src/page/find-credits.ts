/**
 * Finds the credits of a page's photos: in captions, in elements and attributes that are named after credits,
 * and in the schema.org descriptions of its images (the IPTC's fields). One query, few and short texts.
 */
import { readCredit } from '../model/credit/read-credit.ts';
import type { Credit } from '../model/source.ts';
import { type JsonObject, readString, readTypes } from './json-ld.ts';

/**
 * Within figures by parts of class names in any case: caption, credit, copyright, photographer, fotograf. Over a
 * whole document each such part costs, so there but one is asked for, and a few names that are indexed.
 */
const IN_FIGURE =
  'figcaption,[class*="aption"],[class*="redit"],[class*="opyright"],[class*="otogra"],[itemprop="copyrightHolder"],[data-credit],[data-credits],[data-copyright]';
const ANYWHERE = '[class*="redit"]';
const CLASSES = ['wp-caption-text', 'caption'];
/** Node.DOCUMENT_POSITION_FOLLOWING, also where there is no global Node. */
const FOLLOWING = 4;
const MOST_FIGURES = 40;
const ATTRIBUTES = ['data-credit', 'data-credits', 'data-copyright'];
/** The class says what a label would. */
const LABEL_CLASS = /credit|photographer|fotogra[fp]|image.?source|photo.?author/i;
const MOST_PLACES = 80;
const MOST_CREDITS = 50;
const MOST_IMAGES = 30;
const LONGEST_TEXT = 2_000;
const LONGEST_NAMES = 120;
const MOST_NODES = 150;

/**
 * @param nodes the page's JSON-LD, laid flat
 * @returns credits in the order of the page, each once; those that only machines are told come last
 */
export function findCredits(document: Document, nodes: JsonObject[]): Credit[] {
  const language = document.documentElement?.getAttribute('lang') || null;
  const credits = new Map<string, Credit>();
  for (const credit of [...readPlaces(document, language), ...readImages(nodes, language)]) {
    const key = credit.names.join('\n').toLowerCase();
    if (!credits.has(key) && credits.size < MOST_CREDITS) credits.set(key, credit);
  }
  return [...credits.values()];
}

function readPlaces(document: Document, language: string | null): Credit[] {
  const credits: Credit[] = [];
  const places = findPlaces(document);
  // Inner ones first: a caption's own element for the credit says it best, and the caption then adds nothing.
  const said = new Set<Element>();
  for (let i = places.length - 1; i >= 0; i -= 1) {
    const place = places[i];
    if (place === undefined || said.has(place)) continue;
    const credit = readPlace(place, language);
    if (credit === null) continue;
    credits.push(credit);
    let up = place.parentElement;
    for (let steps = 0; up !== null && steps < 4; steps += 1, up = up.parentElement) said.add(up);
  }
  return credits.reverse();
}

/** In the order of the page. */
function findPlaces(document: Document): Element[] {
  const found = new Set<Element>();
  const add = (elements: ArrayLike<Element>) => {
    for (let i = 0; i < elements.length && found.size < MOST_PLACES; i += 1) {
      const one = elements[i];
      if (one !== undefined) found.add(one);
    }
  };
  const figures = document.getElementsByTagName('figure');
  for (let i = 0; i < figures.length && i < MOST_FIGURES; i += 1) {
    const figure = figures[i];
    if (figure !== undefined) add(figure.querySelectorAll(IN_FIGURE));
  }
  const inFigures = found.size;
  add(document.getElementsByTagName('figcaption'));
  for (const name of CLASSES) add(document.getElementsByClassName(name));
  add(document.querySelectorAll(ANYWHERE));
  const places = [...found];
  if (places.length === inFigures) return places;
  return places.sort((a, b) => (a.compareDocumentPosition(b) & FOLLOWING ? -1 : 1));
}

function readPlace(place: Element, language: string | null): Credit | null {
  for (const attribute of ATTRIBUTES) {
    const stated = place.getAttribute(attribute);
    if (stated) return readStated(stated, language);
  }
  const text = readText(place);
  if (text.length < 3) return null;
  const credit = readCredit(text, language);
  if (credit !== null || text.length > LONGEST_NAMES || !isLabelled(place)) return credit;
  return readStated(text, language);
}

/** "Ann Writer" in an element whose class says that it is a credit, at a picture. */
function isLabelled(place: Element): boolean {
  return LABEL_CLASS.test(place.getAttribute('class') ?? '') && place.closest('figure') !== null;
}

/** What is a credit by where it stands, with a label of its own or without. */
function readStated(text: string, language: string | null): Credit | null {
  if (text.length > LONGEST_NAMES) return null;
  return readCredit(text, language) ?? readCredit(`Photo: ${text}`, language);
}

const BLOCK = /^(?:br|dd|div|dt|figcaption|h[1-6]|hr|li|ol|p|section|td|tr|ul)$/;
const SILENT = /^(?:button|noscript|script|select|style|svg|template|textarea)$/;
/** Between two inline elements: a line's end where nothing else parts them. */
const SEAM = '\ue000';

function readText(place: Element): string {
  let text = '';
  let count = 0;
  const stack: (Node | string)[] = [place];
  for (let one = stack.pop(); one !== undefined; one = stack.pop()) {
    if (typeof one === 'string') text += one;
    else if (one.nodeType === 3)
      text += (one.nodeValue ?? '').slice(0, LONGEST_TEXT).replace(/\s+/g, ' ');
    else if (one.nodeType === 1) {
      const name = one.nodeName.toLowerCase();
      if (SILENT.test(name)) continue;
      const edge = BLOCK.test(name) ? '\n' : name === 'span' ? SEAM : '';
      text += edge;
      stack.push(edge);
      for (let child = one.lastChild; child !== null && count < MOST_NODES; count += 1) {
        stack.push(child);
        child = child.previousSibling;
      }
    }
    if (text.length > LONGEST_TEXT) break;
  }
  return text
    .replace(/(?<=[^\s\ue000])\ue000+(?=[^\s\ue000])/g, '\n')
    .replaceAll(SEAM, '')
    .trim();
}

function readImages(nodes: JsonObject[], language: string | null): Credit[] {
  const credits: Credit[] = [];
  let count = 0;
  for (const node of nodes) {
    if (count >= MOST_IMAGES) break;
    if (!readTypes(node).includes('ImageObject')) continue;
    count += 1;
    const text =
      readString(node['creditText']) ??
      readString(node['creator'], 'name') ??
      readString(node['copyrightHolder'], 'name') ??
      readString(node['copyrightNotice']);
    const credit = text === null ? null : readStated(text, language);
    if (credit !== null) credits.push(credit);
  }
  return credits;
}

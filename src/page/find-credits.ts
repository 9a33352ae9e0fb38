/**
 * Finds the credits of a page's photos: in captions, in elements and attributes that are named after credits,
 * and in the schema.org descriptions of its images (the IPTC's fields). One query, few and short texts.
 */
import type { Credit } from '../model/source.ts';
import { readImageNode, readPageLanguage, readPlace } from './credit-place.ts';
import { type JsonObject, readTypes } from './json-ld.ts';

/**
 * Within figures by parts of class names in any case: caption, credit, copyright, photographer, fotograf. Over a
 * whole document each such part costs, so there but one is asked for, and a few names that are indexed.
 */
export const IN_FIGURE =
  'figcaption,[class*="aption"],[class*="redit"],[class*="opyright"],[class*="otogra"],[itemprop="copyrightHolder"],[data-credit],[data-credits],[data-copyright]';
const ANYWHERE = '[class*="redit"]';
const CLASSES = ['wp-caption-text', 'caption'];
/** Node.DOCUMENT_POSITION_FOLLOWING, also where there is no global Node. */
const FOLLOWING = 4;
const MOST_FIGURES = 40;
const MOST_PLACES = 80;
const MOST_CREDITS = 50;
const MOST_IMAGES = 30;
/** A credit, and the element that holds it. */
export interface PlacedCredit {
  credit: Credit;
  place: Element;
}

/**
 * @param nodes the page's JSON-LD, laid flat
 * @returns credits in the order of the page, each once; those that only machines are told come last
 */
export function findCredits(document: Document, nodes: JsonObject[]): Credit[] {
  const language = readPageLanguage(document);
  const credits = new Map<string, Credit>();
  const seen = findPlacedCredits(document).map(({ credit }) => credit);
  for (const credit of [...seen, ...readImages(nodes, language)]) {
    const key = credit.names.join('\n').toLowerCase();
    if (!credits.has(key) && credits.size < MOST_CREDITS) credits.set(key, credit);
  }
  return [...credits.values()];
}

/** @returns what readers see of credits, in the order of the page, also those that stand there twice */
export function findPlacedCredits(document: Document): PlacedCredit[] {
  const language = readPageLanguage(document);
  const credits: PlacedCredit[] = [];
  const places = findPlaces(document);
  // Inner ones first: a caption's own element for the credit says it best, and the caption then adds nothing.
  const said = new Set<Element>();
  for (let i = places.length - 1; i >= 0; i -= 1) {
    const place = places[i];
    if (place === undefined || said.has(place)) continue;
    const credit = readPlace(place, language);
    if (credit === null) continue;
    credits.push({ credit, place });
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

function readImages(nodes: JsonObject[], language: string | null): Credit[] {
  const credits: Credit[] = [];
  let count = 0;
  for (const node of nodes) {
    if (count >= MOST_IMAGES) break;
    if (!readTypes(node).includes('ImageObject')) continue;
    count += 1;
    const credit = readImageNode(node, language);
    if (credit !== null) credits.push(credit);
  }
  return credits;
}

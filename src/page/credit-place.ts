/** Reads the credit that one element of a page holds: a caption, or an element or attribute named after credits. */
import { readCredit } from '../model/credit/read-credit.ts';
import type { Credit } from '../model/source.ts';
import { type JsonObject, readString } from './json-ld.ts';

const ATTRIBUTES = ['data-credit', 'data-credits', 'data-copyright'];
/** The class says what a label would. */
const LABEL_CLASS = /credit|photographer|fotogra[fp]|image.?source|photo.?author/i;
const LONGEST_TEXT = 2_000;
const LONGEST_NAMES = 120;
const MOST_NODES = 150;

/** @returns what it says in its attributes, else in its text; null where that is no credit */
export function readPlace(place: Element, language: string | null): Credit | null {
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
export function readStated(text: string, language: string | null): Credit | null {
  if (text.length > LONGEST_NAMES) return null;
  return readCredit(text, language) ?? readCredit(`Photo: ${text}`, language);
}

const BLOCK = /^(?:br|dd|div|dt|figcaption|h[1-6]|hr|li|ol|p|section|td|tr|ul)$/;
const SILENT = /^(?:button|noscript|script|select|style|svg|template|textarea)$/;
/** Between two inline elements: a line's end where nothing else parts them. */
const SEAM = '\ue000';

/** @returns the element's words, its blocks on lines of their own */
export function readText(place: Element): string {
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

/** What a schema.org description of an image states of its credit (the IPTC's fields). */
export function readImageNode(node: JsonObject, language: string | null): Credit | null {
  const text =
    readString(node['creditText']) ??
    readString(node['creator'], 'name') ??
    readString(node['copyrightHolder'], 'name') ??
    readString(node['copyrightNotice']);
  return text === null ? null : readStated(text, language);
}

export function readPageLanguage(document: Document): string | null {
  return document.documentElement?.getAttribute('lang') || null;
}

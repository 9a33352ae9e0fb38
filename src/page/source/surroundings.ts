/**
 * What stands around the headline: the few elements and words between which pages put their byline and date.
 * One short walk from the headline, made only where the metadata leaves a field open, so that neither comments nor
 * teasers of other articles are taken for the article's own.
 */
import type { Metadata } from '../metadata.ts';
import { foldName } from './fold-name.ts';

export interface Spot {
  element: Element;
  /** its class, id, test id, item property and relation in lower case */
  marks: string;
}

export interface Surroundings {
  /** elements that carry marks, behind the headline first, then before it from near to far */
  spots: Spot[];
  /** short texts in the same order, each with its parent */
  texts: { text: string; parent: Element }[];
}

const MOST_HEADLINES = 12;
const MOST_AFTER = 180;
const MOST_BEFORE = 50;
const LONGEST_TEXT = 160;
const MOST_STEPS = 80;
/** So many paragraphs into the article nobody is introduced any more. */
const MOST_PARAGRAPHS = 5;
const SKIPPED_TAG = /^(?:script|style|svg|noscript|nav|form|select|template|figcaption|iframe)$/i;
const SKIPPED_MARK =
  /comment|related|recommend|sidebar|disqus|newsletter|most-?read|popular|trending|breadcrumb|caption|more-?(?:from|news|stories)|tooltip/;

const MARKS = ['id', 'itemprop', 'property', 'rel', 'data-testid'];

const known = new WeakMap<Metadata, Surroundings>();

export function readSurroundings(document: Document, metadata: Metadata): Surroundings {
  const read = known.get(metadata) ?? walk(document, metadata);
  known.set(metadata, read);
  return read;
}

/** What an element says of its own purpose. */
export function readMarks(element: Element): string {
  if (!element.hasAttributes()) return '';
  let marks = element.getAttribute('class') ?? '';
  for (const name of MARKS) {
    const value = element.getAttribute(name);
    if (value !== null) marks += ` ${name}=${value}`;
  }
  return marks.slice(0, 300).toLowerCase();
}

/** The beginning of an element's text, on one line; without reading the rest, which may be the whole page. */
export function readStart(element: Element, limit: number): string {
  let text = '';
  let node: Node | null = element;
  for (let i = 0; i < MOST_STEPS && node !== null && text.length < limit; i += 1) {
    const enter = !isElement(node) || !/^(?:script|style|svg|noscript)$/i.test(node.localName);
    if (node.nodeType === 3) text += ` ${(node.nodeValue ?? '').slice(0, limit).trim()}`;
    node = next(node, element, enter);
  }
  return text.replace(/\s+/g, ' ').trim().slice(0, limit);
}

/** The words just before an element, beside it. */
export function readBefore(element: Element): string {
  const before = element.previousSibling;
  if (before === null) return '';
  return isElement(before) ? readStart(before, 60) : (before.nodeValue ?? '').trim().slice(-60);
}

function walk(document: Document, metadata: Metadata): Surroundings {
  const found: Surroundings = { spots: [], texts: [] };
  const start = findHeadline(document, metadata) ?? document.querySelector('article, main');
  const root = document.body;
  if (start === null || root === null) return found;
  let paragraphs = 0;
  let node = next(start, root, false);
  for (let i = 0; i < MOST_AFTER && node !== null && paragraphs < MOST_PARAGRAPHS; i += 1) {
    const enter = visit(node, found);
    if (node.nodeType === 3 && (node.nodeValue ?? '').trim().length > LONGEST_TEXT) paragraphs += 1;
    node = next(node, root, enter);
  }
  node = previous(start, root);
  for (let i = 0; i < MOST_BEFORE && node !== null; i += 1) {
    visit(node, found);
    node = previous(node, root);
  }
  return found;
}

/** @returns whether to look into the node */
function visit(node: Node, { spots, texts }: Surroundings): boolean {
  if (node.nodeType === 3) {
    const text = (node.nodeValue ?? '').slice(0, 1000).replace(/\s+/g, ' ').trim();
    const parent = node.parentElement;
    if (text.length > 1 && text.length <= LONGEST_TEXT && parent !== null)
      texts.push({ text, parent });
    return false;
  }
  if (!isElement(node) || SKIPPED_TAG.test(node.localName)) return false;
  const marks = readMarks(node);
  if (SKIPPED_MARK.test(marks) && !/meta|byline|header/.test(marks)) return false;
  // Some articles keep their byline in a footer of their own.
  if (node.localName === 'footer' && node.closest('article') === null) return false;
  if (marks !== '' || node.localName === 'a' || node.localName === 'time')
    spots.push({ element: node, marks });
  return true;
}

function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}

function next(node: Node, root: Node, enter: boolean): Node | null {
  if (enter && node.firstChild !== null) return node.firstChild;
  let at: Node | null = node;
  while (at !== null && at !== root) {
    if (at.nextSibling !== null) return at.nextSibling;
    at = at.parentNode;
  }
  return null;
}

/** The node before it that is no ancestor of it; what is not to be looked into is not. */
function previous(node: Node, root: Node): Node | null {
  let at: Node | null = node;
  while (at !== null && at !== root && at.previousSibling === null) at = at.parentNode;
  if (at === null || at === root) return null;
  let last: Node | null = at.previousSibling;
  while (last !== null && isElement(last) && last.lastChild !== null) {
    if (SKIPPED_TAG.test(last.localName) || SKIPPED_MARK.test(readMarks(last))) break;
    last = last.lastChild;
  }
  return last;
}

/** The heading that the page's title repeats, else the first with words. */
function findHeadline(document: Document, { metas }: Metadata): Element | null {
  const titles = foldName(`${document.title} ${metas.get('og:title')?.[0] ?? ''}`);
  let first: Element | null = null;
  for (const tag of ['h1', 'h2']) {
    const headings = document.getElementsByTagName(tag);
    for (let i = 0; i < headings.length && i < MOST_HEADLINES; i += 1) {
      const heading = headings[i];
      if (heading === undefined) continue;
      const words = foldName(readStart(heading, 300));
      if (words.length < 2) continue;
      if (words.length > 9 && titles.includes(words)) return heading;
      if (tag === 'h1') first ??= heading;
    }
  }
  return first;
}

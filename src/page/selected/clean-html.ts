/**
 * A selection as clean semantic HTML: what the words mean (links, emphasis, lists, tables, images with
 * their alternative text), with absolute addresses; no scripts, styles, classes, trackers or Sic's own
 * elements. Written as text rather than built as DOM, so that nothing is loaded by making it, from the tree
 * as it is shown, so that what hides is left out and what shadow trees show is in it.
 */

import { listContext, readInherited } from './context.ts';
import { KEPT, MATH_PARTS, RENAMED } from './element-names.ts';
import { createHtmlWriter, type HtmlWriter, writeAttribute } from './html-writer.ts';
import { readOrdinal } from './list-numbers.ts';
import { createFoldReader } from './rendered.ts';
import { isPicture, judgeShown, type Shown } from './shown.ts';
import { createTextReader } from './shown-text.ts';
import { walkRange } from './walk-range.ts';
import {
  type AddressReader,
  createAddressReader,
  readCite,
  writeAttributes,
} from './write-attributes.ts';

/** @returns HTML of the range's content, ready for a clipboard; '' when nothing in it counts */
export function writeCleanHtml(range: Range): string {
  const writer = createHtmlWriter(readInherited(range));
  const addresses = createAddressReader(range.commonAncestorContainer.baseURI);
  const open = (element: Element, localName: string, startChild: Node | null) =>
    localName === 'a'
      ? openLink(element, addresses, writer)
      : openElement(element, localName, writer, startChild);
  for (const element of listContext(range)) {
    const { localName } = element;
    open(element, localName, localName === 'ol' ? findStart(range, element) : null);
  }
  const readText = createTextReader();
  const isFoldedAway = createFoldReader();
  /** elements whose own words are not shown, or cannot be selected */
  const muted = new Map<Element | null, Shown>();
  const readMuted = ({ parentElement }: Node) =>
    muted.size === 0 ? undefined : muted.get(parentElement);
  walkRange(range, {
    enter(element, startChild) {
      if (isFoldedAway(element)) return null;
      const { localName } = element;
      const shown = judgeShown(element, localName, readMuted(element) ?? 'all');
      if (shown === 'none') return null;
      if (shown !== 'all') muted.set(element, shown);
      if (localName === 'br' || localName === 'hr') writer.leaf(localName, '');
      else if (localName === 'img') {
        if (shown === 'all') writeImage(element, addresses, writer);
      } else return open(element, localName, startChild);
      return null;
    },
    leave(opened) {
      for (let left = opened; left > 0; left -= 1) writer.close();
    },
    text(node, from, to) {
      if (readMuted(node) !== undefined || isFoldedAway(node)) return;
      let isFirst = true;
      for (const line of readText(node, from, to)) {
        if (!isFirst) writer.leaf('br', '');
        writer.text(line);
        isFirst = false;
      }
    },
  });
  return writer.finish();
}

/** The child of an element that the range begins in. */
function findStart({ startContainer, startOffset }: Range, element: Element): Node | null {
  let node: Node | null = startContainer;
  if (node === element) return element.childNodes[startOffset] ?? null;
  while (node !== null && node.parentNode !== element) node = node.parentNode;
  return node;
}

/** @returns how many elements were opened in the HTML */
function openLink(link: Element, addresses: AddressReader, writer: HtmlWriter): number {
  const href = addresses.readLink(link);
  if (href === null) return 0;
  writer.open('a', writeAttribute('href', href) + writeAttributes(link, 'a'));
  return 1;
}

/** @returns how many elements were opened in the HTML */
function openElement(
  element: Element,
  localName: string,
  writer: HtmlWriter,
  startChild: Node | null,
): number {
  if (localName === 'span' || localName === 'font') return openStyled(element, writer);
  const name =
    KEPT.has(localName) || MATH_PARTS.has(localName) ? localName : RENAMED.get(localName);
  if (name === undefined) return 0;
  let attributes = writeAttributes(element, name);
  if (name === 'ol' && startChild !== null) {
    attributes = attributes.replace(/ start="[^"]*"/, '') + readOrdinal(element, startChild);
  }
  if (name === 'blockquote' || name === 'q') {
    const cite = readCite(element);
    if (cite !== null) attributes += writeAttribute('cite', cite);
  }
  writer.open(name, attributes);
  return 1;
}

const EMPHASES: [pattern: RegExp, name: string][] = [
  [/font-weight\s*:\s*(?:bold|[6-9]00)/i, 'strong'],
  [/font-style\s*:\s*(?:italic|oblique)/i, 'em'],
  [/text-decoration(?:-line)?\s*:[^;]*line-through/i, 's'],
  [/vertical-align\s*:\s*super/i, 'sup'],
  [/vertical-align\s*:\s*sub\b/i, 'sub'],
];

/** An element without meaning but for its language, its direction, and emphasis by its own style. */
function openStyled(element: Element, writer: HtmlWriter): number {
  if (!element.hasAttributes()) return 0;
  let opened = 0;
  const attributes = writeAttributes(element, 'span');
  if (attributes !== '') {
    writer.open('span', attributes);
    opened += 1;
  }
  const style = element.getAttribute('style');
  if (style === null) return opened;
  for (const [pattern, name] of EMPHASES) {
    if (!pattern.test(style)) continue;
    writer.open(name, '');
    opened += 1;
  }
  return opened;
}

/** An image that cannot be shown elsewhere leaves its alternative text; a tracker's pixel leaves nothing. */
function writeImage(image: Element, addresses: AddressReader, writer: HtmlWriter): void {
  if (!isPicture(image)) return;
  const src = addresses.readImage(image);
  if (src === null) {
    writer.text(image.getAttribute('alt') ?? '');
    return;
  }
  let attributes = writeAttribute('src', src) + writeAttributes(image, 'img');
  for (const name of ['width', 'height']) {
    const value = image.getAttribute(name);
    if (value !== null && /^\d+$/.test(value)) attributes += writeAttribute(name, value);
  }
  writer.leaf('img', attributes);
}

/**
 * A selection as it is copied: the text that the browser itself would write, and the words as clean HTML.
 * Read while the copy is under way, before the page's own handlers may have moved the selection.
 */
import { alignText } from './align-text.ts';
import { writeCleanHtml } from './clean-html.ts';
import { readCopiedText } from './copied-text.ts';
import { findPlace, isNode } from './find-ranges.ts';
import { listNodes } from './range-nodes.ts';

export interface Selected {
  /** the tree that the selection lies in: the document, or an open shadow root */
  readonly root: Document | ShadowRoot;
  /** clones in document order; several in Firefox; never collapsed */
  readonly ranges: Range[];
  /** where the event that asked happened: an input may be in use while text elsewhere is still selected */
  readonly target: Node | null;
  /** The images that are shown within the selection, in document order, not those of trackers; found when asked. */
  readonly images: Element[];
  /**
   * The text/plain that the browser's own copy would have, line breaks as \n; null where that cannot be
   * known, and the copy had best be left alone. Only while the selection still stands.
   */
  readText(): string | null;
  /** The selection as clean semantic HTML, '' when nothing in it counts. May be asked later. */
  writeHtml(): string;
}

/**
 * @param event the copy or key event that asks, null where there is none
 * @returns null where nothing is selected
 */
export function readSelected(event: Event | null, document: Document): Selected | null {
  const place = findPlace(event, document);
  if (place === null) return null;
  const { root, ranges } = place;
  const target = event?.composedPath()[0];
  let images: Element[] | null = null;
  return {
    root,
    ranges,
    target: isNode(target) ? target : null,
    get images() {
      images ??= ranges.flatMap(findImages);
      return images;
    },
    readText: () => readCopiedText(place),
    writeHtml: () => ranges.map(writeCleanHtml).join(''),
  };
}

/** Reads a range as a copy does, for the sake of the browser, which makes fast what has run. */
export function rehearseRange(range: Range): void {
  alignText(range.toString(), range, () => false);
  writeCleanHtml(range);
}

function findImages(range: Range): Element[] {
  const top = range.commonAncestorContainer;
  if (top.nodeType === 3) return [];
  const images = (top as Element | Document | ShadowRoot).querySelectorAll('img, svg[role="img"]');
  if (images.length === 0) return [];
  if (isWhole(range)) return [...images].filter(isShown);
  // Of each by itself, `intersectsNode` would count the siblings before it.
  const known = new Set<Node>(images);
  return [...listNodes(range)].filter((node): node is Element => known.has(node)).filter(isShown);
}

/** Whether a range holds all of the node that it lies in. */
function isWhole({ startContainer, startOffset, endContainer, endOffset }: Range): boolean {
  return (
    startContainer === endContainer &&
    startOffset === 0 &&
    endOffset === endContainer.childNodes.length
  );
}

function isShown(image: Element): boolean {
  const { width, height } = image.getBoundingClientRect();
  return width > 2 && height > 2;
}

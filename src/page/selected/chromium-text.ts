/**
 * What Chromium copies, which differs from its own `toString()` (blink's SelectedTextForClipboard): it
 * writes the alternative texts of images, letters as they stand in the source rather than as
 * text-transform shows them, what stands in fields, and what hosts show of their own.
 */
import { findElement } from '../find-element.ts';
import { alignText, type Landmark, type Replacement } from './align-text.ts';
import { isFolded, isRendered } from './rendered.ts';

/** Drawn with boxes of their own, whose words are copied in ways that `toString()` knows nothing of. */
const FIELDS = new Set('input textarea select meter progress'.split(' '));

/** @returns null where it is not known for sure */
export function readAsChromiumCopies(selection: Selection, range: Range): string | null {
  const text = selection.toString();
  if (isUnsure(range.startContainer, range.startOffset)) return null;
  if (isUnsure(range.endContainer, range.endOffset)) return null;
  // Blink has moved both ends to one place, which it does otherwise when it copies.
  if (text === '') return null;
  let isForeign = false;
  const alignment = alignText(text, range, (element) => {
    const { localName } = element;
    if (element.shadowRoot !== null || (FIELDS.has(localName) && element.checkVisibility())) {
      isForeign = true;
    }
    if (isFolded(element)) isForeign = true;
    return localName === 'img' && readWords(element) !== '';
  });
  if (isForeign || alignment === null) return null;
  // From the very end of a summary on, a copy has a line break more.
  const summary = findElement(range.startContainer)?.closest('summary') ?? null;
  if (summary !== null && !summary.contains(alignment.first)) return null;
  const { replacements } = alignment;
  // A range that ends in an image, not behind it, ends before it.
  const images = alignment.landmarks.filter(
    ({ element }) => element !== range.endContainer && isCopied(element),
  );
  if (images.some(({ element }) => isPlacedOddly(element))) return null;
  if (images.length > 0) replacements.push(...placeImages(selection, range, images));
  return applyAll(text, replacements);
}

/** An end within a character that takes two code units, or in what is not shown, is moved by the browser. */
function isUnsure(node: Node, offset: number): boolean {
  const element = findElement(node);
  if (element?.checkVisibility({ visibilityProperty: true }) !== true) {
    const view = element?.ownerDocument.defaultView;
    if (!element || view?.getComputedStyle(element).display !== 'contents') return true;
  }
  const around = (node.nodeValue ?? '').slice(Math.max(0, offset - 1), offset + 1);
  return node.nodeType === 3 && /^[\ud800-\udbff][\udc00-\udfff]$/.test(around);
}

/** As blink has it: the title stands in where there is no alternative text at all. */
function readWords(image: Element): string {
  return image.getAttribute('alt') ?? image.getAttribute('title') ?? '';
}

function isCopied(image: Element): boolean {
  const style = image.ownerDocument.defaultView?.getComputedStyle(image);
  return style !== undefined && isRendered(image, style);
}

/** In an element without a box, before an image is not where it seems. */
function isPlacedOddly({ parentElement }: Element): boolean {
  if (parentElement === null) return true;
  const view = parentElement.ownerDocument.defaultView;
  return view?.getComputedStyle(parentElement).display === 'contents';
}

/**
 * Where an image stands in the white space between two words is learnt by selecting from the word before
 * it up to the image. The selection is put back as it was.
 */
function placeImages(selection: Selection, range: Range, images: Landmark[]): Replacement[] {
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
  const insertions: Replacement[] = [];
  try {
    for (const { element, before } of images) {
      const parent = element.parentNode;
      if (parent === null) continue;
      const index = Array.prototype.indexOf.call(parent.childNodes, element);
      if (before === null) {
        selection.setBaseAndExtent(range.startContainer, range.startOffset, parent, index);
      } else {
        selection.setBaseAndExtent(before.node, before.offset, parent, index);
      }
      const { length } = selection.toString();
      const at = (before?.start ?? 0) + length;
      insertions.push({ start: at, end: at, text: readWords(element) });
    }
  } finally {
    if (anchorNode !== null && focusNode !== null) {
      selection.setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset);
    }
  }
  return insertions;
}

function applyAll(text: string, replacements: Replacement[]): string {
  if (replacements.length === 0) return text;
  const pieces: string[] = [];
  let at = 0;
  for (const one of replacements.sort((a, b) => a.start - b.start || a.end - b.end)) {
    pieces.push(text.slice(at, one.start), one.text);
    at = one.end;
  }
  return pieces.join('') + text.slice(at);
}

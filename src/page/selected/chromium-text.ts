/**
 * What Chromium copies, which differs from its own `toString()` (blink's SelectedTextForClipboard): it
 * writes the alternative texts of images, letters as they stand in the source rather than as
 * text-transform shows them, what stands in fields, and what hosts show of their own.
 */
import { findElement } from '../find-element.ts';
import { alignText, type Landmark, type Replacement } from './align-text.ts';
import { isField, readField } from './chromium-field.ts';
import { isFolded, isRendered } from './rendered.ts';

/** A place in the text where a copy has something more. */
interface Insertion extends Replacement {
  /** stands on lines of its own, as a field's words do */
  isBlock: boolean;
}

/** @returns null where it is not known for sure */
export function readAsChromiumCopies(selection: Selection, range: Range): string | null {
  const text = selection.toString();
  if (isUnsure(range.startContainer, range.startOffset)) return null;
  if (isUnsure(range.endContainer, range.endOffset)) return null;
  if (text === '') return readImageAlone(range);
  let isForeign = false;
  const alignment = alignText(text, range, (element) => {
    if (element.shadowRoot !== null || isFolded(element)) isForeign = true;
    return (element.localName === 'img' && readWords(element) !== '') || isField(element);
  });
  if (isForeign || alignment === null) return null;
  // From the very end of a summary on, a copy has a line break more.
  const summary = findElement(range.startContainer)?.closest('summary') ?? null;
  if (summary !== null && !summary.contains(alignment.first)) return null;
  const { replacements } = alignment;
  // A range that ends in an image, not behind it, ends before it.
  const landmarks = alignment.landmarks.filter(
    ({ element }) => element !== range.endContainer && isCopied(element),
  );
  if (landmarks.some(({ element }) => isPlacedOddly(element))) return null;
  const fields = alignment.landmarks.filter(({ element }) => isField(element));
  if (fields.some(({ element, before }) => before === null || isUnsureField(element))) return null;
  if (fields.length > 0 && [range.startContainer, range.endContainer].some(isUnsureEnd))
    return null;
  const insertions = landmarks.length > 0 ? placeAll(selection, range, landmarks) : [];
  return applyAll(text, [
    ...replacements.map((one) => ({ ...one, isBlock: false })),
    ...insertions,
  ]);
}

/**
 * With no words in it, blink has moved both ends to one place, which it does otherwise when it copies. What is
 * known is one image with nothing around it.
 */
function readImageAlone({ startContainer, startOffset, endContainer, endOffset }: Range) {
  const image = startContainer.childNodes[startOffset];
  if (startContainer !== endContainer || endOffset !== startOffset + 1) return null;
  if (image === undefined || findElement(image)?.localName !== 'img') return null;
  const element = findElement(image);
  return element !== null && isCopied(element) && !isPlacedOddly(element)
    ? readWords(element)
    : null;
}

/** An end within a character that takes two code units, or in what is not shown, is moved by the browser. */
function isUnsure(node: Node, offset: number): boolean {
  const element = findElement(node);
  if (element?.checkVisibility({ visibilityProperty: true }) !== true) {
    const view = element?.ownerDocument.defaultView;
    if (!element || view?.getComputedStyle(element).display !== 'contents') return true;
  }
  if (element.closest('svg') !== null || !isSelectable(element)) return true;
  const around = (node.nodeValue ?? '').slice(Math.max(0, offset - 1), offset + 1);
  return node.nodeType === 3 && /^[\ud800-\udbff][\udc00-\udfff]$/.test(around);
}

/** In a field, or in text that keeps its space. */
function isUnsureEnd(node: Node): boolean {
  const element = findElement(node);
  return (
    element === null || element.closest('select, textarea, input') !== null || keepsSpace(element)
  );
}

/** Cells are parted by tabs. */
function isPartOfGrid({ display }: CSSStyleDeclaration): boolean {
  return /table|grid|ruby|contents/.test(display);
}

function keepsSpace(element: Element): boolean {
  const style = element.ownerDocument.defaultView?.getComputedStyle(element);
  return style === undefined || /pre|break-spaces/.test(style.whiteSpace);
}

/** Of what cannot be selected, fields are copied all the same, and ends in it are moved. */
function isSelectable(element: Element): boolean {
  return !hasAround(element, ({ userSelect }) => userSelect === 'none');
}

function hasAround(element: Element, holds: (style: CSSStyleDeclaration) => boolean): boolean {
  for (let one: Element | null = element; one !== null; one = one.parentElement) {
    const style = one.ownerDocument.defaultView?.getComputedStyle(one);
    if (style !== undefined && holds(style)) return true;
  }
  return false;
}

/** Line breaks beside a field, cells and kept space around it make lines of their own; so does one without ink. */
function isUnsureField(field: Element): boolean {
  if (readField(field) === null || hasAround(field, isPartOfGrid)) return true;
  if (field.checkVisibility() && !isCopied(field)) return true;
  if (field.parentElement === null || keepsSpace(field.parentElement) || !isSelectable(field))
    return true;
  return [field.previousElementSibling, field.nextElementSibling].some(
    (beside) => beside?.localName === 'br',
  );
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
 * Where an image or a field stands in the white space between two words is learnt by selecting from the word
 * before it up to there. The selection is put back as it was.
 */
function placeAll(selection: Selection, range: Range, landmarks: Landmark[]): Insertion[] {
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
  const insertions: Insertion[] = [];
  try {
    for (const { element, before } of landmarks) {
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
      const isBlock = isField(element);
      const words = isBlock ? (readField(element) ?? '') : readWords(element);
      insertions.push({ start: at, end: at, text: words, isBlock });
    }
  } finally {
    if (anchorNode !== null && focusNode !== null) {
      selection.setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset);
    }
  }
  return insertions;
}

/** @returns null where a field ends it, which leaves a line break or not */
function applyAll(text: string, insertions: Insertion[]): string | null {
  if (insertions.length === 0) return text;
  let copied = '';
  let at = 0;
  /** a field's line has ended: what follows begins another, by its own line break where it has one */
  let isBehindField = false;
  const put = (words: string) => {
    if (words === '') return;
    const isEnded = copied === '' || copied.endsWith('\n');
    if (!isBehindField) copied += words;
    else if (words.startsWith('\n')) copied += isEnded ? words.slice(1) : words;
    else copied += isEnded ? words : `\n${words}`;
    isBehindField = false;
  };
  for (const one of insertions.sort((a, b) => a.start - b.start || a.end - b.end)) {
    put(text.slice(at, one.start));
    if (one.isBlock && copied !== '' && !copied.endsWith('\n')) copied += '\n';
    if (one.isBlock) isBehindField = false;
    put(one.text);
    isBehindField = one.isBlock;
    at = one.end;
  }
  put(text.slice(at));
  return isBehindField ? null : copied;
}

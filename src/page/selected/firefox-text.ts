/**
 * What Firefox copies: what `toString()` gives of a selection whose ends are moved as it moves them when
 * it copies, and what hosts show of their own.
 */
import { findElement } from '../find-element.ts';
import { isAtOuterEdge, type Promoted, promoteEnds } from './promote-range.ts';
import { listNodes } from './range-nodes.ts';

/** @returns null where it is not known for sure */
export function readAsFirefoxCopies(selection: Selection, ranges: Range[]): string | null {
  if (ranges.some((range) => isAtOuterEdge(range) || holdsForeign(range))) return null;
  const [range, ...others] = ranges;
  const promoted = range === undefined ? null : promoteEnds(range);
  if (others.length > 0 && ranges.some((one) => promoteEnds(one) !== null)) return null;
  const text = promoted === null ? selection.toString() : readMoved(selection, promoted);
  if (promoted?.isUnsure && text !== selection.toString()) return null;
  if (text === '') return null;
  return text.includes('\t') && ranges.some(holdsTab) ? mendTabs(text, ranges) : text;
}

/** The text of other ends. The selection is put back as it was. */
function readMoved(selection: Selection, { start, end }: Promoted): string {
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
  try {
    selection.setBaseAndExtent(...start, ...end);
    return selection.toString();
  } finally {
    if (anchorNode !== null && focusNode !== null) {
      selection.setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset);
    }
  }
}

/** Hosts, and line breaks that a copy leaves out or not by rules of its own. */
function holdsForeign(range: Range): boolean {
  // Of ruby alone, a copy has brackets that stand nowhere else.
  if (findElement(range.commonAncestorContainer)?.closest('ruby')) return true;
  let asked: Node | null = null;
  for (const node of listNodes(range)) {
    if (node.nodeType === 3) {
      if (!/^[ \t]*\n/.test((node as Text).data)) continue;
      // The texts of one element are kept alike, and to ask is dear.
      if (node.parentNode !== asked && isKeptWithinLine(node)) return true;
      asked = node.parentNode;
      continue;
    }
    const element = node as Element;
    if (element.shadowRoot !== null) return true;
    if (element.localName === 'br' && (endsCell(element) || isPreformatted(element))) return true;
  }
  return false;
}

function endsCell(element: Element): boolean {
  for (let one: Node | null = element; one !== null; one = one.parentNode) {
    if (/^t[dh]$/.test((one as Partial<Element>).localName ?? '')) return true;
    for (let next = one.nextSibling; next !== null; next = next.nextSibling) {
      if (next.nodeType === 1 || (next.nodeType === 3 && /\S/.test(next.nodeValue ?? '')))
        return false;
    }
  }
  return false;
}

/** A tab that begins white space; one that stands behind other white space is nothing of its own. */
function holdsTab(range: Range): boolean {
  for (const node of listNodes(range)) {
    if (node.nodeType !== 3) continue;
    const { data } = node as Text;
    const words = node === range.startContainer ? data.slice(range.startOffset) : data;
    if (/(?:^|[^ \t\n\r\f])\t/.test(words)) return true;
  }
  return false;
}

/** A tab of the source is a space in a copy. Those of tables and of preformatted text stay: then it is not told. */
function mendTabs(text: string, ranges: Range[]): string | null {
  for (const range of ranges) {
    for (const node of listNodes(range)) {
      if (node.nodeType === 1 && /^t[dh]$/.test((node as Element).localName)) return null;
      if (node.nodeType !== 3 || !(node as Text).data.includes('\t')) continue;
      if (isPreformatted(node)) return null;
    }
  }
  if (/^ *\t/m.test(text)) return null;
  return text.replace(/\t+(?=\n)/g, '').replace(/\t/g, ' ');
}

/** A line break that is kept in the middle of a line that keeps none: what stood before it is cut or not. */
function isKeptWithinLine(node: Node): boolean {
  const element = findElement(node);
  const style = element?.ownerDocument.defaultView?.getComputedStyle(element);
  return style?.display === 'inline' && /pre|break-spaces/.test(style.whiteSpace);
}

function isPreformatted(node: Node): boolean {
  const element = findElement(node);
  const style = element?.ownerDocument.defaultView?.getComputedStyle(element);
  return style === undefined || /pre|break-spaces/.test(style.whiteSpace);
}

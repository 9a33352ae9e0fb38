/**
 * What Firefox makes of a selection's ends when it copies (its nsHTMLCopyEncoder): an end at the very
 * edge of an element, but for white space, is moved out of it, as far as the common ancestor goes.
 */

export type Point = [node: Node, offset: number];

/** The ends as Firefox copies them, where it moves them. */
export interface Promoted {
  start: Point;
  end: Point;
  /** out of a list or a table, where other versions of Firefox go other ways */
  isUnsure: boolean;
}

/** @returns null where the ends stay as they are */
export function promoteEnds(range: Range): Promoted | null {
  const common = range.commonAncestorContainer;
  const from: Point = [range.startContainer, range.startOffset];
  const to: Point = [range.endContainer, range.endOffset];
  const start = promoteStart(from, common);
  // Seen rather than read of: where the start is moved, the end is not.
  const end = isSame(start, from) ? promoteEnd(to, common) : to;
  if (isSame(start, from) && isSame(end, to)) return null;
  const isUnsure = leavesList(from[0], start[0]) || leavesList(to[0], end[0]);
  return { start, end, isUnsure };
}

function leavesList(from: Node, to: Node): boolean {
  for (let one: Node | null = from; one !== null && one !== to; one = one.parentNode) {
    if (
      /^(?:ul|ol|dl|li|dt|dd|table|tbody|tr|pre|button)$/.test(
        (one as Partial<Element>).localName ?? '',
      )
    ) {
      return true;
    }
  }
  return false;
}

/** Behind all of an element's children, or before them, where Firefox's ways are not to be foreseen. */
export function isAtOuterEdge(range: Range): boolean {
  const { startContainer, startOffset, endContainer, endOffset } = range;
  const common = range.commonAncestorContainer;
  const isBehind =
    startContainer.nodeType === 1 && startOffset === startContainer.childNodes.length;
  return (
    (isBehind && startContainer !== common) ||
    (endContainer.nodeType === 1 && endOffset === 0 && endContainer !== common)
  );
}

function promoteStart([container, offset]: Point, common: Node): Point {
  const before = container.nodeType === 3 ? (container.nodeValue ?? '').slice(0, offset) : '';
  const node = container.nodeType === 3 ? container : container.childNodes[offset];
  if (node === undefined || !isSpace(before)) return [container, offset];
  return climb(node, [container, offset], common, before !== '', false);
}

function promoteEnd([container, offset]: Point, common: Node): Point {
  const behind = container.nodeType === 3 ? (container.nodeValue ?? '').slice(offset) : '';
  const node = container.nodeType === 3 ? container : container.childNodes[offset - 1];
  if (node === undefined || !isSpace(behind)) return [container, offset];
  return climb(node, [container, offset], common, behind !== '', true);
}

/**
 * @param isInText there is white space between the point and its text's edge: it is moved only where a
 *   block's edge is there as well
 */
function climb(from: Node, point: Point, common: Node, isInText: boolean, isEnd: boolean): Point {
  const [container] = point;
  let node = from;
  let parent: Node | null = node.parentNode;
  const inner = container.nodeType === 3 ? parent : container;
  if (parent === null || container === common || inner === common || isRoot(node)) return point;
  let isHeld = isInText;
  while (isAtEdge(node, isEnd) && !isRoot(parent) && parent !== common) {
    if (isHeld && isBlock(parent)) isHeld = false;
    if (parent.parentNode === null) break;
    node = parent;
    parent = parent.parentNode;
  }
  if (isHeld) return point;
  const index = Array.prototype.indexOf.call(parent.childNodes, node);
  return [parent, isEnd ? index + 1 : index];
}

function isAtEdge(node: Node, isEnd: boolean): boolean {
  const next = (one: Node) => (isEnd ? one.nextSibling : one.previousSibling);
  for (let one = next(node); one !== null; one = next(one)) {
    if (one.nodeType !== 3 || !isSpace(one.nodeValue ?? '')) return false;
  }
  return true;
}

function isRoot(node: Node): boolean {
  return /^(?:body|td|th|slot)$/.test((node as Partial<Element>).localName ?? '');
}

/** By its name, as Firefox has it here. */
function isBlock(node: Node): boolean {
  return /^(?:address|article|aside|blockquote|body|center|details|dialog|dir|div|dl|fieldset|figcaption|figure|footer|form|h[1-6]|header|hgroup|hr|li|listing|main|menu|nav|ol|p|pre|search|section|summary|table|ul|xmp)$/.test(
    (node as Partial<Element>).localName ?? '',
  );
}

function isSpace(text: string): boolean {
  return /^[ \t\n\r\f]*$/.test(text);
}

function isSame(one: Point, other: Point): boolean {
  return one[0] === other[0] && one[1] === other[1];
}

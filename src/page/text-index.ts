/**
 * The text of a page as quotes are made and sought in it, with the way back to the DOM. The one place
 * that says what counts: text that can be seen, as the page shows it (what an open shadow tree shows in its
 * host's place, what a slot is given in the slot's), white space collapsed to one space, a block's edge a
 * space, no soft hyphens and no zero-width characters. Not scripts, styles, form fields, embedded
 * frames, hidden parts, nor Sic's own elements.
 */
import { isForm, readOwn } from './own-property.ts';
import { createBlockJudge } from './shown-block.ts';
import { createPointOrder } from './shown-order.ts';
import { createShownRange } from './shown-range.ts';
import { type Stretch, trimStretch } from './stretch.ts';

export interface TextIndex {
  text: string;
  /** where in `text` each block begins, in order */
  blocks: readonly number[];
  /** the open shadow trees that were read, and those of hosts that are not shown: what they style may show them */
  shadows: readonly ShadowRoot[];
  /** The stretch of `text` (end exclusive) of the blocks that a stretch begins and ends in. */
  findBlock(start: number, end: number): Stretch;
  /** The position in `text` of a DOM boundary point; the nearest one where the point lies in no text. */
  findOffset(node: Node, offset: number): number;
  /**
   * The DOM range of a stretch of `text` (end exclusive), or null where it is empty, or no tree has such a range.
   * @param tree the one to be preferred, where the ends lie in different ones
   */
  createRange(start: number, end: number, tree?: Node): Range | null;
}

/** The elements that Sic adds to pages all carry this prefix in their names. */
export const OWN_ELEMENT_PREFIX = 'sic-';

const SILENT = new Set(
  'script style noscript template textarea select input button svg math iframe object embed canvas audio video'.split(
    ' ',
  ),
);
/**
 * What does not stand in the text as it stands in a node: white space, but for one space between words, and what is left
 * out beside it (soft hyphen, zero-width space, word joiner, byte order mark). No more than a run of signs: an engine would
 * need room for each turn of a pattern within a pattern, and a node may hold megabytes.
 */
const GAP =
  /(?:[^\S ]|[\u00ad\u200b\u2060\ufeff])[\s\u00ad\u200b\u2060\ufeff]*| [\s\u00ad\u200b\u2060\ufeff]+|^ | $/g;
const SPACE = /[^\S\ufeff]/;

/** A stretch of the text that stands in one node as it stands in the text. */
interface Run {
  /** where it begins in the text */
  start: number;
  node: Text;
  /** where it begins in the node */
  offset: number;
}

/** @param root the element whose text is indexed; walked once, without layout */
export function indexText(root: Node): TextIndex {
  const runs: Run[] = [];
  const pieces: string[] = [];
  let length = 0;
  const blocks: number[] = [0];
  const shadows: ShadowRoot[] = [];
  let pendingSpace: { node: Text; offset: number } | null = null;
  let lastNode: Text | null = null;
  let atBlock = false;

  const put = (piece: string, node: Text, offset: number) => {
    runs.push({ start: length, node, offset });
    pieces.push(piece);
    length += piece.length;
  };
  const addText = (node: Text) => {
    const { data } = node;
    const addWords = (from: number, to: number) => {
      if (from === to) return;
      if (pendingSpace !== null && length > 0) put(' ', pendingSpace.node, pendingSpace.offset);
      pendingSpace = null;
      if (atBlock && length > 0) blocks.push(length);
      atBlock = false;
      put(data.slice(from, to), node, from);
    };
    let end = 0;
    lastNode = node;
    for (const { 0: gap, index } of data.matchAll(GAP)) {
      addWords(end, index);
      end = index + gap.length;
      const space = pendingSpace === null ? gap.search(SPACE) : -1;
      if (space !== -1) pendingSpace = { node, offset: index + space };
    }
    addWords(end, data.length);
  };
  const breakBlock = () => {
    atBlock = true;
    if (lastNode !== null) pendingSpace ??= { node: lastNode, offset: lastNode.data.length };
  };
  walk(root, addText, breakBlock, shadows);
  const text = pieces.join('');

  /** The DOM point before a character. */
  const locate = (at: number) => {
    const run = runs[findLast(runs, at, ({ start }) => start)];
    return run === undefined ? null : { node: run.node, offset: run.offset + at - run.start };
  };

  const findOffset = (node: Node, offset: number) => {
    const isBehind = createPointOrder(node, offset);
    // The first character that lies at or behind the point, by bisection.
    let [low, high] = [0, length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const point = locate(middle);
      if (point !== null && isBehind(point.node, point.offset)) high = middle;
      else low = middle + 1;
    }
    return low;
  };

  return {
    text,
    blocks,
    shadows,
    findBlock(start, end) {
      const first = findLast(blocks, start, (block) => block);
      const last = Math.max(
        first,
        findLast(blocks, end - 1, (block) => block),
      );
      return { start: blocks[first] ?? 0, end: blocks[last + 1] ?? length };
    },
    findOffset,
    createRange(start, end, tree) {
      const from = locate(start);
      const last = locate(end - 1);
      const range = readDocument(root)?.createRange();
      if (start >= end || start < 0 || end > length) return null;
      // Some DOMs have ranges in name only.
      if (from === null || last === null || typeof range?.setStart !== 'function') return null;
      const to = { node: last.node, offset: Math.min(last.offset + 1, last.node.data.length) };
      range.setStart(from.node, from.offset);
      range.setEnd(to.node, to.offset);
      // An end in another tree, or one that slots show before the start, takes the start along.
      if (range.startContainer === from.node && !range.collapsed) return range;
      const isExact = (shown: Range) => {
        const stretch = trimStretch(
          text,
          findOffset(shown.startContainer, shown.startOffset),
          findOffset(shown.endContainer, shown.endOffset),
        );
        // What cannot be seen at the ends is no part of what is wanted.
        return (
          stretch !== null &&
          /^\p{Cf}*$/u.test(text.slice(stretch.start, start)) &&
          /^\p{Cf}*$/u.test(text.slice(end, stretch.end)) &&
          stretch.start <= start &&
          stretch.end >= end
        );
      };
      return createShownRange(from, to, isExact, tree);
    },
  };
}

/** The document of a node, or the node itself where it is one. */
export function readDocument(node: Node): Document | null {
  return readOwn(node, 'nodeType') === 9 ? (node as Document) : readOwn(node, 'ownerDocument');
}

/** The index of the last of these, in order, that is at or before a position; -1 where none is. */
function findLast<T>(all: readonly T[], at: number, read: (one: T) => number): number {
  let [low, high] = [0, all.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const one = all[middle];
    if (one !== undefined && read(one) <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function walk(
  root: Node,
  addText: (text: Text) => void,
  breakBlock: () => void,
  shadows: ShadowRoot[],
): void {
  const isBlock = createBlockJudge(root);
  // An explicit stack: a hostile page may nest deeper than the call stack goes.
  const stack: (Node | 'break')[] = [root];
  for (let one = stack.pop(); one !== undefined; one = stack.pop()) {
    if (one === 'break') {
      breakBlock();
      continue;
    }
    const nodeType = readOwn(one, 'nodeType');
    // 4: a section of CDATA, in documents that are no HTML.
    if (nodeType === 3 || nodeType === 4) addText(one as Text);
    else if (nodeType === 1) {
      const element = one as Element;
      if (!isRead(element, element === root)) {
        noteShadow(element, shadows);
        continue;
      }
      if (isForm(element) || isBlock(element)) {
        breakBlock();
        stack.push('break');
      }
      pushShown(element, stack, shadows);
    } else if (nodeType === 9 || nodeType === 11) pushChildren(one, stack);
  }
}

/** Puts what an element shows on a stack, the first on top. */
function pushShown(element: Element, stack: (Node | 'break')[], shadows: ShadowRoot[]): void {
  if (isForm(element)) {
    pushChildren(element, stack);
    return;
  }
  if (element.localName === 'slot') {
    const assigned = (element as Partial<HTMLSlotElement>).assignedNodes?.() ?? [];
    if (assigned.length > 0) {
      for (let at = assigned.length - 1; at >= 0; at -= 1) stack.push(assigned[at] ?? 'break');
      return;
    }
  }
  pushChildren(noteShadow(element, shadows) ?? element, stack);
}

function noteShadow({ shadowRoot }: Element, shadows: ShadowRoot[]): ShadowRoot | null {
  // A form's field may answer to the name.
  if (shadowRoot?.nodeType !== 11) return null;
  shadows.push(shadowRoot);
  return shadowRoot;
}

function pushChildren(parent: Node, stack: (Node | 'break')[]): void {
  let child: Node | null = readOwn(parent, 'lastChild');
  for (; child !== null; child = readOwn(child, 'previousSibling')) stack.push(child);
}

/** @param isRoot a drawing's words are left out of a page, but not where the drawing is what is read */
function isRead(element: Element, isRoot: boolean): boolean {
  const read = <K extends keyof Element>(name: K) => readOwn(element, name);
  const localName = read('localName');
  if (localName.startsWith(OWN_ELEMENT_PREFIX)) return false;
  if (SILENT.has(localName) && !isRoot && !isForeign(element)) return false;
  if (read('hasAttribute').call(element, 'hidden')) return false;
  // What is not shown at all (a parsed document, a tree in none, a DOM without layout) is read whole.
  const view = read('isConnected') ? read('ownerDocument').defaultView : null;
  const checkVisibility = read('checkVisibility');
  if (view === null || typeof checkVisibility !== 'function') return true;
  // `display: contents` has no box but shows its children.
  return checkVisibility.call(element) || view.getComputedStyle(element).display === 'contents';
}

/** Whether an element of XML only happens to have the name of a silent one. */
function isForeign(element: Element): boolean {
  const { namespaceURI } = element;
  return namespaceURI === null || !/(?:xhtml|svg|MathML)$/.test(namespaceURI);
}

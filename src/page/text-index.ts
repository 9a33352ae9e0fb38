/**
 * The text of a page as quotes are made and sought in it, with the way back to the DOM. The one place
 * that says what counts: text that can be seen, as the page shows it (what an open shadow tree shows in its
 * host's place, what a slot is given in the slot's), white space collapsed to one space, a block's edge a
 * space, no soft hyphens and no zero-width characters. Not scripts, styles, form fields, embedded
 * frames, hidden parts, nor Sic's own elements.
 */
import { createBlockJudge } from './shown-block.ts';
import { createPointOrder } from './shown-order.ts';
import { createShownRange } from './shown-range.ts';
import { type Stretch, trimStretch } from './stretch.ts';

export interface TextIndex {
  text: string;
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
/** Soft hyphen, zero-width space, joiners that only guide line breaks, word joiner, byte order mark. */
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/;
const SPACE = /\s/;

/** @param root the element whose text is indexed; walked once, without layout */
export function indexText(root: Node): TextIndex {
  const nodes: Text[] = [];
  /** for each character of the text: which text node it comes from, and where in it */
  const owners: number[] = [];
  const offsets: number[] = [];
  const pieces: string[] = [];
  let length = 0;
  /** where in the text each block begins */
  const blocks: number[] = [0];
  let pendingSpace: [owner: number, offset: number] | null = null;
  let atBlock = false;

  const put = (character: string, owner: number, offset: number) => {
    pieces.push(character);
    owners.push(owner);
    offsets.push(offset);
    length += 1;
  };
  const addText = (node: Text) => {
    const owner = nodes.push(node) - 1;
    const { data } = node;
    for (let i = 0; i < data.length; i += 1) {
      const character = data.charAt(i);
      // Most characters are of ASCII and can be seen: patterns are asked about the others alone.
      if (character <= ' ' || character > '~') {
        if (INVISIBLE.test(character)) continue;
        if (SPACE.test(character)) {
          pendingSpace ??= [owner, i];
          continue;
        }
      }
      if (pendingSpace !== null && length > 0) put(' ', ...pendingSpace);
      pendingSpace = null;
      if (atBlock) blocks.push(length);
      atBlock = false;
      put(character, owner, i);
    }
  };
  const breakBlock = () => {
    atBlock = true;
    const last = nodes.length - 1;
    if (last >= 0) pendingSpace ??= [last, nodes[last]?.data.length ?? 0];
  };
  walk(root, addText, breakBlock);
  const text = pieces.join('');

  const findOffset = (node: Node, offset: number) => {
    const isBehind = createPointOrder(node, offset);
    // The first character that lies at or behind the point, by bisection.
    let [low, high] = [0, length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const owner = nodes[owners[middle] ?? 0];
      if (owner !== undefined && isBehind(owner, offsets[middle] ?? 0)) high = middle;
      else low = middle + 1;
    }
    return low;
  };

  return {
    text,
    findBlock(start, end) {
      const next = blocks.findIndex((block) => block >= end && block > start);
      const first = blocks.findLast((block) => block <= start) ?? 0;
      return { start: first, end: next === -1 ? length : (blocks[next] ?? length) };
    },
    findOffset,
    createRange(start, end, tree) {
      const first = nodes[owners[start] ?? -1];
      const last = nodes[owners[end - 1] ?? -1];
      const range = root.ownerDocument?.createRange();
      if (start >= end || first === undefined || last === undefined || range === undefined)
        return null;
      const from = offsets[start] ?? 0;
      const to = Math.min((offsets[end - 1] ?? 0) + 1, last.data.length);
      range.setStart(first, from);
      range.setEnd(last, to);
      // An end in another tree, or one that slots show before the start, takes the start along.
      if (range.startContainer === first && !range.collapsed) return range;
      const isExact = (shown: Range) => {
        const stretch = trimStretch(
          text,
          findOffset(shown.startContainer, shown.startOffset),
          findOffset(shown.endContainer, shown.endOffset),
        );
        return stretch?.start === start && stretch.end === end;
      };
      const ends = [
        { node: first, offset: from },
        { node: last, offset: to },
      ] as const;
      return createShownRange(...ends, isExact, tree);
    },
  };
}

function walk(root: Node, addText: (text: Text) => void, breakBlock: () => void): void {
  const isBlock = createBlockJudge(root);
  // An explicit stack: a hostile page may nest deeper than the call stack goes.
  const stack: (Node | 'break')[] = [root];
  for (let one = stack.pop(); one !== undefined; one = stack.pop()) {
    if (one === 'break') {
      breakBlock();
      continue;
    }
    const { nodeType } = one;
    // 4: a section of CDATA, in documents that are no HTML.
    if (nodeType === 3 || nodeType === 4) addText(one as Text);
    else if (nodeType === 1) {
      const element = one as Element;
      if (!isRead(element, element === root)) continue;
      if (isBlock(element)) {
        breakBlock();
        stack.push('break');
      }
      pushShown(element, stack);
    } else if (nodeType === 9 || nodeType === 11) pushChildren(one, stack);
  }
}

/** Puts what an element shows on a stack, the first on top. */
function pushShown(element: Element, stack: (Node | 'break')[]): void {
  if (element.localName === 'slot') {
    const assigned = (element as Partial<HTMLSlotElement>).assignedNodes?.() ?? [];
    if (assigned.length > 0) {
      for (let at = assigned.length - 1; at >= 0; at -= 1) stack.push(assigned[at] ?? 'break');
      return;
    }
  }
  const { shadowRoot } = element;
  // A form's fields may go by any name: what answers for a shadow root may be one of them.
  pushChildren(shadowRoot?.nodeType === 11 ? shadowRoot : element, stack);
}

function pushChildren(parent: Node, stack: (Node | 'break')[]): void {
  for (let child = parent.lastChild; child !== null; child = child.previousSibling)
    stack.push(child);
}

/** @param isRoot a drawing's words are left out of a page, but not where the drawing is what is read */
function isRead(element: Element, isRoot: boolean): boolean {
  const { localName } = element;
  if (localName.startsWith(OWN_ELEMENT_PREFIX)) return false;
  if (SILENT.has(localName) && !isRoot && !isForeign(element)) return false;
  if (element.hasAttribute('hidden')) return false;
  // What is not shown at all (a parsed document, a DOM without layout) is read whole.
  const view = element.ownerDocument.defaultView;
  if (view === null || typeof element.checkVisibility !== 'function') return true;
  // `display: contents` has no box but shows its children.
  return element.checkVisibility() || view.getComputedStyle(element).display === 'contents';
}

/** Whether an element of XML only happens to have the name of a silent one. */
function isForeign(element: Element): boolean {
  const { namespaceURI } = element;
  return namespaceURI === null || !/(?:xhtml|svg|MathML)$/.test(namespaceURI);
}

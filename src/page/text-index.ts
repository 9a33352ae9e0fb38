/**
 * The text of a page as quotes are made and sought in it, with the way back to the DOM. The one place
 * that says what counts: text that can be seen, white space collapsed to one space, a block's edge a
 * space, no soft hyphens and no zero-width characters. Not scripts, styles, form fields, embedded
 * frames, hidden parts, nor Sic's own elements.
 */

export interface TextIndex {
  text: string;
  /** The stretch of `text` (end exclusive) of the blocks that a stretch begins and ends in. */
  findBlock(start: number, end: number): { start: number; end: number };
  /** The position in `text` of a DOM boundary point; the nearest one where the point lies in no text. */
  findOffset(node: Node, offset: number): number;
  /** The DOM range of a stretch of `text` (end exclusive), or null where it is empty. */
  createRange(start: number, end: number): Range | null;
}

/** The elements that Sic adds to pages all carry this prefix in their names. */
export const OWN_ELEMENT_PREFIX = 'sic-';

const SILENT = new Set(
  'script style noscript template textarea select input button svg math iframe object embed canvas audio video'.split(
    ' ',
  ),
);
const INLINE = new Set(
  'a abbr b bdi bdo cite code data del dfn em font i ins kbd label mark q rp rt ruby s samp small span strong sub sup time tt u var wbr'.split(
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
      if (INVISIBLE.test(character)) continue;
      if (SPACE.test(character)) {
        pendingSpace ??= [owner, i];
        continue;
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

  return {
    text,
    findBlock(start, end) {
      const next = blocks.findIndex((block) => block >= end && block > start);
      const first = blocks.findLast((block) => block <= start) ?? 0;
      return { start: first, end: next === -1 ? length : (blocks[next] ?? length) };
    },
    findOffset(node, offset) {
      const probe = root.ownerDocument?.createRange();
      if (probe === undefined) return 0;
      probe.setStart(node, offset);
      // The first character that lies at or behind the point, by bisection.
      let [low, high] = [0, length];
      while (low < high) {
        const middle = (low + high) >> 1;
        const owner = nodes[owners[middle] ?? 0];
        const behind = owner !== undefined && probe.comparePoint(owner, offsets[middle] ?? 0) >= 0;
        if (behind) high = middle;
        else low = middle + 1;
      }
      return low;
    },
    createRange(start, end) {
      const first = nodes[owners[start] ?? -1];
      const last = nodes[owners[end - 1] ?? -1];
      const range = root.ownerDocument?.createRange();
      if (start >= end || first === undefined || last === undefined || range === undefined)
        return null;
      range.setStart(first, offsets[start] ?? 0);
      range.setEnd(last, Math.min((offsets[end - 1] ?? 0) + 1, last.data.length));
      return range;
    },
  };
}

function walk(node: Node, addText: (text: Text) => void, breakBlock: () => void): void {
  // An explicit stack: a hostile page may nest deeper than the call stack goes.
  const stack: (Node | 'break')[] = [node];
  for (let one = stack.pop(); one !== undefined; one = stack.pop()) {
    if (one === 'break') breakBlock();
    else if (one.nodeType === 3) addText(one as Text);
    else if (one.nodeType === 1 || one.nodeType === 9 || one.nodeType === 11) {
      if (one.nodeType === 1 && !isRead(one as Element)) continue;
      const block = one.nodeType === 1 && !INLINE.has((one as Element).localName);
      if (block) {
        breakBlock();
        stack.push('break');
      }
      for (let child = one.lastChild; child !== null; child = child.previousSibling)
        stack.push(child);
    }
  }
}

function isRead(element: Element): boolean {
  const { localName } = element;
  if (SILENT.has(localName) || localName.startsWith(OWN_ELEMENT_PREFIX)) return false;
  if (element.hasAttribute('hidden')) return false;
  // What is not shown at all (a parsed document, a DOM without layout) is read whole.
  const view = element.ownerDocument.defaultView;
  if (view === null || typeof element.checkVisibility !== 'function') return true;
  // `display: contents` has no box but shows its children.
  return element.checkVisibility() || view.getComputedStyle(element).display === 'contents';
}

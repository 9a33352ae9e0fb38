/**
 * The last words of a page or of an element, block by block. What a site says of itself stands at the end,
 * whatever its markup is called; read from the end, it costs the same on a page of any length.
 */

/** Elements that begin a block, and end it. */
const BLOCKS = new Set(
  'address article aside blockquote br center dd div dl dt figcaption footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p section table tbody td th tr ul'.split(
    ' ',
  ),
);
/** Elements whose text is none of the page's own words. */
const SILENT = new Set(
  'script style noscript template svg select textarea iframe object video audio canvas button nav math'.split(
    ' ',
  ),
);
const TEXT_NODE = 3;
const ELEMENT_NODE = 1;

export interface TailLimits {
  /** the most nodes to look at */
  nodes: number;
  /** the most characters to read */
  characters: number;
  /** local name of elements to pass over */
  without?: string;
}

export interface Tail {
  /** the last blocks that have any text, white space squeezed, in the order of the page */
  blocks: string[];
  /** what would have been read next; null where all has been */
  before: Node | null;
}

/** @returns the blocks of `readTailTo` */
export function readTail(root: Element, limits: TailLimits): string[] {
  return readTailTo(root, limits).blocks;
}

/** @param root read from its end */
export function readTailTo(root: Element, limits: TailLimits): Tail {
  const blocks: string[] = [];
  let block = '';
  let length = 0;
  let node: Node | null = root.lastChild;
  for (let count = 0; node !== null && count < limits.nodes; count += 1) {
    let last: Node | null = null;
    if (node.nodeType === TEXT_NODE) read(node.nodeValue ?? '');
    else if (node.nodeType === ELEMENT_NODE) {
      const name = (node as Element).localName;
      const isBlock = BLOCKS.has(name);
      if (isBlock) endBlock();
      if (!SILENT.has(name) && name !== limits.without) {
        // What holds nothing but text is read at once.
        if ((node as Element).lastElementChild !== null) last = node.lastChild;
        else {
          const text = node.textContent ?? '';
          if (text !== '') count += 1;
          read(text);
          if (isBlock) endBlock();
        }
      }
    }
    if (length > limits.characters) break;
    node = last ?? stepBack(node);
  }
  endBlock();
  return { blocks: blocks.reverse(), before: node };

  function read(text: string): void {
    if (text === '\n' || text === ' ') block = ` ${block}`;
    else {
      const end = text.slice(-limits.characters);
      length += end.length;
      block = end + block;
    }
  }

  function endBlock(): void {
    if (block === '') return;
    const text = squeeze(block);
    if (text !== '') blocks.push(text);
    block = '';
  }

  /** To what stands before a node that has been read, ending the blocks that begin on the way. */
  function stepBack(from: Node): Node | null {
    let at: Node = from;
    while (at !== root) {
      const before = at.previousSibling;
      if (before !== null) return before;
      const parent = at.parentNode;
      if (parent === null) return null;
      at = parent;
      if (at !== root && BLOCKS.has((at as Element).localName)) endBlock();
    }
    return null;
  }
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

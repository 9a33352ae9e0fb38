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

/**
 * @param root read from its end
 * @returns its last blocks that have any text, white space squeezed, in the order of the page
 */
export function readTail(root: Element, limits: TailLimits): string[] {
  const blocks: string[] = [];
  let block = '';
  let length = 0;
  let node: Node | null = root.lastChild;
  for (let count = 0; node !== null && count < limits.nodes; count += 1) {
    let isEntered = false;
    if (node.nodeType === TEXT_NODE) {
      const text = (node.nodeValue ?? '').slice(-limits.characters);
      length += text.length;
      block = text + block;
    } else if (node.nodeType === ELEMENT_NODE) {
      const name = (node as Element).localName;
      if (BLOCKS.has(name)) endBlock();
      isEntered = !SILENT.has(name) && name !== limits.without && node.lastChild !== null;
    }
    if (length > limits.characters) break;
    node = isEntered ? (node.lastChild ?? null) : stepBack(node);
  }
  endBlock();
  return blocks.reverse();

  function endBlock(): void {
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

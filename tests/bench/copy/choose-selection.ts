/**
 * Selections as people make them, out of a page's visible text and a few numbers that chance gave. It knows
 * nothing of how a passage is described. Runs in the page.
 */

export const KINDS = ['words', 'sentence', 'paragraph', 'blocks', 'cut words'] as const;
export type Kind = (typeof KINDS)[number];

/** Chance's part: each from 0 to below 1. */
export type Rolls = readonly [where: number, length: number, more: number];

/** A range that outlives the page: nodes by their number in tree order. */
export interface Place {
  start: [node: number, offset: number];
  end: [node: number, offset: number];
}

const UNREAD = 'script, style, noscript, template, textarea, select, button, svg, math, iframe';
/**
 * Saved pages stand without their sites' style sheets: their menus are all there, once for each width of the window,
 * and a reader sees one of them, if any.
 */
const MENUS = 'nav, [role="navigation"], [role="menu"], [role="menubar"]';
/** Words in the order of reading: enough for every script with spaces, and a stretch of signs in others. */
const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/** @returns null where the page has no such text */
export function chooseSelection(document: Document, kind: Kind, rolls: Rolls): Range | null {
  const nodes = listVisibleText(document);
  const total = nodes.reduce((sum, { data }) => sum + data.length, 0);
  const [where, length, more] = rolls;
  let left = Math.floor(where * total);
  const index = nodes.findIndex(({ data }) => {
    left -= data.length;
    return left < 0;
  });
  const node = nodes[index];
  if (node === undefined) return null;
  const at = left + node.data.length;
  if (kind === 'sentence') return chooseSentence(node, at);
  if (kind === 'paragraph') return chooseBlock(nodes, node);
  if (kind === 'blocks') return chooseBlocks(nodes, index, at, 1 + Math.floor(length * 6), more);
  const cut = kind === 'cut words';
  return chooseWords(node, at, (cut ? 3 : 2) + Math.floor(length * (cut ? 10 : 5)), cut);
}

function listVisibleText(document: Document): Text[] {
  const nodes: Text[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const parent = node.parentElement;
    if (!(node instanceof Text) || parent === null || node.data.trim() === '') continue;
    if (parent.closest(`${UNREAD}, ${MENUS}`) !== null) continue;
    if (!parent.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    if (isInReach(node)) nodes.push(node);
  }
  return nodes;
}

/** Nobody can select, or scroll to, what stands above or left of all, has no size, or is clipped away. */
function isInReach(node: Text): boolean {
  for (let element = node.parentElement; element !== null; element = element.parentElement) {
    const isEmpty = element.offsetWidth === 0 || element.offsetHeight === 0;
    if (isEmpty && getComputedStyle(element).overflow !== 'visible') return false;
  }
  const range = document.createRange();
  range.selectNodeContents(node);
  const { right, bottom, width, height } = range.getBoundingClientRect();
  return right + scrollX > 0 && bottom + scrollY > 0 && width > 0 && height > 0;
}

function listWords({ data }: Text): { start: number; end: number }[] {
  return Array.from(data.matchAll(WORD), ({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
  }));
}

function chooseWords(node: Text, at: number, count: number, cut: boolean): Range | null {
  const words = listWords(node);
  const near = words.findIndex(({ end }) => end > at);
  const first = Math.max(0, Math.min(near === -1 ? words.length : near, words.length - count));
  const [from, to] = [words[first], words[Math.min(words.length - 1, first + count - 1)]];
  if (from === undefined || to === undefined) return null;
  const isCut = cut && to.end - from.start > 3;
  return makeRange(node, from.start + (isCut ? 1 : 0), node, to.end - (isCut ? 1 : 0));
}

function chooseSentence(node: Text, at: number): Range | null {
  const segmenter = new Intl.Segmenter(undefined, { granularity: 'sentence' });
  const found = segmenter.segment(node.data).containing(Math.min(at, node.data.length - 1));
  if (found === undefined || found.segment.trim() === '') return null;
  const from = found.index + found.segment.length - found.segment.trimStart().length;
  return makeRange(node, from, node, found.index + found.segment.trimEnd().length);
}

/** All visible text of a block, as a triple click selects it. */
function chooseBlock(nodes: Text[], node: Text): Range {
  const block = findBlock(node);
  const inside = nodes.filter((one) => block.contains(one));
  const last = inside.at(-1) ?? node;
  return makeRange(inside[0] ?? node, 0, last, last.data.length);
}

function chooseBlocks(nodes: Text[], index: number, at: number, blocks: number, more: number) {
  const node = nodes[index];
  const start = node && listWords(node).find(({ end }) => end > at)?.start;
  if (node === undefined || start === undefined) return null;
  const seen = [findBlock(node)];
  let last = node;
  for (const one of nodes.slice(index + 1)) {
    const block = findBlock(one);
    if (block !== seen.at(-1)) {
      if (seen.length > blocks) break;
      seen.push(block);
    }
    last = one;
  }
  const words = listWords(last);
  const end = words[Math.floor(more * words.length)]?.end;
  if (end === undefined || last === node) return null;
  return makeRange(node, start, last, end);
}

function findBlock(node: Text): Element {
  let element = node.parentElement ?? document.body;
  while (getComputedStyle(element).display === 'inline' && element.parentElement !== null) {
    element = element.parentElement;
  }
  return element;
}

function makeRange(start: Node, startOffset: number, end: Node, endOffset: number): Range {
  const range = document.createRange();
  range.setStart(start, startOffset);
  range.setEnd(end, endOffset);
  return range;
}

export function rememberPlace(range: Range): Place {
  const number = new Map(listNodes(document).map((node, at) => [node, at]));
  return {
    start: [number.get(range.startContainer) ?? -1, range.startOffset],
    end: [number.get(range.endContainer) ?? -1, range.endOffset],
  };
}

export function recallPlace({ start, end }: Place): Range | null {
  const nodes = listNodes(document);
  const [from, to] = [nodes[start[0]], nodes[end[0]]];
  return from === undefined || to === undefined ? null : makeRange(from, start[1], to, end[1]);
}

function listNodes(document: Document): Node[] {
  const nodes: Node[] = [];
  const walker = document.createTreeWalker(document.documentElement);
  do nodes.push(walker.currentNode);
  while (walker.nextNode());
  return nodes;
}

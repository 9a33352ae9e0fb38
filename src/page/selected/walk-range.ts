/**
 * Walks what a range shows, in the order in which it is shown, with the elements that the walk enters and
 * leaves. Without recursion: a hostile page may nest deeper than the call stack goes.
 */
import { findShown, findShownParent } from './flat-tree.ts';

export interface RangeVisitor<T> {
  /**
   * @param startChild the child that the range begins in, where it begins within the element
   * @returns what `leave` is told; null where the element is not to be entered
   */
  enter(element: Element, startChild: Node | null): T | null;
  leave(entered: T): void;
  /** A text, from one offset to another. */
  text(node: Text, from: number, to: number): void;
}

interface Frame<T> {
  node: Node;
  entered: T | null;
  next: Node | null;
  /** what a slot shows, and how far it has been walked */
  list: readonly Node[] | null;
  at: number;
}

/** The common ancestor itself is not entered. */
export function walkRange<T>(range: Range, visitor: RangeVisitor<T>): void {
  const { startContainer, startOffset, endContainer, endOffset } = range;
  const top = range.commonAncestorContainer;
  const visitText = (node: Text) => {
    const from = node === startContainer ? startOffset : 0;
    const to = node === endContainer ? endOffset : node.data.length;
    if (from < to) visitor.text(node, from, to);
  };
  if (top.nodeType === 3) {
    visitText(top as Text);
    return;
  }
  const path = listPath(startContainer, startOffset, top);
  const past = listPast(endContainer, endOffset);
  const stack: Frame<T>[] = [openFrame<T>(top, null, path.get(top))];
  let isOver = false;
  for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
    const node = frame.next;
    if (node !== null && past.has(node)) isOver = true;
    if (node === null || isOver) {
      stack.pop();
      if (frame.entered !== null) visitor.leave(frame.entered);
      if (frame.node === endContainer) isOver = true;
      continue;
    }
    frame.at += 1;
    frame.next = frame.list === null ? node.nextSibling : (frame.list[frame.at] ?? null);
    if (node.nodeType === 3) {
      visitText(node as Text);
      if (node === endContainer) isOver = true;
    } else if (node.nodeType === 1) {
      const begin = path.get(node);
      const entered = visitor.enter(node as Element, begin ?? null);
      if (entered !== null) stack.push(openFrame(node, entered, begin));
      else if (node === endContainer) isOver = true;
    }
  }
}

/** @param begin the child to begin at, null behind all of them; undefined at the first */
function openFrame<T>(node: Node, entered: T | null, begin: Node | null | undefined): Frame<T> {
  const { first, list } = findShown(node);
  // What no slot takes is not shown: then all that its host shows is walked.
  const isShown = begin?.parentNode === first?.parentNode || list?.includes(begin as Node) === true;
  const next = begin === null || (begin !== undefined && isShown) ? begin : first;
  const at = list === null || next === null ? 0 : list.indexOf(next);
  return { node, entered, next, list, at };
}

/** For each node from the top down to where the range starts, the child to begin at. */
function listPath(container: Node, offset: number, top: Node): Map<Node, Node | null> {
  const path = new Map<Node, Node | null>();
  if (container.nodeType !== 3) path.set(container, container.childNodes[offset] ?? null);
  let node = container;
  while (node !== top) {
    const parent = findShownParent(node) ?? node.parentNode;
    if (parent === null) break;
    path.set(parent, node);
    node = parent;
  }
  return path;
}

/** The nodes of which the first that is met lies behind the range. */
function listPast(container: Node, offset: number): Set<Node> {
  const past = new Set<Node>();
  if (container.nodeType !== 3) {
    const next = container.childNodes[offset];
    if (next !== undefined) past.add(next);
  }
  for (let node: Node | null = container; node !== null; node = node.parentNode) {
    if (node.nextSibling !== null) past.add(node.nextSibling);
  }
  return past;
}

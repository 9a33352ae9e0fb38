/** The nodes of a range, walked once and no further than the range goes, however large the page is. */

const ELEMENTS_AND_TEXTS = 5;

/**
 * Elements and texts that lie in a range, wholly or in part, in document order, from the common ancestor
 * on. The tree of the range alone: what hosts show of their own is not entered.
 */
export function* listNodes(range: Range): Generator<Element | Text> {
  const { startContainer, startOffset, endContainer, endOffset } = range;
  const top = range.commonAncestorContainer;
  if (isListed(top)) yield top;
  if (top.nodeType === 3) return;
  const walker = (top.ownerDocument ?? (top as Document)).createTreeWalker(top, ELEMENTS_AND_TEXTS);
  const above: Element[] = [];
  for (let one: Node | null = startContainer; one !== null && one !== top; one = one.parentNode) {
    if (one.nodeType === 1) above.push(one as Element);
  }
  yield* above.reverse();
  const past = findFollowing(walker, top, endContainer, endOffset, true);
  let node = findFollowing(walker, top, startContainer, startOffset, false);
  if (node !== null) walker.currentNode = node;
  while (node !== null && node !== past) {
    yield node as Element | Text;
    node = walker.nextNode();
  }
}

/** The first node that the walker meets at or behind a boundary point. */
function findFollowing(
  walker: TreeWalker,
  top: Node,
  container: Node,
  offset: number,
  isEnd: boolean,
): Node | null {
  if (container.nodeType === 3 && !isEnd) return container;
  let node: Node | null = container.childNodes[offset] ?? null;
  // Nothing stands behind the point in its container: what follows stands behind an ancestor.
  for (let above: Node | null = container; node === null && above !== null; ) {
    if (above === top) return null;
    node = above.nextSibling;
    above = above.parentNode;
  }
  if (node === null || isListed(node)) return node;
  walker.currentNode = node;
  return walker.nextNode();
}

function isListed(node: Node): node is Element | Text {
  return node.nodeType === 1 || node.nodeType === 3;
}

/**
 * The order in which a page shows its text, over the edges of open shadow trees, where the DOM's own
 * comparisons end: a host's tree stands in its host's place, and what is assigned to a slot in the slot's.
 */
import { findTree, readOwn } from './own-property.ts';
import { findShown, findShownParent } from './selected/flat-tree.ts';

/**
 * @returns whether a character of a text (by its offset there) lies at or behind the boundary point. What
 *   the point lies in need not be shown: then it counts as the beginning of what is.
 */
export function createPointOrder(
  container: Node,
  offset: number,
): (text: Node, at: number) => boolean {
  const { leaf, isBefore } = findLeaf(container, offset);
  /** For the leaf and each node that shows it, the child that leads there. */
  const path = new Map<Node, Node | null>();
  let child: Node | null = null;
  for (let node: Node | null = leaf; node !== null; node = findShownParent(node)) {
    path.set(node, child);
    child = node;
  }
  return (text, at) => {
    if (text === container) return at >= offset;
    let below: Node | null = null;
    let node: Node | null = text;
    while (node !== null && !path.has(node)) {
      below = node;
      node = findShownParent(node);
    }
    if (node === null) return false;
    const toPoint = path.get(node) ?? null;
    if (toPoint === null || below === null) return isBefore;
    return isShownBefore(toPoint, below, node);
  };
}

/** The node that a boundary point stands before or behind. */
function findLeaf(container: Node, offset: number): { leaf: Node; isBefore: boolean } {
  const next = readOwn(container, 'childNodes')[offset];
  if (next !== undefined) return { leaf: next, isBefore: true };
  const last = readOwn(container, 'lastChild');
  if (last !== null) return { leaf: last, isBefore: false };
  const { host } = container as Partial<ShadowRoot>;
  return { leaf: container.nodeType === 11 && host ? host : container, isBefore: true };
}

/** @param parent what shows both */
function isShownBefore(one: Node, other: Node, parent: Node): boolean {
  const { first, list } = findShown(parent);
  if (list !== null) return list.indexOf(one) < list.indexOf(other);
  // What no slot takes comes before all that its host shows.
  if (first === null || readOwn(one, 'parentNode') !== readOwn(first, 'parentNode')) return true;
  return (readOwn(one, 'compareDocumentPosition').call(one, other) & 4) !== 0;
}

/**
 * Whether a node stands in the tree of another or in open shadow trees within that, not in a closed one nor in
 * what the page has taken out meanwhile.
 */
export function isTreeWithin(node: Node, other: Node): boolean {
  const wanted = findTree(other);
  let tree = findTree(node);
  while (tree !== wanted) {
    const { host } = tree as Partial<ShadowRoot>;
    if (tree.nodeType !== 11 || host === undefined || host.shadowRoot !== tree) return false;
    tree = findTree(host);
  }
  return true;
}

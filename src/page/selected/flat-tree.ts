/**
 * The tree as it is shown: what a host shows stands in its open shadow tree, and a slot shows what is
 * assigned to it. Closed shadow trees are left closed: of their hosts, the own children are read.
 */
import { isForm, readOwn } from '../own-property.ts';

/** What is shown within a node, in order. */
export function findShown(node: Node): { first: Node | null; list: readonly Node[] | null } {
  // A form is no host, and its fields may go by any name.
  if (isForm(node)) return { first: readOwn(node, 'firstChild'), list: null };
  if (node.nodeType === 1) {
    const { shadowRoot } = node as Element;
    if (shadowRoot !== null) return { first: shadowRoot.firstChild, list: null };
    if ((node as Element).localName === 'slot') {
      const assigned = (node as Partial<HTMLSlotElement>).assignedNodes?.() ?? [];
      if (assigned.length > 0) return { first: assigned[0] ?? null, list: assigned };
    }
  }
  return { first: node.firstChild, list: null };
}

/** @returns null at the top of the document, and for what is not shown since no slot takes it */
export function findShownParent(node: Node): Node | null {
  const slot = readOwn(node as Partial<Element & Text> & Node, 'assignedSlot');
  if (slot) return slot;
  const parentNode = readOwn(node, 'parentNode');
  if (parentNode === null) return null;
  if (parentNode.nodeType === 11) return (parentNode as Partial<ShadowRoot>).host ?? null;
  return parentNode;
}

/** The element that a node is, or stands in; null where there is none. Told by number: the node may be another realm's. */
export function findElement(node: Node | null): Element | null {
  if (node === null) return null;
  return node.nodeType === 1 ? (node as Element) : node.parentElement;
}

/** What browsers' own texts leave out of the words and images that are somehow there. */

/** @param style the element's own, computed */
export function isRendered(element: Element, style: CSSStyleDeclaration): boolean {
  if (style.visibility !== 'visible' || style.userSelect === 'none') return false;
  if (style.contentVisibility === 'hidden') return false;
  return (element.checkVisibility() || style.display === 'contents') && !isClipped(element);
}

/** Whether a box without height or width cuts off all that is in it, as a folded one does. */
function isClipped(element: Element): boolean {
  const view = element.ownerDocument.defaultView;
  for (let one: Element | null = element; one !== null && view !== null; one = one.parentElement) {
    const { overflowX, overflowY, display } = view.getComputedStyle(one);
    if ((overflowX === 'visible' && overflowY === 'visible') || display === 'inline') continue;
    const { width, height } = one.getBoundingClientRect();
    if (width === 0 || height === 0) return true;
  }
  return false;
}

export function isClosed(element: Element): boolean {
  return element.localName === 'details' && !element.hasAttribute('open');
}

/** A folded part: what Chromium's own text has of it depends on what was laid out before. */
export function isFolded(details: Element): boolean {
  return (
    isClosed(details) &&
    [...details.childNodes].some(({ nodeValue, nodeName }) =>
      nodeValue === null ? nodeName !== 'SUMMARY' : nodeValue.trim() !== '',
    )
  );
}

/** Whether a node is folded away with its parent, of which a closed one shows no more than its summary. */
export function isFoldedAway(node: Node): boolean {
  const { parentElement } = node;
  if (parentElement === null || !isClosed(parentElement)) return false;
  for (const child of parentElement.children) {
    if (child.localName === 'summary') return child !== node;
  }
  return true;
}

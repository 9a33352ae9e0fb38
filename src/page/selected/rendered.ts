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

/**
 * @returns whether a node is folded away with its parent, of which a closed one shows no more than its summary.
 *   For one walk: what a parent shows is looked up once for all its children.
 */
export function createFoldReader(): (node: Node) => boolean {
  let parent: Element | null = null;
  let isOpen = true;
  let summary: Element | null = null;

  return (node) => {
    const { parentElement } = node;
    if (parentElement !== parent) {
      parent = parentElement;
      isOpen = parentElement === null || !isClosed(parentElement);
      summary = isOpen ? null : findSummary(parentElement);
    }
    return !isOpen && node !== summary;
  };
}

function findSummary(details: Element | null): Element | null {
  for (let one = details?.firstElementChild ?? null; one; one = one.nextElementSibling) {
    if (one.localName === 'summary') return one;
  }
  return null;
}

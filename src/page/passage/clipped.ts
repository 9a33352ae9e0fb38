/**
 * Text that its surroundings clip away altogether, such as a menu that is folded up by its height. Chromium's search
 * finds it, yet passes over it when it looks what stands next to a passage: it is no context.
 */

/** Reads layout: for the few nodes that context is taken from. */
export function isFullyClipped(node: Text, view: Window): boolean {
  for (let element = node.parentElement; element !== null; element = findAround(element)) {
    const { offsetWidth, offsetHeight } = element;
    if ((offsetWidth === 0 || offsetHeight === 0) && clips(element, view)) return true;
  }
  return false;
}

function findAround(element: Element): HTMLElement | null {
  return (element.assignedSlot ?? element).parentElement;
}

function clips(element: Element, view: Window): boolean {
  const { overflowX, overflowY, display } = view.getComputedStyle(element);
  if (display === 'inline' || display === 'contents') return false;
  return overflowX !== 'visible' || overflowY !== 'visible';
}

/** Whether an element is shown and can be selected, as cheaply as browsers tell. */
import { OWN_ELEMENT_PREFIX } from '../text-index.ts';
import { SILENT } from './element-names.ts';

/**
 * `none`: nothing within it either. `unseen` and `unselectable`: not its own words, but perhaps what is
 * within.
 */
export type Shown = 'all' | 'unseen' | 'unselectable' | 'none';

const SEEN = { visibilityProperty: true };

/**
 * @param localName the element's
 * @param around how what it stands in is shown
 */
export function judgeShown(element: Element, localName: string, around: Shown): Shown {
  if (SILENT.has(localName) || localName.startsWith(OWN_ELEMENT_PREFIX)) return 'none';
  const isBare = !element.hasAttributes();
  if (!isBare && element.getAttribute('aria-hidden') === 'true') return 'none';
  if (!element.checkVisibility(SEEN)) return judgeUnseen(element);
  // Hardly ever is anything without an attribute singled out: to ask is dear.
  if (around === 'all' && isBare) return 'all';
  const userSelect = element.ownerDocument.defaultView?.getComputedStyle(element).userSelect;
  const isUnselectable =
    userSelect === 'none' || (userSelect === 'auto' && around === 'unselectable');
  return isUnselectable ? 'unselectable' : 'all';
}

function judgeUnseen(element: Element): Shown {
  const style = element.ownerDocument.defaultView?.getComputedStyle(element);
  if (style === undefined || style.display === 'none') return 'none';
  // No box of its own, or no sight of its own: its children may have both.
  return style.display === 'contents' && style.visibility === 'visible' ? 'all' : 'unseen';
}

/** An image of a size to be seen: not a tracker's pixel. */
export function isPicture(image: Element): boolean {
  for (const name of ['width', 'height']) {
    const stated = image.getAttribute(name);
    if (stated !== null && /^\s*[012](?:px)?\s*$/.test(stated)) return false;
  }
  const { width, height } = image.getBoundingClientRect();
  return width > 2 && height > 2;
}

/** Which reported place a click means: one on its words, that the page itself has no use for. */
import type { Place } from './find-places.ts';

/** What a click on it does already, or who writes in it. */
const CONTROLS =
  'a[href], area, audio, button, details > summary, embed, iframe, input, label, object, select, textarea, video, ' +
  '[contenteditable]:not([contenteditable="false" i]), [onclick], [role="button" i], [role="link" i], ' +
  '[role="checkbox" i], [role="menuitem" i], [role="option" i], [role="switch" i], [role="tab" i], [role="textbox" i]';
/** CSS pixels around the words that belong to them. */
const AROUND = 2;

/**
 * Goes by the boxes of the words rather than by the caret that the browser would set there: a caret is found next to
 * every point of a page, and not at all in most shadow trees.
 */
export function findHitPlace(event: MouseEvent, places: readonly Place[]): Place | null {
  const { button, altKey, ctrlKey, metaKey, shiftKey, isTrusted, clientX, clientY } = event;
  if (!isTrusted || button !== 0 || altKey || ctrlKey || metaKey || shiftKey) return null;
  // A drag has selected something.
  if (getSelection()?.isCollapsed === false) return null;
  const path = event.composedPath();
  if (path.some((target) => target instanceof Element && target.matches(CONTROLS))) return null;
  const [target] = path;
  const isAt = ({ left, right, top, bottom }: DOMRect) =>
    clientX >= left - AROUND &&
    clientX <= right + AROUND &&
    clientY >= top - AROUND &&
    clientY <= bottom + AROUND;
  const hit = places.filter(
    ({ range }) =>
      // Something else may lie over the words.
      target instanceof Node &&
      range.intersectsNode(target) &&
      [...range.getClientRects()].some(isAt),
  );
  // Of places in one another, the smallest.
  return hit.reduce<Place | null>(
    (least, one) =>
      least === null || String(one.range).length < String(least.range).length ? one : least,
    null,
  );
}

/**
 * The first copy of a page would run code that the browser has yet to make fast, which costs a long article
 * more than all the rest. So once something is selected, idle moments are spent on reading some of the article
 * as a copy reads it, and what was read is thrown away.
 */
import { rehearseRange } from '../../page/selected/read-selected.ts';

/** Elements: so many have to be read before browsers take the code for worth it. */
const MOST = 800;
/** Elements for one idle moment, which takes about 2 ms. */
const SLICE = 100;
/** ms that have to be left of an idle moment. */
const LEAST = 5;

/** @param findRoot gives the element that holds the article's text, null where there is none */
export function rehearseOnSelection(document: Document, findRoot: () => Element | null): void {
  const start = (): void => {
    if (document.getSelection()?.isCollapsed !== false) return;
    document.removeEventListener('selectionchange', start);
    requestIdleCallback((deadline) => {
      const root = findRoot();
      if (root !== null) rehearse(root, 0, deadline);
    });
  };
  document.addEventListener('selectionchange', start);
}

function rehearse(root: Element, from: number, deadline: IdleDeadline): void {
  const elements = root.getElementsByTagName('*');
  let at = from;
  while (at < MOST && deadline.timeRemaining() > LEAST) {
    const [first, end] = [elements[at], elements[at + SLICE]];
    if (first === undefined || end === undefined) return;
    const range = root.ownerDocument.createRange();
    range.setStartBefore(first);
    range.setEndBefore(end);
    rehearseRange(range);
    at += SLICE;
  }
  if (at < MOST) requestIdleCallback((next) => rehearse(root, at, next));
}

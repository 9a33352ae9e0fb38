/**
 * Ranges around text that begins in one tree and ends in another, as the DOM knows none: but where the one tree
 * is shown within the other, the element that shows it can stand for all of its text.
 */
import { findTree } from './own-property.ts';
import { findShownParent } from './selected/flat-tree.ts';

export interface TextPoint {
  node: Text;
  offset: number;
}

/**
 * @param isExact whether a range holds just the text that is wanted, no more
 * @param preferred the tree that the range had best lie in; else the one that the start is nearest to
 * @returns null where there is no such range in any tree
 */
export function createShownRange(
  start: TextPoint,
  end: TextPoint,
  isExact: (range: Range) => boolean,
  preferred?: Node,
): Range | null {
  let found: Range | null = null;
  let tree: Node | null = null;
  for (let one: Node | null = start.node; one !== null; one = findShownParent(one)) {
    if (findTree(one) === tree) continue;
    tree = findTree(one);
    const last = liftTo(tree, end.node);
    if (last === null) continue;
    const range = (start.node.ownerDocument ?? document).createRange();
    if (one === start.node) range.setStart(one, start.offset);
    else range.setStartBefore(one);
    if (last === end.node) range.setEnd(last, end.offset);
    else range.setEndAfter(last);
    if (!isExact(range)) continue;
    if (preferred === undefined || tree === preferred) return range;
    found ??= range;
  }
  return found;
}

/** The node itself, or what shows it in a tree. */
function liftTo(tree: Node, node: Node): Node | null {
  let one: Node | null = node;
  while (one !== null && findTree(one) !== tree) one = findShownParent(one);
  return one;
}

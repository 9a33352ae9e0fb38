/** A list of which the first items were not selected goes on with the numbers that its items have. */
import { writeAttribute } from './html-writer.ts';

/** @returns the attribute `start` of an ordered list that begins at a child, '' where it begins with 1 */
export function readOrdinal(list: Element, startChild: Node): string {
  const items = [...list.children].filter((child) => child.localName === 'li');
  const isReversed = list.hasAttribute('reversed');
  const stated = Number.parseInt(list.getAttribute('start') ?? '', 10);
  let number = Number.isNaN(stated) ? (isReversed ? items.length : 1) : stated;
  for (const item of items) {
    const value = Number.parseInt(item.getAttribute('value') ?? '', 10);
    if (!Number.isNaN(value)) number = value;
    if (item === startChild || startChild.compareDocumentPosition(item) & 4) break;
    number += isReversed ? -1 : 1;
  }
  return number === 1 && !isReversed ? '' : writeAttribute('start', String(number));
}

/**
 * What a selection's words are by what they stand in: the heading that was cut out of, the list whose
 * items were taken, the language and direction of the article around them.
 */
import { findElement } from '../find-element.ts';
import { findShownParent } from './flat-tree.ts';
import { writeAttribute } from './html-writer.ts';

/** Around a selection that lies within them, these still say what the words are. */
const CONTEXT = new Set(
  'a p b em i strong s del ins mark code pre blockquote h1 h2 h3 h4 h5 h6 sub sup ruby'.split(' '),
);
/** What a container's pieces have to stand in to be HTML again, when a selection begins inside it. */
const CONTAINER = new Set(['ul', 'ol', 'dl', 'table', 'thead', 'tbody', 'tfoot', 'tr']);
/** A selection within one of these is text, not a piece of its container. */
const CELL: Record<string, string> = {
  li: 'ul ol',
  dd: 'dl',
  dt: 'dl',
  td: 'table',
  th: 'table',
  caption: 'table',
};

/** @returns the elements around the range that are to be written, the outermost first */
export function listContext(range: Range): Element[] {
  const context: Element[] = [];
  let passOver: string[] = [];
  let node: Node | null = range.commonAncestorContainer;
  if (node.nodeType === 3) node = findShownParent(node);
  for (; node !== null; node = findShownParent(node)) {
    if (node.nodeType !== 1) continue;
    const element = node as Element;
    const name = element.localName;
    if (name === 'body' || name === 'article' || name === 'main') break;
    if (passOver.length > 0) {
      if (passOver.includes(name)) passOver = [];
    } else if (CELL[name] !== undefined) passOver = CELL[name].split(' ');
    else if (CONTAINER.has(name) || CONTEXT.has(name)) context.push(element);
  }
  return context.reverse();
}

/**
 * What words from right to left inherit, and would be jumbled without. Others need no more than the language
 * of the quotation around them.
 */
export function readInherited(range: Range): string {
  const element = findElement(range.commonAncestorContainer);
  const view = element?.ownerDocument.defaultView;
  if (!element || view?.getComputedStyle(element).direction !== 'rtl') return '';
  let lang: string | null = null;
  for (let node: Node | null = element; node !== null; node = findShownParent(node)) {
    lang = node.nodeType === 1 ? (node as Element).getAttribute('lang') : null;
    if (lang !== null) break;
  }
  const isTag = lang !== null && /^[\w-]{1,35}$/.test(lang);
  return (isTag ? writeAttribute('lang', lang ?? '') : '') + writeAttribute('dir', 'rtl');
}

/**
 * Which elements part the words before them from the words behind them. HTML's own are known by their names,
 * which costs nothing and holds for documents that are not shown. Of the others (custom elements, and all
 * that XML may name) only the page's style can tell.
 */

const INLINE = new Set(
  'a abbr b bdi bdo cite code data del dfn em font i ins kbd label mark q rp rt ruby s samp slot small span strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);
/** Parts of a line in a drawing; of its lines themselves browsers differ about the display. */
const DRAWN_INLINE = new Set(['a', 'tspan', 'textPath']);
const XHTML = 'http://www.w3.org/1999/xhtml';
const SVG = 'http://www.w3.org/2000/svg';
/** So many elements of a page are asked for their style; those behind them count as blocks. */
const MOST_ASKED = 20_000;

/** @param root what is read: in an HTML document elements need not be asked for their namespace */
export function createBlockJudge(root: Node): (element: Element) => boolean {
  const document = root.nodeType === 9 ? (root as Document) : root.ownerDocument;
  const view = document?.defaultView ?? null;
  const isHtml = document === null || document.contentType === 'text/html' || view === null;
  let asked = 0;
  return (element) => {
    const { localName } = element;
    const isKnown = isHtml || element.namespaceURI === XHTML;
    if (isKnown && INLINE.has(localName)) return false;
    if ((isKnown && !localName.includes('-')) || view === null || asked >= MOST_ASKED) return true;
    if (element.namespaceURI === SVG) return !DRAWN_INLINE.has(localName);
    // A DOM without layout has no answer.
    if (typeof element.checkVisibility !== 'function') return true;
    asked += 1;
    return !/^(?:inline|ruby|contents)/.test(view.getComputedStyle(element).display);
  };
}

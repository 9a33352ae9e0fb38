/**
 * The text that the browser itself would put on the clipboard for a selection. No API tells it; Firefox
 * writes what `toString()` gives but for no-break spaces, Chromium differs from its own `toString()` in
 * two more ways, which are undone here: it writes the alternative texts of images, and letters as they
 * stand in the source, not as text-transform shows them (blink's SelectedTextForClipboard).
 */

/** @returns the text/plain that a plain copy of the selection would have, line breaks as \n */
export function readCopiedText(selection: Selection): string {
  const isGecko = CSS.supports('-moz-appearance', 'none');
  const text = isGecko ? selection.toString() : readAsChromiumCopies(selection);
  return text.replace(/\u00a0/g, ' ');
}

function readAsChromiumCopies(selection: Selection): string {
  const range = selection.getRangeAt(0);
  const { images, transformed } = surveyRange(range);
  if (!transformed) return readWithImages(selection, range, images);
  const document = range.startContainer.ownerDocument;
  const view = document?.defaultView;
  if (!document || !view) return readWithImages(selection, range, images);
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync('* { text-transform: none !important }');
  // Within one task, so that nothing of it is ever painted.
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  try {
    return readWithImages(selection, range, images);
  } finally {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
  }
}

/** Each image costs a reading of the whole text: a gallery goes without its alternative texts. */
const MOST_IMAGES = 50;

/** The images of a range that have something to say, and whether any of its text is shown in other letters. */
function surveyRange(range: Range): { images: HTMLImageElement[]; transformed: boolean } {
  const images: HTMLImageElement[] = [];
  let transformed = false;
  const root = range.commonAncestorContainer;
  const document = root.ownerDocument;
  const view = document?.defaultView;
  if (!document || !view) return { images, transformed };
  const seen = new Set<Element>();
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node: Node | null = root; node !== null; node = walker.nextNode()) {
    if (!range.intersectsNode(node)) continue;
    if (node instanceof view.HTMLImageElement) {
      if (node.alt !== '' && node.getClientRects().length > 0) images.push(node);
    }
    const parent = node.nodeType === 3 ? node.parentElement : null;
    if (transformed || parent === null || seen.has(parent)) continue;
    seen.add(parent);
    transformed = view.getComputedStyle(parent).textTransform !== 'none';
  }
  return { images, transformed };
}

/** Where an image stands in the text is learnt by selecting up to it; the selection is put back. */
function readWithImages(selection: Selection, range: Range, images: HTMLImageElement[]): string {
  const text = selection.toString();
  if (images.length === 0 || images.length > MOST_IMAGES) return text;
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
  const pieces: string[] = [];
  let done = 0;
  for (const image of images) {
    const parent = image.parentNode;
    if (parent === null) continue;
    const at = Array.prototype.indexOf.call(parent.childNodes, image);
    selection.setBaseAndExtent(range.startContainer, range.startOffset, parent, at);
    const { length } = selection.toString();
    pieces.push(text.slice(done, length), image.alt);
    done = length;
  }
  if (anchorNode !== null && focusNode !== null) {
    selection.setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset);
  }
  return pieces.join('') + text.slice(done);
}

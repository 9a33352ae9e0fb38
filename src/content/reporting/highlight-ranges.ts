/** Marks on a page as custom highlights: no element is added to the text, so no framework's tree is broken. */

const NAME = 'sic-mark';

/** Shows these ranges as marked, and no others. Where the browser cannot, nothing is shown. */
export function highlightRanges(ranges: readonly Range[]): void {
  const { highlights } = CSS;
  if (highlights === undefined || typeof Highlight === 'undefined') return;
  if (ranges.length === 0) highlights.delete(NAME);
  else highlights.set(NAME, new Highlight(...ranges));
}

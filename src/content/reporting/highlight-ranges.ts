/** Marks on a page as custom highlights: no element is added to the text, so no framework's tree is broken. */

const NAME = 'sic-mark';
/** Black on yellow, whatever the page looks like; the line tells it from a selection, and in forced colours. */
const RULE = `::highlight(${NAME}) { background-color: #fbe9a9; color: #1f1c18; text-decoration: underline 2px #98211a; }`;

let sheet: CSSStyleSheet | null = null;

/** Shows these ranges as marked, and no others. */
export function highlightRanges(ranges: readonly Range[]): void {
  const { highlights } = CSS;
  if (ranges.length === 0) highlights.delete(NAME);
  else highlights.set(NAME, new Highlight(...ranges));
  for (const { startContainer } of ranges) adoptRule(startContainer.getRootNode());
}

/** A highlight's look is a matter of each tree that it reaches. */
function adoptRule(root: Node): void {
  if (!('adoptedStyleSheets' in root)) return;
  const { adoptedStyleSheets } = root as Document | ShadowRoot;
  if (sheet === null) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(RULE);
  }
  if (!adoptedStyleSheets.includes(sheet)) adoptedStyleSheets.push(sheet);
}

/** Places on a page as custom highlights: no element is added to the text, so no framework's tree is broken. */

/**
 * Colours of ground and text together, whatever the page looks like; the lines tell the places from each other and
 * from a selection, and in forced colours.
 */
const LOOKS = {
  /** what the reader has marked, to be sent later: black on yellow */
  'sic-mark': 'background-color: #fbe9a9; color: #1f1c18; text-decoration: underline 2px #98211a;',
  /** what has been reported: as a spelling checker underlines it, on a tint of red */
  'sic-report':
    'background-color: light-dark(#fdebe7, #46211c); color: light-dark(#1f1c18, #f7efe9); ' +
    'text-decoration: underline wavy 1.5px light-dark(#b3261e, #ffab9f);',
  /** a passage that was copied elsewhere, which the reader has gone to: on a tint of blue, with a dotted line */
  'sic-passage':
    'background-color: light-dark(#dcebfa, #1f3a55); color: light-dark(#1f1c18, #f2f6fa); ' +
    'text-decoration: underline dotted 2px light-dark(#0b4f8a, #9ccbf5);',
} as const;
type Name = keyof typeof LOOKS;
/** A place that is marked and reported looks marked. */
const PRIORITIES: Record<Name, number> = { 'sic-mark': 2, 'sic-report': 1, 'sic-passage': 0 };

const sheets = new Map<Name, CSSStyleSheet>();

/** Shows these ranges as marked, or as reported, and no others. */
export function highlightRanges(ranges: readonly Range[], name: Name = 'sic-mark'): void {
  const { highlights } = CSS;
  if (ranges.length === 0) highlights.delete(name);
  else {
    const highlight = new Highlight(...ranges);
    highlight.priority = PRIORITIES[name];
    highlights.set(name, highlight);
  }
  for (const { startContainer } of ranges) adoptRule(startContainer.getRootNode(), name);
}

/** A highlight's look is a matter of each tree that it reaches. */
function adoptRule(root: Node, name: Name): void {
  if (!('adoptedStyleSheets' in root)) return;
  const { adoptedStyleSheets } = root as Document | ShadowRoot;
  let sheet = sheets.get(name);
  if (sheet === undefined) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(`::highlight(${name}) { ${LOOKS[name]} }`);
    sheets.set(name, sheet);
  }
  if (!adoptedStyleSheets.includes(sheet)) adoptedStyleSheets.push(sheet);
}

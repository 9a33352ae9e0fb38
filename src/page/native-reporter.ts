/**
 * The site's own reporter, recognised by the marks it leaves in the DOM (a content script cannot see
 * the page's globals). It comes first: two dialogs at once would be the worst outcome.
 */

const MARKS: [name: string, selector: string][] = [
  ['mistape', '#mistape_dialog, .mistape_caption, script[src*="mistape-front"]'],
  ['mixtape', '#mixtape_dialog, .mixtape-report-button, script[src*="mixtape-front"]'],
  ['orphus', 'a#orphus, iframe[name="orphus_ifr"], #orphusp'],
  ['gourl', '#splwin, #splframe'],
  ['typo-reporter', '.ReportTypo'],
  ['django-mistypes', '#mistype-form'],
  ['codex-misprints', 'script[src*="codex.misprints"], script[src*="misprints.js"]'],
];
/** What is there, and shown, while one of their dialogs is open. */
const DIALOGS =
  '#mistape_dialog.dialog--open, #mixtape_dialog.dialog--open, #orphusp, #splwin, #mistype-form';

/** @returns the name of the site's own reporter, or null */
export function findNativeReporter(document: Document): string | null {
  return MARKS.find(([, selector]) => findAll(document, selector).length > 0)?.[0] ?? null;
}

/** @returns whether the site's own reporter shows its dialog now; asks for layout, where there is one */
export function isNativeReporterOpen(document: Document): boolean {
  // Not by its opacity: a dialog that fades in is open from the start.
  return [...findAll(document, DIALOGS)].some((dialog) =>
    Element.prototype.checkVisibility.call(dialog, { visibilityProperty: true }),
  );
}

/** By the prototype, where no element's name stands in the way of the document's own. */
function findAll(document: Document, selector: string): NodeListOf<Element> {
  return Document.prototype.querySelectorAll.call(document, selector);
}

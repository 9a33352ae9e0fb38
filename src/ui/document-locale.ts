/** A page says which language it speaks and how it runs, so that browsers and screen readers follow. */

const RIGHT_TO_LEFT = new Set(['ar', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi']);

/** @param locale BCP 47 */
export function readDirection(locale: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(locale.toLowerCase().split(/[-_]/)[0] ?? '') ? 'rtl' : 'ltr';
}

/** Sets the document's language, direction and title. */
export function applyLocale(document: Document, locale: string, title: string): void {
  document.documentElement.lang = locale.replace('_', '-');
  document.documentElement.dir = readDirection(locale);
  document.title = title;
}

/** The language that a stretch of a page is marked as, where it is marked at all. */
import { findElement } from '../../page/find-element.ts';

/** @returns a BCP 47 tag in its canonical form, or '' where the page states none, or one that is no tag */
export function readLanguage(range: Range): string {
  const stated = findElement(range.startContainer)?.closest('[lang]')?.getAttribute('lang') ?? '';
  try {
    return Intl.getCanonicalLocales(stated.trim() || [])[0] ?? '';
  } catch {
    return '';
  }
}

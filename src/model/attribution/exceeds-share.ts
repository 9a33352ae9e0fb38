/** Whether a copy is more of an article than its terms grant. */
import type { Terms } from '../source.ts';

/**
 * @param copied characters that were copied
 * @param whole characters of the article's text
 */
export function exceedsShare(terms: Terms | null, copied: number, whole: number): boolean {
  const most = terms?.maxShare ?? null;
  return most !== null && whole > 0 && copied / whole > most;
}

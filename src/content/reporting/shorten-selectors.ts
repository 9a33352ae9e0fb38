/** A selection may be a whole book, of which no message is to be made. */
import type { QuoteSelectors } from '../../page/quote.ts';

/**
 * @returns the selectors with at most so many UTF-16 units of the quoted words, no character cut in two; without
 *   the one for browsers where they were cut, since that would lead to all of them
 */
export function shortenSelectors(selectors: QuoteSelectors, limit: number): QuoteSelectors {
  const [quote, position] = selectors;
  if (quote.exact.length <= limit) return selectors;
  const exact = quote.exact.slice(0, limit).toWellFormed();
  return [{ ...quote, exact }, position];
}

/**
 * Finds a quote of a page again, from what `describeQuote` said of it. The DOM is only walked here; the
 * matching itself is string against string, in model/anchoring/match-quote.
 */

import { searchQuote } from '../model/anchoring/match-quote.ts';
import type { Selector } from '../model/annotation.ts';
import { findPositionSelector, findQuoteSelector } from '../model/report.ts';
import { readText } from './kept-text.ts';

export { describeQuote } from './describe-quote.ts';
export type { QuoteSelectors } from './describe-stretch.ts';

export type FoundQuote =
  | { verdict: 'open'; range: Range; replacement: null }
  | { verdict: 'fixed'; range: Range | null; replacement: string }
  | { verdict: 'unknown'; range: null; replacement: null; reason: string };

/**
 * @param root what the text is read of, as for `describeQuote`
 * @param selectors of which the quote has to be one; a position tells places apart that are alike
 * @param correction what the reader proposed: where it stands in the quote's place the verdict is fixed, even
 *   though the correction contains the quoted words
 * @returns open with the words' range; fixed with what stands in their place now, and its range unless it is nothing;
 *   unknown, with a reason for people who look into it, where neither can be justified
 */
export function findQuote(root: Node, selectors: Selector[], correction = ''): FoundQuote {
  const quote = findQuoteSelector(selectors);
  if (quote === undefined) return unknown('no text quote selector');
  const { index, searched } = readText(root);
  const match = searchQuote(searched, quote, findPositionSelector(selectors), correction);
  if (match.verdict === 'unknown') return unknown(match.reason);
  const range = index.createRange(match.start, match.end);
  if (match.verdict === 'fixed') return { verdict: 'fixed', range, replacement: match.replacement };
  return range === null
    ? unknown('the text has no place')
    : { verdict: 'open', range, replacement: null };
}

function unknown(reason: string): FoundQuote {
  return { verdict: 'unknown', range: null, replacement: null, reason };
}

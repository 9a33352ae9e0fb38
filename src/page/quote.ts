/**
 * Finds a quote of a page again, from what `describeQuote` said of it. The DOM is only walked here; the
 * matching itself is string against string, in model/match-quote.
 */
import type { Selector, TextQuoteSelector } from '../model/annotation.ts';
import { matchQuote } from '../model/match-quote.ts';
import { findPositionSelector, findQuoteSelector } from '../model/report.ts';
import { indexText, type TextIndex } from './text-index.ts';

export { describeQuote } from './describe-quote.ts';
export type { QuoteSelectors } from './describe-stretch.ts';

/** As much of the context, in UTF-16 units, as has to stand next to a correction. */
const NEIGHBOURS = 24;

export type FoundQuote =
  | { verdict: 'open'; range: Range; replacement: null }
  | { verdict: 'fixed'; range: Range | null; replacement: string }
  | { verdict: 'unknown'; range: null; replacement: null; reason: string };

/**
 * @param correction what the reader proposed; when it stands in the quote's place the verdict is fixed
 *   even though the correction contains the quoted words
 */
export function findQuote(root: Node, selectors: Selector[], correction?: string): FoundQuote {
  const quote = findQuoteSelector(selectors);
  if (quote === undefined) return unknown('no text quote selector');
  const index = indexText(root);
  const corrected =
    correction === undefined || correction === '' ? null : findCorrected(index, quote, correction);
  const match = corrected ?? matchQuote(index.text, quote, findPositionSelector(selectors));
  if (match.verdict === 'unknown') return unknown(match.reason);
  const range = index.createRange(match.start, match.end);
  if (match.verdict === 'fixed') return { verdict: 'fixed', range, replacement: match.replacement };
  return range === null
    ? unknown('the text has no place')
    : { verdict: 'open', range, replacement: null };
}

/**
 * "it" → "it is" leaves "it" standing: where the correction stands whole, with what was next to the quote
 * still next to it on both sides, it is fixed.
 */
function findCorrected(index: TextIndex, quote: TextQuoteSelector, correction: string) {
  if (correction === quote.exact || !correction.includes(quote.exact)) return null;
  const prefix = quote.prefix.slice(-NEIGHBOURS);
  const suffix = quote.suffix.slice(0, NEIGHBOURS);
  if (prefix.length < 12 && suffix.length < 12) return null;
  const whole = { ...quote, exact: prefix + correction + suffix, prefix: '', suffix: '' };
  if (matchQuote(index.text, whole).verdict !== 'open') return null;
  const match = matchQuote(index.text, { ...quote, exact: correction, prefix, suffix });
  if (match.verdict !== 'open') return null;
  return {
    ...match,
    verdict: 'fixed' as const,
    replacement: index.text.slice(match.start, match.end),
  };
}

function unknown(reason: string): FoundQuote {
  return { verdict: 'unknown', range: null, replacement: null, reason };
}

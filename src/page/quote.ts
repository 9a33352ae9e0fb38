/**
 * Quotes of a page: describes a selection so that it can be found again, and finds it again. The DOM
 * is only walked here; the matching itself is string against string, in model/match-quote.
 */
import type { Selector, TextQuoteSelector } from '../model/annotation.ts';
import { matchQuote } from '../model/match-quote.ts';
import { findPositionSelector, findQuoteSelector } from '../model/report.ts';
import { describeStretch, type QuoteSelectors } from './describe-stretch.ts';
import { isTreeWithin } from './shown-order.ts';
import { trimStretch } from './stretch.ts';
import { indexText, type TextIndex } from './text-index.ts';

export type { QuoteSelectors };

/** As much of the context, in UTF-16 units, as has to stand next to a correction. */
const NEIGHBOURS = 24;

/**
 * The marked characters and no more, also where they are half a word: `describeWords` widens.
 * @param root what the text positions are counted in, usually the document's body
 * @returns selectors whose prefix and suffix hold the rest of the sentence and as much more as makes
 *   the quote unique, at word boundaries; null when the range holds no text of the root's tree or of the open
 *   shadow trees in it
 */
export function describeQuote(range: Range, root: Node): QuoteSelectors | null {
  if (!isTreeWithin(range.startContainer, root)) return null;
  const index = indexText(root);
  const start = index.findOffset(range.startContainer, range.startOffset);
  const end = index.findOffset(range.endContainer, range.endOffset);
  const stretch = trimStretch(index.text, start, end);
  return stretch && describeStretch(index, stretch, readLanguage(root));
}

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

function readLanguage(root: Node): string | undefined {
  return root.ownerDocument?.documentElement.getAttribute('lang') || undefined;
}

/**
 * Quotes of a page: describes a selection so that it can be found again, and finds it again. The DOM
 * is only walked here; the matching itself is string against string, in model/match-quote.
 */
import type { Selector, TextPositionSelector, TextQuoteSelector } from '../model/annotation.ts';
import { matchQuote } from '../model/match-quote.ts';
import { findPositionSelector, findQuoteSelector } from '../model/report.ts';
import { indexText, type TextIndex } from './text-index.ts';

export type QuoteSelectors = [TextQuoteSelector, TextPositionSelector];

/** Context on each side, in characters: at least, at most, and the step by which it grows until unique. */
const CONTEXT = { least: 16, most: 240, step: 16 };
/** A word longer than this, in UTF-16 units, is cut; so is a script without spaces. */
const LONGEST_WORD = 32;
/** As much of the context, in UTF-16 units, as has to stand next to a correction. */
const NEIGHBOURS = 24;

/**
 * @param root what the text positions are counted in, usually the document's body
 * @returns selectors whose prefix and suffix hold the rest of the sentence and as much more as makes
 *   the quote unique, at word boundaries; null when the range holds no text of the root's tree
 */
export function describeQuote(range: Range, root: Node): QuoteSelectors | null {
  // A shadow tree, or what the page has taken out meanwhile, is no text of this root.
  if (range.startContainer.getRootNode() !== root.getRootNode()) return null;
  const index = indexText(root);
  let start = index.findOffset(range.startContainer, range.startOffset);
  let end = index.findOffset(range.endContainer, range.endOffset);
  const { text } = index;
  while (start < end && text[start] === ' ') start += 1;
  while (end > start && text[end - 1] === ' ') end -= 1;
  if (start >= end) return null;
  const { prefix, suffix } = findContext(index, start, end, readLanguage(root));
  return [
    { type: 'TextQuoteSelector', exact: text.slice(start, end), prefix, suffix },
    { type: 'TextPositionSelector', start, end },
  ];
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

function findContext(index: TextIndex, start: number, end: number, language: string | undefined) {
  const { text } = index;
  const sentence = findSentence(index, start, end, language);
  let least: number = CONTEXT.least;
  for (;;) {
    const from = moveToWordStart(text, Math.min(sentence.start, start - least));
    const to = moveToWordEnd(text, Math.max(sentence.end, end + least));
    const quote = text.slice(from, to);
    const unique = text.indexOf(quote) === text.lastIndexOf(quote);
    if (unique || least >= CONTEXT.most) {
      return { prefix: text.slice(from, start), suffix: text.slice(end, to) };
    }
    least += CONTEXT.step;
  }
}

/** The sentence, or sentences, around a stretch of text: within its blocks, cut at the longest context. */
function findSentence(index: TextIndex, start: number, end: number, language: string | undefined) {
  const { text } = index;
  const block = index.findBlock(start, end);
  const from = Math.max(block.start, start - CONTEXT.most);
  const to = Math.min(block.end, end + CONTEXT.most);
  const bounds = { start: from, end: to };
  for (const { index: at, segment } of createSegmenter(language).segment(text.slice(from, to))) {
    if (from + at <= start) bounds.start = from + at;
    const last = from + at + segment.length;
    if (last >= end) {
      bounds.end = last;
      break;
    }
  }
  while (bounds.end > end && text[bounds.end - 1] === ' ') bounds.end -= 1;
  return bounds;
}

function createSegmenter(language: string | undefined): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language, { granularity: 'sentence' });
  } catch {
    // The page's lang attribute is no language tag.
    return new Intl.Segmenter(undefined, { granularity: 'sentence' });
  }
}

/** Outwards to the word's edge, so that the context stays long enough; not at all where no space is near. */
function moveToWordStart(text: string, at: number): number {
  if (at <= 0 || text[at - 1] === ' ') return Math.max(0, at);
  const space = text.lastIndexOf(' ', at);
  return at - space <= LONGEST_WORD ? space + 1 : at - countCut(text, at);
}

function moveToWordEnd(text: string, at: number): number {
  if (at >= text.length || text[at] === ' ') return Math.min(text.length, at);
  const space = text.indexOf(' ', at);
  const end = space === -1 ? text.length : space;
  return end - at <= LONGEST_WORD ? end : at + countCut(text, at);
}

/** 1 where a position would cut a surrogate pair in two, which no receiver could read. */
function countCut(text: string, at: number): 0 | 1 {
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1)) ? 1 : 0;
}

function readLanguage(root: Node): string | undefined {
  return root.ownerDocument?.documentElement.getAttribute('lang') || undefined;
}

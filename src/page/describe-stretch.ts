/**
 * A stretch of a page's text as the selectors of a report: the words with the rest of their sentence around
 * them, by which they can be told from the same words elsewhere. String against string; the DOM is not asked.
 */
import { listOccurrences } from '../model/anchoring/list-occurrences.ts';
import type { TextPositionSelector, TextQuoteSelector } from '../model/annotation.ts';
import type { FragmentSelector } from './describe-fragment.ts';
import type { Stretch } from './stretch.ts';
import type { TextIndex } from './text-index.ts';

type TextSelectors = [TextQuoteSelector, TextPositionSelector];
/** The third where a browser is known to open the page at the words. */
export type QuoteSelectors = TextSelectors | [...TextSelectors, FragmentSelector];

/** Context on each side, in characters: at least, at most, and the step by which it grows until unique. */
const CONTEXT = { least: 16, most: 240, step: 16 };
/** A word longer than this, in UTF-16 units, is cut; so is a script without spaces. */
const LONGEST_WORD = 32;

/** @param language of the text, by which its sentences are told apart; it need not be a valid tag */
export function describeStretch(
  index: TextIndex,
  { start, end }: Stretch,
  language: string | undefined,
): TextSelectors {
  const { prefix, suffix } = findContext(index, start, end, language);
  const block = index.findBlock(start, end);
  return [
    {
      type: 'TextQuoteSelector',
      exact: index.text.slice(start, end),
      prefix,
      suffix,
      inBlock: {
        prefix: Math.min(prefix.length, start - block.start),
        suffix: Math.min(suffix.length, block.end - end),
      },
    },
    { type: 'TextPositionSelector', start, end },
  ];
}

/** A segmenter in a language that a page names; in the browser's where that is no language tag. */
export function createSegmenter(
  language: string | undefined,
  granularity: 'word' | 'sentence',
): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language, { granularity });
  } catch {
    return new Intl.Segmenter(undefined, { granularity });
  }
}

function findContext(index: TextIndex, start: number, end: number, language: string | undefined) {
  const { text } = index;
  const sentence = findSentence(index, start, end, language);
  let least: number = CONTEXT.least;
  for (;;) {
    const from = moveToWordStart(text, Math.min(sentence.start, start - least));
    const to = moveToWordEnd(text, Math.max(sentence.end, end + least));
    const quote = text.slice(from, to);
    const unique = listOccurrences(text, quote, 2).length < 2;
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
  for (const { index: at, segment } of createSegmenter(language, 'sentence').segment(
    text.slice(from, to),
  )) {
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

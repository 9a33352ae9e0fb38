/**
 * Whole words of what a person marked. A reader points at a mistake rather than selecting it to the letter: a
 * click in a word means the word, and so does a selection that begins or ends within one.
 */
import { describeFragment, type FragmentOptions } from './describe-fragment.ts';
import { describeStretch, type QuoteSelectors } from './describe-stretch.ts';
import { findElement } from './find-element.ts';
import { findShownParent } from './selected/flat-tree.ts';
import { isTreeWithin } from './shown-order.ts';
import { type Stretch, trimStretch } from './stretch.ts';
import { indexText, type TextIndex } from './text-index.ts';
import { findWord, widenToWords } from './whole-words.ts';

export interface MarkedWords {
  selectors: QuoteSelectors;
  /** the same words in the DOM */
  range: Range;
}

/**
 * @param range what is marked; a collapsed one means the word that it touches
 * @param root as for `describeQuote`
 * @param options likewise
 * @returns null where there is no text: nothing but white space, or no word at the caret
 */
export function describeWords(
  range: Range,
  root: Node,
  options?: FragmentOptions,
): MarkedWords | null {
  if (!isTreeWithin(range.startContainer, root)) return null;
  const index = indexText(root);
  const language = readLanguageAt(range.startContainer);
  const stretch = range.collapsed
    ? findTouched(index, range, language)
    : findSelected(index, range, language);
  if (stretch === null) return null;
  const words = createWordsRange(index, stretch, range);
  const fragment = describeFragment(words, options);
  const selectors = describeStretch(index, stretch, language);
  return {
    selectors: fragment === null ? selectors : [...selectors, fragment],
    range: words,
  };
}

/** Where words lie in several trees no other range than the person's own may hold them: that is widened. */
function createWordsRange(index: TextIndex, { start, end }: Stretch, own: Range): Range {
  const tree = own.startContainer.getRootNode();
  const whole = index.createRange(start, end, tree);
  if (whole !== null) return whole;
  const range = own.cloneRange();
  const first = index.createRange(start, start + 1);
  const last = index.createRange(end - 1, end);
  if (first?.startContainer.getRootNode() === tree)
    range.setStart(first.startContainer, first.startOffset);
  if (last?.endContainer.getRootNode() === tree) range.setEnd(last.endContainer, last.endOffset);
  return range;
}

function findSelected(
  index: TextIndex,
  range: Range,
  language: string | undefined,
): Stretch | null {
  const start = index.findOffset(range.startContainer, range.startOffset);
  const end = index.findOffset(range.endContainer, range.endOffset);
  const selected = trimStretch(index.text, start, end);
  if (selected === null) return null;
  const widened = widenToWords(index.text, selected, language);
  return keepToTree(index, range, widened, selected);
}

function findTouched(index: TextIndex, caret: Range, language: string | undefined): Stretch | null {
  const at = index.findOffset(caret.startContainer, caret.startOffset);
  const found = findWord(index.text, at, language);
  if (found === null) return null;
  const word = keepToTree(index, caret, found, { start: found.end, end: found.start });
  // The nearest word is not that of a caret in a text that is not indexed.
  const range = index.createRange(word.start, word.end);
  return range?.comparePoint(caret.startContainer, caret.startOffset) === 0 ? word : null;
}

/** A word may go on in another tree, where no range leads: as much of it as begins and ends in a range's own. */
function keepToTree(index: TextIndex, range: Range, word: Stretch, least: Stretch): Stretch {
  const tree = range.startContainer.getRootNode();
  const isOwn = (at: number) =>
    index.createRange(at, at + 1)?.startContainer.getRootNode() === tree;
  let { start, end } = word;
  while (start < least.start && !isOwn(start)) start += 1;
  while (end > least.end && !isOwn(end - 1)) end -= 1;
  return { start, end };
}

/** What the nearest element around says, also over the edge of an open shadow tree. */
function readLanguageAt(node: Node): string | undefined {
  for (let one: Node | null = node; one !== null; one = findShownParent(one)) {
    const element = one.nodeType === 1 ? findElement(one) : null;
    const language = element?.getAttribute('lang') || element?.getAttribute('xml:lang');
    if (language) return language;
  }
  return undefined;
}

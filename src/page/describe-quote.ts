/** Quotes of a page: describes a selection so that `findQuote` finds it again. */
import { widenToCharacters } from '../model/fold-text.ts';
import { describeFragment, type FragmentOptions } from './describe-fragment.ts';
import { describeStretch, type QuoteSelectors } from './describe-stretch.ts';
import { readOwn } from './own-property.ts';
import { isTreeWithin } from './shown-order.ts';
import { trimStretch } from './stretch.ts';
import { indexText, readDocument } from './text-index.ts';

/**
 * The marked characters, whole and no more, also where they are half a word: `describeWords` widens.
 * @param root what the text positions are counted in, usually the document's body
 * @param options of the third selector, by which a browser opens the page at the words
 * @returns selectors whose prefix and suffix hold the rest of the sentence and as much more as makes
 *   the quote unique, at word boundaries; null when the range holds no text of the root's tree or of the open
 *   shadow trees in it
 */
export function describeQuote(
  range: Range,
  root: Node,
  options?: FragmentOptions,
): QuoteSelectors | null {
  if (!isTreeWithin(range.startContainer, root)) return null;
  const index = indexText(root);
  const start = index.findOffset(range.startContainer, range.startOffset);
  const end = index.findOffset(range.endContainer, range.endOffset);
  const trimmed = trimStretch(index.text, start, end);
  const stretch = trimmed && widenToCharacters(index.text, trimmed.start, trimmed.end);
  if (stretch === null) return null;
  const selectors = describeStretch(index, stretch, readLanguage(root));
  // Of a range that reaches beyond the root the quote is but a part.
  const isWhole = [range.startContainer, range.endContainer].every((one) =>
    readOwn(root, 'contains').call(root, one),
  );
  const fragment = isWhole ? describeFragment(range, options) : null;
  return fragment === null ? selectors : [...selectors, fragment];
}

function readLanguage(root: Node): string | undefined {
  return readDocument(root)?.documentElement?.getAttribute('lang') || undefined;
}

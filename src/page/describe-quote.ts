/** Quotes of a page: describes a selection so that `findQuote` finds it again. */
import { describeStretch, type QuoteSelectors } from './describe-stretch.ts';
import { isTreeWithin } from './shown-order.ts';
import { trimStretch } from './stretch.ts';
import { indexText } from './text-index.ts';

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

function readLanguage(root: Node): string | undefined {
  return root.ownerDocument?.documentElement.getAttribute('lang') || undefined;
}

/** The link from a report to its place in the article. */
import { readFragment, TEXT_FRAGMENT_SPECIFICATION } from '../../model/read-fragment.ts';
import { composeFragmentUrl, linkToDirective } from '../../model/text-fragment.ts';
import type { ReviewItem } from '../../platform/editors/reports.ts';

type LinkedItem = Pick<
  ReviewItem,
  'source' | 'fragment' | 'exact' | 'prefix' | 'suffix' | 'inBlock'
>;

/**
 * The article at the very words: by the fragment that was made where the whole page was seen, else by the quote.
 * @returns null where the source is no web address
 */
export function composePlaceUrl(item: LinkedItem): string | null {
  const directive = readFragment([
    {
      type: 'FragmentSelector',
      conformsTo: TEXT_FRAGMENT_SPECIFICATION,
      value: item.fragment,
    },
  ]);
  return directive === null
    ? composeFragmentUrl(item.source, item)
    : linkToDirective(item.source, directive);
}

/**
 * The link behind a copy: the article's address, or where the person wants it, one that opens it at the copied
 * words. The page's text is gathered while it is idle, so that the copy itself has not to wait for it.
 */
import { cleanUrl } from '../../model/canonical-url.ts';
import type { AttributionRule } from '../../model/settings.ts';
import { linkToDirective } from '../../model/text-fragment.ts';
import { describePassage } from '../../page/passage/describe-passage.ts';
import { createPassageIndex } from '../../page/passage/passage-index.ts';
import type { Selected } from '../../page/selected/read-selected.ts';

/** ms of a copy's 16 that may go into it; the plain address has to do where that is not enough */
const BUDGET = 4;

/** @returns `linkPassage(selected, url)`: the address of an article, with the passage where it can be led to */
export function createPassageLinks(document: Document, rule: () => AttributionRule | null) {
  const index = createPassageIndex(document);
  const isWanted = () => rule()?.deepLinks === true;
  document.addEventListener('selectionchange', () => {
    if (!isWanted()) index.close();
    else if (document.getSelection()?.isCollapsed === false) index.prepare();
  });

  return ({ ranges, root }: Selected, url: string): string => {
    const [range] = ranges;
    // Browsers search neither frames nor shadow trees, and another page may have other words.
    if (!isWanted() || ranges.length !== 1 || range === undefined || root !== document) return url;
    if (!isSamePage(url, document.URL)) return url;
    const directive = describePassage(range, { budget: BUDGET, index });
    return directive === null ? url : (linkToDirective(url, directive) ?? url);
  };
}

/** A canonical address may name another host for the same page (m. for www.), not another path or query. */
function isSamePage(canonical: string, current: string): boolean {
  const [one, other] = [cleanUrl(canonical), cleanUrl(current)];
  if (one === null || other === null) return false;
  const { pathname, search } = new URL(one);
  return pathname === new URL(other).pathname && search === new URL(other).search;
}

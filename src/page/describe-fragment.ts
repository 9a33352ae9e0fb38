/**
 * Where a browser opens a page at the very words: the third selector of a quote, a text directive that is known
 * to be found there. It is an extra: where that cannot be said, or not in time, a quote goes without it.
 */
import { TEXT_FRAGMENT_SPECIFICATION } from '../model/read-fragment.ts';
import { findTree } from './own-property.ts';
import { describePassage } from './passage/describe-passage.ts';

/** https://www.w3.org/TR/annotation-model/#fragment-selector */
export type FragmentSelector = {
  type: 'FragmentSelector';
  conformsTo: typeof TEXT_FRAGMENT_SPECIFICATION;
  /** behind the `#` of the document's own address */
  value: string;
};

export interface FragmentOptions {
  /** ms that it may take; 50 unless told */
  budget?: number;
  /** the clock, in ms; the page's own unless told */
  now?: () => number;
}

const BUDGET = 50;
/** Characters; what is longer is no link that a program takes. */
const LONGEST = 2_000;

/**
 * @returns null where there is no layout that a browser would search, no address that it would open, or no
 *   directive that leads to the words and nowhere before them; and where the time is up
 */
export function describeFragment(
  range: Range,
  { budget = BUDGET, ...clock }: FragmentOptions = {},
): FragmentSelector | null {
  const document = range.startContainer.ownerDocument;
  if (document === null || !isOpenedByAddress(document) || !isLaidOut(document)) return null;
  // What stands in a shadow tree is found by some browsers only.
  if (findTree(range.startContainer) !== document) return null;
  const directive = tryPassage(range, { budget, ...clock });
  if (directive === null) return null;
  const value = `:~:text=${directive}`;
  return value.length > LONGEST
    ? null
    : { type: 'FragmentSelector', conformsTo: TEXT_FRAGMENT_SPECIFICATION, value };
}

/** A page may hand out what it likes under the names that its layout is read by: a report must not fail of it. */
function tryPassage(range: Range, options: Parameters<typeof describePassage>[1]): string | null {
  try {
    return describePassage(range, options);
  } catch {
    return null;
  }
}

/** Not so a frame whose text was written into it: it has no address, or that of the page around it. */
function isOpenedByAddress(document: Document): boolean {
  if (!/^https?:/i.test(document.URL)) return false;
  const view = document.defaultView;
  if (view === null || view.parent === view) return true;
  return dropHash(readAround(view)) !== dropHash(document.URL);
}

/** The address of the page around a frame; '' where that is of another origin. */
function readAround(view: Window): string {
  try {
    return view.parent.document.URL;
  } catch {
    return '';
  }
}

function dropHash(address: string): string {
  return address.replace(/#.*/s, '');
}

function isLaidOut({ defaultView, documentElement }: Document): boolean {
  if (defaultView === null || typeof documentElement.checkVisibility !== 'function') return false;
  return documentElement.getClientRects().length > 0;
}

/** Where reported mistakes stand on the page now, and what stands in the place of those that are fixed. */
import type { PlacedReport } from '../../model/placed-report.ts';
import { findQuote } from '../../page/quote.ts';
import type { Sight } from './tell-seen.ts';

/** A report whose words stand on the page. */
export interface Place {
  report: PlacedReport;
  range: Range;
}

export type Found = Sight & { range: Range | null };

export function findReports(reports: readonly PlacedReport[]): Found[] {
  const root = document.body ?? document.documentElement;
  return reports.map((report) => {
    const { verdict, range, replacement } = findQuote(root, report.selectors, report.correction);
    return { report, verdict, range, replacement: replacement ?? '' };
  });
}

/** What is to be shown as a mistake, in the order of the page: the words stand there, and nobody has said that they may. */
export function choosePlaces(found: readonly Found[]): Place[] {
  return found
    .flatMap(({ report, verdict, range }) =>
      verdict === 'open' && range !== null && !/^(?:rejected|spam)$/.test(report.state)
        ? { report, range }
        : [],
    )
    .sort((one, other) => compare(one.range, other.range));
}

/** Of ranges in the page and in the shadow trees of it, negative where the first begins before the other. */
function compare(one: Range, other: Range): number {
  if (one.startContainer.getRootNode() === other.startContainer.getRootNode()) {
    return one.compareBoundaryPoints(Range.START_TO_START, other);
  }
  const [first, second] = [findInPage(one.startContainer), findInPage(other.startContainer)];
  const position = first.compareDocumentPosition(second);
  return position & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}

/** The node itself, or the host in the page of the shadow trees that it is in. */
function findInPage(node: Node): Node {
  const root = node.getRootNode();
  return root instanceof ShadowRoot ? findInPage(root.host) : node;
}

/** Brings a place into view. */
export function scrollToPlace({ range }: Pick<Place, 'range'>): void {
  const { startContainer } = range;
  const element = startContainer instanceof Element ? startContainer : startContainer.parentElement;
  element?.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
  const { top, bottom } = range.getBoundingClientRect();
  // Of a long paragraph, the middle is in view now.
  if (top < 0 || bottom > innerHeight) {
    scrollBy({ top: top - innerHeight / 3, behavior: 'instant' });
  }
}

/** Where words stand that are to be reported, and to whom the page would have the report sent. */
import { cleanUrl } from '../../model/canonical-url.ts';
import { dropFragments, fitPlace, type ReportPlace } from '../../model/draft.ts';
import { readAnnotationService } from '../../page/annotation-service.ts';
import { readNativeForm } from '../../page/native-form.ts';
import type { QuoteSelectors } from '../../page/quote.ts';
import { readCitation } from '../../page/source/read-citation.ts';
import { readCurrent } from '../current-source.ts';

/** @param language of the quoted words, as the page marks them, or '' */
export function describePlace(selectors: QuoteSelectors, language: string): ReportPlace {
  const page = describePage(language);
  const isOpened = isShownAt(page.source, document.URL);
  return fitPlace({ ...page, selectors: isOpened ? selectors : dropFragments(selectors) });
}

/**
 * Whether the address that a page names as its own shows what it shows: perhaps from another host (m. for www.), perhaps
 * without what the query says beyond it.
 */
function isShownAt(own: string, current: string): boolean {
  const [named, opened] = [cleanUrl(own), cleanUrl(current)];
  if (named === null || opened === null) return false;
  const [one, other] = [new URL(named), new URL(opened)];
  if (one.pathname !== other.pathname || one.hash !== other.hash) return false;
  const pieces = other.search.slice(1).split('&');
  return (
    one.search === '' ||
    one.search
      .slice(1)
      .split('&')
      .every((piece) => pieces.includes(piece))
  );
}

function describePage(language: string): Omit<ReportPlace, 'selectors'> {
  const source = readCurrent(document, readCitation);
  return {
    source: source.url,
    scope: '',
    title: source.title,
    language: language || (source.language ?? ''),
    declared: readAnnotationService(document),
    native: readNativeForm(document),
  };
}

/**
 * The place of words in a frame, as a piece of this page: reports of it go where those of the page go, unless only
 * the frame itself names an endpoint.
 */
export function placeInPage(inFrame: ReportPlace): ReportPlace {
  const { selectors } = inFrame;
  const page = fitPlace({ ...describePage(inFrame.language), selectors });
  // No address of the page's opens a frame at its words.
  if (inFrame.source === '') return { ...page, selectors: dropFragments(selectors) };
  const isItsOwn = page.declared === null && inFrame.declared !== null;
  if (isItsOwn) return { ...inFrame, language: inFrame.language || page.language };
  return { ...page, source: inFrame.source, scope: page.source };
}

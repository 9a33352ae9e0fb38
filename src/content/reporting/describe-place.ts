/** Where words stand that are to be reported, and to whom the page would have the report sent. */
import { fitPlace, type ReportPlace } from '../../model/draft.ts';
import { readAnnotationService } from '../../page/annotation-service.ts';
import { readNativeForm } from '../../page/native-form.ts';
import type { QuoteSelectors } from '../../page/quote.ts';
import { readCitation } from '../../page/source/read-citation.ts';
import { readCurrent } from '../current-source.ts';

/** @param language of the quoted words, as the page marks them, or '' */
export function describePlace(selectors: QuoteSelectors, language: string): ReportPlace {
  return fitPlace({ ...describePage(language), selectors });
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
  if (inFrame.source === '') return page;
  const isItsOwn = page.declared === null && inFrame.declared !== null;
  if (isItsOwn) return { ...inFrame, language: inFrame.language || page.language };
  return { ...page, source: inFrame.source, scope: page.source };
}

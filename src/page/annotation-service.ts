/** The endpoint that a page itself names for reports about it (Annotation Protocol, section 4). */
import { ANNOTATION_SERVICE_REL } from '../model/annotation-vocabulary.ts';
import { readBase, readLink } from './meta.ts';

/** @returns the absolute URL, unchecked, or null where the page names none */
export function readAnnotationService(document: Document): string | null {
  const href = readLink(document, ANNOTATION_SERVICE_REL);
  return href !== null && URL.canParse(href, readBase(document))
    ? new URL(href, readBase(document)).href
    : null;
}

/** The endpoint that a page itself names for reports about it (Annotation Protocol, section 4). */
import { ANNOTATION_SERVICE_REL } from '../model/annotation-vocabulary.ts';
import { readBase } from './metadata.ts';

/** @returns the absolute URL, unchecked, or null where the page names none */
export function readAnnotationService(document: Document): string | null {
  const link = document.querySelector(`link[rel~="${ANNOTATION_SERVICE_REL}" i][href]`);
  const href = link?.getAttribute('href')?.trim() ?? '';
  const base = readBase(document);
  return href !== '' && URL.canParse(href, base) ? new URL(href, base).href : null;
}

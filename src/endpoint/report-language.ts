/** The language of a report, by which editors can have those that they speak alone. */
import type { Annotation } from '../model/annotation.ts';

/** @returns the BCP 47 tag that came with the correction, or '' */
export function readLanguage({ body }: Pick<Annotation, 'body'>): string {
  return body.find(({ purpose }) => purpose === 'editing')?.language ?? '';
}

/**
 * @param tag whatever somebody took for a BCP 47 tag
 * @returns its primary subtag (RFC 5646, section 2.2.1) in lower case; '' where it has none, or says that it is not known
 */
export function readSubtag(tag: string): string {
  const subtag = /^[a-z]{2,8}(?![^-])/i.exec(tag)?.[0].toLowerCase() ?? '';
  return subtag === 'und' ? '' : subtag;
}

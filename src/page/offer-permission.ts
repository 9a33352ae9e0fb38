/** How a person may ask for permission, where an article's terms let nothing be reused without it. */
import {
  chooseLetterWords,
  composePermissionLetter,
  needsPermission,
  type Permission,
} from '../model/permission-letter.ts';
import type { Source } from '../model/source.ts';
import { findContact } from './find-contact.ts';

/** @returns the prepared letter, and the page on which the site itself says how; null where none is needed */
export function offerPermission(document: Document, source: Source): Permission | null {
  const { terms, url, language, rights } = source;
  if (terms === null || !needsPermission(terms)) return null;
  const contact = findContact(document, terms.evidence, url);
  return {
    letter: composePermissionLetter(source, contact, chooseLetterWords(language)),
    contact,
    page: rights.acquireLicensePage ?? rights.usageInfo,
  };
}

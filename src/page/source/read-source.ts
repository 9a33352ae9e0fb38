/** All of an article's source: how it is cited, and what its page asks of those who reuse it. */
import type { Source } from '../../model/source.ts';
import { findCredits } from '../find-credits.ts';
import { findTerms, type TermsReader } from '../find-terms.ts';
import { readMetadata } from '../metadata.ts';
import { readPlain } from '../plain-document.ts';
import { readLicenseTerms } from '../rights.ts';
import { composeCitation } from './read-citation.ts';

/** @param readTerms reads a sentence; null leaves terms to the licence that is named for machines */
export function readSourceWith(page: Document, readTerms: TermsReader | null): Source {
  const document = readPlain(page);
  const metadata = readMetadata(document);
  const citation = composeCitation(document, metadata);
  return {
    ...citation,
    // What a site says in words goes before the licence that it names for machines.
    terms:
      (readTerms === null ? null : findTerms(document, readTerms)) ??
      readLicenseTerms(citation.license),
    credits: findCredits(document, metadata.nodes),
  };
}

/** All of an article's source: how it is cited, and what its page asks of those who reuse it. */
import type { Source, Statement } from '../../model/source.ts';
import { findCredits } from '../find-credits.ts';
import { findTerms } from '../find-terms.ts';
import { readMetadata } from '../metadata.ts';
import { readLicenseTerms } from '../rights.ts';
import { readCitation } from './read-citation.ts';

/** What a field's reader answers: the value, and all statements, the believed first. */
export interface Field<T> {
  value: T;
  statements: Statement[];
}

export function readSource(document: Document): Source {
  const metadata = readMetadata(document);
  const citation = readCitation(document, metadata);
  return {
    ...citation,
    // What a site says in words goes before the licence that it names for machines.
    terms: findTerms(document) ?? readLicenseTerms(citation.license),
    credits: findCredits(document, metadata.nodes),
  };
}

/** A source's citation in any of the formats, from fields that a person may have corrected. */
import { composeApa } from './apa.ts';
import { composeBibtex } from './bibtex.ts';
import { composeChicago } from './chicago.ts';
import { type CitationFields, readDateParts } from './citation-fields.ts';
import { type CitedWork, prepareWork } from './cited-work.ts';
import { composeCslJson } from './csl-json.ts';
import type { CitationFormat } from './formats.ts';
import { composeGost } from './gost.ts';
import { composeHtml } from './html.ts';
import { composeMarkdown } from './markdown.ts';
import { composeMla } from './mla.ts';
import { composePlain } from './plain-text.ts';
import type { Composed } from './rich-text.ts';
import { composeRis } from './ris.ts';
import { composeWikitext } from './wikitext.ts';

const COMPOSERS: Record<CitationFormat, (work: CitedWork) => Composed> = {
  plain: composePlain,
  html: composeHtml,
  markdown: composeMarkdown,
  wikitext: composeWikitext,
  bibtex: composeBibtex,
  ris: composeRis,
  'csl-json': composeCslJson,
  apa: composeApa,
  mla: composeMla,
  chicago: composeChicago,
  gost: composeGost,
};

/**
 * @param accessed the reader's day, "2026-11-23"
 * @throws where `accessed` is no day: a fault of the program
 */
export function composeCitation(
  format: CitationFormat,
  fields: CitationFields,
  accessed: string,
): Composed {
  const day = readDateParts(accessed);
  if (day === null) throw new Error(`no day of access: ${accessed}`);
  return COMPOSERS[format](prepareWork(fields, day));
}

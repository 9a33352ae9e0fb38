/** The forms in which a source can be cited, in the order in which they are offered. */

export const CITATION_FORMATS = [
  'plain',
  'html',
  'markdown',
  'wikitext',
  'bibtex',
  'ris',
  'csl-json',
  'apa',
  'mla',
  'chicago',
  'gost',
] as const;
export type CitationFormat = (typeof CITATION_FORMATS)[number];

/** Formats that are read by programs, and so are not in anybody's language. */
export function isCodeFormat(format: CitationFormat): boolean {
  return ['html', 'markdown', 'wikitext', 'bibtex', 'ris', 'csl-json'].includes(format);
}

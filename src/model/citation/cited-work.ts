/**
 * A source, made ready for every style: one line a field, names taken apart, dates in numbers. Pages' words are
 * untrusted, so what could turn text around or end a line is gone before any format sees it.
 */
import {
  type CitationFields,
  type DateParts,
  readCitedUrl,
  readDateParts,
} from './citation-fields.ts';
import { type CitedName, readName } from './cited-name.ts';

export interface CitedWork {
  /** never '': the site or the address stands in for a title */
  title: string;
  names: CitedName[];
  /** '' where there is none */
  site: string;
  date: DateParts | null;
  /** of the web, or null */
  url: string | null;
  /** BCP 47, or null */
  language: string | null;
  isNews: boolean;
  accessed: DateParts;
}

const TITLE_LIMIT = 2_000;
const NAME_LIMIT = 200;
const MOST_NAMES = 100;
const UNTITLED = '—';

/** @param accessed the reader's day */
export function prepareWork(fields: CitationFields, accessed: DateParts): CitedWork {
  const site = tidyLine(fields.publisher, NAME_LIMIT);
  const url = readCitedUrl(fields.url);
  const language = /^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i.test(fields.language ?? '')
    ? fields.language
    : null;
  return {
    title: tidyLine(fields.title, TITLE_LIMIT) || site || url || UNTITLED,
    names: fields.authors
      .slice(0, MOST_NAMES)
      .map((name) => tidyLine(name, NAME_LIMIT))
      .filter((name) => name !== '')
      .map((name) => readName(name, language, site)),
    site,
    date: readDateParts(fields.published),
    url,
    language,
    isNews: fields.isNews,
    accessed,
  };
}

/** One line of at most `limit` UTF-16 units, without control characters and marks that change the direction. */
function tidyLine(text: string, limit: number): string {
  return text
    .slice(0, limit * 2)
    .replace(/[\u00ad\u061c\u200b\u200e\u200f\u2060-\u2069\u202a-\u202e\ufeff\ufff9-\uffff]/g, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, limit)
    .toWellFormed()
    .trim();
}

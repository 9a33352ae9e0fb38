/** What of a source goes into a citation, as a person may correct it before it is copied. */
import { cleanUrl } from '../canonical-url.ts';
import { parseDate } from '../parse-date.ts';
import type { Citation } from '../source.ts';

export interface CitationFields {
  title: string;
  /** each as people write it: "Ada Lovelace", or "Lovelace, Ada" where the order has to be told */
  authors: string[];
  /** the site, newspaper or publisher; '' where there is none */
  publisher: string;
  /** a year, a month, a day or a moment, ISO 8601 or in words; '' where there is none */
  published: string;
  url: string;
  /** BCP 47, or null */
  language: string | null;
  /** the page says that it is news, which some styles cite as a newspaper's */
  isNews: boolean;
}

/** What a page says for its being news: https://schema.org/NewsArticle and the kinds below it. */
const NEWS = /^JSON-LD (?:\w{0,20}NewsArticle)\b/;

export type CitedSource = Pick<
  Citation,
  'title' | 'authors' | 'publisher' | 'published' | 'url' | 'language' | 'origins'
>;

/** The fields as the page gives them. */
export function readFields(source: CitedSource): CitationFields {
  const { title, authors, publisher, published, url, language, origins } = source;
  return {
    title,
    authors,
    publisher: publisher ?? '',
    published: published === null ? '' : (/^\d{4}-\d\d-\d\d/.exec(published)?.[0] ?? published),
    url,
    language,
    isNews: Object.values(origins).some((all) => all.some(({ from }) => NEWS.test(from))),
  };
}

/** A day, or as much of one as is known. */
export interface DateParts {
  year: number;
  /** 1 to 12 */
  month: number | null;
  day: number | null;
}

/**
 * The day as it is written: a page's own zone counts, not the reader's.
 * @returns null where no date can be read
 */
export function readDateParts(written: string): DateParts | null {
  const text = written.trim();
  const short = /^(\d{4})(?:-(0[1-9]|1[0-2]))?$/.exec(text);
  const found = short ?? /^(\d{4})-(\d\d)-(\d\d)/.exec(parseDate(text, { latest: 9999 }) ?? '');
  if (found === null || Number(found[1]) === 0) return null;
  const [, year, month, day] = found;
  return {
    year: Number(year),
    month: month === undefined ? null : Number(month),
    day: day === undefined ? null : Number(day),
  };
}

/** ISO 8601, with as much as is known: "2026", "2026-03", "2026-03-01". */
export function formatIsoDate({ year, month, day }: DateParts): string {
  return [year, month, day]
    .filter((part) => part !== null)
    .map((part, i) => String(part).padStart(i === 0 ? 4 : 2, '0'))
    .join('-');
}

/** @returns the address without what only tracks or scrolls, or null when it is none of the web's */
export function readCitedUrl(written: string): string | null {
  return cleanUrl(written.trim());
}

/** What a queue, or a file of it, is narrowed to: read from a request in one way. */
import type * as v from 'valibot';
import type { ReportState } from '../../model/report.ts';
import { keyArticle } from '../place.ts';
import type { ReportQuery } from '../store/reports.ts';
import { readSearch } from '../store/search.ts';
import type { reportQuerySchema } from './schemas.ts';

/** Of an article's reports, those that are or were about its words: what is no mistake has no place there. */
const PAGE_STATES: readonly ReportState[] = ['new', 'accepted', 'fixed'];

type Asked = Pick<
  v.InferOutput<typeof reportQuerySchema>,
  'state' | 'kind' | 'search' | 'page' | 'language'
>;

/** @returns null where it asks for what is nowhere: a search that names no word */
export function readCriteria({
  state,
  kind,
  search,
  page,
  language,
}: Asked): Pick<ReportQuery, 'states' | 'kind' | 'article' | 'language' | 'words'> | null {
  const words = readSearch(search);
  if (search.trim() !== '' && words.length === 0) return null;
  return {
    states: state !== '' ? [state] : page !== '' ? PAGE_STATES : null,
    kind: kind === '' ? null : kind,
    article: page === '' ? null : keyArticle(page),
    language: readLanguageAsked(language),
    words,
  };
}

/** @returns the subtag that is sought, '' for what says none; null for any */
export function readLanguageAsked(language: string): string | null {
  if (language === '') return null;
  return language === 'und' ? '' : language;
}

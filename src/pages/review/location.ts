/**
 * Where one is in the review, as the address after `#`: the page, what of the queue is shown and in which order, and
 * the report that a link in a mail is about. So a place can be linked, kept and gone back to.
 */
import { REPORT_KINDS, REPORT_STATES, type ReportState } from '../../model/report.ts';
import {
  ANY_CLUSTER,
  CLUSTER_SORTS,
  type ClusterFilter,
  type ClusterSort,
} from '../../platform/editors/clusters.ts';

export const DESK_PAGES = [
  'queue',
  'figures',
  'dismissals',
  'corrections',
  'export',
  'sites',
] as const;
export type DeskPage = (typeof DESK_PAGES)[number];

export interface DeskLocation {
  page: DeskPage;
  filter: ClusterFilter;
  sort: ClusterSort;
  /** the report that is to be shown first, whatever the filter says */
  open: { canonical: string; site: string } | null;
}

const ANY_STATE = 'any';
const [FIRST_SORT] = CLUSTER_SORTS;

/** The queue begins with what is new; every other page with all there is. */
export function startPage(page: DeskPage): DeskLocation {
  return {
    page,
    filter: { ...ANY_CLUSTER, state: readStartState(page) },
    sort: FIRST_SORT,
    open: null,
  };
}

/**
 * @param hash with or without its `#`. Whatever cannot be read is taken as if it were not there: links get cut and
 * come from other versions
 */
export function readLocation(hash: string): DeskLocation {
  const query = new URLSearchParams(hash.replace(/^#/, ''));
  const read = (name: string) => query.get(name) ?? '';
  const start = startPage(DESK_PAGES.find((page) => page === read('page')) ?? 'queue');
  const canonical = read('report');
  return {
    page: start.page,
    filter: {
      state: readState(read('state'), start.filter.state),
      kind: REPORT_KINDS.find((kind) => kind === read('kind')) ?? '',
      site: read('host'),
      page: read('article'),
      language: read('language'),
      search: read('search'),
    },
    sort: CLUSTER_SORTS.find((sort) => sort === read('sort')) ?? FIRST_SORT,
    open: canonical === '' ? null : { canonical, site: read('site') },
  };
}

/** @returns the `#…` of a link; `readLocation` reads it back */
export function writeLocation({ page, filter, sort, open }: DeskLocation): string {
  const query = new URLSearchParams({ page });
  const add = (name: string, value: string, start = '') => {
    if (value !== start) query.set(name, value);
  };
  add('state', filter.state ?? ANY_STATE, readStartState(page) ?? ANY_STATE);
  add('kind', filter.kind);
  add('host', filter.site);
  add('article', filter.page);
  add('language', filter.language);
  add('search', filter.search);
  add('sort', sort, FIRST_SORT);
  if (open !== null) {
    add('report', open.canonical);
    // By the name that the links in mails have for it, which is not the filter's.
    add('site', open.site);
  }
  return `#${query}`;
}

function readStartState(page: DeskPage): ReportState | null {
  return page === 'queue' ? 'new' : null;
}

function readState(written: string, start: ReportState | null): ReportState | null {
  if (written === ANY_STATE) return null;
  return REPORT_STATES.find((state) => state === written) ?? start;
}

/** Drafts of places on a page: how they begin, how they are shown, and when two are about the same words. */
import { v7 as createUuid } from 'uuid';
import { type Draft, QUOTE_LIMIT, type ReportPlace } from '../../model/draft.ts';
import { findQuoteSelector, isSamePlace } from '../../model/report.ts';

/** A draft as it stands before anything is typed: the correction is the marked words themselves. */
export function createDraft(place: ReportPlace): Draft {
  const now = Date.now();
  return {
    // Minted once: however often it is sent, it is the same report.
    canonical: `urn:uuid:${createUuid()}`,
    place,
    kind: 'spelling',
    correction: readExact(place).slice(0, QUOTE_LIMIT),
    comment: '',
    isMarked: false,
    createdAt: now,
    updatedAt: now,
  };
}

/** The sentence as it is shown; what is too long to be sent is cut. */
export function showQuote({ place }: Draft) {
  const { exact = '', prefix = '', suffix = '' } = findQuoteSelector(place.selectors) ?? {};
  if (exact.length <= QUOTE_LIMIT) return { exact, prefix, suffix };
  return { exact: `${exact.slice(0, QUOTE_LIMIT)}…`, prefix, suffix: '' };
}

/** A marked place in one line. */
export function showMark({ canonical, correction, place }: Draft) {
  const exact = readExact(place);
  return { canonical, exact, correction: correction === exact ? '' : correction };
}

export function readExact(place: ReportPlace): string {
  return findQuoteSelector(place.selectors)?.exact ?? '';
}

/** Whether two drafts, or a draft and a place, are about the same words. */
export function isOfPlace(one: ReportPlace, other: ReportPlace): boolean {
  return isSamePlace(readQuoted(one), readQuoted(other));
}

function readQuoted({ source, selectors }: ReportPlace) {
  const { exact = '', prefix = '', suffix = '' } = findQuoteSelector(selectors) ?? {};
  return { source, exact, prefix, suffix };
}

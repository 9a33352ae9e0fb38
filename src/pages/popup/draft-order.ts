/** Drafts as the popup has them: in which order, and whether somebody put work into one. */
import type { Draft, StoredDraft } from '../../model/draft.ts';
import { findQuoteSelector } from '../../model/report.ts';

/**
 * @param drafts newest first
 * @param address of the page in front, or null
 * @returns the page's own first, else as they were
 */
export function sortDrafts(drafts: readonly StoredDraft[], address: string | null): StoredDraft[] {
  const isHere = ({ page }: StoredDraft) =>
    address !== null && leaveFragment(page) === leaveFragment(address);
  return [...drafts.filter(isHere), ...drafts.filter((draft) => !isHere(draft))];
}

/** A link into the page is the same page. */
function leaveFragment(url: string): string {
  return url.replace(/#.*$/s, '');
}

/** The words that a draft is about; '' where it names none. */
export function readWords({ place }: Draft): string {
  return findQuoteSelector(place.selectors)?.exact ?? '';
}

/** Whether something would be lost with a draft that marking the words again does not bring back. */
export function isTypedIn(draft: Draft): boolean {
  const correction = draft.correction.trim();
  const isCorrected = correction !== '' && correction !== readWords(draft).trim();
  return isCorrected || draft.comment.trim() !== '';
}

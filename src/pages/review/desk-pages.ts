/** What the pages of the review are called, and which of them an editor's token is good for. */
import type { MessageKey } from '../../model/translate.ts';
import type { Editor } from '../../platform/editors/review-api.ts';
import { DESK_PAGES, type DeskPage } from './location.ts';

export const PAGE_NAMES = {
  queue: 'reviewDeskQueue',
  figures: 'reviewDeskFigures',
  dismissals: 'reviewDeskDismissals',
  corrections: 'reviewDeskCorrections',
  export: 'reviewDeskExport',
  sites: 'reviewDeskSites',
} as const satisfies Record<DeskPage, MessageKey>;

/** The queue is there for everybody: it says itself what a token is not good for. */
const NEEDED_SCOPES: Record<DeskPage, string | null> = {
  queue: null,
  figures: 'read',
  dismissals: 'read',
  corrections: 'read',
  export: 'read',
  sites: 'edit',
};

/** @param editor whose endpoint may be of a version that knows no scopes: its tokens are good for all */
export function listPages({ scopes }: Pick<Editor, 'scopes'>): DeskPage[] {
  return DESK_PAGES.filter((page) => {
    const needed = NEEDED_SCOPES[page];
    return needed === null || scopes.length === 0 || scopes.includes(needed);
  });
}

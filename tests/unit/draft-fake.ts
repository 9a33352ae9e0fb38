/** Drafts in memory, for tests: the same promises as the store in IndexedDB. */
import type { Draft, StoredDraft } from '../../src/model/draft.ts';
import type { ReportDraft } from '../../src/model/report.ts';
import type { DraftStore } from '../../src/platform/draft-store.ts';
import { makeDraft } from './outbox-fake.ts';

export function createDraftFake(drafts = new Map<string, StoredDraft>()): DraftStore {
  const list = () => [...drafts.values()].map((draft) => structuredClone(draft));
  return {
    async save(draft) {
      drafts.set(draft.canonical, structuredClone(draft));
    },
    find: async (canonical) => structuredClone(drafts.get(canonical)) ?? null,
    listOfPage: async (page) => list().filter((draft) => draft.page === page),
    countMarks: async (page) =>
      list().filter((draft) => draft.page === page && draft.isMarked).length,
    async remove(canonicals) {
      for (const canonical of canonicals) drafts.delete(canonical);
    },
    async removeOlder(than) {
      for (const draft of list()) if (draft.updatedAt < than) drafts.delete(draft.canonical);
    },
    count: async () => drafts.size,
    clear: async () => drafts.clear(),
    watch: () => () => undefined,
  };
}

/** A draft as the dialog holds it. */
export function makeOpenDraft(
  number = 1,
  changes: Partial<ReportDraft> = {},
  place: Partial<Draft['place']> = {},
): Draft {
  const { source, scope, selectors, language, ...rest } = makeDraft(number, changes);
  return {
    ...rest,
    place: {
      ...{ source, scope, selectors, language, title: 'A story', declared: null, native: null },
      ...place,
    },
    isMarked: false,
    updatedAt: rest.createdAt,
  };
}

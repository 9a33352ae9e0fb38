/** The corrections that readers can see, as they are shown: one that was withdrawn stays, so that it can be put back. */
import { useCallback } from 'preact/hooks';
import type { Outcome } from '../../../platform/editors/ask-endpoint.ts';
import type { Note } from '../../../platform/editors/notes.ts';
import type { ReviewApi } from '../../../platform/editors/review-api.ts';
import { type PagedList, usePagedList } from './use-paged-list.ts';

export interface ListedNote extends Note {
  isWithdrawn: boolean;
}

export interface Notes {
  list: PagedList<ListedNote>;
  put(note: Note, text: string): Promise<Outcome<Note>>;
  withdraw(note: Note): Promise<Outcome<null>>;
}

export const nameNote = ({ site, place }: Pick<Note, 'site' | 'place'>) => `${site} ${place}`;

export function useNotes(api: ReviewApi, site: string): Notes {
  const load = useCallback(
    async (after: string | null) => {
      const answer = await api.notes.list(site, after);
      if (!answer.ok) return answer;
      const { items, next } = answer.value;
      const listed = items.map((note) => ({ ...note, isWithdrawn: false }));
      return { ok: true as const, value: { items: listed, next } };
    },
    [api, site],
  );
  const list = usePagedList(load, nameNote);
  const { change } = list;
  const replace = useCallback(
    (note: ListedNote) =>
      change((held) => held.map((one) => (nameNote(one) === nameNote(note) ? note : one))),
    [change],
  );

  const put = useCallback<Notes['put']>(
    async (note, text) => {
      const answer = await api.notes.put({ place: note.place, site: note.site }, text);
      if (answer.ok) replace({ ...answer.value, isWithdrawn: false });
      return answer;
    },
    [api, replace],
  );

  const withdraw = useCallback<Notes['withdraw']>(
    async (note) => {
      const answer = await api.notes.remove({ place: note.place, site: note.site });
      // Somebody else has withdrawn it: readers see it no more all the same.
      if (!answer.ok && answer.failure !== 'gone') return answer;
      replace({ ...note, isWithdrawn: true });
      return { ok: true, value: null };
    },
    [api, replace],
  );
  return { list, put, withdraw };
}

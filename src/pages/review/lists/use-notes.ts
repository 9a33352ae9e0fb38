/** The corrections that readers can see, as they are shown: one that was withdrawn stays, so that it can be put back. */
import type { Outcome } from '../../../platform/editors/ask-endpoint.ts';
import type { Note } from '../../../platform/editors/notes.ts';
import type { ReviewApi } from '../../../platform/editors/review-api.ts';
import { type KeptList, useKeptList } from './use-kept-list.ts';

interface Notes {
  list: KeptList<Note>;
  put(note: Note, text: string): Promise<Outcome<Note>>;
  withdraw(note: Note): Promise<Outcome<null>>;
}

export const nameNote = ({ site, place }: Pick<Note, 'site' | 'place'>) => `${site} ${place}`;

export function useNotes(api: ReviewApi, site: string, isShown: boolean): Notes {
  const list = useKeptList<Note>({ site, isShown, load: api.notes.list, name: nameNote });
  return {
    list,
    async put({ place, site }, text) {
      const answer = await api.notes.put({ place, site }, text);
      if (answer.ok) list.put(answer.value);
      return answer;
    },
    async withdraw(note) {
      const answer = await api.notes.remove({ place: note.place, site: note.site });
      // Somebody else has withdrawn it: readers see it no more all the same.
      if (!answer.ok && answer.failure !== 'gone') return answer;
      list.markGone(note);
      return { ok: true, value: null };
    },
  };
}

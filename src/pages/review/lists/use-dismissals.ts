/** The list of what is no mistake, as it is seen: what was removed stays in its place, so that it can be put back. */
import type { Outcome } from '../../../platform/editors/ask-endpoint.ts';
import type { Dismissal, Dismissed } from '../../../platform/editors/dismissals.ts';
import type { ReviewApi } from '../../../platform/editors/review-api.ts';
import { type KeptList, useKeptList } from './use-kept-list.ts';

export interface NewDismissal extends Pick<Dismissal, 'words' | 'site' | 'reason'> {
  /** whether the new reports that quote the words are rejected as well */
  apply: boolean;
}

interface Dismissals {
  list: KeptList<Dismissal>;
  /** New words come first; those that were listed get the new reason and stay where they stand. */
  add(dismissal: NewDismissal): Promise<Outcome<Dismissed>>;
  remove(dismissal: Dismissal): Promise<Outcome<null>>;
}

export const nameDismissal = ({ site, key }: Dismissal) => `${site} ${key}`;

export function useDismissals(api: ReviewApi, site: string, isShown: boolean): Dismissals {
  const list = useKeptList<Dismissal>({
    site,
    isShown,
    load: api.dismissals.list,
    name: nameDismissal,
  });
  return {
    list,
    async add(dismissal) {
      const answer = await api.dismissals.add(dismissal);
      if (answer.ok) list.put(answer.value.dismissal);
      return answer;
    },
    async remove(dismissal) {
      const answer = await api.dismissals.remove(dismissal);
      // Somebody else has removed it: it is gone all the same.
      if (!answer.ok && answer.failure !== 'gone') return answer;
      list.markGone(dismissal);
      return { ok: true, value: null };
    },
  };
}

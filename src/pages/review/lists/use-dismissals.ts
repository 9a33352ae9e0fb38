/** The list of what is no mistake, as it is seen: what was removed stays in its place, so that it can be put back. */
import { useCallback } from 'preact/hooks';
import type { Outcome } from '../../../platform/editors/ask-endpoint.ts';
import type { Dismissal, Dismissed } from '../../../platform/editors/dismissals.ts';
import type { ReviewApi } from '../../../platform/editors/review-api.ts';
import { type PagedList, usePagedList } from './use-paged-list.ts';

export interface ListedDismissal extends Dismissal {
  isRemoved: boolean;
}

export interface NewDismissal extends Pick<Dismissal, 'words' | 'site' | 'reason'> {
  /** whether the new reports that quote the words are rejected as well */
  apply: boolean;
}

export interface Dismissals {
  list: PagedList<ListedDismissal>;
  /** New words come first; those that were listed get the new reason and stay where they stand. */
  add(dismissal: NewDismissal): Promise<Outcome<Dismissed>>;
  remove(dismissal: Dismissal): Promise<Outcome<null>>;
}

export const nameDismissal = ({ site, key }: Dismissal) => `${site} ${key}`;

export function useDismissals(api: ReviewApi, site: string): Dismissals {
  const load = useCallback(
    async (after: string | null) => {
      const answer = await api.dismissals.list(site, after);
      if (!answer.ok) return answer;
      const { items, next } = answer.value;
      return { ok: true as const, value: { items: items.map(markListed), next } };
    },
    [api, site],
  );
  const list = usePagedList(load, nameDismissal);
  const { change } = list;

  const add = useCallback<Dismissals['add']>(
    async (dismissal) => {
      const answer = await api.dismissals.add(dismissal);
      if (answer.ok) {
        const listed = markListed(answer.value.dismissal);
        const isIt = (one: Dismissal) => nameDismissal(one) === nameDismissal(listed);
        change((held) =>
          held.some(isIt) ? held.map((one) => (isIt(one) ? listed : one)) : [listed, ...held],
        );
      }
      return answer;
    },
    [api, change],
  );

  const remove = useCallback<Dismissals['remove']>(
    async (dismissal) => {
      const answer = await api.dismissals.remove(dismissal);
      // Somebody else has removed it: it is gone all the same.
      const isGone = answer.ok || answer.failure === 'gone';
      if (!isGone) return answer;
      const name = nameDismissal(dismissal);
      change((held) =>
        held.map((one) => (nameDismissal(one) === name ? { ...one, isRemoved: true } : one)),
      );
      return { ok: true, value: null };
    },
    [api, change],
  );
  return { list, add, remove };
}

function markListed(dismissal: Dismissal): ListedDismissal {
  return { ...dismissal, isRemoved: false };
}

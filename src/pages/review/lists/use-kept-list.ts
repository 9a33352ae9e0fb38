/**
 * A site's list on a page that is kept while others are shown. What has gone stays in its place, marked, so that it can be
 * put back, and nothing that is being written in its row is lost.
 */
import { useCallback, useMemo } from 'preact/hooks';
import type { Outcome } from '../../../platform/editors/ask-endpoint.ts';
import { createPagedList, type Keeping } from './paged-list.ts';
import { type PagedList, useVisited } from './use-paged-list.ts';

interface Entry {
  /** host name */
  site: string;
  /** epoch ms: the newest are first */
  at: number;
}

export type Listed<T> = T & { isGone: boolean };

export interface KeptList<T> extends PagedList<Listed<T>> {
  /** What is held is replaced in its place; what is new comes first, if it is of this list. */
  put(item: T): void;
  markGone(item: T): void;
}

interface KeptListOptions<T> {
  /** '' for all that the token covers; the list of another begins anew */
  site: string;
  isShown: boolean;
  /** gives what is listed for a site and those below it */
  load(
    site: string,
    after: string | null,
  ): Promise<Outcome<{ items: readonly T[]; next: string | null }>>;
  /** tells items apart */
  name(item: T): string;
}

export function useKeptList<T extends Entry>(options: KeptListOptions<T>): KeptList<T> {
  const { site, isShown, load, name } = options;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what another site has is another list
  const list = useMemo(
    () => createPagedList<Listed<T>>(name, createKeeping<T>(name)),
    [site, name],
  );
  const ask = useCallback(
    async (after: string | null) => {
      const answer = await load(site, after);
      if (!answer.ok) return answer;
      const { items, next } = answer.value;
      return { ok: true as const, value: { items: items.map(markListed), next } };
    },
    [load, site],
  );
  return {
    ...useVisited(list, ask, isShown),
    put(item) {
      const isIt = (one: T) => name(one) === name(item);
      const isOfList = site === '' || `.${item.site}`.endsWith(`.${site}`);
      list.change((held) => {
        if (held.some(isIt)) return held.map((one) => (isIt(one) ? markListed(item) : one));
        return isOfList ? [markListed(item), ...held] : held;
      });
    },
    markGone(item) {
      const mark = (one: Listed<T>) => (name(one) === name(item) ? { ...one, isGone: true } : one);
      list.change((held) => held.map(mark));
    },
  };
}

function markListed<T>(item: T): Listed<T> {
  return { ...item, isGone: false };
}

function createKeeping<T extends Entry>(name: (item: T) => string): Keeping<Listed<T>> {
  const readEnd = (items: readonly T[]) => items.at(-1)?.at ?? Number.NEGATIVE_INFINITY;
  return {
    reaches: (held, fresh) => readEnd(fresh) <= Math.min(...held.map(({ at }) => at)),
    join(held, fresh, isWhole) {
      const known = new Set(fresh.map(name));
      const end = isWhole ? Number.NEGATIVE_INFINITY : readEnd(fresh);
      const others = held
        .filter((item) => !known.has(name(item)))
        .map((item) => (item.at > end ? { ...item, isGone: true } : item));
      return [...fresh, ...others].toSorted((one, other) => other.at - one.at);
    },
  };
}

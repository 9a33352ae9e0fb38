/** A paged list, drawn anew after each change. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Failed } from '../../../platform/editors/ask-endpoint.ts';
import { createPagedList, type List, type LoadPage } from './paged-list.ts';

export interface PagedList<T> {
  items: readonly T[];
  /** whether there is more behind them */
  more: boolean;
  loading: boolean;
  /** why what was wanted last could not be had; what was loaded before is still there */
  failed: Failed | null;
  /** loads what could not be loaded, or the next page */
  loadMore(): void;
}

/**
 * @param load asks for one page; another function is another list, which begins anew
 * @param name tells items apart
 */
export function usePagedList<T>(load: LoadPage<T>, name: (item: T) => string): PagedList<T> {
  const namer = useRef(name);
  namer.current = name;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what another function loads is another list
  const list = useMemo(() => createPagedList<T>((item) => namer.current(item)), [load]);
  return useVisited(list, load, true);
}

/**
 * @param load asks for one page; with another function the list is read anew
 * @param isShown whether the list is looked at: nothing is asked for otherwise, and it is read anew when it is shown again
 */
export function useVisited<T>(list: List<T>, load: LoadPage<T>, isShown: boolean): PagedList<T> {
  const [, setDrawn] = useState(list.read());
  useEffect(() => list.subscribe(() => setDrawn(list.read())), [list]);
  useEffect(() => (isShown ? list.visit(load) : undefined), [list, load, isShown]);
  const { items, next, loading, failed } = list.read();
  return { items, more: next !== null, loading, failed, loadMore: list.loadMore };
}

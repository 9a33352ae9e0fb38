/**
 * A list that the endpoint gives page by page, as far as it has been loaded. What is held keeps its place when more
 * comes, and an answer to an earlier question than the last is not shown.
 */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Failed, Outcome } from '../../../platform/editors/ask-endpoint.ts';

type Change<T> = (items: readonly T[]) => readonly T[];

export interface PagedList<T> {
  items: readonly T[];
  /** whether there is more behind them */
  more: boolean;
  loading: boolean;
  /** why the last page could not be loaded; what was loaded before is still there */
  failed: Failed | null;
  /** loads what could not be loaded, or the next page */
  loadMore(): void;
  change(change: Change<T>): void;
}

/**
 * @param load asks for one page; another function is another list, which begins anew
 * @param name tells items apart
 */
export function usePagedList<T>(
  load: (after: string | null) => Promise<Outcome<{ items: T[]; next: string | null }>>,
  name: (item: T) => string,
): PagedList<T> {
  const [items, setItems] = useState<readonly T[]>([]);
  const [next, setNext] = useState<string | null>(null);
  const [loading, setLoading] = useState(true);
  const [failed, setFailed] = useState<Failed | null>(null);
  const asked = useRef(0);
  const namer = useRef(name);
  namer.current = name;

  const ask = useCallback(
    async (after: string | null) => {
      asked.current += 1;
      const mine = asked.current;
      setLoading(true);
      setFailed(null);
      const answer = await load(after);
      if (mine !== asked.current) return;
      setLoading(false);
      if (!answer.ok) return setFailed(answer);
      const { items: loaded, next: following } = answer.value;
      setItems((held) => addNew(after === null ? [] : held, loaded, namer.current));
      setNext(following);
    },
    [load],
  );

  useEffect(() => {
    setItems([]);
    setNext(null);
    void ask(null);
    return () => {
      asked.current += 1;
    };
  }, [ask]);

  const change = useCallback((make: Change<T>) => setItems(make), []);
  return { items, more: next !== null, loading, failed, loadMore: () => void ask(next), change };
}

function addNew<T>(held: readonly T[], loaded: readonly T[], name: (item: T) => string): T[] {
  const known = new Set(held.map(name));
  return [...held, ...loaded.filter((item) => !known.has(name(item)))];
}

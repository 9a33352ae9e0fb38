/**
 * The queue as the editor sees it: what was loaded of one state, and what came of the decisions made since.
 * A report that was decided stays where it stood, so that nothing moves under the reader and it can be
 * undone; it leaves with the next look at the list.
 */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { ReportState } from '../../model/report.ts';
import type {
  Outcome,
  ReviewApi,
  ReviewFailure,
  ReviewItem,
  ReviewPage,
} from '../../platform/editors-api.ts';

export interface Failed {
  failure: ReviewFailure;
  detail: string;
}

export interface Queue {
  items: ReviewItem[];
  /** whether there is more behind them */
  more: boolean;
  loading: boolean;
  failed: Failed | null;
  reload(): void;
  loadMore(): void;
  /** What came of it: the changed report; after a conflict the report as it stands is put in its row. */
  decide(item: ReviewItem, state: ReportState, reason: string): Promise<Outcome<ReviewItem>>;
}

export function useQueue(api: ReviewApi, state: ReportState, onUnauthorised: () => void): Queue {
  const [items, setItems] = useState<ReviewItem[]>([]);
  const [next, setNext] = useState<string | null>(null);
  const [loading, setLoading] = useState(true);
  const [failed, setFailed] = useState<Failed | null>(null);
  /** An answer to an earlier question than the last must not be shown. */
  const asked = useRef(0);

  const load = useCallback(
    async (after: string | null) => {
      asked.current += 1;
      const mine = asked.current;
      setLoading(true);
      setFailed(null);
      const answer = await api.list({ state, after });
      if (mine !== asked.current) return;
      setLoading(false);
      if (answer.ok) {
        const { items: loaded, next: following } = answer.value;
        setItems((held) => (after === null ? loaded : mergeItems(held, loaded)));
        setNext(following);
      } else if (answer.failure === 'unauthorised') onUnauthorised();
      else setFailed(answer);
    },
    [api, state, onUnauthorised],
  );

  useEffect(() => {
    setItems([]);
    setNext(null);
    void load(null);
    return () => {
      asked.current += 1;
    };
  }, [load]);

  const replace = useCallback((item: ReviewItem) => {
    setItems((held) => held.map((one) => (one.canonical === item.canonical ? item : one)));
  }, []);

  const decide = useCallback<Queue['decide']>(
    async (item, to, reason) => {
      const answer = await api.decide(item.canonical, { state: to, reason }, item.etag);
      if (answer.ok) replace(answer.value);
      else if (answer.failure === 'unauthorised') onUnauthorised();
      else if (answer.failure === 'conflict') {
        const current = await api.read(item.canonical);
        if (current.ok) replace(current.value);
      } else if (answer.failure === 'gone') {
        setItems((held) => held.filter(({ canonical }) => canonical !== item.canonical));
      }
      return answer;
    },
    [api, replace, onUnauthorised],
  );

  return {
    items,
    more: next !== null,
    loading,
    failed,
    reload: () => void load(null),
    loadMore: () => void load(next),
    decide,
  };
}

/** Adds a page behind what is held; what is held already keeps its place. */
export function mergeItems(held: ReviewItem[], loaded: ReviewPage['items']): ReviewItem[] {
  const known = new Set(held.map(({ canonical }) => canonical));
  return [...held, ...loaded.filter(({ canonical }) => !known.has(canonical))];
}

/**
 * A list that the endpoint gives page by page, as far as it has been loaded. It is asked for one thing at a time, in the
 * order in which they were wanted. What is held keeps its place when more comes.
 */
import type { Failed, Outcome } from '../../../platform/editors/ask-endpoint.ts';

/** Asks for one page; null for the first. */
export type LoadPage<T> = (
  after: string | null,
) => Promise<Outcome<{ items: readonly T[]; next: string | null }>>;

/** How what is read anew takes the place of what was held. */
export interface Keeping<T> {
  /** whether it goes as far */
  reaches(held: readonly T[], fresh: readonly T[]): boolean;
  /** @param isWhole whether there is nothing behind what was read */
  join(held: readonly T[], fresh: readonly T[], isWhole: boolean): readonly T[];
}

interface ListState<T> {
  items: readonly T[];
  /** where the next page begins; null where there is none */
  next: string | null;
  loading: boolean;
  /** why what was wanted last could not be had; what was loaded before is still there */
  failed: Failed | null;
}

/** A time in which the list is looked at. */
interface Visit<T> {
  load: LoadPage<T>;
  isOver: boolean;
}

type Act<T> = (visit: Visit<T>) => Promise<Failed | null>;

export type List<T> = ReturnType<typeof createPagedList<T>>;

/** @param name tells items apart */
export function createPagedList<T>(
  name: (item: T) => string,
  { reaches, join }: Keeping<T> = { reaches: () => true, join: (_, fresh) => fresh },
) {
  const listeners = new Set<() => void>();
  let state: ListState<T> = { items: [], next: null, loading: true, failed: null };
  let visit: Visit<T> | null = null;
  let turn = Promise.resolve();
  let waiting = 0;
  let changes = 0;

  const set = (change: Partial<ListState<T>>) => {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  };

  const readAnew: Act<T> = async (mine) => {
    const before = changes;
    let fresh: readonly T[] = [];
    let next: string | null = null;
    do {
      const answer = await mine.load(next);
      if (mine.isOver) return null;
      if (!answer.ok) return answer;
      fresh = addNew(fresh, answer.value.items, name);
      next = answer.value.next;
    } while (next !== null && !reaches(state.items, fresh));
    // What was changed meanwhile may be older in the answer.
    if (changes !== before) return readAnew(mine);
    set({ items: join(state.items, fresh, next === null), next });
    return null;
  };

  const readMore: Act<T> = async ({ load }) => {
    if (state.next === null) return null;
    const answer = await load(state.next);
    if (!answer.ok) return answer;
    set({ items: addNew(state.items, answer.value.items, name), next: answer.value.next });
    return null;
  };

  let last = readAnew;
  const take = (mine: Visit<T>, act: Act<T>) => {
    waiting += 1;
    set({ loading: true, failed: null });
    turn = turn.then(async () => {
      last = act;
      const failed = mine.isOver ? null : await act(mine);
      waiting -= 1;
      // Whoever comes back finds it as it was left, and not yet as if that were all.
      if (mine.isOver && act === readAnew) return;
      set({ loading: waiting > 0, failed });
    });
  };

  return {
    read: () => state,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    /** Reads the list, or what has become of it since. @returns ends the visit: nothing is asked for then */
    visit(load: LoadPage<T>) {
      const mine: Visit<T> = { load, isOver: false };
      visit = mine;
      take(mine, readAnew);
      return () => {
        mine.isOver = true;
      };
    },
    /** Loads what could not be loaded, or the next page. */
    loadMore() {
      if (visit !== null) take(visit, state.failed === null ? readMore : last);
    },
    /** What the editor has changed stands, whatever was asked before. */
    change(make: (items: readonly T[]) => readonly T[]) {
      changes += 1;
      set({ items: make(state.items) });
    },
  };
}

function addNew<T>(held: readonly T[], loaded: readonly T[], name: (item: T) => string): T[] {
  const known = new Set(held.map(name));
  return [...held, ...loaded.filter((item) => !known.has(name(item)))];
}

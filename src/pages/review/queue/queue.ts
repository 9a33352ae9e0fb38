/**
 * The queue as one editor sees it: the list as it was begun, in an order that stays; what has come since, counted; what
 * was chosen, decided and taken back. It knows nothing of how it is drawn: whoever draws it subscribes, and reads it.
 */
import type { Cluster } from '../../../platform/editors/clusters.ts';
import type { ReviewApi } from '../../../platform/editors/review-api.ts';
import { type Arrivals, createArrivals } from './arrivals.ts';
import { createCounting, isSameCount } from './counting.ts';
import { createDeciding, type Told } from './deciding.ts';
import { createDecidingMany } from './deciding-many.ts';
import { createFreshness } from './freshness.ts';
import type { Queue, QueueState, QueueView } from './queue-state.ts';
import { createRowLines } from './row-lines.ts';
import { createRows, nameRow } from './rows.ts';
import { createSelection } from './selection.ts';
import { createTakingBack } from './taking-back.ts';
import { createDoneList } from './undoing.ts';

export function createQueue({
  api,
  editor,
}: {
  api: Pick<ReviewApi, 'clusters' | 'reports' | 'dismissals' | 'events'>;
  /** the editor's own name */
  editor: string;
}): Queue {
  const listeners = new Set<() => void>();
  let view: QueueView | null = null;
  let next: string | null = null;
  /** An answer to an earlier question than the last must not be shown. */
  let asked = 0;
  /** keys of what has changed while a part of the list was on its way, which may not have it */
  const changed = new Set<string>();
  let arrivals: Arrivals | null = null;
  let arrivalsToCome: Arrivals | null = null;
  /** keys of rows that are shown: of the list those near the view, and guests by how often */
  let near: readonly string[] = [];
  const guests = new Map<string, number>();
  let part: Pick<QueueState, 'loading' | 'failed' | 'current' | 'counts' | 'status'> = {
    ...{ loading: null, failed: null, current: null, counts: null, status: 'waiting' },
  };
  let state: QueueState | null = null;

  const onChange = () => {
    state = null;
    for (const listener of listeners) listener();
  };
  const change = (changes: Partial<typeof part>) => {
    part = { ...part, ...changes };
    onChange();
  };

  const rows = createRows();
  const done = createDoneList();
  const selection = createSelection(rows, onChange);
  const freshness = createFreshness({ rows, clusters: api.clusters, onChange });
  const deps = { api, editor, rows, done, onChange };
  const deciding = createDeciding(deps);
  const takingBack = createTakingBack(deps, deciding);
  const many = createDecidingMany(deps, deciding.readLast, selection.drop);
  const isListed = (key: string) => rows.indexOf(key) !== -1;
  const inRow = createRowLines();

  const counting = createCounting(
    api.clusters,
    () => view?.filter ?? null,
    (counts) => change({ counts }),
  );

  /** @param isOther whether another view is to be listed, so that what is listed says nothing of it */
  const begin = async (shown: QueueView, isOther: boolean): Promise<void> => {
    arrivalsToCome?.stop();
    const { filter } = shown;
    const coming = createArrivals({
      ...{ filter, clusters: api.clusters, onChange },
      isListed: (key) => coming === arrivals && isListed(key),
    });
    arrivalsToCome = coming;
    counting.ask();
    const answer = await ask(shown, null);
    if (answer === null) return;
    arrivalsToCome = null;
    if (!answer.ok && !isOther) {
      coming.stop();
      return;
    }
    arrivals?.stop();
    arrivals = coming;
    rows.begin(answer.ok ? answer.value.items : [], ({ key }) => guests.has(key));
    next = answer.ok ? answer.value.next : null;
    selection.clear();
    if (part.current !== null && rows.get(part.current) === undefined) change({ current: null });
    settle();
  };

  const ask = async (shown: QueueView, after: string | null) => {
    asked += 1;
    const mine = asked;
    if (part.loading === null) changed.clear();
    change({ loading: after === null ? 'list' : 'more', failed: null });
    const answer = await api.clusters.list({ ...shown, after });
    if (mine !== asked) return null;
    part = { ...part, loading: null, failed: answer.ok ? null : answer };
    if (!answer.ok) onChange();
    return answer;
  };

  const settle = () => {
    arrivals?.settle();
    freshness.mark(changed);
    onChange();
  };

  const lookAround = () => freshness.look([...near, ...guests.keys()]);
  const hold = (clusters: readonly Cluster[]): string[] => {
    const keys = rows.adopt(clusters);
    onChange();
    return keys;
  };

  /** Undoing goes one after the other: what is quickly asked for three times takes back three. */
  let line: Promise<unknown> = Promise.resolve();
  const inLine = (work: () => Promise<Told>): Promise<Told> => {
    const mine = line.then(work);
    line = mine;
    return mine;
  };
  const afterwards = async <T>(work: Promise<T>): Promise<T> => {
    const told = await work;
    counting.ask();
    lookAround();
    onChange();
    return told;
  };

  /** What the editor has begun, to be over before it is taken back: keys are quicker than answers. */
  const begun = new Set<Promise<unknown>>();
  const note = <T>(work: Promise<T>): Promise<T> => {
    const ended = work.finally(() => begun.delete(ended));
    begun.add(ended);
    return ended;
  };

  const undo = async (): Promise<Told> => {
    await Promise.allSettled(begun);
    const failed = await many.settleLost();
    if (failed !== null) return { kind: 'unknown', failed };
    const last = done.takeLast();
    if (last === null) return { kind: 'nothing' };
    if (last.kind === 'edit') return takingBack.takeBackEdit(last.edit);
    const [move] = last.moves;
    if (move !== undefined && last.moves.length === 1) return takingBack.takeBackMove(move);
    await many.takeBackMany(last.moves);
    return { kind: 'many' };
  };

  return {
    read() {
      state ??= {
        ...part,
        ...{ order: rows.order(), rows: rows.held(), hasMore: next !== null },
        ...{
          selected: selection.keys(),
          batch: many.batch(),
          canUndo: done.size() > 0 || many.hasLost(),
        },
        arrivals: arrivals?.count() ?? { count: 0, isMore: false },
      };
      return state;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    start() {
      const ending = new AbortController();
      void api.events.follow({
        signal: ending.signal,
        onStatus(status) {
          change({ status });
          const waiting = status === 'live' ? [freshness, counting, arrivals, arrivalsToCome] : [];
          for (const one of waiting) one?.recover();
        },
        onEvents(events) {
          const keys = events.map(nameRow);
          if (part.loading !== null) for (const key of keys) changed.add(key);
          freshness.mark(keys);
          for (const one of [arrivals, arrivalsToCome]) one?.take(events);
          counting.ask();
          onChange();
        },
        onReset() {
          freshness.markAll();
          arrivals?.lose(view?.sort === 'newest' || next === null);
          counting.ask();
          onChange();
        },
      });
      return () => {
        ending.abort();
        for (const one of [freshness, counting, arrivals, arrivalsToCome]) one?.stop();
      };
    },

    async show(shown) {
      if (view === null || !isSameCount(view.filter, shown.filter)) change({ counts: null });
      view = shown;
      await begin(shown, true);
    },
    async reload() {
      if (view !== null) await begin(view, false);
    },
    async loadMore() {
      if (view === null || next === null || part.loading !== null) return;
      const answer = await ask(view, next);
      if (answer === null || !answer.ok) return;
      rows.append(answer.value.items);
      next = answer.value.next;
      settle();
    },

    indexOf: rows.indexOf,
    look(keys, at) {
      near = keys;
      rows.putAway(at);
      lookAround();
    },
    watch(key) {
      guests.set(key, (guests.get(key) ?? 0) + 1);
      lookAround();
      return () => {
        const count = (guests.get(key) ?? 1) - 1;
        if (count > 0) guests.set(key, count);
        else {
          guests.delete(key);
          rows.release(key);
        }
      };
    },
    setCurrent(key) {
      if (key !== part.current) change({ current: key });
    },
    step(by, above) {
      const { current } = part;
      const at = current === null || current === above ? -1 : rows.indexOf(current);
      // From where nobody is, and from a row before the list, one comes to the first.
      const to = at === -1 ? (by === 1 || current === null ? 0 : -1) : at + by;
      const order = rows.order();
      const key = above !== null && order[to] === above ? order[to + by] : order[to];
      if (key === undefined) return null;
      change({ current: key });
      return key;
    },
    selection,

    act: (key, deed) => afterwards(note(inRow(key, () => deciding.act(key, deed)))),
    undo: () => afterwards(inLine(undo)),
    canUndoRow(key) {
      const [move, row] = [done.findMove(key), rows.get(key)];
      return move !== null && row?.state === move.to;
    },
    undoRow: (key) =>
      afterwards(
        inLine(async () => {
          const move = done.takeMove(key);
          return move === null ? { kind: 'nothing' } : takingBack.takeBackMove(move);
        }),
      ),
    decideMany: (keys, verdict) => afterwards(note(many.decideMany(keys, verdict))),
    stopBatch: many.stop,
    dismissBatch: many.dismiss,

    forgive(key) {
      rows.change(key, { trouble: null });
      onChange();
    },
    adopt: hold,
    async fetch(address) {
      const answer = await api.clusters.read(address);
      if (!answer.ok) return answer;
      const [key = ''] = hold([answer.value]);
      return { ok: true, value: key };
    },
    mark(key) {
      freshness.mark([key]);
      onChange();
    },
  };
}

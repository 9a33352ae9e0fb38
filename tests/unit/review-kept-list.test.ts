// @vitest-environment jsdom
import fc from 'fast-check';
import { h, render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it } from 'vitest';
import { useKeptList } from '../../src/pages/review/lists/use-kept-list.ts';
import { fail, pass, run } from './review-lists-fake.ts';

afterEach(() => act(() => render(null, document.body)));

interface Item {
  id: number;
  site: string;
  at: number;
  text: string;
}
type List = ReturnType<typeof useKeptList<Item>>;
type Shown = { site?: string; isShown?: boolean };

const PAGE = 3;
const nameItem = ({ id }: Item) => String(id);

/** Whether it comes after the last of a page, which is not there any more perhaps. */
function isBehind({ at, id }: Item, last: string): boolean {
  const end: Item = JSON.parse(last);
  return at === end.at ? id < end.id : at < end.at;
}

/** An endpoint's list that others change as well, whose answers come when the test says so; and the list as it is shown. */
function openList() {
  const stored = new Map<number, Item>();
  const waiting: (() => void)[] = [];
  const asked: { site: string; after: string | null }[] = [];
  let [clock, fails, most] = [0, false, 0];
  let shown = { site: '', isShown: true };
  let list: List;

  const listStored = () =>
    [...stored.values()].sort((one, other) => other.at - one.at || other.id - one.id);
  const load = (site: string, after: string | null) => {
    asked.push({ site, after });
    const rest = listStored()
      .filter((one) => `.${one.site}`.endsWith(site === '' ? '' : `.${site}`))
      .filter((one) => after === null || isBehind(one, after));
    const items = rest.slice(0, PAGE);
    const next = rest.length > PAGE ? JSON.stringify(items.at(-1)) : null;
    const answer = fails ? fail('network') : pass({ items, next });
    return new Promise<typeof answer>((resolve) => {
      waiting.push(() => resolve(answer));
      most = Math.max(most, waiting.length);
    });
  };
  let ask = load;
  function Probe(props: typeof shown) {
    list = useKeptList<Item>({ ...props, load: ask, name: nameItem });
    return null;
  }
  const show = (change: Shown = {}) => {
    shown = { ...shown, ...change };
    return run(() => render(h(Probe, shown), document.body));
  };
  const answer = async () => {
    const [first] = waiting.splice(0, 1);
    await run(() => first?.());
  };
  const settle = async () => {
    while (waiting.length > 0) await answer();
  };
  const store = (id: number, text: string, { site = 'a.test', at = 0 } = {}) => {
    clock += 1;
    const item = { id, site, text, at: stored.get(id)?.at ?? (at || clock) };
    stored.set(id, item);
    return item;
  };
  return {
    ...{ stored, asked, show, answer, settle, store, listStored },
    read: () => list,
    ids: () => list.items.map(({ id, isGone }) => (isGone ? -id : id)),
    break: (next: boolean) => {
      fails = next;
    },
    /** signs in anew */
    askAnew: () => {
      ask = (site, after) => load(site, after);
      return show();
    },
    /** @returns the most questions that were under way at once */
    readMost: () => most,
  };
}

describe('a list that is come back to', () => {
  const openStored = async (count: number) => {
    const opened = openList();
    for (let id = 1; id <= count; id += 1) opened.store(id, 'text');
    await opened.show();
    await opened.settle();
    return opened;
  };

  it('has what has come, what has changed and what has gone, in one go', async () => {
    const { read, ids, stored, ...list } = await openStored(4);
    await run(() => read().loadMore());
    await list.settle();
    expect(ids()).toEqual([4, 3, 2, 1]);
    await list.show({ isShown: false });
    list.store(5, 'new');
    list.store(2, 'other');
    stored.delete(3);
    await list.show({ isShown: true });
    expect(ids()).toEqual([4, 3, 2, 1]);
    expect(read().loading).toBe(true);
    await list.answer();
    expect(ids()).toEqual([4, 3, 2, 1]);
    await list.settle();
    expect(ids()).toEqual([5, 4, -3, 2, 1]);
    expect(read().items.find(({ id }) => id === 2)?.text).toBe('other');
    expect(read()).toMatchObject({ loading: false, more: false });
  });

  it('goes as far as it was loaded and no further', async () => {
    const { asked, ids, ...list } = await openStored(9);
    await list.show({ isShown: false });
    await list.show({ isShown: true });
    await list.settle();
    expect(asked).toHaveLength(2);
    expect(ids()).toEqual([9, 8, 7]);
    list.stored.delete(8);
    await list.show({ isShown: false });
    await list.show({ isShown: true });
    await list.settle();
    expect(ids()).toEqual([9, -8, 7, 6]);
  });

  it('stands where it could not be read, and is read again when that is asked for', async () => {
    const { read, ids, ...list } = await openStored(4);
    await list.show({ isShown: false });
    list.store(5, 'new');
    list.break(true);
    await list.show({ isShown: true });
    await list.settle();
    expect(read().failed?.failure).toBe('network');
    expect(ids()).toEqual([4, 3, 2]);
    list.break(false);
    await run(() => read().loadMore());
    await list.settle();
    expect(read().failed).toBeNull();
    expect(ids()).toEqual([5, 4, 3, 2, 1]);
  });

  it('keeps what was put there in the same moment as what is behind it', async () => {
    const { read, ids, ...list } = openList();
    for (let id = 1; id <= 4; id += 1) list.store(id, 'text', { at: 1 });
    await list.show();
    await list.settle();
    await run(() => read().loadMore());
    await list.settle();
    await list.show({ isShown: false });
    list.store(5, 'text', { at: 1 });
    await list.show({ isShown: true });
    await list.settle();
    expect(ids()).toEqual([5, 4, 3, 2, 1]);
    await run(() => read().loadMore());
    await list.settle();
    expect(ids()).toEqual([5, 4, 3, 2, 1]);
    expect(read().more).toBe(false);
  });

  it('is being read until all is there that was asked for', async () => {
    const { read, ids, ...list } = await openStored(7);
    await run(() => read().loadMore());
    await list.show({ isShown: false });
    await list.show({ isShown: true });
    await list.answer();
    expect(ids()).toEqual([7, 6, 5, 4, 3, 2]);
    expect(read().loading).toBe(true);
    await list.settle();
    expect(read()).toMatchObject({ loading: false, more: true });
  });

  it('has what the editor did while it was being read', async () => {
    const { read, ids, ...list } = await openStored(3);
    await list.show({ isShown: false });
    await list.show({ isShown: true });
    // The answer that is on its way knows nothing of it.
    await run(() => read().put(list.store(3, 'mine')));
    await run(() => read().put(list.store(4, 'added')));
    await list.settle();
    expect(ids()).toEqual([4, 3, 2, 1]);
    expect(read().items[1]?.text).toBe('mine');
  });

  it('does not end with what has been read of it, nor begin with nothing', async () => {
    const list = openList();
    list.store(1, 'text');
    await list.show();
    await list.show({ isShown: false });
    await list.settle();
    expect(list.read()).toMatchObject({ items: [], loading: true });
    await list.show({ isShown: true });
    await list.settle();
    expect(list.ids()).toEqual([1]);
  });

  it('is read anew after another sign-in, when it is looked at, and begins anew for another site', async () => {
    const { asked, ids, ...list } = await openStored(2);
    await list.askAnew();
    expect(ids()).toEqual([2, 1]);
    await list.settle();
    expect(asked).toHaveLength(2);
    await list.show({ isShown: false });
    await list.askAnew();
    expect(asked).toHaveLength(2);
    list.store(3, 'text', { site: 'b.test' });
    await list.show({ isShown: true, site: 'b.test' });
    expect(ids()).toEqual([]);
    await list.settle();
    expect(asked).toHaveLength(3);
    expect(ids()).toEqual([3]);
  });

  it('does not take in what is of another site', async () => {
    const { read, ids, ...list } = await openStored(0);
    await list.show({ site: 'a.test' });
    await list.settle();
    await run(() => read().put(list.store(1, 'text', { site: 'sub.a.test' })));
    await run(() => read().put(list.store(2, 'text', { site: 'b.test' })));
    await run(() => read().put(list.store(3, 'text', { site: 'ba.test' })));
    expect(ids()).toEqual([1]);
  });

  it('is as the endpoint has it in the end, loses nothing, and asks one thing at a time, in sight', async () => {
    const id = fc.integer({ min: 1, max: 12 });
    const ops = fc.oneof(
      fc.record({ op: fc.constantFrom('store', 'delete', 'put', 'remove'), id }),
      fc.record({ op: fc.constantFrom('more', 'leave', 'return', 'answer', 'askAnew'), id }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(ops, { maxLength: 30 }), async (steps) => {
        const list = openList();
        const { stored, read } = list;
        for (let n = 1; n <= 5; n += 1) list.store(n, 'first');
        await list.show();
        const seen = new Set<number>();
        let isShown = true;
        for (const [step, { op, id }] of steps.entries()) {
          const before = list.asked.length;
          const text = `text ${step}`;
          if (op === 'store') list.store(id, text);
          if (op === 'delete') stored.delete(id);
          if (op === 'put') await run(() => read().put(list.store(id, text)));
          if (op === 'remove') {
            const item = stored.get(id);
            stored.delete(id);
            if (item !== undefined) await run(() => read().markGone(item));
          }
          if (op === 'more') await run(() => read().loadMore());
          if (op === 'leave' || op === 'return') {
            isShown = op === 'return';
            await list.show({ isShown });
          }
          if (op === 'answer') await list.answer();
          if (op === 'askAnew') await list.askAnew();
          if (!isShown) expect(list.asked.length).toBe(before);
          const held = list.read().items.map((one) => one.id);
          expect(new Set(held).size).toBe(held.length);
          for (const one of seen) expect(held).toContain(one);
          for (const one of held) seen.add(one);
        }
        await list.settle();
        await list.show({ isShown: false });
        await list.show({ isShown: true });
        await list.settle();
        const { items, more, loading, failed } = list.read();
        expect({ loading, failed }).toEqual({ loading: false, failed: null });
        const there = items.filter(({ isGone }) => !isGone);
        const all = list.listStored();
        expect(there.map(({ id, text }) => [id, text])).toEqual(
          all.slice(0, there.length).map(({ id, text }) => [id, text]),
        );
        expect(more).toBe(there.length < all.length);
        for (const { id } of items.filter(({ isGone }) => isGone))
          expect(stored.has(id)).toBe(false);
        for (const one of seen) expect(items.map(({ id }) => id)).toContain(one);
        expect(list.readMost()).toBe(1);
        await act(() => render(null, document.body));
      }),
      { numRuns: 150 },
    );
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ReportState } from '../../src/model/report.ts';
import { createQueue } from '../../src/pages/review/queue/queue.ts';
import type { Queue } from '../../src/pages/review/queue/queue-state.ts';
import { type Deed, nameRow } from '../../src/pages/review/queue/rows.ts';
import { ANY_CLUSTER, type ClusterSort } from '../../src/platform/editors/clusters.ts';
import { createDeskFake, type DeskFakeOptions, ME, OTHER, SITE } from './review-desk-fake.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const key = (place: string) => nameRow({ place, site: SITE });
const verdict = (state: ReportState, reason = '', dismiss = false): Deed => ({
  kind: 'verdict',
  verdict: { state, reason, dismiss },
});

async function open(
  count: number,
  options: DeskFakeOptions = {},
  { kind = '', sort = 'newest' as ClusterSort } = {},
) {
  const fake = createDeskFake(options);
  for (let i = count; i > 0; i -= 1) fake.add({ place: `p${i}` });
  const queue = createQueue({ api: fake.api, editor: ME });
  const stop = queue.start();
  await queue.show({ filter: { ...ANY_CLUSTER, state: 'new', kind }, sort });
  queue.look(queue.read().order, 0);
  return { fake, queue, stop };
}

const settle = () => vi.advanceTimersByTimeAsync(20_000);
const places = (queue: Queue) => queue.read().order.map((one) => one.split(' ')[1]);
const row = (queue: Queue, place: string) => queue.read().rows.get(key(place));
const count = (list: readonly { method: string }[], method: string) =>
  list.filter((one) => one.method === method).length;

describe('the list', () => {
  it('is loaded page by page, and nothing twice', async () => {
    const { fake, queue } = await open(120);
    expect(places(queue)).toHaveLength(50);
    // What comes on top moves the pages behind it.
    for (const place of ['x', 'y', 'z']) fake.arrive({ place });
    await queue.loadMore();
    await queue.loadMore();
    expect(new Set(places(queue)).size).toBe(places(queue).length);
    expect(places(queue)).toHaveLength(120);
    expect(queue.read().hasMore).toBe(false);
    await queue.loadMore();
    expect(count(fake.asked, 'list')).toBe(3);
  });

  it('shows the answer to the last question, whichever comes last', async () => {
    const waits: (() => void)[] = [];
    const { fake, queue } = await open(3, {
      pause: (method) =>
        method === 'list' && waits.length > 0
          ? new Promise<void>((resolve) => waits.push(resolve))
          : Promise.resolve(),
    });
    fake.decide('p1', 'accepted');
    waits.push(() => undefined);
    const first = queue.show({ filter: { ...ANY_CLUSTER, state: 'accepted' }, sort: 'newest' });
    const second = queue.show({ filter: { ...ANY_CLUSTER, state: 'new' }, sort: 'newest' });
    for (const place of [2, 1, 3, 4]) waits[place]?.();
    await vi.advanceTimersByTimeAsync(1);
    for (const wait of waits) wait();
    await Promise.all([first, second]);
    expect(places(queue)).toEqual(['p2', 'p3']);
  });

  it('stays where it cannot be loaded anew, and goes where another was asked for', async () => {
    let fault: 'network' | null = null;
    const { queue } = await open(3, { fault: () => fault });
    fault = 'network';
    await queue.reload();
    expect(places(queue)).toEqual(['p1', 'p2', 'p3']);
    expect(queue.read().failed?.failure).toBe('network');
    await queue.show({ filter: { ...ANY_CLUSTER, state: 'fixed' }, sort: 'newest' });
    expect(places(queue)).toEqual([]);
    fault = null;
    await queue.show({ filter: { ...ANY_CLUSTER, state: 'new' }, sort: 'newest' });
    expect(places(queue)).toEqual(['p1', 'p2', 'p3']);
    expect(queue.read().failed).toBeNull();
  });
});

describe('what comes meanwhile', () => {
  it('is counted, and put into the list only when it is asked for', async () => {
    const { fake, queue } = await open(3);
    for (let i = 0; i < 10_000; i += 1) fake.arrive({ place: `n${i}` });
    expect(places(queue)).toEqual(['p1', 'p2', 'p3']);
    expect(queue.read().arrivals).toEqual({ count: 999, isMore: true });
    await settle();
    expect(fake.asked.length).toBeLessThan(20);
    await queue.reload();
    expect(places(queue)[0]).toBe('n9999');
    expect(queue.read().arrivals).toEqual({ count: 0, isMore: false });
  });

  it('is counted once, and no more when it has gone another way', async () => {
    const { fake, queue } = await open(1);
    fake.arrive({ place: 'x' });
    fake.repeat('x');
    fake.arrive({ place: 'y' });
    expect(queue.read().arrivals.count).toBe(2);
    fake.decide('x', 'rejected');
    fake.erase('y');
    expect(queue.read().arrivals.count).toBe(0);
  });

  it('is counted where the endpoint says that it belongs to the list', async () => {
    const { fake, queue } = await open(2, {}, { kind: 'spelling' });
    fake.arrive({ place: 'x', kind: 'fact' });
    fake.arrive({ place: 'y', kind: 'spelling' });
    expect(queue.read().arrivals.count).toBe(0);
    await settle();
    expect(queue.read().arrivals.count).toBe(1);
  });

  it('is not lost while the list is being loaded', async () => {
    let isSlow = false;
    const { fake, queue } = await open(3, {
      pause: async () => {
        if (isSlow) await new Promise((resolve) => setTimeout(resolve, 500));
      },
    });
    isSlow = true;
    const loading = queue.reload();
    await vi.advanceTimersByTimeAsync(700);
    // The answer has been made, and is on its way.
    fake.arrive({ place: 'late' });
    fake.repeat('p2');
    await vi.advanceTimersByTimeAsync(700);
    await loading;
    expect(places(queue)).toEqual(['p1', 'p2', 'p3']);
    expect(queue.read().arrivals.count).toBe(1);
    queue.look(queue.read().order, 0);
    await settle();
    expect(row(queue, 'p2')?.cluster?.reports).toBe(2);
  });

  it('changes rows where they stand, many with one question', async () => {
    const { fake, queue } = await open(40);
    for (let i = 1; i <= 40; i += 1) fake.repeat(`p${i}`);
    for (let i = 1; i <= 40; i += 1) fake.decide(`p${i}`, 'accepted');
    await settle();
    expect(places(queue)).toHaveLength(40);
    for (const { state, isStale } of queue.read().rows.values()) {
      expect({ state, isStale }).toEqual({ state: 'accepted', isStale: false });
    }
    expect(count(fake.asked, 'readMany')).toBeLessThanOrEqual(2);
    expect(queue.read().arrivals.count).toBe(0);
  });

  it('waits with what is out of view', async () => {
    const { fake, queue } = await open(40);
    queue.look([key('p1')], 0);
    fake.decide('p30', 'spam');
    await settle();
    expect(count(fake.asked, 'readMany')).toBe(0);
    expect(row(queue, 'p30')).toMatchObject({ state: 'new', isStale: true });
    queue.look([key('p30')], 29);
    await settle();
    expect(row(queue, 'p30')).toMatchObject({ state: 'spam', isStale: false });
  });

  it('is read after the stream was away, and says where nobody knows', async () => {
    const { fake, queue } = await open(3);
    fake.add({ place: 'missed' });
    fake.reset();
    await settle();
    expect(queue.read().arrivals).toEqual({ count: 1, isMore: false });

    const other = await open(120, {}, { sort: 'article' });
    other.fake.reset();
    await settle();
    expect(other.queue.read().arrivals).toEqual({ count: 0, isMore: true });
  });

  it('is told to be gone', async () => {
    const { fake, queue } = await open(2);
    fake.erase('p1');
    await settle();
    expect(row(queue, 'p1')?.isGone).toBe(true);
    expect(places(queue)).toEqual(['p1', 'p2']);
    expect(await queue.act(key('p1'), verdict('accepted'))).toEqual({ kind: 'nothing' });
  });
});

describe('a decision', () => {
  it('stays in its place, is sent once, and can be taken back', async () => {
    const { fake, queue } = await open(3);
    const [one, other] = [
      queue.act(key('p2'), verdict('accepted')),
      queue.act(key('p2'), verdict('accepted')),
    ];
    expect(row(queue, 'p2')?.deed).not.toBeNull();
    expect(await one).toEqual({ kind: 'decided', state: 'accepted' });
    expect(await other).toEqual({ kind: 'nothing' });
    expect(fake.taken).toHaveLength(1);
    expect(places(queue)).toEqual(['p1', 'p2', 'p3']);
    expect(queue.canUndoRow(key('p2'))).toBe(true);
    expect(await queue.undo()).toMatchObject({ kind: 'undone', state: 'new', words: 'teh' });
    expect(fake.get('p2')?.state).toBe('new');
    expect(await queue.undo()).toEqual({ kind: 'nothing' });
  });

  it('is told where it cannot be', async () => {
    const { fake, queue } = await open(1);
    const changed = { kind: 'trouble', trouble: { kind: 'changed' } };
    expect(await queue.act(key('p1'), verdict('fixed'))).toEqual(changed);
    expect(row(queue, 'p1')?.trouble).toEqual(changed.trouble);
    expect(await queue.act('nobody', verdict('accepted'))).toEqual({ kind: 'nothing' });
    expect(fake.taken).toEqual([]);
  });

  it('overwrites nobody’s, and says whose was first', async () => {
    const { fake, queue } = await open(1);
    fake.decide('p1', 'rejected');
    const told = await queue.act(key('p1'), verdict('accepted'));
    expect(told).toMatchObject({ kind: 'trouble', trouble: { kind: 'decided' } });
    expect(row(queue, 'p1')).toMatchObject({
      state: 'rejected',
      trouble: { last: { editor: OTHER, to: 'rejected' } },
    });
    expect(fake.get('p1')?.state).toBe('rejected');
    expect(queue.read().canUndo).toBe(false);
  });

  it('waits for another look where it has only been reported again', async () => {
    const { fake, queue } = await open(1);
    fake.repeat('p1');
    const told = await queue.act(key('p1'), verdict('accepted'));
    expect(told).toEqual({ kind: 'trouble', trouble: { kind: 'changed' } });
    expect(row(queue, 'p1')?.cluster?.reports).toBe(2);
    expect(await queue.act(key('p1'), verdict('accepted'))).toMatchObject({ kind: 'decided' });
    expect(row(queue, 'p1')?.trouble).toBeNull();
  });

  it.each(['network', 'limited', 'forbidden', 'refused'] as const)(
    'that fails (%s) is kept, to be tried again',
    async (failure) => {
      let fault: typeof failure | null = failure;
      const { queue } = await open(1, { fault: (method) => (method === 'decide' ? fault : null) });
      await queue.act(key('p1'), verdict('rejected', 'why'));
      const trouble = row(queue, 'p1')?.trouble;
      expect(trouble).toMatchObject({ kind: 'failed', failed: { failure } });
      expect(row(queue, 'p1')).toMatchObject({ state: 'new', deed: null });
      fault = null;
      if (trouble?.kind === 'failed') await queue.act(key('p1'), trouble.deed);
      expect(row(queue, 'p1')).toMatchObject({ state: 'rejected', trouble: null });
      expect(row(queue, 'p1')?.cluster?.sample.reason).toBe('why');
    },
  );

  it('whose answer was lost is not taken for somebody else’s', async () => {
    let fault: 'lost' | null = 'lost';
    const { fake, queue, stop } = await open(1, {
      fault: (method) => (method === 'decide' ? fault : null),
    });
    // Nothing is heard either.
    stop();
    await queue.act(key('p1'), verdict('accepted'));
    fault = null;
    expect(row(queue, 'p1')).toMatchObject({ state: 'new', trouble: { kind: 'failed' } });
    expect(await queue.act(key('p1'), verdict('accepted'))).toEqual({
      kind: 'decided',
      state: 'accepted',
    });
    expect(fake.taken).toHaveLength(1);
    expect(await queue.undo()).toMatchObject({ kind: 'undone' });
    expect(fake.get('p1')?.state).toBe('new');
  });

  it('about what has gone says so', async () => {
    const { fake, queue, stop } = await open(1);
    stop();
    fake.erase('p1');
    expect(await queue.act(key('p1'), verdict('accepted'))).toEqual({ kind: 'gone' });
    expect(row(queue, 'p1')?.isGone).toBe(true);
  });
});

describe('what is under way at the same time', () => {
  /** An endpoint whose answers are ready at once and take their time to come, for one kind of question. */
  async function openSlow(count: number, slow: string) {
    let turns = 0;
    let isSlow = false;
    const opened = await open(count, {
      async pause(method) {
        if (!isSlow || method !== slow) return;
        turns += 1;
        // Each question pauses before its answer is made, and after.
        if (turns % 2 === 0) await new Promise((resolve) => setTimeout(resolve, 2_000));
      },
    });
    isSlow = true;
    return { ...opened, answered: () => vi.advanceTimersByTimeAsync(2_100) };
  }

  it('a look from before a decision does not take it back from the eyes', async () => {
    const { fake, queue, answered } = await openSlow(2, 'readMany');
    fake.repeat('p1');
    await vi.advanceTimersByTimeAsync(500);
    // The row is as it was read in time, but the answer with it is not there yet.
    await queue.act(key('p1'), verdict('accepted'));
    await queue.act(key('p1'), verdict('accepted'));
    expect(row(queue, 'p1')?.state).toBe('accepted');
    await answered();
    expect(row(queue, 'p1')?.state).toBe('accepted');
  });

  it('what changes during a look is looked at again', async () => {
    const { fake, queue, answered } = await openSlow(1, 'readMany');
    fake.repeat('p1');
    await vi.advanceTimersByTimeAsync(500);
    fake.repeat('p1');
    await answered();
    await settle();
    expect(row(queue, 'p1')?.cluster?.reports).toBe(3);
  });

  it('what changes during a decision is looked at again', async () => {
    const { fake, queue, answered } = await openSlow(1, 'decide');
    const decided = queue.act(key('p1'), verdict('accepted'));
    await vi.advanceTimersByTimeAsync(1);
    fake.repeat('p1');
    await answered();
    await decided;
    await settle();
    expect(row(queue, 'p1')?.cluster?.reports).toBe(2);
  });

  it('a second decision about a row waits for the answer to the first, and is made then', async () => {
    const { fake, queue, answered } = await openSlow(1, 'decide');
    const both = [verdict('accepted'), verdict('fixed')].map((deed) => queue.act(key('p1'), deed));
    for (let n = 0; n < 2; n += 1) await answered();
    expect(await Promise.all(both)).toEqual([
      { kind: 'decided', state: 'accepted' },
      { kind: 'decided', state: 'fixed' },
    ]);
    expect(fake.taken.map(({ to }) => to)).toEqual(['accepted', 'fixed']);
  });

  it('what is asked to be taken back before the answer is there is the decision that was made last', async () => {
    const { fake, queue, answered } = await openSlow(1, 'decide');
    const first = queue.act(key('p1'), verdict('accepted'));
    await answered();
    await first;
    const second = queue.act(key('p1'), verdict('fixed'));
    const undone = queue.undo();
    for (let n = 0; n < 3; n += 1) await answered();
    await second;
    expect(await undone).toMatchObject({ kind: 'undone', state: 'accepted' });
    expect(fake.taken.map(({ to }) => to)).toEqual(['accepted', 'fixed', 'new', 'accepted']);
  });

  it('a row that is being decided is left out of a decision about many', async () => {
    const { fake, queue, answered } = await openSlow(2, 'decide');
    const alone = queue.act(key('p1'), verdict('accepted'));
    await queue.decideMany([key('p1'), key('p2')], {
      ...{ state: 'accepted', reason: '', dismiss: false },
    });
    await answered();
    await alone;
    const [many] = fake.asked.filter(({ method }) => method === 'decideMany');
    expect(many?.about).toMatchObject({ seen: [{ place: 'p2' }] });
    expect(queue.read().batch).toMatchObject({ decided: 1, stuck: 1, changed: 0 });
  });

  it('a list that is loaded anew, or a guest, knows less than a decision', async () => {
    const { fake, queue, answered } = await openSlow(2, 'decide');
    const before = fake.get('p1');
    await queue.show({ filter: ANY_CLUSTER, sort: 'newest' });
    const decided = queue.act(key('p1'), verdict('accepted'));
    await queue.reload();
    queue.adopt(before === undefined ? [] : [{ ...before, etag: '"old"' }]);
    expect(row(queue, 'p1')).toMatchObject({ deed: { kind: 'verdict' }, etag: '"1"' });
    const spam = queue.act(key('p1'), verdict('spam'));
    await answered();
    // What has been accepted cannot go there.
    expect(await spam).toEqual({ kind: 'trouble', trouble: { kind: 'changed' } });
    expect(await decided).toMatchObject({ kind: 'decided' });
    expect(row(queue, 'p1')).toMatchObject({ state: 'accepted', deed: null });
  });
});

describe('taking back', () => {
  it('goes by the states between', async () => {
    const { fake, queue } = await open(1);
    await queue.act(key('p1'), verdict('accepted'));
    await queue.act(key('p1'), verdict('fixed'));
    await queue.undo();
    expect(fake.taken.map(({ to }) => to)).toEqual(['accepted', 'fixed', 'new', 'accepted']);
    await queue.undo();
    expect(fake.get('p1')?.state).toBe('new');
  });

  it('is done as often as it is asked for, however quickly', async () => {
    const { fake, queue } = await open(2);
    await queue.act(key('p1'), verdict('accepted'));
    await queue.act(key('p2'), verdict('rejected'));
    await queue.act(key('p1'), verdict('fixed'));
    const told = await Promise.all([queue.undo(), queue.undo(), queue.undo(), queue.undo()]);
    expect(told.map(({ kind }) => kind)).toEqual(['undone', 'undone', 'undone', 'nothing']);
    expect(fake.clusters().map(({ state }) => state)).toEqual(['new', 'new']);
  });

  it('gives the reason of before', async () => {
    const { fake, queue } = await open(1);
    await queue.act(key('p1'), verdict('rejected', 'it is a name'));
    await queue.act(key('p1'), verdict('new'));
    await queue.undo();
    expect(fake.get('p1')).toMatchObject({ state: 'rejected', sample: { reason: 'it is a name' } });
  });

  it('leaves what somebody else has decided since', async () => {
    const { fake, queue } = await open(1);
    await queue.act(key('p1'), verdict('accepted'));
    fake.decide('p1', 'fixed');
    expect(await queue.undo()).toMatchObject({
      kind: 'trouble',
      trouble: { kind: 'decided', last: { editor: OTHER } },
    });
    expect(fake.get('p1')?.state).toBe('fixed');
    expect(queue.canUndoRow(key('p1'))).toBe(false);
  });

  it('does not mind that it was reported again', async () => {
    const { fake, queue, stop } = await open(1);
    await queue.act(key('p1'), verdict('accepted'));
    stop();
    fake.repeat('p1');
    expect(await queue.undo()).toMatchObject({ kind: 'undone' });
    expect(fake.get('p1')?.state).toBe('new');
  });

  it('works for what is listed no more', async () => {
    const { fake, queue } = await open(2);
    await queue.act(key('p1'), verdict('accepted'));
    await queue.reload();
    expect(places(queue)).toEqual(['p2']);
    await queue.undo();
    expect(fake.get('p1')?.state).toBe('new');
    expect(queue.read().arrivals.count).toBe(1);
  });

  it('can be tried again where it failed half way', async () => {
    let decisions = 0;
    let isDown = false;
    const { fake, queue } = await open(1, {
      fault(method) {
        if (method !== 'decide') return null;
        decisions += 1;
        return isDown && decisions === 4 ? 'network' : null;
      },
    });
    await queue.act(key('p1'), verdict('accepted'));
    await queue.act(key('p1'), verdict('fixed'));
    isDown = true;
    expect(await queue.undo()).toMatchObject({ kind: 'trouble' });
    expect(fake.get('p1')?.state).toBe('new');
    expect(await queue.undo()).toMatchObject({ kind: 'undone', state: 'accepted' });
    expect(fake.get('p1')?.state).toBe('accepted');
  });

  it('takes words off the list of what is no mistake, if they are the editor’s own', async () => {
    for (const [editor, left] of [
      [ME, 0],
      [OTHER, 1],
    ] as const) {
      const { fake, queue } = await open(1);
      await queue.act(key('p1'), verdict('rejected', '', true));
      fake.dismissals.push({ key: 'teh', site: SITE, words: 'teh', editor });
      expect(await queue.undo()).toMatchObject({ kind: 'undone', stays: left === 1 });
      expect(fake.dismissals).toHaveLength(left);
    }
  });

  it('brings a correction back that stood there', async () => {
    const { fake, queue } = await open(1);
    await queue.act(key('p1'), { kind: 'correction', text: 'one' });
    await queue.act(key('p1'), { kind: 'correction', text: 'two' });
    await queue.undo();
    expect(fake.get('p1')?.edited?.correction).toBe('one');
    await queue.undo();
    expect(fake.get('p1')?.edited).toBeNull();
  });
});

describe('decisions about many', () => {
  it('go by the hundred, and are taken back together', async () => {
    const { fake, queue } = await open(250);
    for (let i = 0; i < 5; i += 1) await queue.loadMore();
    queue.selection.addAll();
    const progress: number[] = [];
    queue.subscribe(() => {
      const { batch } = queue.read();
      if (batch !== null) progress.push(batch.asked);
    });
    await queue.decideMany([...queue.read().selected], {
      state: 'accepted',
      reason: '',
      dismiss: false,
    });
    expect(new Set(progress)).toEqual(new Set([0, 100, 200, 250]));
    expect(fake.taken).toHaveLength(250);
    expect(queue.read().selected.size).toBe(0);
    expect(queue.read().batch).toMatchObject({ decided: 250, isRunning: false, failed: null });
    await queue.undo();
    expect(fake.clusters().every(({ state }) => state === 'new')).toBe(true);
    expect(count(fake.asked, 'decideMany')).toBe(6);
  });

  it('say what became of each, and leave chosen what was not done', async () => {
    const { fake, queue, stop } = await open(4);
    stop();
    fake.decide('p2', 'rejected');
    fake.erase('p3');
    queue.selection.addAll();
    await queue.decideMany([...queue.read().selected], {
      state: 'accepted',
      reason: '',
      dismiss: false,
    });
    expect(queue.read().batch).toMatchObject({ decided: 2, changed: 2, total: 4 });
    expect([...queue.read().selected].sort()).toEqual([key('p2'), key('p3')]);
    expect(row(queue, 'p2')?.trouble).toEqual({ kind: 'changed' });
    expect(row(queue, 'p3')?.isGone).toBe(true);
    expect(fake.get('p2')?.state).toBe('rejected');
  });

  it('end where the endpoint is away, and go on from there', async () => {
    let many = 0;
    const { fake, queue } = await open(250, {
      fault(method) {
        if (method === 'decideMany') many += 1;
        return method === 'decideMany' && many === 2 ? 'network' : null;
      },
    });
    for (let i = 0; i < 5; i += 1) await queue.loadMore();
    queue.selection.addAll();
    await queue.decideMany([...queue.read().selected], {
      state: 'spam',
      reason: '',
      dismiss: false,
    });
    expect(queue.read().batch).toMatchObject({ decided: 100, failed: { failure: 'network' } });
    expect(queue.read().selected.size).toBe(150);
    await queue.decideMany([...queue.read().selected], {
      state: 'spam',
      reason: '',
      dismiss: false,
    });
    expect(fake.taken).toHaveLength(250);
    await queue.undo();
    await queue.undo();
    expect(fake.clusters().every(({ state }) => state === 'new')).toBe(true);
  });

  it('take back one of them alone', async () => {
    const { fake, queue } = await open(3);
    queue.selection.addAll();
    await queue.decideMany([...queue.read().selected], {
      state: 'rejected',
      reason: 'no',
      dismiss: false,
    });
    await queue.undoRow(key('p2'));
    expect(
      fake
        .clusters()
        .map(({ state }) => state)
        .sort(),
    ).toEqual(['new', 'rejected', 'rejected']);
    await queue.undo();
    expect(fake.clusters().every(({ state }) => state === 'new')).toBe(true);
  });

  it('pass over what cannot go there', async () => {
    const { fake, queue } = await open(2);
    await queue.act(key('p1'), verdict('accepted'));
    queue.selection.addAll();
    await queue.decideMany([...queue.read().selected], {
      state: 'fixed',
      reason: '',
      dismiss: false,
    });
    expect(queue.read().batch).toMatchObject({ decided: 1, stuck: 1 });
    expect(fake.get('p2')?.state).toBe('new');
  });
});

describe('walking and choosing', () => {
  it('goes from row to row and stops at the ends', async () => {
    const { queue } = await open(3);
    expect(queue.step(1, null)).toBe(key('p1'));
    expect(queue.step(1, null)).toBe(key('p2'));
    expect(queue.step(-1, null)).toBe(key('p1'));
    expect(queue.step(-1, null)).toBeNull();
    expect(queue.read().current).toBe(key('p1'));
  });

  it('passes over what stands before the list', async () => {
    const { queue } = await open(3);
    queue.setCurrent(key('p2'));
    expect(queue.step(1, key('p2'))).toBe(key('p1'));
    expect(queue.step(1, key('p2'))).toBe(key('p3'));
    expect(queue.step(-1, key('p2'))).toBe(key('p1'));
    expect(queue.step(-1, key('p2'))).toBeNull();
  });

  it('chooses from one row to another', async () => {
    const { queue } = await open(5);
    queue.selection.toggle(key('p2'));
    queue.selection.extend(key('p4'));
    expect([...queue.read().selected]).toEqual([key('p2'), key('p3'), key('p4')]);
    queue.selection.extend(key('p3'));
    expect([...queue.read().selected]).toEqual([key('p2')]);
  });
});

describe('very long lists', () => {
  it('put away what is far, and read it again when it comes near', async () => {
    const { queue } = await open(6_000);
    while (queue.read().hasMore) await queue.loadMore();
    const order = queue.read().order;
    queue.look(order.slice(5_900, 5_950), 5_925);
    const full = [...queue.read().rows.values()].filter(({ cluster }) => cluster !== null);
    expect(full.length).toBeLessThan(3_000);
    expect(queue.read().order).toEqual(order);
    queue.look(order.slice(0, 20), 10);
    await settle();
    expect(order.slice(0, 20).every((one) => queue.read().rows.get(one)?.cluster)).toBe(true);
  });
});

/** Decisions about many where answers are lost, and taking them back after something has happened to the clusters. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createQueue } from '../../src/pages/review/queue/queue.ts';
import { nameRow } from '../../src/pages/review/queue/rows.ts';
import type { ReviewFailure } from '../../src/platform/editors/ask-endpoint.ts';
import { ANY_CLUSTER, type Verdict } from '../../src/platform/editors/clusters.ts';
import { createDeskFake, ME, OTHER, SITE } from './review-desk-fake.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const key = (place: string) => nameRow({ place, site: SITE });
const ACCEPTED: Verdict = { state: 'accepted', reason: '', dismiss: false };
type Fault = ReviewFailure | 'lost';

/** A queue of so many; what the endpoint does to each kind of question can be changed. */
async function open(count: number) {
  const faults: { [method in string]?: Fault } = {};
  const fake = createDeskFake({ fault: (method) => faults[method] ?? null });
  for (let i = count; i > 0; i -= 1) fake.add({ place: `p${i}` });
  const queue = createQueue({ api: fake.api, editor: ME });
  const stop = queue.start();
  await queue.show({ filter: { ...ANY_CLUSTER, state: 'new' }, sort: 'newest' });
  while (queue.read().hasMore) await queue.loadMore();
  queue.look(queue.read().order, 0);
  queue.selection.addAll();
  const states = () => Object.fromEntries(fake.clusters().map((one) => [one.place, one.state]));
  const accept = () => queue.decideMany([...queue.read().selected], ACCEPTED);
  return { fake, queue, stop, faults, states, accept };
}

describe('a decision about many whose answer is lost', () => {
  it('counts what was taken, goes no further, and can be taken back', async () => {
    const { queue, faults, states, accept, stop } = await open(150);
    stop();
    faults['decideMany'] = 'lost';
    await accept();
    expect(queue.read().batch).toMatchObject({
      ...{ decided: 100, asked: 100, total: 150, isRunning: false },
      failed: { failure: 'network' },
    });
    // Only what was not reached is still chosen.
    expect(queue.read().selected.size).toBe(50);
    delete faults['decideMany'];
    await accept();
    expect(Object.values(states()).every((state) => state === 'accepted')).toBe(true);
    await queue.undo();
    await queue.undo();
    expect(Object.values(states()).every((state) => state === 'new')).toBe(true);
    expect(queue.read().canUndo).toBe(false);
  });

  it('takes nothing for its own that somebody else has decided', async () => {
    const { fake, queue, faults, states, accept, stop } = await open(3);
    stop();
    fake.decide('p2', 'accepted', OTHER);
    faults['decideMany'] = 'lost';
    await accept();
    expect(queue.read().batch).toMatchObject({ decided: 2 });
    await queue.undo();
    delete faults['decideMany'];
    await queue.undo();
    expect(states()).toEqual({ p1: 'new', p2: 'accepted', p3: 'new' });
  });

  it('is found out later, where the endpoint cannot be asked at once', async () => {
    const { queue, faults, states, accept, stop } = await open(3);
    stop();
    await queue.act(key('p3'), { kind: 'verdict', verdict: { ...ACCEPTED, state: 'spam' } });
    faults['decideMany'] = 'lost';
    faults['readMany'] = 'network';
    await accept();
    expect(queue.read().batch).toMatchObject({ decided: 0, failed: { failure: 'network' } });
    expect(queue.read().canUndo).toBe(true);
    // Nothing else is taken back in its place.
    expect(await queue.undo()).toMatchObject({ kind: 'unknown', failed: { failure: 'network' } });
    expect(states()).toEqual({ p1: 'accepted', p2: 'accepted', p3: 'spam' });
    for (const method of ['decideMany', 'readMany']) delete faults[method];
    expect(await queue.undo()).toEqual({ kind: 'many' });
    expect(states()).toEqual({ p1: 'new', p2: 'new', p3: 'spam' });
    expect(await queue.undo()).toMatchObject({ kind: 'undone', state: 'new' });
  });

  it('that was refused is nobody’s', async () => {
    const { fake, queue, faults, accept } = await open(3);
    faults['decideMany'] = 'forbidden';
    await accept();
    expect(fake.asked.filter(({ method }) => method === 'readMany')).toEqual([]);
    expect(queue.read()).toMatchObject({ canUndo: false, batch: { decided: 0 } });
  });
});

describe('taking back a decision about many', () => {
  it('takes what has been reported again since, seen or not', async () => {
    const { fake, queue, states, accept, stop } = await open(4);
    await accept();
    await vi.advanceTimersByTimeAsync(20_000);
    fake.repeat('p1');
    stop();
    fake.repeat('p2');
    await queue.undo();
    expect(states()).toEqual({ p1: 'new', p2: 'new', p3: 'new', p4: 'new' });
    expect(queue.read().batch).toMatchObject({ isUndo: true, decided: 4, changed: 0 });
  });

  it('leaves what somebody else has decided since, heard of or not', async () => {
    const { fake, queue, states, accept, stop } = await open(3);
    await accept();
    fake.decide('p1', 'fixed');
    stop();
    fake.decide('p2', 'fixed');
    await queue.undo();
    expect(states()).toEqual({ p1: 'fixed', p2: 'fixed', p3: 'new' });
    expect(queue.read().batch).toMatchObject({ decided: 1, changed: 2 });
  });
});

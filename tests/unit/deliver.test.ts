import fc from 'fast-check';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createDeliver, resumeInterrupted } from '../../src/background/deliver.ts';
import { ATTEMPT_TIMEOUT, makeNativeDue, SENDING_LEASE } from '../../src/model/delivery.ts';
import type { NativeOutcome } from '../../src/model/native-form.ts';
import type { OutboxEntry } from '../../src/model/outbox-entry.ts';
import type { Receipt } from '../../src/model/receipt.ts';
import { makeReceiptDue } from '../../src/model/receipt-watch.ts';
import { createOutboxFake, makeCanonical, makeEntry } from './outbox-fake.ts';

const START = 1_700_000_000_000;

/** What has no part in most of these. */
const NOT_ASKED = {
  postByPage: () => Promise.reject(new Error('not to be called')),
  onDelivered: async () => undefined,
  onReceipt: async () => undefined,
};

/** What the endpoint, or what stands between, does with one request. */
type Act =
  | { kind: 'store'; status: 200 | 201; receipt?: boolean }
  | { kind: 'store-then-cut' }
  | { kind: 'portal' }
  | { kind: 'status'; status: number; retryAfter: string | null }
  | { kind: 'redirect' }
  | { kind: 'unreachable' }
  | { kind: 'hang' };

/** What it does with one question about a receipt. */
type ReceiptAct =
  | { kind: 'tell'; state: Receipt['state'] }
  | { kind: 'rubbish' | 'unreachable' | 'redirect' | 'hang' }
  | { kind: 'status'; status: number; retryAfter: string | null };

type Step =
  | { do: 'ask' }
  | { do: 'save'; afterOperations: number }
  | { do: 'wake'; calls: number }
  | { do: 'pass'; ms: number }
  | { do: 'kill'; afterOperations: number };

/** Everything that outlives a worker: the outbox, the alarm, the clock, the endpoint. */
class World {
  now = START;
  alarm: number | null = null;
  /** whether a worker has set the alarm since it last rang, or since the worker's start */
  canSleep = false;
  entries = new Map<string, OutboxEntry>();
  stored = new Map<string, number>();
  refusals = new Map<string, number>();
  posts = 0;
  questions = 0;
  /** when each receipt was asked for last */
  askedAt = new Map<string, number>();
  /** what each receipt said last; null once it was gone */
  told = new Map<string, Receipt['state'] | null>();
  saved = 0;
  faults: string[] = [];
  readonly acts: Act[];
  readonly delays: number[];
  readonly receiptActs: ReceiptAct[];

  constructor(acts: Act[], delays: number[], receiptActs: ReceiptAct[] = []) {
    this.acts = [...acts];
    this.delays = delays;
    this.receiptActs = [...receiptActs];
  }

  isPending(): boolean {
    return [...this.entries.values()].some(({ dueAt }) => dueAt !== undefined);
  }

  isTried(): boolean {
    return [...this.entries.values()].some(
      ({ dueAt, attempts }) => dueAt !== undefined && attempts > 0,
    );
  }

  async answer(canonical: string): Promise<Response> {
    this.posts += 1;
    const act = this.acts.shift() ?? { kind: 'store', status: 201 };
    const store = () => this.stored.set(canonical, (this.stored.get(canonical) ?? 0) + 1);
    switch (act.kind) {
      case 'store':
        store();
        return Response.json(
          { canonical },
          {
            status: act.status,
            headers: act.receipt ? { Link: `</receipts/${canonical}>; rel=status` } : {},
          },
        );
      case 'store-then-cut':
        store();
        throw new TypeError('the connection was cut');
      case 'portal':
        return new Response('<h1>Welcome</h1>', { status: 200 });
      case 'status': {
        if (act.status < 500 && act.status !== 429) this.refusals.set(canonical, act.status);
        const headers = act.retryAfter === null ? {} : { 'Retry-After': act.retryAfter };
        return Response.json({ detail: 'no' }, { status: act.status, headers });
      }
      case 'redirect':
        return Object.defineProperty(Response.error(), 'type', { value: 'opaqueredirect' });
      case 'unreachable':
        throw new TypeError('Failed to fetch');
      case 'hang':
        this.now += ATTEMPT_TIMEOUT;
        throw new DOMException('timed out', 'TimeoutError');
    }
  }
}

/** Until nothing else is said, a mistake is fixed. */
async function answerReceipt(world: World, url: string): Promise<Response> {
  world.questions += 1;
  const canonical = url.replace('https://editors.example/receipts/', '');
  if (!world.stored.has(canonical)) world.faults.push('asked for what was not stored');
  const last = world.askedAt.get(canonical);
  if (last !== undefined && world.now < last + SENDING_LEASE) world.faults.push('asked too often');
  world.askedAt.set(canonical, world.now);
  const act = world.receiptActs.shift() ?? { kind: 'tell', state: 'fixed' };
  switch (act.kind) {
    case 'tell':
      world.told.set(canonical, act.state);
      return Response.json({ state: act.state, reason: '', readers: 2 });
    case 'status':
      if (act.status === 404 || act.status === 410) world.told.set(canonical, null);
      return new Response('no', {
        status: act.status,
        headers: act.retryAfter === null ? {} : { 'Retry-After': act.retryAfter },
      });
    case 'rubbish':
      return Response.json({ state: 'spam', reason: 4 });
    case 'redirect':
      return Object.defineProperty(Response.error(), 'type', { value: 'opaqueredirect' });
    case 'unreachable':
      throw new TypeError('Failed to fetch');
    case 'hang':
      world.now += ATTEMPT_TIMEOUT;
      throw new DOMException('timed out', 'TimeoutError');
  }
}

/** One life of the background worker. After its death nothing that it began goes on. */
function startWorker(world: World) {
  let operations = 0;
  let killAt = Number.POSITIVE_INFINITY;
  let dead = false;
  let die: () => void = () => undefined;
  const death = new Promise<void>((resolve) => {
    die = resolve;
  });
  const waiting: { at: number; run: () => void }[] = [];
  const never = new Promise<never>(() => undefined);

  /** One danger: the worker may be killed here; what waits for this moment begins here. */
  async function pass(): Promise<void> {
    operations += 1;
    for (const one of waiting.filter(({ at }) => at === operations)) one.run();
    if (operations >= killAt && !dead) {
      dead = true;
      die();
    }
    if (dead) await never;
    for (let i = world.delays[operations % world.delays.length] ?? 0; i > 0; i -= 1) await null;
    if (dead) await never;
  }

  async function around<T>(operation: () => T): Promise<T> {
    await pass();
    const result = operation();
    await pass();
    return result;
  }

  const scheduleWake = (when: number | null) =>
    around(() => {
      world.alarm = when;
      world.canSleep = true;
    });
  const outbox = createOutboxFake({
    entries: world.entries,
    around,
    onChange(before, after) {
      if (before.delivery === 'sent' && after.delivery !== 'sent') world.faults.push('sent again');
      if (after.dueAt !== undefined && after.dueAt <= world.now && before.dueAt === undefined) {
        world.faults.push('what was done is due again');
      }
      const isAsked = after.receiptWatch?.askedAt !== before.receiptWatch?.askedAt;
      if (before.delivery === 'sent' && isAsked && (before.dueAt ?? 0) > world.now) {
        world.faults.push('asked before it was due');
      }
      const { state } = after.receipt ?? { state: undefined };
      if (state !== before.receipt?.state && state !== world.told.get(after.canonical)) {
        world.faults.push('a receipt that nobody gave');
      }
      if (after.delivery !== 'sending' || before.delivery === 'sending') return;
      if (before.dueAt === undefined) world.faults.push('sent what was not due at all');
      else if (before.dueAt > world.now) world.faults.push('sent before it was due');
    },
  });
  const resumed = resumeInterrupted(outbox, world.now);
  const deliver = createDeliver({
    outbox,
    async fetch(input, init) {
      await pass();
      const answered =
        init?.method === 'GET'
          ? answerReceipt(world, String(input))
          : world.answer((JSON.parse(String(init?.body)) as { canonical: string }).canonical);
      const response = await answered;
      await pass();
      return response;
    },
    ...NOT_ASKED,
    scheduleWake,
    now: () => world.now,
    random: () => 0.5,
  });
  const tasks: Promise<void>[] = [];
  const deliverDue = () => void tasks.push(resumed.then(deliver));

  /** As the background does it: the alarm, the entry, then delivery. */
  async function save(): Promise<void> {
    world.saved += 1;
    const { saved: number, now } = world;
    await scheduleWake(now + 30_000);
    await outbox.accept([makeEntry(number, { dueAt: now, createdAt: now, updatedAt: now })]);
    deliverDue();
  }

  /** As the background does it when a reader looks. */
  async function ask(): Promise<void> {
    for (const { canonical } of await outbox.listByDelivery('sent')) {
      await outbox.change(canonical, (entry) => makeReceiptDue(entry, world.now));
    }
    deliverDue();
  }

  return {
    deliverDue,
    ask: () => void tasks.push(ask()),
    saveAfter(count: number) {
      waiting.push({ at: operations + count, run: () => void tasks.push(save()) });
      if (count === 0) tasks.push(save());
    },
    killAfter(count: number) {
      killAt = operations + count;
    },
    /** Dies now, whatever it is doing. */
    kill() {
      dead = true;
      die();
    },
    isDead: () => dead,
    /** Until nothing is left to do, or the worker's death. */
    async settle() {
      for (let count = -1; !dead && count !== tasks.length; ) {
        count = tasks.length;
        await Promise.race([Promise.all(tasks), death]);
      }
    },
  };
}

const rubbish = fc.constantFrom(
  '',
  'soon',
  '-5',
  '1e9',
  '3000 s',
  '99999999999999999999',
  '\u0000',
);
const retryAfter = fc.oneof(
  fc.constant(null),
  fc.integer({ min: 0, max: 200_000 }).map(String),
  fc.integer({ min: -100_000, max: 100_000 }).map((s) => new Date(START + s * 1000).toUTCString()),
  rubbish,
);
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.constantFrom<Act>(
    { kind: 'store', status: 200 },
    { kind: 'store', status: 201 },
    { kind: 'store', status: 200, receipt: true },
    { kind: 'store', status: 201, receipt: true },
    { kind: 'store-then-cut' },
    { kind: 'portal' },
    { kind: 'redirect' },
    { kind: 'unreachable' },
    { kind: 'hang' },
  ),
  fc.record({
    kind: fc.constant('status' as const),
    status: fc.constantFrom(400, 403, 404, 410, 413, 422, 429, 429, 500, 502, 503, 503),
    retryAfter,
  }),
);
const receiptAct: fc.Arbitrary<ReceiptAct> = fc.oneof(
  fc.record({
    kind: fc.constant('tell' as const),
    state: fc.constantFrom('new', 'new', 'accepted', 'rejected', 'fixed'),
  }),
  fc.constantFrom<ReceiptAct>(
    { kind: 'rubbish' },
    { kind: 'unreachable' },
    { kind: 'redirect' },
    { kind: 'hang' },
  ),
  fc.record({
    kind: fc.constant('status' as const),
    status: fc.constantFrom(204, 400, 401, 404, 410, 429, 500, 503),
    retryAfter,
  }),
);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.constant({ do: 'ask' as const }),
  fc.record({ do: fc.constant('save' as const), afterOperations: fc.nat(40) }),
  fc.record({ do: fc.constant('wake' as const), calls: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ do: fc.constant('pass' as const), ms: fc.nat(4_000_000) }),
  fc.record({ do: fc.constant('kill' as const), afterOperations: fc.integer({ min: 1, max: 60 }) }),
);

async function play(world: World, steps: Step[]): Promise<void> {
  let worker = startWorker(world);
  const settle = async () => {
    await worker.settle();
    // A worker that dies before it could set the alarm leaves the work to the next one to start.
    const hadItsChance = world.canSleep;
    if (!worker.isDead()) {
      if (hadItsChance && world.isPending() && world.alarm === null) {
        world.faults.push('due, but no alarm');
      }
      return;
    }
    // A report that was just being saved waits for the next worker to start as well.
    if (hadItsChance && world.isTried() && world.alarm === null) {
      world.faults.push('died with something due, and no alarm');
    }
    worker = startWorker(world);
    world.canSleep = false;
  };
  const fire = () => {
    if (world.alarm !== null && world.alarm <= world.now) {
      world.alarm = null;
      world.canSleep = false;
      worker.deliverDue();
    }
  };
  for (const one of steps) {
    if (one.do === 'save') worker.saveAfter(one.afterOperations);
    if (one.do === 'kill') worker.killAfter(one.afterOperations);
    if (one.do === 'pass') world.now += one.ms;
    if (one.do === 'ask') worker.ask();
    if (one.do === 'wake') for (let i = 0; i < one.calls; i += 1) worker.deliverDue();
    fire();
    if (one.do !== 'save' && one.do !== 'kill') await settle();
  }
  await settle();
  // There is never more than one: the last has ended before the next begins.
  worker.kill();
  worker = startWorker(world);
  worker.deliverDue();
  await settle();
  for (let i = 0; i < 500 && world.isPending() && world.faults.length === 0; i += 1) {
    world.now = Math.max(world.now, world.alarm ?? world.now);
    fire();
    await settle();
  }
}

describe('deliverDue', () => {
  it('delivers every report once, or says why not, whatever happens', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(act, { maxLength: 25 }),
        fc.array(step, { maxLength: 25 }),
        fc.array(fc.nat(4), { minLength: 1, maxLength: 7 }),
        fc.array(receiptAct, { maxLength: 15 }),
        async (acts, steps, delays, receiptActs) => {
          const world = new World(acts, delays, receiptActs);
          await play(world, [{ do: 'save', afterOperations: 0 }, ...steps]);
          expect(world.faults).toEqual([]);
          for (const entry of world.entries.values()) {
            expect(['sent', 'refused']).toContain(entry.delivery);
            expect(entry.dueAt).toBeUndefined();
            if (entry.delivery === 'sent') {
              expect(world.stored.has(entry.canonical)).toBe(true);
              const told = world.told.get(entry.canonical);
              if (told === null) expect(entry.receiptUrl).toBeNull();
              else expect(entry.receipt?.state).toBe(told);
              if (entry.receiptUrl !== null) expect(['rejected', 'fixed']).toContain(told);
            } else {
              expect(entry.reason).toContain(String(world.refusals.get(entry.canonical)));
            }
          }
          // Each request uses up one act; then each of the saved needs at most one more, and one for a death:
          // those of the history, and the new worker that is started at its end.
          const kills = steps.filter((one) => one.do === 'kill').length + 1;
          expect(world.posts).toBeLessThanOrEqual(acts.length + world.saved + kills);
        },
      ),
      { numRuns: 1500 },
    );
  });

  it('sends what was saved while a round was ending', async () => {
    for (let after = 1; after < 60; after += 1) {
      const world = new World([], [1, 2]);
      await play(world, [
        { do: 'save', afterOperations: 0 },
        { do: 'save', afterOperations: after },
        { do: 'wake', calls: 1 },
      ]);
      expect(world.faults).toEqual([]);
      expect(world.posts).toBe(world.saved);
    }
  });

  it('leaves an alarm when the outbox cannot be read', async () => {
    let alarm: number | null = null;
    const deliver = createDeliver({
      outbox: createOutboxFake({
        around: async () => {
          throw new DOMException('no', 'UnknownError');
        },
      }),
      fetch: () => Promise.reject(new Error('not to be called')),
      ...NOT_ASKED,
      scheduleWake: async (when) => {
        alarm = when;
      },
      now: () => START,
      random: () => 0,
    });
    await expect(deliver()).rejects.toThrow();
    expect(alarm).toBeGreaterThan(START);
  });

  it('is not stopped by an entry that is forgotten while it is being sent', async () => {
    const entries = new Map([1, 2].map((n) => [makeCanonical(n), makeEntry(n)]));
    const outbox = createOutboxFake({ entries });
    const sent: string[] = [];
    const deliver = createDeliver({
      outbox,
      async fetch(_input, init) {
        const { canonical } = JSON.parse(String(init?.body)) as { canonical: string };
        sent.push(canonical);
        await outbox.remove(canonical);
        return Response.json({ canonical }, { status: 201 });
      },
      ...NOT_ASKED,
      scheduleWake: async () => undefined,
      now: () => START,
      random: () => 0,
    });
    await deliver();
    expect(sent).toHaveLength(2);
    expect(entries.size).toBe(0);
  });

  it('sends one request at a time, without credentials, to the address that was shown', async () => {
    const entries = new Map([1, 2, 3].map((n) => [makeCanonical(n), makeEntry(n)]));
    let [running, most] = [0, 0];
    const requests: { input: unknown; init: RequestInit | undefined }[] = [];
    const deliver = createDeliver({
      outbox: createOutboxFake({ entries }),
      async fetch(input, init) {
        requests.push({ input, init });
        running += 1;
        most = Math.max(most, running);
        for (let i = 0; i < 20; i += 1) await null;
        running -= 1;
        return new Response(null, { status: 201 });
      },
      ...NOT_ASKED,
      scheduleWake: async () => undefined,
      now: () => START,
      random: () => 0,
    });
    await Promise.all([deliver(), deliver(), deliver()]);
    expect(most).toBe(1);
    expect(requests).toHaveLength(3);
    for (const { input, init } of requests) {
      expect(input).toBe('https://editors.example/annotations/');
      expect(init).toMatchObject({ method: 'POST', redirect: 'manual', credentials: 'omit' });
      expect(init?.signal).toBeInstanceOf(AbortSignal);
    }
  });
});

describe('a report for a site’s own form', () => {
  const form = { reporter: 'mistape', action: 'https://news.example/wp-admin/admin-ajax.php' };
  const native = { native: form, service: null } as Partial<OutboxEntry>;

  /** Delivers while the site does this, one after the other; a page of it is open unless it is null. */
  function start(...outcomes: (NativeOutcome | Error | null)[]) {
    const state = { now: START, alarm: null as number | null, posted: 0 };
    const entries = new Map([[makeCanonical(1), makeEntry(1, native)]]);
    const outbox = createOutboxFake({ entries });
    const deliver = createDeliver({
      outbox,
      fetch: () => Promise.reject(new Error('not to be called')),
      async postByPage(entry) {
        state.posted += 1;
        expect(entry).toMatchObject({ delivery: 'sending', native: form });
        const outcome = outcomes.shift();
        if (outcome instanceof Error) throw outcome;
        return outcome ?? null;
      },
      onReceipt: () => Promise.reject(new Error('not to be called')),
      onDelivered: () => {
        throw new Error('not to be called');
      },
      scheduleWake: async (when) => {
        state.alarm = when;
      },
      now: () => state.now,
      random: () => 0.5,
    });
    const read = () => {
      const entry = entries.get(makeCanonical(1));
      if (entry === undefined) throw new Error('no entry');
      return entry;
    };
    return { state, outbox, deliver, read };
  }

  it('is posted by its page, and never heard of again', async () => {
    for (const kind of ['taken', 'known'] as const) {
      const { state, deliver, read } = start({ kind, detail: 'Thank you' });
      await deliver();
      await deliver();
      expect(read()).toMatchObject({ delivery: 'sent', isKnown: kind === 'known', reason: null });
      expect(read().receiptUrl).toBeNull();
      expect(read().dueAt).toBeUndefined();
      expect([state.posted, state.alarm]).toEqual([1, null]);
    }
  });

  it('waits while no page of it is open, until one is', async () => {
    const { state, outbox, deliver, read } = start(null, null, null, { kind: 'taken', detail: '' });
    for (let looked = 1; looked <= 3; looked += 1) {
      await deliver();
      expect(read()).toMatchObject({ delivery: 'queued', reason: null });
      expect(read().dueAt).toBeGreaterThan(state.now + 3_600_000);
      expect(state.alarm).toBe(read().dueAt);
      expect(state.posted).toBe(looked);
      if (looked < 3) state.now = read().dueAt ?? 0;
    }
    state.now += 60_000;
    await deliver();
    expect(state.posted).toBe(3);
    await outbox.change(makeCanonical(1), (entry) => makeNativeDue(entry, state.now));
    await deliver();
    expect(read().delivery).toBe('sent');
  });

  it.each<[string, NativeOutcome | Error]>([
    ['the page does not reach its site', { kind: 'unreachable', detail: 'offline' }],
    ['nobody can tell', { kind: 'unproven', detail: 'offline' }],
    ['the page cannot be asked', new Error('offline')],
  ])('is tried again when %s', async (_, outcome) => {
    const { state, deliver, read } = start(outcome, { kind: 'taken', detail: '' });
    await deliver();
    expect(read()).toMatchObject({ delivery: 'queued', attempts: 1, reason: 'offline' });
    state.now = read().dueAt ?? 0;
    await deliver();
    expect(read().delivery).toBe('sent');
  });

  it('leaves a site alone for half an hour that takes no more', async () => {
    const { state, deliver, read } = start({ kind: 'limited', detail: 'Too many' });
    await deliver();
    expect(read()).toMatchObject({ delivery: 'limited', reason: 'Too many' });
    expect(read().dueAt).toBeGreaterThanOrEqual(state.now + 30 * 60_000);
    expect(read().dueAt).toBeLessThan(state.now + 31 * 60_000);
  });

  it('is refused in the site’s words', async () => {
    const { deliver, read } = start({ kind: 'refused', detail: 'Not here' });
    await deliver();
    expect(read()).toMatchObject({ delivery: 'refused', reason: 'Not here' });
    expect(read().dueAt).toBeUndefined();
  });

  it('does not hold up the others when its page never answers', async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const entries = new Map([
      [makeCanonical(1), makeEntry(1, native)],
      [makeCanonical(2), makeEntry(2)],
    ]);
    const deliver = createDeliver({
      outbox: createOutboxFake({ entries }),
      fetch: async () => new Response(null, { status: 201 }),
      postByPage: () => new Promise(() => undefined),
      onReceipt: async () => undefined,
      onDelivered: async () => undefined,
      scheduleWake: async () => undefined,
      now: () => START,
      random: () => 0.5,
    });
    const done = deliver();
    await vi.advanceTimersByTimeAsync(ATTEMPT_TIMEOUT);
    await done;
    expect(entries.get(makeCanonical(1))).toMatchObject({ delivery: 'queued', attempts: 1 });
    expect(entries.get(makeCanonical(2))?.delivery).toBe('sent');
  });
});

it('resumeInterrupted makes due at once what was being sent, and touches nothing else', async () => {
  const entries = new Map<string, OutboxEntry>();
  const states = ['kept', 'queued', 'sending', 'sent', 'limited', 'refused'] as const;
  for (const [n, delivery] of states.entries()) {
    entries.set(makeCanonical(n), makeEntry(n, { delivery, dueAt: START + 45_000 }));
  }
  const before = structuredClone(entries);
  await resumeInterrupted(createOutboxFake({ entries }), START + 10);
  for (const [canonical, entry] of before) {
    const expected =
      entry.delivery === 'sending' ? { ...entry, delivery: 'queued', dueAt: START + 10 } : entry;
    expect(entries.get(canonical)).toEqual(expected);
  }
});

/** That editors are told of each mistake, whatever is down or dies in between, by any number of processes. */
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { NotifierDeps } from '../../src/endpoint/notices/notifier.ts';
import { openStore, type Store } from '../../src/endpoint/store/database.ts';
import { SITE } from './endpoint.ts';
import {
  addChannel,
  type Clock,
  EDITORS,
  FROM,
  findFreePort,
  makeNotifier,
  readMail,
  report,
  startMailServer,
  startReceiver,
} from './notice-receivers.ts';
import { ALL } from './stored.ts';
import { describeStores, openFor, sqliteKind } from './stores.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const PATIENT = { timeout: 20_000 };
const START = Date.UTC(2026, 2, 1, 10, 30);

const byMail = (url: string): Partial<NotifierDeps> => ({
  mail: { smtpUrl: url, from: FROM, replyTo: null },
});
const read = (body: string) => JSON.parse(body);

describeStores(({ makeAddress }) => {
  async function open(): Promise<{ store: Store; clock: Clock }> {
    return { store: await openFor(await makeAddress()), clock: { now: START } };
  }

  test('each mistake is mailed once, from when the channel was made', async () => {
    const { store, clock } = await open();
    const mails = await startMailServer();
    await report(store);
    await addChannel(store);
    const told = await report(store);
    await report(store, {}, 'blog.news.example');
    await report(store, {}, 'other.example');
    await report(store, {}, 'old-news.example');
    const notifier = makeNotifier(store, clock, byMail(mails.url));
    for (let i = 0; i < 3; i += 1) await notifier.runOnce();
    expect(mails.received.map(({ from, to }) => [from, to])).toEqual([
      [FROM, [EDITORS]],
      [FROM, [EDITORS]],
    ]);
    const texts = mails.received.map(({ raw }) => readMail(raw).text).sort();
    expect(texts.some((text) => text.includes('https://blog.news.example/'))).toBe(true);
    expect(texts.some((text) => text.includes(encodeURIComponent(told.canonical)))).toBe(true);
    expect(await store.countMessages(10)).toEqual({ waiting: 0, failed: 0 });
  });

  test('a mistake that is known to be there is not told again, until it is there again', async () => {
    const { store, clock } = await open();
    const hook = await startReceiver();
    await addChannel(store, { kind: 'webhook', target: hook.url, secret: 'whsec_AAAA' });
    const notifier = makeNotifier(store, clock);
    const place = { source: `https://${SITE}/same` };
    const told = () => hook.received.map(({ body }) => read(body).data.canonical);
    // Two that are looked at together.
    const first = await report(store, place);
    await report(store, place);
    await notifier.runOnce();
    expect(told()).toEqual([first.canonical]);
    await report(store, place);
    await notifier.runOnce();
    expect(told()).toHaveLength(1);
    for (const { canonical } of await store.reports.listReports({
      ...ALL,
      site: SITE,
      limit: 100,
    })) {
      const [open] = await store.reports.findReports(SITE, canonical);
      if (open !== undefined) await move(store, open, 'rejected');
    }
    await notifier.runOnce();
    expect(told()).toHaveLength(1);
    const back = await report(store, place);
    await notifier.runOnce();
    expect(told()).toEqual([first.canonical, back.canonical]);
    expect(read(hook.received[1]?.body ?? '').data.readers).toBe(4);
  });

  test('what was decided, or is spam, or is gone, before it is told is not told', async () => {
    const { store, clock } = await open();
    const hook = await startReceiver();
    await addChannel(store, { kind: 'webhook', target: hook.url, secret: 'whsec_AAAA' });
    const notifier = makeNotifier(store, clock);
    await move(store, await report(store), 'rejected');
    await notifier.runOnce();
    hook.answer = { status: 500 };
    const spam = await report(store);
    await notifier.runOnce();
    expect(hook.received).toHaveLength(1);
    await move(store, spam, 'spam');
    const gone = await report(store);
    await notifier.runOnce();
    expect(await store.countMessages(10)).toEqual({ waiting: 2, failed: 0 });
    expect(await store.reports.deleteAnnotation({ report: gone, at: 1 })).toBe(true);
    hook.answer = { status: 204 };
    clock.now += HOUR;
    await notifier.runOnce();
    expect(hook.received).toHaveLength(1);
    expect(await store.countMessages(10)).toEqual({ waiting: 0, failed: 0 });
  });

  test('a mail server that is down loses nothing, and is not asked all the time', async () => {
    const { store, clock } = await open();
    const port = await findFreePort();
    await addChannel(store);
    const notifier = makeNotifier(store, clock, byMail(`smtp://127.0.0.1:${port}`));
    for (let i = 0; i < 5; i += 1) await report(store);
    await notifier.runOnce();
    const [channel] = await store.channels.listChannels('', 10);
    expect(channel).toMatchObject({ waiting: 5, failed: 0 });
    expect(channel?.error).toContain('ECONNREFUSED');
    const mails = await startMailServer(port);
    await notifier.runOnce();
    expect(mails.received).toEqual([]);
    clock.now += 10 * MINUTE;
    await notifier.runOnce();
    expect(mails.received).toHaveLength(5);
    const ids = mails.received.map(({ raw }) => readMail(raw).headers.get('message-id'));
    expect(new Set(ids).size).toBe(5);
  });

  test('a process that sends no mail leaves it for one that does', async () => {
    const { store, clock } = await open();
    await addChannel(store);
    await report(store);
    await makeNotifier(store, clock).runOnce();
    expect(await store.countMessages(10)).toEqual({ waiting: 1, failed: 0 });
    const mails = await startMailServer();
    await makeNotifier(store, clock, byMail(mails.url)).runOnce();
    expect(mails.received).toHaveLength(1);
  });

  test.each([
    ['a recipient for good', { recipient: 550 }, 1, true],
    ['a mail for good', { mail: 554 }, 1, true],
    ['a recipient for now', { recipient: 450 }, 2, false],
    ['a mail for now', { mail: 451 }, 2, false],
  ])('a server refuses %s', async (_, refusal, attempts, isFinal) => {
    const { store, clock } = await open();
    const mails = await startMailServer();
    mails.refusal = refusal;
    await addChannel(store);
    await report(store);
    const notifier = makeNotifier(store, clock, byMail(mails.url));
    await notifier.runOnce();
    const [channel] = await store.channels.listChannels('', 10);
    expect(channel).toMatchObject(isFinal ? { waiting: 0, failed: 1 } : { waiting: 1, failed: 0 });
    expect(channel?.error).toMatch(/not here$/);
    mails.refusal = null;
    clock.now += HOUR;
    await notifier.runOnce();
    expect(mails.received).toHaveLength(attempts - 1);
  });

  test('it is given up after three days, and said why, for a month', async () => {
    const { store, clock } = await open();
    const hook = await startReceiver();
    hook.answer = { status: 503, body: 'closed for\nrepair' };
    await addChannel(store, { kind: 'slack', target: hook.url });
    await report(store);
    const notifier = makeNotifier(store, clock);
    const waits: number[] = [];
    let attempted = clock.now;
    while ((await store.countMessages(10)).waiting > 0 || hook.received.length === 0) {
      const before = hook.received.length;
      await notifier.runOnce();
      if (hook.received.length > before) {
        waits.push(clock.now - attempted);
        attempted = clock.now;
      }
      clock.now += 5 * MINUTE;
      expect(clock.now - START).toBeLessThan(5 * DAY);
    }
    expect(clock.now - START).toBeGreaterThan(3 * DAY);
    expect(waits.length).toBeGreaterThan(8);
    expect(waits.length).toBeLessThan(25);
    expect(Math.max(...waits)).toBeLessThanOrEqual(DAY + 5 * MINUTE);
    expect(await store.countMessages(10)).toEqual({ waiting: 0, failed: 1 });
    const [channel] = await store.channels.listChannels('', 10);
    expect(channel?.error).toBe('The receiver answered 503: closed for repair');
    clock.now += 31 * DAY;
    await notifier.runOnce();
    expect(await store.countMessages(10)).toEqual({ waiting: 0, failed: 0 });
  });

  test('two processes on one database send each message once', async () => {
    const address = await makeAddress();
    const clock = { now: START };
    const stores = [await openFor(address), await openFor(address), await openFor(address)];
    const [store] = stores;
    if (store === undefined) throw new Error('no store');
    const hook = await startReceiver();
    await addChannel(store, { kind: 'webhook', target: hook.url, secret: 'whsec_AAAA' });
    await addChannel(store, {
      ...{ kind: 'webhook', target: hook.url, secret: 'whsec_AAAA', every: 'hour', dueAt: START },
    });
    const notifiers = stores.map((one) => makeNotifier(one, clock));
    const canonicals: string[] = [];
    for (let round = 0; round < 6; round += 1) {
      const reports = await Promise.all(Array.from({ length: 5 }, () => report(store)));
      canonicals.push(...reports.map(({ canonical }) => canonical));
      await Promise.all(notifiers.map((notifier) => notifier.runOnce()));
    }
    await Promise.all(notifiers.map((notifier) => notifier.runOnce()));
    const payloads = hook.received.map(({ body }) => read(body));
    const told = payloads.filter(({ type }) => type === 'report.created');
    expect(told.map(({ data }) => data.canonical).sort()).toEqual(canonicals.sort());
    expect(payloads.filter(({ type }) => type === 'digest')).toHaveLength(1);
  });

  test('a process that dies between sending and noting it sends the same again', async () => {
    const address = await makeAddress();
    const clock = { now: START };
    const mails = await startMailServer();
    const dying = await openStore(address);
    await addChannel(dying);
    await report(dying);
    const broken: Store = {
      ...dying,
      messages: { ...dying.messages, finishMessage: () => new Promise(() => undefined) },
    };
    const doomed = makeNotifier(broken, clock, { ...byMail(mails.url), stopTimeout: 1 });
    void doomed.runOnce();
    await expect.poll(() => mails.received.length, PATIENT).toBe(1);
    const store = await openFor(address);
    const notifier = makeNotifier(store, clock, byMail(mails.url));
    await notifier.runOnce();
    expect(mails.received).toHaveLength(1);
    clock.now += 3 * MINUTE;
    await notifier.runOnce();
    await notifier.runOnce();
    expect(mails.received).toHaveLength(2);
    const [one, other] = mails.received.map(({ raw }) => readMail(raw));
    expect(one?.headers.get('message-id')).toBe(other?.headers.get('message-id'));
    expect(one?.text).toBe(other?.text);
    await dying.close();
  });

  test('what was sent while the database went away is noted when it is back, and not sent again', async () => {
    const { store, clock } = await open();
    const mails = await startMailServer();
    await addChannel(store);
    await report(store);
    let failures = 0;
    const messages = {
      ...store.messages,
      async finishMessage(id: string) {
        if (failures++ > 1) return store.messages.finishMessage(id);
        throw Object.assign(new Error('database is locked'), { code: 'SQLITE_BUSY' });
      },
    };
    const notifier = makeNotifier({ ...store, messages }, clock, byMail(mails.url));
    for (const waiting of [1, 1, 0]) {
      await notifier.runOnce();
      expect(await store.countMessages(10)).toEqual({ waiting, failed: 0 });
      clock.now += 2 * MINUTE;
    }
    expect(mails.received).toHaveLength(1);
  });

  test('a process that dies between the news and the outbox loses none', async () => {
    const address = await makeAddress();
    const clock = { now: START };
    const hook = await startReceiver();
    const dying = await openStore(address);
    await addChannel(dying, { kind: 'webhook', target: hook.url, secret: 'whsec_AAAA' });
    await report(dying);
    const [channel] = await dying.channels.listUntold(clock.now, '', 10);
    if (channel === undefined) throw new Error('there is nothing to tell');
    const full = { upTo: 9, dueAt: 0, at: 1, contents: ['a', 'b'] };
    // The second row cannot be written: neither is the first, and the cursor stays.
    await expect(
      dying.messages.tellChannel(channel, { ...full, contents: ['a', JSON.parse('null')] }),
    ).rejects.toThrow();
    await dying.close();
    const store = await openFor(address);
    await makeNotifier(store, clock).runOnce();
    expect(hook.received).toHaveLength(1);
    // Who read the channel before somebody else told it changes nothing.
    expect(await store.messages.tellChannel(channel, full)).toBe(false);
    expect(await store.countMessages(10)).toEqual({ waiting: 0, failed: 0 });
  });

  test('digests come at their time, with all that came, and not for nothing', async () => {
    const { store, clock } = await open();
    const hook = await startReceiver();
    const daily = {
      kind: 'webhook',
      target: hook.url,
      secret: 'whsec_AAAA',
      every: 'day',
    } as const;
    await addChannel(store, { ...daily, dueAt: START + HOUR });
    const notifier = makeNotifier(store, clock);
    const place = { source: `https://${SITE}/same` };
    await report(store, place);
    await report(store, place);
    for (let i = 0; i < 14; i += 1) await report(store);
    await move(store, await report(store), 'accepted');
    await notifier.runOnce();
    expect(hook.received).toEqual([]);
    clock.now = START + HOUR;
    await notifier.runOnce();
    await notifier.runOnce();
    expect(hook.received).toHaveLength(1);
    const { type, data } = read(hook.received[0]?.body ?? '');
    expect([type, data.reports, data.places, data.newest.length]).toEqual(['digest', 16, 15, 10]);
    // Late, as after a night without power: the next one is at its time again.
    clock.now = START + 3 * DAY;
    await report(store);
    await notifier.runOnce();
    expect(hook.received).toHaveLength(2);
    await report(store);
    clock.now = START + 3 * DAY + HOUR - 1;
    await notifier.runOnce();
    expect(hook.received).toHaveLength(2);
    clock.now += 1;
    await notifier.runOnce();
    expect(hook.received).toHaveLength(3);
    clock.now += DAY;
    await notifier.runOnce();
    expect(hook.received).toHaveLength(3);
  });

  test('a clock that is set back holds nothing up longer than it was meant to wait', async () => {
    const { store, clock } = await open();
    const hook = await startReceiver();
    const target = { kind: 'webhook', target: hook.url, secret: 'whsec_AAAA' } as const;
    await addChannel(store, target);
    await addChannel(store, { ...target, every: 'hour', dueAt: START });
    const notifier = makeNotifier(store, clock);
    clock.now = START + 400 * DAY;
    hook.answer = { status: 500 };
    await report(store);
    await notifier.runOnce();
    expect(hook.received.length).toBeGreaterThan(0);
    hook.received.length = 0;
    hook.answer = { status: 204 };
    clock.now = START;
    await notifier.runOnce();
    expect(hook.received.map(({ body }) => read(body).type).sort()).toEqual([
      'digest',
      'report.created',
    ]);
    await report(store);
    await notifier.runOnce();
    expect(hook.received).toHaveLength(3);
    clock.now += HOUR;
    await notifier.runOnce();
    expect(hook.received).toHaveLength(4);
  });

  test('a message is one process’s to send, for two minutes by any clock', async () => {
    const { store } = await open();
    const channel = await addChannel(store);
    const id = await store.messages.addMessage(channel, '{"type":"test"}', START);
    const isDue = async (at: number) => {
      const query = { kinds: ['mail'], paused: [], at, limit: 1 } as const;
      return (await store.messages.listDue(query)).length === 1;
    };
    expect(await isDue(START)).toBe(true);
    const held = await Promise.all([1, 2, 3].map(() => store.messages.holdMessage(id, START)));
    expect(held.filter((message) => message !== null)).toHaveLength(1);
    expect(await isDue(START + 2 * MINUTE - 1)).toBe(false);
    expect(await isDue(START + 2 * MINUTE)).toBe(true);
    // The clock of who holds it ran a year ahead.
    expect(await store.messages.holdMessage(id, START + 365 * DAY)).not.toBeNull();
    expect(await isDue(START + 365 * DAY)).toBe(false);
    expect(await isDue(START)).toBe(true);
    expect(await store.messages.holdMessage(id, START)).not.toBeNull();
  });

  test('what another process has just tried in vain waits as long as that one found right', async () => {
    const { store } = await open();
    const channel = await addChannel(store);
    const id = await store.messages.addMessage(channel, '{}', START);
    const held = await store.messages.holdMessage(id, START);
    if (held === null) throw new Error('it is nobody’s');
    const retryAt = START + HOUR;
    await store.messages.noteFailure(held, { error: 'away', retryAt, at: START });
    // Whoever has listed it before comes to it now.
    expect(await store.messages.holdMessage(id, START + 1)).toBeNull();
    expect(await store.messages.holdMessage(id, retryAt - 1)).toBeNull();
    expect(await store.messages.holdMessage(id, retryAt)).toMatchObject({ attempts: 1 });
  });

  test('a channel that is ended sends nothing more, and forgets its secret', async () => {
    const { store, clock } = await open();
    const hook = await startReceiver();
    hook.answer = { status: 500 };
    const target = { kind: 'webhook', target: hook.url, secret: 'whsec_AAAA' } as const;
    const { id } = await addChannel(store, target);
    await report(store);
    const notifier = makeNotifier(store, clock);
    await notifier.runOnce();
    expect(hook.received).toHaveLength(1);
    expect(await store.channels.endChannel(id, clock.now)).toBe(true);
    expect(await store.channels.endChannel(id, clock.now)).toBe(false);
    await report(store);
    clock.now += DAY;
    await notifier.runOnce();
    expect(hook.received).toHaveLength(1);
    expect(await store.countMessages(10)).toEqual({ waiting: 0, failed: 0 });
    expect(await store.channels.findChannel(id)).toBeNull();
  });

  test('a receiver that is away for long fills the outbox no further, and misses nothing', async () => {
    const { store, clock } = await open();
    const hook = await startReceiver();
    hook.answer = { status: 503 };
    await addChannel(store, { kind: 'webhook', target: hook.url, secret: 'whsec_AAAA' });
    const notifier = makeNotifier(store, clock);
    const canonicals = await Promise.all(
      Array.from({ length: 720 }, async () => (await report(store)).canonical),
    );
    for (let i = 0; i < 9; i += 1) await notifier.runOnce();
    const { waiting } = await store.countMessages(10_000);
    expect(waiting).toBeGreaterThanOrEqual(500);
    expect(waiting).toBeLessThanOrEqual(600);
    expect(hook.received.length).toBeLessThanOrEqual(4);
    hook.answer = { status: 204 };
    hook.received.length = 0;
    for (let i = 0; i < 9; i += 1) {
      clock.now += 2 * MINUTE;
      await notifier.runOnce();
    }
    const told = hook.received.map(({ body }) => read(body).data.canonical);
    expect(told.sort()).toEqual(canonicals.sort());
  });
});

test('it tells by itself, soon after a signal, and lets what it is sending end when it is stopped', async () => {
  const store = await openFor(await sqliteKind.makeAddress());
  const mails = await startMailServer();
  const gate = Promise.withResolvers<void>();
  mails.gate = gate.promise;
  await addChannel(store);
  const notifier = makeNotifier(store, { now: START }, { ...byMail(mails.url), interval: 1e6 });
  notifier.start();
  await sleep(100);
  await report(store);
  notifier.signal();
  notifier.signal();
  await expect.poll(() => mails.begun, PATIENT).toBe(1);
  // It is not left to the first alone: the second is not begun any more.
  await report(store);
  const stopped = notifier.stop();
  gate.resolve();
  await stopped;
  expect(mails.received).toHaveLength(1);
  expect(await store.countMessages(10)).toEqual({ waiting: 0, failed: 0 });
  notifier.signal();
  await notifier.runOnce();
  expect(mails.begun).toBe(1);
});

test('it is stopped in time, although a server takes longer, and lets go of the mail', async () => {
  const store = await openFor(await sqliteKind.makeAddress());
  const mails = await startMailServer();
  mails.gate = new Promise(() => undefined);
  await addChannel(store);
  await report(store);
  const clock = { now: START };
  const notifier = makeNotifier(store, clock, { ...byMail(mails.url), stopTimeout: 50 });
  void notifier.runOnce();
  await expect.poll(() => mails.begun, PATIENT).toBe(1);
  const due = () =>
    store.messages.listDue({ kinds: ['mail'], paused: [], at: clock.now, limit: 1 });
  expect(await due()).toEqual([]);
  await notifier.stop();
  expect(await due()).toHaveLength(1);
});

async function move(
  store: Store,
  stored: Awaited<ReturnType<typeof report>>,
  to: 'accepted' | 'rejected' | 'spam',
): Promise<void> {
  const moved = await store.reports.moveReport({
    ...{ report: stored, to, reason: '', editor: { tokenId: 't', name: 'Ann' }, at: 1 },
  });
  expect(moved).not.toBeNull();
}

/** What happens between a message's place in the outbox and its sending: reports go, channels end, receivers fail. */
import { expect, test } from 'vitest';
import type { DeliveryWatch } from '../../src/endpoint/notices/send-messages.ts';
import type { Store } from '../../src/endpoint/store/database.ts';
import type { StoredReport } from '../../src/endpoint/store/stored-report.ts';
import { makeDirectory, SITE } from './endpoint.ts';
import {
  addChannel,
  type Clock,
  EDITORS,
  FROM,
  findFreePort,
  makeNotifier,
  report,
  startMailServer,
  startReceiver,
} from './notice-receivers.ts';
import { readUrl, run, send, start } from './program.ts';
import { withDatabase } from './stored.ts';
import { describeStores, openFor, sqliteKind } from './stores.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const START = Date.UTC(2026, 2, 1, 10, 30);
const SECRET = 'whsec_AAAA';

const read = (body: string) => JSON.parse(body);

/** Ways in which a report ceases to be one that is told. */
const ENDS: [string, (store: Store, stored: StoredReport) => Promise<void>][] = [
  [
    'is spam',
    async (store, stored) => {
      const editor = { tokenId: 't', name: 'Ann' };
      const move = { report: stored, to: 'spam', reason: '', editor, at: 1 } as const;
      expect(await store.reports.moveReport(move)).not.toBeNull();
    },
  ],
  [
    'has been taken out',
    async (store, stored) => {
      expect(await store.reports.deleteAnnotation({ report: stored, at: 1 })).toBe(true);
    },
  ],
];

describeStores(({ makeAddress }) => {
  async function open() {
    const store = await openFor(await makeAddress());
    const clock: Clock = { now: START };
    const hook = await startReceiver();
    const told = () => hook.received.map(({ body }) => read(body).data.canonical);
    return { store, clock, hook, told, target: { kind: 'webhook', target: hook.url } as const };
  }

  test.each(ENDS)('the second report of a place is told where the first %s', async (_, end) => {
    const { store, clock, hook, told, target } = await open();
    hook.answer = { status: 500 };
    await addChannel(store, { ...target, secret: SECRET });
    const notifier = makeNotifier(store, clock);
    const place = { source: `https://${SITE}/same` };
    const first = await report(store, { ...place, comment: 'WORDS OF THE FIRST' });
    const second = await report(store, { ...place, comment: 'words of the second' });
    await report(store, place);
    await notifier.runOnce();
    expect(told()).toEqual([first.canonical]);
    hook.received.length = 0;
    await end(store, first);
    // It is told of its own.
    const later = await report(store, { source: `https://${SITE}/other` });
    hook.answer = { status: 204 };
    for (let i = 0; i < 3; i += 1) {
      clock.now += HOUR;
      await notifier.runOnce();
    }
    expect(told().sort()).toEqual([second.canonical, later.canonical].sort());
    const sent = hook.received.map(({ body }) => body).join();
    expect(sent).not.toContain('WORDS OF THE FIRST');
    expect(sent).toContain('words of the second');
    expect(await store.countMessages(10)).toEqual({ waiting: 0, failed: 0 });
  });

  test.each(ENDS)('a report that comes when the first already %s is told once', async (_, end) => {
    const { store, clock, hook, told, target } = await open();
    hook.answer = { status: 500 };
    await addChannel(store, { ...target, secret: SECRET });
    const notifier = makeNotifier(store, clock);
    const place = { source: `https://${SITE}/same` };
    const first = await report(store, place);
    await notifier.runOnce();
    await end(store, first);
    const second = await report(store, place);
    hook.answer = { status: 204 };
    hook.received.length = 0;
    for (let i = 0; i < 3; i += 1) {
      clock.now += HOUR;
      await notifier.runOnce();
    }
    expect(told()).toEqual([second.canonical]);
  });

  test.each(ENDS)(
    'what is still to be looked at is not told where the first %s',
    async (_, end) => {
      const { store } = await open();
      const channel = { ...(await addChannel(store)), told: 0 };
      const place = { source: `https://${SITE}/same` };
      const first = await report(store, place);
      const { upTo } = await store.untold.listUntold(channel, 10);
      const second = await report(store, place);
      const { site, canonical } = second;
      expect(await store.untold.findSuccessor(first, { after: 0, upTo: upTo + 1 })).toBeNull();
      await end(store, first);
      // It will be: by then there is no other of its place.
      expect(await store.untold.findSuccessor(first, { after: 0, upTo })).toBeNull();
      expect(await store.untold.listUntold({ ...channel, told: upTo }, 10)).toMatchObject({
        reports: [{ canonical }],
      });
      expect(await store.untold.findSuccessor(first, { after: 0, upTo: upTo + 1 })).toEqual({
        site,
        canonical,
      });
    },
  );

  test.each(ENDS)('what is known to editors is not told because another %s', async (_, end) => {
    const { store, clock, hook, told, target } = await open();
    hook.answer = { status: 500 };
    await addChannel(store, { ...target, secret: SECRET });
    const notifier = makeNotifier(store, clock);
    const place = { source: `https://${SITE}/same` };
    const [first, second] = [await report(store, place), await report(store, place)];
    await report(store);
    await notifier.runOnce();
    await store.reports.moveReport({
      ...{ report: second, to: 'accepted', reason: '', at: 1 },
      editor: { tokenId: 't', name: 'Ann' },
    });
    await end(store, first);
    hook.answer = { status: 204 };
    hook.received.length = 0;
    clock.now += HOUR;
    await notifier.runOnce();
    expect(told()).toHaveLength(1);
    expect(told()).not.toContain(second.canonical);
  });

  test.each(ENDS)('a digest has no words of a report that %s, and all others', async (_, end) => {
    const { store, clock, hook, target } = await open();
    await addChannel(store, { ...target, secret: SECRET, every: 'hour', dueAt: START });
    await addChannel(store, { ...target, secret: SECRET, every: 'day', dueAt: START });
    const notifier = makeNotifier(store, clock);
    hook.answer = { status: 500 };
    const place = { source: `https://${SITE}/same` };
    const held = await report(store, place);
    const newest = await report(store, { ...place, comment: 'SECRET WORDS' });
    const lone = await report(store, { comment: 'SECRET WORDS' });
    await notifier.runOnce();
    for (const gone of [newest, lone]) await end(store, gone);
    hook.answer = { status: 204 };
    hook.received.length = 0;
    clock.now += HOUR / 2;
    await notifier.runOnce();
    expect(hook.received).toHaveLength(2);
    for (const { body } of hook.received) {
      expect(body).not.toContain('SECRET WORDS');
      const { data } = read(body);
      expect(data.places).toBe(1);
      expect(data.newest).toMatchObject([{ canonical: held.canonical }]);
    }
  });

  test.each(ENDS)(
    'what a digest has told is not told by the next where another %s',
    async (_, end) => {
      const { store, clock, hook, target } = await open();
      await addChannel(store, { ...target, secret: SECRET, every: 'hour', dueAt: START });
      const notifier = makeNotifier(store, clock);
      const place = { source: `https://${SITE}/same` };
      const first = await report(store, place);
      await notifier.runOnce();
      expect(hook.received.map(({ body }) => read(body).data.newest)).toMatchObject([
        [{ canonical: first.canonical }],
      ]);
      hook.answer = { status: 500 };
      const second = await report(store, place);
      clock.now += HOUR;
      await notifier.runOnce();
      expect(hook.received).toHaveLength(2);
      await end(store, second);
      hook.answer = { status: 204 };
      clock.now += HOUR / 2;
      await notifier.runOnce();
      expect(hook.received).toHaveLength(2);
      expect(await store.countMessages(10)).toEqual({ waiting: 0, failed: 0 });
    },
  );

  test('a digest whose newest places are gone still counts the others', async () => {
    const { store, clock, hook, target } = await open();
    await addChannel(store, { ...target, secret: SECRET, every: 'hour', dueAt: START });
    const notifier = makeNotifier(store, clock);
    hook.answer = { status: 500 };
    const reports: StoredReport[] = [];
    for (let i = 0; i < 12; i += 1) reports.push(await report(store));
    await notifier.runOnce();
    for (const gone of reports.slice(2)) {
      expect(await store.reports.deleteAnnotation({ report: gone, at: 1 })).toBe(true);
    }
    hook.answer = { status: 204 };
    hook.received.length = 0;
    clock.now += HOUR / 2;
    await notifier.runOnce();
    expect(hook.received.map(({ body }) => read(body).data)).toMatchObject([
      { reports: 2, places: 2, newest: [] },
    ]);
  });

  test('a channel that has ended takes no message', async () => {
    const { store, clock, hook, target } = await open();
    const channel = await addChannel(store, { ...target, secret: SECRET });
    const ended = await addChannel(store, { ...target, secret: SECRET });
    expect(await store.channels.endChannel(ended.id, START)).toBe(true);
    const send = (id: string) =>
      store.messages.addMessage({ id, site: SITE }, '{"type":"test"}', START);
    await expect(send(ended.id)).rejects.toThrow(/has ended/);
    expect(await store.countMessages(10)).toEqual({ waiting: 0, failed: 0 });
    // Ended and tried at the same moment: whoever comes first.
    const racing = await Promise.allSettled([
      send(channel.id),
      store.channels.endChannel(channel.id, START),
    ]);
    expect(racing[1]).toMatchObject({ status: 'fulfilled', value: true });
    expect(await store.countMessages(10)).toEqual({ waiting: 0, failed: 0 });
    await makeNotifier(store, clock).runOnce();
    expect(hook.received).toEqual([]);
  });

  test('a channel that fails is told of once, and once when it works again', async () => {
    const { store, clock, hook, target } = await open();
    const said: Parameters<DeliveryWatch>[] = [];
    const port = await findFreePort();
    const webhook = await addChannel(store, { ...target, secret: SECRET });
    const mail = await addChannel(store);
    const slack = await addChannel(store, { kind: 'slack', target: hook.url });
    const notifier = makeNotifier(store, clock, {
      mail: { smtpUrl: `smtp://127.0.0.1:${port}`, from: FROM, replyTo: null },
      watchDelivery: (...call) => said.push(call),
    });
    const list = () => said.map(([{ id }, now]) => [id, now]).sort();
    const run = async () => {
      await report(store);
      clock.now += DAY / 12;
      await notifier.runOnce();
    };
    hook.answer = { status: 500, body: `nothing for ${EDITORS}` };
    for (let i = 0; i < 4; i += 1) await run();
    const fails = [webhook, mail, slack].map(({ id }) => [id, 'fails']);
    expect(list()).toEqual(fails.sort());
    hook.answer = { status: 204 };
    await startMailServer(port);
    for (let i = 0; i < 4; i += 1) await run();
    const works = [webhook, mail, slack].map(({ id }) => [id, 'works']);
    expect(list()).toEqual([...fails, ...works].sort());
    hook.answer = { status: 410 };
    await run();
    expect(
      said
        .slice(6)
        .map(([{ kind }, now]) => [kind, now])
        .sort(),
    ).toEqual([
      ['slack', 'fails'],
      ['webhook', 'fails'],
    ]);
  });
});

test('a message of a channel that has ended is taken out when it is found', async () => {
  const address = await sqliteKind.makeAddress();
  const store = await openFor(address);
  const channel = await addChannel(store);
  const id = await store.messages.addMessage(channel, '{"type":"test"}', START);
  // As an earlier version could leave it behind.
  withDatabase('directory' in address ? address.directory : '', (database) =>
    database.prepare('update channels set ended_at = 1').run(),
  );
  expect(await store.countMessages(10)).toEqual({ waiting: 1, failed: 0 });
  expect(await store.messages.holdMessage(id, START)).toBeNull();
  expect(await store.countMessages(10)).toEqual({ waiting: 0, failed: 0 });
});

test('the program logs a channel that fails by its id, without what its receiver said or where it is', async () => {
  const directory = await makeDirectory();
  const hook = await startReceiver();
  hook.answer = { status: 500, body: `${EDITORS} has gone home` };
  const target = ['--webhook', `${hook.url}?key=geheim`];
  const made = await run(
    ['channel', 'add', '--site', SITE, ...target, '--data', directory],
    directory,
  );
  const [id = ''] = made.stdout.split('\n');
  const program = start(directory, '--allow-private-webhooks');
  let said = '';
  program.stderr?.on('data', (chunk) => {
    said += chunk;
  });
  const url = await readUrl(program);
  expect((await send(url)).status).toBe(201);
  const line = `Channel ${id} (webhook) fails`;
  await expect.poll(() => said, { timeout: 20_000 }).toContain(line);
  expect(said.split(line)).toHaveLength(2);
  expect(said).not.toMatch(/gone home|editors@|geheim|127\.0\.0\.1/);
  // That the site has no editor's token yet is told by another line.
  expect(said.split('\n').find((text) => text.includes(line))).not.toContain(SITE);
});

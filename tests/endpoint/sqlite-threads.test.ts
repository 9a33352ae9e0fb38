/** SQLite's threads when they die, are kept waiting, or are told to end: every question has one answer, a true one. */
import { Worker } from 'node:worker_threads';
import SQLite from 'better-sqlite3';
import { expect, onTestFinished, test, vi } from 'vitest';
import { findFile } from '../../src/endpoint/store/connections.ts';
import { keepSqliteThread } from '../../src/endpoint/store/sqlite-dialect.ts';
import type { Order } from '../../src/endpoint/store/sqlite-orders.ts';
import { checkConsistency } from './consistency.ts';
import {
  ask,
  type Endpoint,
  post,
  SITE,
  send,
  startEndpoint,
  writeAnnotation,
} from './endpoint.ts';
import { addReport, makeReport } from './stored.ts';
import { openFor, sqliteKind } from './stores.ts';

/** Ends the thread that is given such an order, as soon as it is. */
function killOnce(isMeant: (order: Order) => boolean): { readonly isDone: boolean } {
  let isDone = false;
  const { postMessage } = Worker.prototype;
  const spy = vi.spyOn(Worker.prototype, 'postMessage').mockImplementation(function (
    this: Worker,
    order: Order,
  ) {
    if (!isDone && isMeant(order)) {
      isDone = true;
      void this.terminate();
    }
    postMessage.call(this, order);
  });
  onTestFinished(() => spy.mockRestore());
  return {
    get isDone() {
      return isDone;
    },
  };
}

test('a thread that dies while it adds reports takes none of a group along', async () => {
  const address = await sqliteKind.makeAddress();
  const store = await openFor(address);
  await addReport(store);
  const kill = killOnce(({ what }) => what === 'add');
  const reports = Array.from({ length: 5 }, () => makeReport());
  const added = await Promise.all(reports.map((report) => store.reports.addReport(report)));
  expect(kill.isDone).toBe(true);
  expect(added.map(({ was }) => was)).toEqual(Array(5).fill('added'));
  await checkConsistency(address);
});

test.each(['update "reports"', 'insert into "decisions"', 'commit'])(
  'a thread that dies at `%s` leaves nothing half done, and another goes on',
  async (statement) => {
    const address = await sqliteKind.makeAddress();
    const store = await openFor(address);
    const report = await addReport(store);
    const kill = killOnce((order) => order.what === 'execute' && order.sql.startsWith(statement));
    const move = { to: 'rejected', reason: '', editor: null, at: 3 } as const;
    const moving = store.reports.moveReport({ ...move, report });
    // Who waits for the connection meanwhile gets the next thread.
    const adding = addReport(store);
    await expect(moving).rejects.toThrow('closed');
    expect(kill.isDone).toBe(true);
    await adding;
    await checkConsistency(address);
    const [found] = await store.reports.findReports(SITE, report.canonical);
    if (found === undefined) throw new Error('it has gone');
    // Whether the commit was done when it died nobody knows; half of it never is.
    if (found.version === 1) await store.reports.moveReport({ ...move, report: found });
    const [moved] = await store.reports.findReports(SITE, report.canonical);
    expect([moved?.state, moved?.version]).toEqual(['rejected', 2]);
    await checkConsistency(address);
  },
);

test.each([
  ['reads', 'from "tokens"', (endpoint: Endpoint) => ask(endpoint, '/api/me')],
  ['adds', '', ({ server }: Endpoint) => post(server, writeAnnotation())],
] as const)(
  'who is answered by a thread that dies while it %s comes again, and is answered by another',
  async (_what, part, request) => {
    const endpoint = await startEndpoint();
    if (endpoint.directory === '') return;
    await send(endpoint);
    const kill = killOnce((order) =>
      part === '' ? order.what === 'add' : order.what === 'execute' && order.sql.includes(part),
    );
    const refused = await request(endpoint);
    expect(kill.isDone).toBe(true);
    expect(refused.statusCode).toBe(503);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect((await request(endpoint)).statusCode).toBeLessThan(300);
  },
);

test('reports that wait for the same lock wait for it together', async () => {
  const address = await sqliteKind.makeAddress();
  if (!('directory' in address)) throw new Error('SQLite has a directory');
  await openFor(address);
  const file = findFile(address.directory);
  const thread = keepSqliteThread(file, false).connect();
  onTestFinished(() => thread.close());
  await thread.execute('pragma busy_timeout = 400', []);
  const other = new SQLite(file);
  onTestFinished(() => void other.close());
  other.exec('begin immediate');
  const measure = async (count: number) => {
    const start = performance.now();
    const ends = await Promise.allSettled(
      Array.from({ length: count }, () => thread.addReports([makeReport()])),
    );
    for (const end of ends) {
      expect(end).toEqual({
        status: 'rejected',
        reason: expect.objectContaining({ code: 'SQLITE_BUSY' }),
      });
    }
    return performance.now() - start;
  };
  const alone = await measure(1);
  // Those that come while the first waits are the second that waits. One by one it would be thirty times as long.
  expect(await measure(30)).toBeLessThan(alone * 15);
});

test('a store that is closed answers all it was asked, and then nobody', async () => {
  const address = await sqliteKind.makeAddress();
  const store = await openFor(address);
  const reports = Array.from({ length: 700 }, () => makeReport());
  const asked = reports.map((report) => store.reports.addReport(report));
  const moved = await addReport(store);
  const threads = vi.spyOn(Worker.prototype, 'postMessage');
  onTestFinished(() => threads.mockRestore());
  const move = { to: 'rejected', reason: '', editor: null, at: 3 } as const;
  asked.push(...reports.map((report) => store.reports.addReport(report)));
  const moving = store.reports.moveReport({ ...move, report: moved });
  const all = Promise.allSettled([...asked, moving]);
  await store.close();
  const ends = (await all).slice(0, -1);
  // None is left that would keep the process from ending.
  for (const thread of threads.mock.contexts) {
    await expect.poll(() => thread instanceof Worker && thread.threadId).toBe(-1);
  }
  await expect(store.reports.addReport(makeReport())).rejects.toThrow('destroyed');
  const again = await openFor(address);
  for (const [i, { status }] of ends.entries()) {
    const { canonical } = reports[i % reports.length] ?? makeReport();
    if (status === 'fulfilled') {
      expect(await again.reports.findReports(SITE, canonical)).toHaveLength(1);
    }
  }
  await checkConsistency(address);
});

/**
 * A thread with one connection to a SQLite file, so that a commit that waits for the disk, or a long search, keeps
 * no request waiting. It does what it is told in the order in which it is told. Reports are added here from the first
 * statement to the commit: if each result went to the endpoint and back, the disk would wait for requests.
 */
import {
  type MessagePort,
  parentPort,
  receiveMessageOnPort,
  workerData,
} from 'node:worker_threads';
import SQLite from 'better-sqlite3';
import * as v from 'valibot';
import type { createAdder } from './add-in-thread.ts';
import { readOutage } from './outage.ts';
import { connectDatabase } from './sqlite-file.ts';
import { type AddOrder, type Answer, type Order, ROLLBACK } from './sqlite-orders.ts';
import type { NewReport } from './stored-report.ts';

/** Statements that are kept prepared. Each keeps what it was last given, and batches of each size are of their own. */
const MOST_PREPARED = 64;
/** Reports in one transaction. */
const MOST_ADDED = 128;

const { file, isReader } = v.parse(
  v.object({ file: v.string(), isReader: v.boolean() }),
  workerData,
);
const database = connectDatabase(file, { readonly: isReader });
const prepared = new Map<string, SQLite.Statement<unknown[]>>();
let adder: ReturnType<typeof createAdder> | null = null;
const orders: Order[] = [];
let isAtWork = false;

parentPort?.on('message', (order: Order) => {
  orders.push(order);
  if (!isAtWork) void work();
});

async function work(): Promise<void> {
  isAtWork = true;
  for (let order = takeOrder(); order !== undefined; order = takeOrder()) {
    if (order.what === 'add') await carryOutAll([order, ...takeMore(order.reports.length)]);
    else await carryOut(order);
  }
  isAtWork = false;
}

/** The next order, with all behind it that have come meanwhile. */
function takeOrder(): Order | undefined {
  if (parentPort === null) return undefined;
  for (let next = receive(parentPort); next !== undefined; next = receive(parentPort)) {
    orders.push(next);
  }
  return orders.shift();
}

function receive(port: MessagePort): Order | undefined {
  const received: { message: Order } | undefined = receiveMessageOnPort(port);
  return received?.message;
}

/** Takes the orders to add reports that come next, so that one commit does for them all. */
function takeMore(count: number): AddOrder[] {
  const more: AddOrder[] = [];
  let total = count;
  for (let [next] = orders; next?.what === 'add'; [next] = orders) {
    total += next.reports.length;
    if (total > MOST_ADDED) break;
    more.push(next);
    orders.shift();
  }
  return more;
}

async function carryOutAll(all: readonly AddOrder[]): Promise<void> {
  try {
    const rows = await add(all.flatMap(({ reports }) => reports));
    let first = 0;
    for (const { id, reports } of all) {
      answer({ id, ok: true, rows: rows.slice(first, first + reports.length), changes: 0 });
      first += reports.length;
    }
  } catch (error) {
    // Each alone would wait as long again for a database that is busy, and fail like the others.
    if (all.length === 1 || readOutage(error) !== null) {
      for (const { id } of all) answer(refuse(id, error));
      return;
    }
    // Those that cannot be written must not take the others along.
    for (const one of all) await carryOutAll([one]);
  }
}

async function carryOut(order: Exclude<Order, AddOrder>): Promise<void> {
  if (order.what === 'close') {
    database.close();
    parentPort?.close();
    return;
  }
  try {
    answer({ id: order.id, ok: true, ...execute(order.sql, order.parameters) });
  } catch (error) {
    answer(refuse(order.id, error));
  }
}

async function add(reports: readonly NewReport[]) {
  const { createAdder } = await import('./add-in-thread.ts');
  adder ??= createAdder({ execute: async (sql, parameters) => execute(sql, parameters) });
  return adder(reports);
}

function execute(sql: string, parameters: readonly unknown[]) {
  // What SQLite cannot go on with it takes back by itself, before anybody asks for it.
  if (sql === ROLLBACK && !database.inTransaction) return { rows: [], changes: 0 };
  const statement = prepare(sql);
  if (statement.reader) return { rows: statement.all(...parameters), changes: 0 };
  return { rows: [], changes: statement.run(...parameters).changes };
}

function prepare(sql: string): SQLite.Statement<unknown[]> {
  const known = prepared.get(sql);
  if (known !== undefined) {
    // The least used is at the front.
    prepared.delete(sql);
    prepared.set(sql, known);
    return known;
  }
  const statement = database.prepare<unknown[]>(sql);
  prepared.set(sql, statement);
  const [oldest] = prepared.keys();
  if (prepared.size > MOST_PREPARED && oldest !== undefined) prepared.delete(oldest);
  return statement;
}

function refuse(id: number, error: unknown): Answer {
  const message = error instanceof Error ? error.message : String(error);
  return { id, ok: false, message, code: error instanceof SQLite.SqliteError ? error.code : '' };
}

function answer(message: Answer): void {
  parentPort?.postMessage(message);
}

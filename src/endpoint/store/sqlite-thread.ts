/**
 * A thread with one connection to a SQLite file, so that a commit that waits for the disk, or a long search, keeps
 * no request waiting. It does what it is told in the order in which it is told. Reports are added here from the first
 * statement to the commit: if each result went to the endpoint and back, the disk would wait for requests.
 */
import { parentPort, workerData } from 'node:worker_threads';
import SQLite from 'better-sqlite3';
import * as v from 'valibot';
import type { createAdder } from './add-in-thread.ts';
import { connectDatabase } from './sqlite-file.ts';
import { type Answer, type Order, ROLLBACK } from './sqlite-orders.ts';
import type { NewReport } from './stored-report.ts';

/** Statements that are kept prepared. Each keeps what it was last given, and batches of each size are of their own. */
const MOST_PREPARED = 64;

const { file, isReader } = v.parse(
  v.object({ file: v.string(), isReader: v.boolean() }),
  workerData,
);
const database = connectDatabase(file, { readonly: isReader });
const prepared = new Map<string, SQLite.Statement<unknown[]>>();
let adder: ReturnType<typeof createAdder> | null = null;
let last = Promise.resolve();

parentPort?.on('message', (order: Order) => {
  last = last.then(() => carryOut(order));
});

async function carryOut(order: Order): Promise<void> {
  if (order.what === 'close') {
    database.close();
    parentPort?.close();
    return;
  }
  let result: Answer;
  try {
    const done =
      order.what === 'add'
        ? { rows: await add(order.reports), changes: 0 }
        : execute(order.sql, order.parameters);
    result = { id: order.id, ok: true, ...done };
  } catch (error) {
    result = refuse(order.id, error);
  }
  answer(result);
}

async function add(reports: readonly NewReport[]) {
  const { createAdder } = await import('./add-in-thread.ts');
  adder ??= createAdder({
    execute: async (sql, parameters) => execute(sql, parameters),
    close: async () => undefined,
  });
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

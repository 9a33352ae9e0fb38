/**
 * The bare grouped insert loop that the endpoint is measured against: the same rows into the same table with all its
 * indexes, the search index among them, as many to a commit as there are connections, and each commit on the disk. One
 * connection, no HTTP, nothing checked, nothing counted, nothing told to anybody.
 */
import pg from 'pg';
import { openStore, type StoreAddress } from '../../../src/endpoint/store/database.ts';
import type { ReportTable } from '../../../src/endpoint/store/schema.ts';
import { openDatabase } from '../../../src/endpoint/store/sqlite-file.ts';
import { createRowMaker } from './make-rows.ts';

/** Groups that are made beforehand, while the clock stands still. */
const GROUPS = 40;

export interface BareLoop {
  /** Inserts for so many ms; gives the rows and the ms that they took. */
  run(ms: number): Promise<{ rows: number; ms: number }>;
  close(): Promise<void>;
}

export interface LoopOptions {
  /** rows in a commit */
  group: number;
  seed: number;
}

/** Makes the store there, and a connection to it. */
export function createBareLoop(where: StoreAddress, options: LoopOptions): Promise<BareLoop> {
  return 'directory' in where
    ? createSqliteLoop(where.directory, options)
    : createPostgresLoop(where.databaseUrl, options);
}

async function createSqliteLoop(
  directory: string,
  { group, seed }: LoopOptions,
): Promise<BareLoop> {
  await (await openStore({ directory })).close();
  const database = openDatabase(directory);
  const make = createRowMaker(seed);
  const columns = listColumns(make());
  const values = columns.map((column) => `@${column}`).join();
  const insert = database.prepare(`insert into reports (${columns.join()}) values (${values})`);
  const insertAll = database.transaction((rows: readonly ReportTable[]) => {
    for (const row of rows) insert.run(row);
  });
  return {
    run: (ms) =>
      repeat(
        ms,
        () => makeRows(make, group),
        async (rows) => insertAll.immediate(rows),
      ),
    close: async () => void database.close(),
  };
}

/** On PostgreSQL a group is one statement, and so one commit. */
async function createPostgresLoop(
  databaseUrl: string,
  { group, seed }: LoopOptions,
): Promise<BareLoop> {
  await (await openStore({ databaseUrl })).close();
  const client = new pg.Client(databaseUrl);
  await client.connect();
  const make = createRowMaker(seed);
  const columns = listColumns(make());
  const tuples = Array.from({ length: group }, (_, row) => {
    const places = columns.map((_, column) => `$${row * columns.length + column + 1}`);
    return `(${places.join()})`;
  });
  const text = `insert into reports (${columns.join()}) values ${tuples.join()}`;
  return {
    run: (ms) =>
      repeat(
        ms,
        () => makeRows(make, group),
        async (rows) => {
          const values = rows.flatMap((row) => Object.values(row));
          await client.query({ name: 'insert', text, values });
        },
      ),
    close: () => client.end(),
  };
}

function listColumns(row: ReportTable): string[] {
  return Object.keys(row);
}

function makeRows(make: () => ReportTable, count: number): ReportTable[] {
  return Array.from({ length: count }, make);
}

async function repeat(
  ms: number,
  prepare: () => ReportTable[],
  insert: (rows: ReportTable[]) => Promise<void>,
): Promise<{ rows: number; ms: number }> {
  const done = { rows: 0, ms: 0 };
  while (done.ms < ms) {
    const groups = Array.from({ length: GROUPS }, prepare);
    const start = performance.now();
    for (const rows of groups) await insert(rows);
    done.ms += performance.now() - start;
    done.rows += groups.flat().length;
  }
  return done;
}

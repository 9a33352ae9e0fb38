/**
 * Opens the embedded store. SQLite in WAL mode with synchronous=FULL: with NORMAL a power cut takes
 * acknowledged reports along (https://www.sqlite.org/pragma.html#pragma_synchronous).
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import SQLite from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { Migrator } from 'kysely/migration';
import { migrationProvider } from './migrations.ts';
import { createObservationStore, type ObservationStore } from './observations.ts';
import { createReportStore, type ReportStore } from './reports.ts';
import type { Tables } from './schema.ts';
import { createTokenStore, type TokenStore } from './tokens.ts';

export const DATABASE_FILE = 'sic.sqlite';
/** How long one process waits for another's write, in ms. */
const BUSY_TIMEOUT = 5_000;
/** How long it waits between two attempts at what SQLite does not wait for itself, in ms. */
const RETRY_DELAY = 20;

export interface Store {
  reports: ReportStore;
  observations: ObservationStore;
  tokens: TokenStore;
  close(): Promise<void>;
}

/**
 * Opens, or makes, the store in a directory and brings its tables up to date.
 * @throws when the directory cannot be made, or the file is no database of Sic's
 */
export async function openStore({ directory }: { directory: string }): Promise<Store> {
  const database = openDatabase(directory);
  try {
    const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database }) });
    await migrate(database, db);
    return {
      reports: createReportStore(db),
      observations: createObservationStore(db),
      tokens: createTokenStore(db),
      close: () => db.destroy(),
    };
  } catch (error) {
    database.close();
    throw error;
  }
}

/**
 * Kysely takes no lock on SQLite, and two processes that start at once would both make the tables. One
 * transaction around it all makes the second wait, and an interrupted migration leave nothing.
 */
async function migrate(database: SQLite.Database, db: Kysely<Tables>): Promise<void> {
  database.exec('BEGIN IMMEDIATE');
  const { error } = await new Migrator({ db, provider: migrationProvider }).migrateToLatest();
  if (error !== undefined) throw error;
  database.exec('COMMIT');
}

/** Opens the directory's database so that what it has committed is on the disk. @throws as `openStore` */
export function openDatabase(directory: string): SQLite.Database {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const database = new SQLite(join(directory, DATABASE_FILE), { timeout: BUSY_TIMEOUT });
  try {
    switchToWal(database);
    database.pragma('synchronous = FULL');
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/**
 * SQLite's busy timeout does not hold for the switch to WAL: of two processes that open a new file at
 * once, one is refused immediately (https://www.sqlite.org/c3ref/busy_handler.html).
 */
function switchToWal(database: SQLite.Database): void {
  const deadline = performance.now() + BUSY_TIMEOUT;
  for (;;) {
    try {
      database.pragma('journal_mode = WAL');
      return;
    } catch (error) {
      const isBusy = error instanceof SQLite.SqliteError && error.code === 'SQLITE_BUSY';
      if (!isBusy || performance.now() > deadline) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, RETRY_DELAY);
    }
  }
}

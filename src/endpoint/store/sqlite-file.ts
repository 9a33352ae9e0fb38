/**
 * Connects to a SQLite file. WAL mode with synchronous=FULL: with NORMAL a power cut takes acknowledged reports
 * along (https://www.sqlite.org/pragma.html#pragma_synchronous). What is deleted is overwritten: otherwise it would
 * stand in the file, and in its copies, until the room is wanted for something else
 * (https://www.sqlite.org/pragma.html#pragma_secure_delete).
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import SQLite from 'better-sqlite3';

export const DATABASE_FILE = 'sic.sqlite';
/** How long one process waits for another's write, in ms. */
const BUSY_TIMEOUT = 5_000;
/** How long it waits between two attempts at what SQLite does not wait for itself, in ms. */
const RETRY_DELAY = 20;

/**
 * Opens the directory's database, which is made where there is none.
 * @throws when the directory cannot be made, or the file is no database
 */
export function openDatabase(directory: string): SQLite.Database {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  return connectDatabase(join(directory, DATABASE_FILE));
}

/** Opens a database so that what it has committed is on the disk. @throws when the file is no database */
export function connectDatabase(file: string, { readonly = false } = {}): SQLite.Database {
  const database = new SQLite(file, { timeout: BUSY_TIMEOUT, readonly });
  try {
    if (!readonly) {
      switchToWal(database);
      database.pragma('secure_delete = ON');
    }
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

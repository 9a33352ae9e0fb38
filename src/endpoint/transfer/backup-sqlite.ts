/** Copies a SQLite database as it is at one moment, while others write to it, and makes sure of the copy. */
import { existsSync } from 'node:fs';
import SQLite from 'better-sqlite3';
import { connectDatabase } from '../store/sqlite-file.ts';

/** All pages in one step: after every pause the copy would begin anew when somebody has written meanwhile. */
const ALL_PAGES = 0x7f_ff_ff_ff;

/**
 * @param source the database's file
 * @param copy where the copy is to be; nothing may be there
 * @throws when it cannot be written, or is not sound
 */
export async function backupSqlite(source: string, copy: string): Promise<void> {
  if (existsSync(copy)) throw new Error(`${copy} is there already; a backup overwrites nothing.`);
  const database = connectDatabase(source, { readonly: true });
  try {
    await database.backup(copy, { progress: () => ALL_PAGES });
  } finally {
    database.close();
  }
  const copied = new SQLite(copy);
  try {
    // One file that needs no other beside it; the endpoint changes it back.
    copied.pragma('journal_mode = DELETE');
    const found = copied.pragma('integrity_check', { simple: true });
    if (found !== 'ok') throw new Error(`The copy in ${copy} is not sound: ${String(found)}`);
  } finally {
    copied.close();
  }
}

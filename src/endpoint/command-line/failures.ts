/** Words why a command did not succeed. SQLite's own words name no file. */
import { resolve } from 'node:path';
import SQLite from 'better-sqlite3';
import type { Command } from './arguments.ts';

/** What SQLite says of a file or directory, rather than of what is in it. */
const FILE_ERRORS = /^SQLITE_(CANTOPEN|READONLY|NOTADB|PERM|IOERR|FULL|CORRUPT)/;

/** @returns one sentence, without a stack */
export function describeFailure(error: unknown, command: Command): string {
  const reason = error instanceof Error ? error.message : String(error);
  const isFile = error instanceof SQLite.SqliteError && FILE_ERRORS.test(error.code);
  const where =
    isFile && 'address' in command && 'directory' in command.address
      ? ` (in ${resolve(command.address.directory)})`
      : '';
  const text = `${reason}${where}`;
  return command.name === 'serve' ? `The endpoint cannot run: ${text}` : text;
}

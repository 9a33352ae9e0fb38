/** Tells failures of the database itself from faults of the endpoint: they pass, and whoever asked may ask again. */

/**
 * Why nothing can be read or written now; `ended` is a way to the database that has broken off, where the next one may be
 * had at once.
 */
export type Outage = 'full' | 'busy' | 'away' | 'ended';

/**
 * https://www.sqlite.org/rescode.html; https://www.postgresql.org/docs/current/errcodes-appendix.html. Of PostgreSQL's:
 * 53 and 58 are a server without means, 57P0 one that stops or starts; 08, 28, 3D and 55000 are connections that it does not
 * take (any more), 25006 a standby.
 */
const OUTAGES: readonly [RegExp, Outage][] = [
  [/^(SQLITE_FULL|53100|ENOSPC)$/, 'full'],
  [/^(SQLITE_BUSY|SQLITE_LOCKED|40001|40P01|55P03|57014|25P03|25P04)/, 'busy'],
  [/^(SQLITE_IOERR|SQLITE_CANTOPEN|SQLITE_READONLY)/, 'away'],
  [/^ERR_WORKER_/, 'ended'],
  [/^(53...|57P0.|58...|08...|28...|3D000|55000|25006)$/, 'away'],
  [/^(ECONN|ENOTFOUND|EPIPE|ETIMEDOUT|EHOSTUNREACH|EHOSTDOWN|ENETUNREACH|EAI_AGAIN)/, 'away'],
];

/** node-postgres has no code for a connection that broke off, or could not be had in time. */
const LOST_CONNECTION =
  /connection terminated|timeout exceeded when trying to connect|client has encountered a connection error|not queryable/i;
/** What SQLite's thread says when it has ended, word for word: its code is that of every misuse. */
const ENDED_THREAD = /^The database (is closed\.|connection is not open)$/;

/** @returns null where the database is not to blame */
export function readOutage(error: unknown): Outage | null {
  if (!(error instanceof Error)) return null;
  // Several addresses were tried, each in vain.
  if (error instanceof AggregateError) return readOutage(error.errors[0]);
  if ('code' in error && typeof error.code === 'string') {
    const { code } = error;
    const found = OUTAGES.find(([pattern]) => pattern.test(code));
    if (found !== undefined) return found[1];
    // A server on this machine may be reached by a socket that is a file, which goes with it.
    const isConnecting = 'syscall' in error && error.syscall === 'connect';
    if (isConnecting && /^(ENOENT|EACCES)$/.test(code)) return 'away';
  }
  if (ENDED_THREAD.test(error.message)) return 'ended';
  return LOST_CONNECTION.test(error.message) ? 'away' : null;
}

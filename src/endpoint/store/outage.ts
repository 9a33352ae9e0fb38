/** Tells failures of the database itself from faults of the endpoint: they pass, and whoever asked may ask again. */

/** Why nothing can be read or written now. */
export type Outage = 'full' | 'busy' | 'away';

/** https://www.sqlite.org/rescode.html; https://www.postgresql.org/docs/current/errcodes-appendix.html */
const OUTAGES: readonly [RegExp, Outage][] = [
  [/^(SQLITE_FULL|53100|ENOSPC)$/, 'full'],
  [/^(SQLITE_BUSY|SQLITE_LOCKED|40001|40P01|55P03|57014)/, 'busy'],
  [
    /^(SQLITE_IOERR|SQLITE_CANTOPEN|SQLITE_READONLY|53|08|57P0|ECONN|ENOTFOUND|EPIPE|ETIMEDOUT|EHOSTUNREACH|EAI_AGAIN)/,
    'away',
  ],
];

/** @returns null where the database is not to blame */
export function readOutage(error: unknown): Outage | null {
  if (!(error instanceof Error)) return null;
  // Several addresses were tried, each in vain.
  if (error instanceof AggregateError) return readOutage(error.errors[0]);
  if ('code' in error && typeof error.code === 'string') {
    const { code } = error;
    const found = OUTAGES.find(([pattern]) => pattern.test(code));
    if (found !== undefined) return found[1];
  }
  // node-postgres has no code for a connection that broke off, or could not be had in time.
  return /connection terminated|timeout exceeded when trying to connect|client has encountered a connection error|not queryable/i.test(
    error.message,
  )
    ? 'away'
    : null;
}

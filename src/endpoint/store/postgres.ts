/** Connects to PostgreSQL by a pool. */
import { type Dialect, PostgresDialect } from 'kysely';
import pg from 'pg';

/** Connections of one process. Writers of one site wait for each other anyway. */
const MOST_CONNECTIONS = 10;
/** How long somebody waits for a connection before the database is said to be away, in ms. */
const CONNECTION_TIMEOUT = 5_000;
/** How long a statement may take, in ms: what takes longer holds others up. */
const STATEMENT_TIMEOUT = 30_000;

/** Type of bigint, which node-postgres would give as text. Ours are counts and times: numbers hold them. */
const INT8 = 20;

/**
 * @param databaseUrl `postgres://…`; its parameters are node-postgres's
 * @param statementTimeout in ms; 0 for none
 */
export function createPostgresDialect(
  databaseUrl: string,
  { statementTimeout = STATEMENT_TIMEOUT } = {},
): Dialect {
  const types = new pg.TypeOverrides();
  types.setTypeParser(INT8, Number);
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: MOST_CONNECTIONS,
    connectionTimeoutMillis: CONNECTION_TIMEOUT,
    statement_timeout: statementTimeout,
    types,
    application_name: 'sic',
  });
  // A connection that breaks while nobody uses it is replaced by another; without a listener the process would end.
  pool.on('error', () => undefined);
  return new PostgresDialect({ pool });
}

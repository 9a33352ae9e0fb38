/**
 * Connects to PostgreSQL by a pool. Nobody waits for the database, or holds it up, without an end: a client gives an
 * attempt up after 20 s, and should have been told before that it has to come again.
 */
import { type Dialect, type Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import type { Tables } from './schema.ts';

/** Connections of one process. Writers of one site wait for each other anyway. */
const MOST_CONNECTIONS = 10;
/** How long somebody waits for a connection before the database is said to be away, in ms. */
const CONNECTION_TIMEOUT = 5_000;
/** How long a statement may take, in ms: what takes longer holds others up. */
const STATEMENT_TIMEOUT = 10_000;
/** How long a writer waits for another one of the same site, in ms. */
const LOCK_TIMEOUT = 5_000;
/**
 * How long a connection may be held, in ms. Of a server that can no longer be reached nothing comes, not even that:
 * so the connection is given up on this side as well.
 */
const LEASE = 12_000;
/** How long a process that was stopped in a transaction may keep what it has locked, in ms. */
const IDLE_TIMEOUT = 10_000;
/** After how long an unused connection is asked whether it still leads anywhere, in ms. */
const KEEP_ALIVE_DELAY = 10_000;

/** Type of bigint, which node-postgres would give as text. Ours are counts and times: numbers hold them. */
const INT8 = 20;

/**
 * @param databaseUrl `postgres://…`; its parameters are node-postgres's
 * @param isBounded whether nothing may take longer than a client waits: a migration may
 */
export function createPostgresDialect(databaseUrl: string, { isBounded = true } = {}): Dialect {
  const types = new pg.TypeOverrides();
  types.setTypeParser(INT8, Number);
  const bounds = {
    statement_timeout: STATEMENT_TIMEOUT,
    lock_timeout: LOCK_TIMEOUT,
    idle_in_transaction_session_timeout: IDLE_TIMEOUT,
  };
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: MOST_CONNECTIONS,
    connectionTimeoutMillis: CONNECTION_TIMEOUT,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_DELAY,
    types,
    application_name: 'sic',
    ...(isBounded ? bounds : {}),
  });
  // A connection that breaks while it is not asked anything is replaced by another, also where it breaks between two
  // statements of a transaction: without a listener the process would end.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  if (isBounded) limitLeases(pool);
  return new PostgresDialect({ pool });
}

/** Ends connections that are held too long: what waits for them fails, and the pool makes others. */
function limitLeases(pool: pg.Pool): void {
  const timers = new WeakMap<pg.PoolClient, NodeJS.Timeout>();
  pool.on('acquire', (client) => {
    const end = () => void client.end().catch(() => undefined);
    timers.set(client, setTimeout(end, LEASE).unref());
  });
  pool.on('release', (_error, client) => clearTimeout(timers.get(client)));
}

/** @throws with what is to be done, where the server would lose what was acknowledged, or could not keep every text */
export async function checkPostgres(db: Kysely<Tables>): Promise<void> {
  const { rows } = await sql<{ commit: string; encoding: string }>`select
      current_setting('synchronous_commit') as commit, current_setting('server_encoding') as encoding`.execute(
    db,
  );
  const [settings] = rows;
  if (settings?.commit === 'off') {
    throw new Error(
      'PostgreSQL is set to synchronous_commit = off, and would lose reports in a power cut that readers take for ' +
        'delivered. Set it to on, for this database at least: ALTER DATABASE … SET synchronous_commit = on',
    );
  }
  if (settings?.encoding !== 'UTF8') {
    throw new Error(
      `The database is encoded as ${settings?.encoding}; make one with the encoding UTF8.`,
    );
  }
}

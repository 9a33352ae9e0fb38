/**
 * PostgreSQL servers for the endpoint's tests, each in a temporary directory and on a port of its own. As the global
 * set-up of these tests it starts one for all of them, where every test makes databases of its own; those that stop
 * or break a server start another.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { findPostgres } from '../ensure-postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** the shared server, `postgres://…/`, to which a database's name is added; or why there is none */
    postgres: { url: string } | { missing: string };
    /** what `startEndpoint` makes stores on */
    storeKind: 'SQLite' | 'PostgreSQL';
  }
}

export interface PostgresServer {
  /** `postgres://…/`, to which a database's name is added */
  url: string;
  port: number;
  /** temporary directory of the server's user */
  directory: string;
  /** Ends it at once, as a crash would: who is connected is cut off. */
  stop(): Promise<void>;
  /** Starts it again, on the same port; resolves when it answers. */
  start(): Promise<void>;
  /** Ends it and removes what it has kept. */
  remove(): Promise<void>;
}

/** The server's own: it has nothing that is worth a wait for the disk, and many processes connect to it. */
const SETTINGS = ['fsync=off', 'full_page_writes=off', 'max_connections=300', 'wal_level=minimal'];
const MORE_SETTINGS = ['max_wal_senders=0', 'unix_socket_directories=', 'autovacuum=off'];
/** Linux's disk in memory, and what has to be free of it, in bytes: containers have one of 64 MB. */
const MEMORY = '/dev/shm';
const ENOUGH_MEMORY = 4 * 2 ** 30;
const LITTLE_LOG = 'max_wal_size=256MB';
/** Who runs a server for root, whom PostgreSQL refuses. */
const USERS = ['postgres', 'nobody'];
const START_ATTEMPTS = 200;

/** Ends the server when it is told to; and, where whoever started it is gone, removes what it has kept as well. */
const KEEPER = `trap "" INT TERM HUP
directory=$1; shift
"$@" & server=$!
read -r told
kill -QUIT $server; wait $server
[ "$told" ] || rm -rf "$directory"`;

/**
 * Makes a server and starts it.
 * @param settings such as `max_wal_size=32MB`, beside those that all have
 * @param place where its directory is made
 * @throws with one sentence when there is no PostgreSQL here, or it does not start
 */
export async function startPostgres(
  settings: readonly string[] = [],
  place = tmpdir(),
): Promise<PostgresServer> {
  const programs = findPostgres();
  if (programs === undefined) throw new Error('no PostgreSQL server is installed');
  const user = findUser();
  const directory = mkdtempSync(join(place, 'sic-postgres-'));
  if (user !== null) chownSync(directory, user.uid, user.gid);
  const data = join(directory, 'data');
  makeCluster(join(programs, 'initdb'), data, user);
  const port = await findPort();
  const url = `postgres://sic@127.0.0.1:${port}/`;
  let keeper: ChildProcess | null = null;

  async function start(): Promise<void> {
    const all = [...SETTINGS, ...MORE_SETTINGS, ...settings, 'listen_addresses=127.0.0.1'];
    const options = all.flatMap((setting) => ['-c', setting]);
    const command = [join(programs ?? '', 'postgres'), '-D', data, '-p', String(port), ...options];
    keeper = spawn('sh', ['-c', KEEPER, 'sh', directory, ...command], {
      ...user,
      cwd: directory,
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    await waitUntilReady(url, keeper);
  }

  async function stop(): Promise<void> {
    if (keeper === null) return;
    const ended = once(keeper, 'exit');
    keeper.stdin?.end('stop\n');
    await ended;
    keeper = null;
  }

  async function remove(): Promise<void> {
    await stop();
    rmSync(directory, { recursive: true, force: true });
  }

  try {
    await start();
  } catch (error) {
    await remove();
    throw error;
  }
  return { url, port, directory, start, stop, remove };
}

interface User {
  uid: number;
  gid: number;
}

/** Who is to run the server; null for the user who runs the tests. */
export function findUser(): User | null {
  if (process.getuid?.() !== 0) return null;
  for (const name of USERS) {
    const ids = ['-u', '-g'].map((option) => spawnSync('id', [option, name], { encoding: 'utf8' }));
    const [uid, gid] = ids.map(({ status, stdout }) => (status === 0 ? Number(stdout) : null));
    if (typeof uid === 'number' && typeof gid === 'number') return { uid, gid };
  }
  throw new Error('PostgreSQL does not run as root, and there is no user to run it');
}

function makeCluster(initdb: string, data: string, user: User | null): void {
  const run = (...options: string[]) =>
    spawnSync(
      initdb,
      ['-D', data, '-U', 'sic', '-A', 'trust', '-E', 'UTF8', '--no-sync', ...options],
      { ...user, cwd: tmpdir(), encoding: 'utf8' },
    );
  // With an order of text that is a language's, where there is one: what relies on the order of bytes shows.
  const ordered = run('--locale=C.UTF-8', '--locale-provider=icu', '--icu-locale=en-US');
  if (ordered.status === 0) return;
  const plain = run('--locale=C');
  if (plain.status !== 0) throw new Error(`initdb: ${plain.stderr || String(plain.error)}`);
}

async function findPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address !== 'object' || address === null) throw new Error('no port is free');
  return address.port;
}

async function waitUntilReady(url: string, server: ChildProcess): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const failure = await runStatement(`${url}postgres`, 'select 1').then(
      () => null,
      (error: unknown) => error,
    );
    if (failure === null) return;
    if (attempt === START_ATTEMPTS || server.exitCode !== null) throw failure;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Runs SQL in a database, by a connection of its own. @returns the rows of the last statement */
export async function runStatement(databaseUrl: string, text: string): Promise<unknown[]> {
  return (await runStatements(databaseUrl, text)).at(-1) ?? [];
}

/** The same. @returns the rows of each statement */
export async function runStatements(databaseUrl: string, text: string): Promise<unknown[][]> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return [await client.query(text)].flat().map(({ rows }) => rows);
  } finally {
    await client.end();
  }
}

const shared: PostgresServer[] = [];

/** Where files are made and removed in half the time: a database is three hundred, and each test has one. */
function findFastPlace(): string {
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    return bavail * bsize < ENOUGH_MEMORY ? tmpdir() : MEMORY;
  } catch {
    return tmpdir();
  }
}

/** Starts the server that tests share. */
export async function setup(project: TestProject): Promise<void> {
  try {
    const server = await startPostgres([LITTLE_LOG], findFastPlace());
    shared.push(server);
    project.provide('postgres', { url: server.url });
  } catch (error) {
    const missing = error instanceof Error ? error.message : String(error);
    console.log(`Tests on PostgreSQL are skipped: ${missing}.`);
    project.provide('postgres', { missing });
  }
}

export async function teardown(): Promise<void> {
  for (const server of shared.splice(0)) await server.remove();
}

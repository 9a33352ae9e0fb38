/** Opens the store: SQLite in a directory, or a PostgreSQL database, with its tables brought up to date. */
import { join, resolve } from 'node:path';
import { Kysely, SqliteDialect } from 'kysely';
import { Migrator } from 'kysely/migration';
import { type ChangeStore, createChangeStore } from './changes.ts';
import type { DialectName } from './dialect.ts';
import { createMigrationProvider } from './migrations/history.ts';
import { createObservationStore, type ObservationStore } from './observations.ts';
import { createPostgresDialect } from './postgres.ts';
import { createReportStore, type ReportStore } from './reports.ts';
import type { Tables } from './schema.ts';
import { createSecretStore, type SecretStore } from './secrets.ts';
import { createSiteStore, type SiteStore } from './sites.ts';
import { createSqliteDialect, startSqliteThread } from './sqlite-dialect.ts';
import { DATABASE_FILE, openDatabase } from './sqlite-file.ts';
import { createTokenStore, type TokenStore } from './tokens.ts';

/** Ways into the database. On SQLite whoever reads does not wait for who writes; on PostgreSQL both are one pool. */
export interface Connections {
  dialect: DialectName;
  read: Kysely<Tables>;
  write: Kysely<Tables>;
}

export interface Store {
  reports: ReportStore;
  observations: ObservationStore;
  changes: ChangeStore;
  tokens: TokenStore;
  sites: SiteStore;
  secrets: SecretStore;
  /** Resolves when the database answers. @throws when it does not */
  check(): Promise<void>;
  close(): Promise<void>;
}

/** Where the data lies. */
export type StoreAddress = { directory: string } | { databaseUrl: string };

/**
 * Opens, or makes, the store and brings its tables up to date.
 * @throws when the directory cannot be made, the file is no database of Sic's, or PostgreSQL cannot be reached
 */
export async function openStore(address: StoreAddress): Promise<Store> {
  const connections =
    'databaseUrl' in address
      ? await connectPostgres(address.databaseUrl)
      : await connectSqlite(address.directory);
  const { read, write } = connections;
  return {
    reports: createReportStore(connections),
    observations: createObservationStore(connections),
    changes: createChangeStore(connections),
    tokens: createTokenStore(connections),
    sites: createSiteStore(connections),
    secrets: createSecretStore(connections),
    async check() {
      await read.selectFrom('counters').select('changed').limit(1).execute();
    },
    async close() {
      await write.destroy();
      if (read !== write) await read.destroy();
    },
  };
}

async function connectSqlite(directory: string): Promise<Connections> {
  await migrateSqlite(directory);
  const file = join(resolve(directory), DATABASE_FILE);
  const connect = (isReader: boolean) =>
    new Kysely<Tables>({ dialect: createSqliteDialect(() => startSqliteThread(file, isReader)) });
  return { dialect: 'sqlite', read: connect(true), write: connect(false) };
}

/**
 * Kysely takes no lock on SQLite, and two processes that start at once would both make the tables. One
 * transaction around it all makes the second wait, and an interrupted migration leave nothing.
 */
async function migrateSqlite(directory: string): Promise<void> {
  const database = openDatabase(directory);
  try {
    const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database }) });
    database.exec('BEGIN IMMEDIATE');
    await migrate(db, 'sqlite');
    database.exec('COMMIT');
  } finally {
    database.close();
  }
}

async function connectPostgres(databaseUrl: string): Promise<Connections> {
  const db = new Kysely<Tables>({ dialect: createPostgresDialect(databaseUrl) });
  try {
    await migrate(db, 'postgres');
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return { dialect: 'postgres', read: db, write: db };
}

async function migrate(db: Kysely<Tables>, dialect: DialectName): Promise<void> {
  const migrator = new Migrator({ db, provider: createMigrationProvider(dialect) });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}

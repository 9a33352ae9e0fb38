/**
 * Connects to the database, SQLite in a directory or PostgreSQL, and sees to its tables: brings them up to date, or
 * refuses those that are not. Where several processes share a database, one job brings it up to date and the others
 * only look.
 */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Kysely, SqliteDialect } from 'kysely';
import { Migrator } from 'kysely/migration';
import type { Connections, StoreAddress } from './database.ts';
import type { DialectName } from './dialect.ts';
import { createMigrationProvider } from './migrations/history.ts';
import { checkPostgres, createPostgresDialect } from './postgres.ts';
import type { Tables } from './schema.ts';
import { createSqliteDialect, keepSqliteThread } from './sqlite-dialect.ts';
import { DATABASE_FILE, openDatabase } from './sqlite-file.ts';
import { createSqliteWriter } from './sqlite-writer.ts';

const MIGRATION_TABLE = 'kysely_migration';
const STALE = 'The database’s tables are not up to date: the command `migrate` brings them so.';

export interface OpenOptions {
  /** false: tables that are not up to date are refused, and left as they are */
  migrates?: boolean;
}

/** The file of a directory's database. */
export function findFile(directory: string): string {
  return join(resolve(directory), DATABASE_FILE);
}

/** @throws as `openStore` does */
export async function openConnections(
  address: StoreAddress,
  { migrates = true }: OpenOptions = {},
): Promise<Connections> {
  const prepare = migrates ? migrate : requireCurrent;
  if ('databaseUrl' in address) {
    const { databaseUrl } = address;
    const db = new Kysely<Tables>({ dialect: createPostgresDialect(databaseUrl) });
    await closeOnFailure(db, async () => {
      await checkPostgres(db);
      await (migrates ? migratePostgres(databaseUrl) : requireCurrent(db, 'postgres'));
    });
    return { dialect: 'postgres', read: db, write: db };
  }
  const file = findFile(address.directory);
  if (!migrates && !existsSync(file)) throw new Error(STALE);
  await prepareSqlite(address.directory, prepare);
  const read = new Kysely<Tables>({
    dialect: createSqliteDialect(keepSqliteThread(file, true)),
  });
  return { dialect: 'sqlite', read, ...createSqliteWriter(file) };
}

export async function closeConnections({ read, write }: Connections): Promise<void> {
  // Who closes SQLite's file last brings all into it, which one that only reads cannot.
  if (read !== write) await read.destroy();
  await write.destroy();
}

/** A database that is brought up to date may take as long as it needs for one statement. */
async function migratePostgres(databaseUrl: string): Promise<void> {
  const db = new Kysely<Tables>({
    dialect: createPostgresDialect(databaseUrl, { isBounded: false }),
  });
  await closeOnFailure(db, () => migrate(db, 'postgres'));
  await db.destroy();
}

async function closeOnFailure(db: Kysely<Tables>, act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    await db.destroy();
    throw error;
  }
}

/**
 * Kysely takes no lock on SQLite, and two processes that start at once would both make the tables. One
 * transaction around it all makes the second wait, and an interrupted migration leave nothing.
 */
async function prepareSqlite(
  directory: string,
  prepare: (db: Kysely<Tables>, dialect: DialectName) => Promise<void>,
): Promise<void> {
  const database = openDatabase(directory);
  try {
    const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database }) });
    database.exec('BEGIN IMMEDIATE');
    await prepare(db, 'sqlite');
    database.exec('COMMIT');
  } finally {
    database.close();
  }
}

async function migrate(db: Kysely<Tables>, dialect: DialectName): Promise<void> {
  await requireKnown(db, dialect);
  const migrator = new Migrator({ db, provider: createMigrationProvider(dialect) });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}

/** @throws where the tables are not those of this version */
export async function requireCurrent(db: Kysely<Tables>, dialect: DialectName): Promise<void> {
  await requireKnown(db, dialect);
  const migrator = new Migrator({ db, provider: createMigrationProvider(dialect) });
  const migrations = await migrator.getMigrations();
  if (migrations.every(({ executedAt }) => executedAt !== undefined)) return;
  throw new Error(STALE);
}

/** @throws where a newer version has been at the tables */
async function requireKnown(db: Kysely<Tables>, dialect: DialectName): Promise<void> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === MIGRATION_TABLE)) return;
  const done = await db
    .withTables<{ [MIGRATION_TABLE]: { name: string } }>()
    .selectFrom(MIGRATION_TABLE)
    .select('name')
    .execute();
  const known = await createMigrationProvider(dialect).getMigrations();
  if (done.every(({ name }) => Object.hasOwn(known, name))) return;
  throw new Error('The database is of a newer version of the endpoint than this one.');
}

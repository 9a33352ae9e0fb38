/** Reports for tests of the store alone, and ways to look into its tables. */

import { join } from 'node:path';
import SQLite from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { Migrator } from 'kysely/migration';
import type { AddedReport } from '../../src/endpoint/store/add-reports.ts';
import type { Connections, Store } from '../../src/endpoint/store/database.ts';
import type { Replacement } from '../../src/endpoint/store/edit-annotations.ts';
import { createMigrationProvider } from '../../src/endpoint/store/migrations/history.ts';
import { createPostgresDialect } from '../../src/endpoint/store/postgres.ts';
import type { ReportStore } from '../../src/endpoint/store/reports.ts';
import type { Tables } from '../../src/endpoint/store/schema.ts';
import { DATABASE_FILE, openDatabase } from '../../src/endpoint/store/sqlite-file.ts';
import type { NewReport, StoredReport } from '../../src/endpoint/store/stored-report.ts';
import { mintCanonical, SITE } from './endpoint.ts';

/** All reports of a site; each test says what else it wants. */
export const ALL = {
  ...{ states: null, kind: null, article: null, language: null },
  ...{ words: [], after: null },
} as const;

export function makeReport(changes: Partial<NewReport> = {}): NewReport {
  return {
    ...{ site: SITE, canonical: mintCanonical(), source: `https://${SITE}/a`, place: 'p' },
    ...{ kind: 'fact', words: '', wordsKey: '', language: '', createdAt: 1, receivedAt: 2 },
    annotation: '{}',
    ...changes,
  };
}

/** What is put in the place of a report's annotation. */
export function makeContent(changes: Partial<NewReport>): Replacement['content'] {
  const { site: _, canonical: __, receivedAt: ___, ...content } = makeReport(changes);
  return content;
}

/** The report that was stored, or was there. */
export function takeReport(added: AddedReport): StoredReport {
  if (added.was === 'deleted') throw new Error('the report has been taken out');
  return added.report;
}

export async function addReport(
  { reports }: Pick<Store, 'reports'> | { reports: ReportStore },
  changes: Partial<NewReport> = {},
): Promise<StoredReport> {
  return takeReport(await reports.addReport(makeReport(changes)));
}

/** A database as it was before a migration, and the name of the directory that it is in. */
export async function migrateUntil(directory: string, end: string): Promise<SQLite.Database> {
  const database = openDatabase(directory);
  const db = new Kysely<unknown>({ dialect: new SqliteDialect({ database }) });
  const all = await createMigrationProvider('sqlite').getMigrations();
  const early = Object.fromEntries(Object.entries(all).filter(([name]) => name < end));
  const provider = { getMigrations: async () => early };
  const { error } = await new Migrator({ db, provider }).migrateToLatest();
  if (error !== undefined) throw error;
  return database;
}

/** The same on PostgreSQL. */
export async function migratePostgresUntil(databaseUrl: string, end: string): Promise<void> {
  const db = new Kysely<unknown>({ dialect: createPostgresDialect(databaseUrl) });
  const all = await createMigrationProvider('postgres').getMigrations();
  const early = Object.fromEntries(Object.entries(all).filter(([name]) => name < end));
  const provider = { getMigrations: async () => early };
  const { error } = await new Migrator({ db, provider }).migrateToLatest();
  await db.destroy();
  if (error !== undefined) throw error;
}

/** Ways into a SQLite database by one connection, that tell each statement they are given. */
export function connect(
  database: SQLite.Database,
  hear: (statement: string) => void = () => undefined,
): Connections & { db: Kysely<Tables> } {
  const dialect = new SqliteDialect({ database });
  const db = new Kysely<Tables>({ dialect, log: ({ query }) => hear(query.sql) });
  return { dialect: 'sqlite', read: db, write: db, db };
}

/** What SQLite says of how it finds the rows of a statement. */
export function explain(database: SQLite.Database, statement: string): string {
  return database
    .prepare(`EXPLAIN QUERY PLAN ${statement.replaceAll('?', "'1'")}`)
    .all()
    .map((row) => JSON.stringify(row))
    .join('\n');
}

/** Looks into a directory's database beside those who have it open. */
export function withDatabase<T>(directory: string, look: (database: SQLite.Database) => T): T {
  const database = new SQLite(join(directory, DATABASE_FILE));
  try {
    return look(database);
  } finally {
    database.close();
  }
}

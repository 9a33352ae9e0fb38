/**
 * Writes all that is stored as JSON Lines: a first line that says what it is, one row a line with its table's name,
 * and a last line with their number, by which a file that was cut short is known. All of it is as it was at one moment,
 * also while the endpoint runs.
 */
import { Kysely, SqliteDialect, sql } from 'kysely';
import { findFile, requireCurrent } from '../store/connections.ts';
import type { StoreAddress } from '../store/database.ts';
import { createPostgresDialect } from '../store/postgres.ts';
import type { Tables } from '../store/schema.ts';
import { connectDatabase } from '../store/sqlite-file.ts';
import {
  FORMAT,
  FORMAT_VERSION,
  KEYS,
  listColumns,
  listTables,
  type Row,
  type TableName,
} from './rows.ts';

/** Rows that are read at a time, of which each may have 64 kB. */
const PAGE = 200;

/**
 * Reads the database as it is at this moment.
 * @param use gets the export's lines, each with its line feed
 * @throws when there is no database, or its tables are not up to date
 */
export async function exportStore(
  address: StoreAddress,
  use: (lines: AsyncIterable<string>) => Promise<void>,
): Promise<void> {
  const isPostgres = 'databaseUrl' in address;
  const db = new Kysely<Tables>({
    dialect: isPostgres
      ? createPostgresDialect(address.databaseUrl, { isBounded: false })
      : new SqliteDialect({
          database: connectDatabase(findFile(address.directory), { readonly: true }),
        }),
  });
  try {
    await requireCurrent(db, isPostgres ? 'postgres' : 'sqlite');
    const begin = db.transaction();
    await (isPostgres
      ? begin.setIsolationLevel('repeatable read').setAccessMode('read only')
      : begin
    ).execute((transaction) => use(writeLines(transaction)));
  } finally {
    await db.destroy();
  }
}

async function* writeLines(db: Kysely<Tables>): AsyncGenerator<string> {
  yield writeLine({ format: FORMAT, version: FORMAT_VERSION });
  let rows = 0;
  for (const table of listTables()) {
    for await (const page of walkTable(db, table)) {
      rows += page.length;
      yield page.map((row) => writeLine({ table, row })).join('');
    }
  }
  yield writeLine({ end: true, rows });
}

/** A table's rows in the order of its key, page by page. */
async function* walkTable(db: Kysely<Tables>, table: TableName): AsyncGenerator<Row[]> {
  const columns = sql.join(listColumns(table).map((column) => sql.ref(column)));
  const key = KEYS[table];
  const keyColumns = sql.join(key.map((column) => sql.ref(column)));
  let behind = sql``;
  for (;;) {
    const page: Row[] = (
      await sql<Row>`select ${columns} from ${sql.table(table)} ${behind}
        order by ${keyColumns} limit ${sql.lit(PAGE)}`.execute(db)
    ).rows;
    if (page.length > 0) yield page;
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return;
    behind = sql`where (${keyColumns}) > (${sql.join(key.map((column) => last[column]))})`;
  }
}

function writeLine(value: object): string {
  return `${JSON.stringify(value)}\n`;
}

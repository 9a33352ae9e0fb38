/**
 * Brings an export into a database. A row that is there already has to be the same: so an import that was interrupted
 * can be done again, several exports of different sites can be brought together, and a database that has gone on by
 * itself is not spoilt.
 */
import { isDeepStrictEqual } from 'node:util';
import { type Kysely, sql, type Transaction } from 'kysely';
import * as v from 'valibot';
import { checkInput } from '../faults.ts';
import type { Connections } from '../store/database.ts';
import type { Tables } from '../store/schema.ts';
import {
  FORMAT,
  FORMAT_VERSION,
  isTableName,
  KEYS,
  listColumns,
  ROW_SCHEMAS,
  type Row,
  type TableName,
} from './rows.ts';

/** Rows, and characters of them, that are written in one transaction. */
const MOST_ROWS = 500;
const MOST_CHARACTERS = 4_000_000;

const headSchema = v.object({ format: v.literal(FORMAT), version: v.number() });
const rowLineSchema = v.strictObject({
  table: v.string(),
  row: v.record(v.string(), v.unknown()),
});
const endSchema = v.strictObject({ end: v.literal(true), rows: v.number() });

/** What was in the file, and how much of it had not been in the database. */
export interface Imported {
  rows: number;
  added: number;
}

interface Batch {
  table: TableName;
  rows: Row[];
  characters: number;
  /** number of its first line in the file */
  line: number;
}

/**
 * @param lines of an export, without line feeds
 * @throws with the number of the line that is wrong; what came before it stays in the database
 */
export async function importStore(
  { write }: Connections,
  lines: AsyncIterable<string>,
): Promise<Imported> {
  const imported: Imported = { rows: 0, added: 0 };
  let batch: Batch | null = null;
  let line = 0;
  let hasEnded = false;
  for await (const text of lines) {
    line++;
    if (hasEnded) throw refuse(line, 'something stands behind the export’s end');
    const value = parseLine(text, line);
    if (line === 1) {
      checkHead(value);
      continue;
    }
    if ('end' in value) {
      imported.added += await writeBatch(write, batch);
      batch = null;
      checkEnd(value, line, imported.rows);
      hasEnded = true;
      continue;
    }
    const { table, row } = readRow(value, line);
    if (batch !== null && (batch.table !== table || isFull(batch))) {
      imported.added += await writeBatch(write, batch);
      batch = null;
    }
    batch ??= { table, rows: [], characters: 0, line };
    batch.rows.push(row);
    batch.characters += text.length;
    imported.rows++;
  }
  if (!hasEnded) throw refuse(line, 'the export ends here, before its end: it was cut short');
  return imported;
}

function isFull({ rows, characters }: Batch): boolean {
  return rows.length >= MOST_ROWS || characters >= MOST_CHARACTERS;
}

function parseLine(text: string, line: number): object {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = null;
  }
  if (typeof value !== 'object' || value === null)
    throw refuse(line, 'this is no line of an export');
  return value;
}

function checkHead(value: object): void {
  const head = checkInput(headSchema, value);
  if (!head.ok) throw refuse(1, 'this is no export of the endpoint’s');
  if (head.value.version === FORMAT_VERSION) return;
  throw refuse(
    1,
    `the export is of version ${head.value.version}, and this endpoint reads ${FORMAT_VERSION}: export and import ` +
      'with the same version of the endpoint',
  );
}

function checkEnd(value: object, line: number, rows: number): void {
  const end = checkInput(endSchema, value);
  if (!end.ok) throw refuse(line, 'this is no line of an export');
  if (end.value.rows === rows) return;
  throw refuse(line, `the export had ${end.value.rows} rows, and here are ${rows}`);
}

function readRow(value: object, line: number): { table: TableName; row: Row } {
  const parsed = checkInput(rowLineSchema, value);
  if (!parsed.ok) throw refuse(line, 'this is no line of an export');
  const { table, row } = parsed.value;
  if (!isTableName(table)) throw refuse(line, `there is no table ${JSON.stringify(table)}`);
  const checked = checkInput<v.GenericSchema<unknown, Row>>(ROW_SCHEMAS[table], row);
  if (checked.ok) return { table, row: checked.value };
  const { path, message } = checked.faults[0] ?? { path: '', message: 'is wrong' };
  throw refuse(line, `${table}.${path} ${message}`);
}

/** @returns how many rows had not been there */
async function writeBatch(db: Kysely<Tables>, batch: Batch | null): Promise<number> {
  if (batch === null) return 0;
  return db.transaction().execute(async (transaction) => {
    const { table, rows } = batch;
    const columns = listColumns(table);
    const key = KEYS[table];
    const added = await sql<Row>`insert into ${sql.table(table)} (${writeNames(columns)})
      values ${sql.join(rows.map((row) => writeTuple(row, columns)))}
      on conflict do nothing returning ${writeNames(key)}`.execute(transaction);
    if (added.rows.length < rows.length) await compare(transaction, batch);
    return added.rows.length;
  });
}

/** @throws where one of the rows is there in another form */
async function compare(
  transaction: Transaction<Tables>,
  { table, rows, line }: Batch,
): Promise<void> {
  const columns = listColumns(table);
  const key = KEYS[table];
  const found = await sql<Row>`select ${writeNames(columns)} from ${sql.table(table)}
    where (${writeNames(key)}) in (values ${sql.join(rows.map((row) => writeKeyTuple(row, key)))})`.execute(
    transaction,
  );
  const writeKey = (row: Row) => JSON.stringify(key.map((column) => row[column]));
  const there = new Map(found.rows.map((row) => [writeKey(row), row]));
  for (const [i, row] of rows.entries()) {
    const other = there.get(writeKey(row));
    if (
      other !== undefined &&
      columns.every((column) => isDeepStrictEqual(row[column], other[column]))
    )
      continue;
    throw refuse(
      line + i,
      `the database has another row of ${table} in this one’s place: an import wants an empty database, or one ` +
        'that nothing but this import has written to',
    );
  }
}

function writeNames(columns: readonly string[]) {
  return sql.join(columns.map((column) => sql.ref(column)));
}

function writeTuple(row: Row, columns: readonly string[]) {
  return sql`(${sql.join(columns.map((column) => row[column] ?? null))})`;
}

/** Of values that stand alone PostgreSQL takes all for text. */
function writeKeyTuple(row: Row, key: readonly string[]) {
  const values = key.map((column) => {
    const value = row[column] ?? null;
    return typeof value === 'number' ? sql`cast(${value} as bigint)` : sql`${value}`;
  });
  return sql`(${sql.join(values)})`;
}

function refuse(line: number, reason: string): Error {
  return new Error(`Line ${line}: ${reason}.`);
}

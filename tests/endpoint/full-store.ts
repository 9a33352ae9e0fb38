/** A database with rows in every table, and ways to see all of it, whatever the program says of it. */
import { sql } from 'kysely';
import type * as v from 'valibot';
import { closeConnections, openConnections } from '../../src/endpoint/store/connections.ts';
import type { Connections, StoreAddress } from '../../src/endpoint/store/database.ts';
import {
  KEYS,
  listColumns,
  listTables,
  ROW_SCHEMAS,
  type Row,
  type TableName,
} from '../../src/endpoint/transfer/rows.ts';

/** What a text may hold and a careless writer would lose or break. */
const TEXTS = [
  'plain',
  '',
  '"quoted" \\ back\\slash',
  "'); drop table reports; --",
  'lines\nand\r\nmore\u2028\u2029\u0085',
  'ещё ﷽ 文字 👩‍👩‍👧 e\u0301 \u202eright\u0007',
  '{"@context": "x", "__proto__": 1}',
  '%_\\%',
];
const NUMBERS = [0, 1, -1, Number.MAX_SAFE_INTEGER, 1_700_000_000_000];
/** Tables that are not taken along: SQLite's index and PostgreSQL's counts for limits are made anew. */
const LEFT_OUT = /^(kysely_|sqlite_|report_words|rates$)/;

export async function withConnections<T>(
  address: StoreAddress,
  use: (connections: Connections) => Promise<T>,
): Promise<T> {
  const connections = await openConnections(address);
  try {
    return await use(connections);
  } finally {
    await closeConnections(connections);
  }
}

/** Fills every table. @param count rows of each */
export async function fillStore(address: StoreAddress, count: number): Promise<void> {
  await withConnections(address, async ({ write }) => {
    for (const table of listTables()) {
      const columns = listColumns(table);
      for (let first = 0; first < count; first += 100) {
        const rows = Array.from({ length: Math.min(100, count - first) }, (_, i) =>
          composeRow(table, first + i),
        );
        await sql`insert into ${sql.table(table)} (${sql.join(columns.map((name) => sql.ref(name)))})
          values ${sql.join(rows.map((row) => sql`(${sql.join(columns.map((name) => row[name]))})`))}`.execute(
          write,
        );
      }
    }
  });
}

function composeRow(table: TableName, number: number): Row {
  const entries: Record<string, v.GenericSchema> = ROW_SCHEMAS[table].entries;
  return Object.fromEntries(
    Object.entries(entries).map(([column, schema], i) => [
      column,
      composeValue(schema, column, number, number + i, KEYS[table].includes(column)),
    ]),
  );
}

function composeValue(
  schema: v.GenericSchema,
  column: string,
  number: number,
  seed: number,
  isKey: boolean,
): string | number | null {
  if (schema.type === 'nullable') return seed % 3 === 0 ? null : number;
  if (schema.type === 'number') return isKey ? number : pick(NUMBERS, seed);
  if ('options' in schema && Array.isArray(schema.options)) return pick(schema.options, seed);
  if (column === 'words') return `word${number} ещё`;
  // Each differs, and most begin alike: pages end in the middle of what is alike.
  return isKey || column === 'hash'
    ? `${pick(TEXTS, Math.floor(seed / 50))} ${number}`
    : pick(TEXTS, seed);
}

function pick<T>(values: readonly T[], i: number): T {
  const value = values[i % values.length];
  if (value === undefined) throw new Error('there is nothing to pick from');
  return value;
}

/** Every row of every table that the database itself says it has, in an order of no database. */
export async function readAll(address: StoreAddress): Promise<Record<string, string[]>> {
  return withConnections(address, async ({ read }) => {
    const tables = (await read.introspection.getTables()).filter(
      ({ name }) => !LEFT_OUT.test(name),
    );
    const all: Record<string, string[]> = {};
    for (const { name } of tables) {
      const { rows } = await sql<Row>`select * from ${sql.table(name)}`.execute(read);
      all[name] = rows
        // SQLite numbers reports for its index alone.
        .map(({ number: _, ...row }) => JSON.stringify(Object.entries(row).sort()))
        .sort();
    }
    return all;
  });
}

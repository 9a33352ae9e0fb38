/** The connection by which one process writes to a SQLite file, in a thread that also adds reports by itself. */
import { Kysely } from 'kysely';
import type { Connections } from './database.ts';
import type { Tables } from './schema.ts';
import { createSqliteDialect, type SqliteThread, startSqliteThread } from './sqlite-dialect.ts';

export function createSqliteWriter(file: string): Required<Pick<Connections, 'write' | 'add'>> {
  let thread: SqliteThread | null = null;
  const start = () => {
    thread ??= startSqliteThread(file, false);
    return thread;
  };
  const write = new Kysely<Tables>({ dialect: createSqliteDialect(start) });
  return {
    write,
    // Whoever has the connection has it alone: no transaction is open.
    add: (reports) => write.connection().execute(() => start().addReports(reports)),
  };
}

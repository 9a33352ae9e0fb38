/** Adds reports where the connection is. Loaded by the thread that writes, when it is first needed: others save it. */
import { Kysely } from 'kysely';
import { type AddedReport, addReports } from './add-reports.ts';
import type { Tables } from './schema.ts';
import { createSqliteDialect, type SqliteConnection } from './sqlite-dialect.ts';
import type { NewReport } from './stored-report.ts';

/** @returns adds reports; their annotations are not given back, because who sent them has them */
export function createAdder(
  connection: SqliteConnection,
): (reports: readonly NewReport[]) => Promise<AddedReport[]> {
  const db = new Kysely<Tables>({
    dialect: createSqliteDialect({ connect: () => connection, close: async () => undefined }),
  });
  return async (reports) => {
    const added = await addReports(db, reports);
    return added.map((one) =>
      one.was === 'added' ? { ...one, report: { ...one.report, annotation: '' } } : one,
    );
  };
}

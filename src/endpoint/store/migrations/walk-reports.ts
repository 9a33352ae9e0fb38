/** Reads every report of a database that is brought up to date, a bounded number of them at a time. */
import type { Kysely } from 'kysely';
import type { ReportTable } from '../schema.ts';

/** Rows that are held in memory at a time. */
const SIZE = 500;

/** A report as it was before every key began with the group of sites. */
export type EarlyReport = Omit<ReportTable, 'edition' | 'changed' | 'words'>;

/** Every report in a table, in the order of site and canonical. */
export async function* walkReports(
  any: Kysely<unknown>,
  table: 'reports' | 'early_reports',
): AsyncGenerator<EarlyReport> {
  const db = any.withTables<{ reports: EarlyReport; early_reports: EarlyReport }>();
  let after = { site: '', canonical: '' };
  for (;;) {
    const rows = await db
      .selectFrom(table)
      .selectAll()
      .where(({ eb, refTuple, tuple }) =>
        eb(refTuple('site', 'canonical'), '>', tuple(after.site, after.canonical)),
      )
      .orderBy('site')
      .orderBy('canonical')
      .limit(SIZE)
      .execute();
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < SIZE) return;
    after = last;
  }
}

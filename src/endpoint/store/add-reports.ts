/** Stores reports that have arrived together: each once, whoever sends it again, in one transaction. */
import { type Kysely, sql, type Transaction } from 'kysely';
import { listParents } from '../sites.ts';
import { takeNumbers } from './changes.ts';
import { countArrivals } from './clusters.ts';
import type { DecisionTable, DismissalTable, ReportTable, Tables } from './schema.ts';
import {
  type ClusterTraits,
  fromRow,
  type NewReport,
  REPORT_COLUMNS,
  type StoredReport,
  toRow,
} from './stored-report.ts';
import { countTotals } from './totals.ts';

export type AddedReport =
  | { was: 'added' | 'known'; report: StoredReport }
  /** it was here, and has been taken out */
  | { was: 'deleted' };

/** @returns what became of each, in their order; of two of one site and canonical the first is added */
export async function addReports(
  db: Kysely<Tables>,
  reports: readonly NewReport[],
): Promise<AddedReport[]> {
  const rows = new Map<string, ReportTable>();
  const traits = new Map<ReportTable, ClusterTraits>();
  for (const report of reports) {
    const key = writeKey(report);
    if (rows.has(key)) continue;
    const row = toRow(report, 0);
    rows.set(key, row);
    traits.set(row, { wordsKey: report.wordsKey, language: report.language });
  }
  const { added, known } = await db.transaction().execute(async (transaction) => {
    const groups = Map.groupBy(rows.values(), ({ site_group }) => site_group);
    const numbers = await takeNumbers(
      transaction,
      new Map([...groups].map(([group, { length }]) => [group, length])),
    );
    for (const [group, members] of groups) {
      const first = numbers.get(group) ?? 0;
      for (const [i, row] of members.entries()) row.changed = first + i;
    }
    const deleted = await findDeleted(transaction, [...rows.values()]);
    const wanted = [...rows].filter(([key]) => !deleted.has(key)).map(([, row]) => row);
    const dismissals = await findDismissals(transaction, wanted, traits);
    for (const [row, dismissal] of dismissals) reject(row, dismissal);
    const added = await insert(transaction, wanted, traits, dismissals);
    const known = await findKnown(
      transaction,
      wanted.filter((row) => !added.has(writeKey(row))),
    );
    return { added, known };
  });
  const first = new Set<string>();
  return reports.map((report): AddedReport => {
    const key = writeKey(report);
    const row = added.get(key);
    if (row !== undefined) {
      const was = first.has(key) ? 'known' : 'added';
      first.add(key);
      return { was, report: fromRow(row) };
    }
    const existing = known.get(key);
    return existing === undefined ? { was: 'deleted' } : { was: 'known', report: existing };
  });
}

type ReportKey = Pick<ReportTable, 'site' | 'canonical'>;

function writeKey({ site, canonical }: ReportKey): string {
  return `${site} ${canonical}`;
}

/** Rows of values to look for: SQLite has no other list of tuples. */
function writeTuples(tuples: readonly (readonly string[])[]) {
  return sql`(values ${sql.join(tuples.map((tuple) => sql`(${sql.join(tuple)})`))})`;
}

function writeKeys(rows: readonly ReportTable[]) {
  return writeTuples(rows.map((row) => [row.site_group, row.canonical, row.site]));
}

async function findDeleted(
  transaction: Transaction<Tables>,
  rows: readonly ReportTable[],
): Promise<Set<string>> {
  const found = await transaction
    .selectFrom('deletions')
    .select(['site', 'canonical'])
    .where(sql<boolean>`(site_group, canonical, site) in ${writeKeys(rows)}`)
    .execute();
  return new Set(found.map(writeKey));
}

/** What the sites have said to be no mistake, for each row that quotes it. */
async function findDismissals(
  transaction: Transaction<Tables>,
  rows: readonly ReportTable[],
  traits: ReadonlyMap<ReportTable, ClusterTraits>,
): Promise<Map<ReportTable, DismissalTable>> {
  const sought = rows.flatMap((row) => {
    const key = traits.get(row)?.wordsKey ?? '';
    return key === '' ? [] : listParents(row.site).map((site) => [row.site_group, site, key]);
  });
  if (sought.length === 0) return new Map();
  const found = await transaction
    .selectFrom('dismissals')
    .selectAll()
    .where(sql<boolean>`(site_group, site, key) in ${writeTuples(sought)}`)
    .execute();
  if (found.length === 0) return new Map();
  return new Map(
    rows.flatMap((row) => {
      const dismissals = found.filter(({ key }) => key === traits.get(row)?.wordsKey);
      // The nearest comes first.
      const [dismissal] = listParents(row.site).flatMap((parent) =>
        dismissals.filter(({ site }) => site === parent),
      );
      return dismissal === undefined ? [] : [[row, dismissal] as const];
    }),
  );
}

/** Rejects at once what is no mistake, as somebody has decided before. */
function reject(row: ReportTable, { reason }: DismissalTable): void {
  row.state = 'rejected';
  row.reason = reason;
  row.version = 2;
  row.moved_at = row.received_at;
}

/** @returns the rows that were not here before, by their keys */
async function insert(
  transaction: Transaction<Tables>,
  rows: readonly ReportTable[],
  traits: ReadonlyMap<ReportTable, ClusterTraits>,
  dismissals: ReadonlyMap<ReportTable, DismissalTable>,
): Promise<Map<string, ReportTable>> {
  if (rows.length === 0) return new Map();
  const inserted = await transaction
    .insertInto('reports')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['site_group', 'canonical', 'site']).doNothing())
    .returning(['site', 'canonical'])
    .execute();
  const keys = new Set(inserted.map(writeKey));
  const added = rows.filter((row) => keys.has(writeKey(row)));
  await countArrivals(
    transaction,
    added.map((row) => ({ wordsKey: '', language: '', ...row, ...traits.get(row) })),
  );
  await countTotals(
    transaction,
    added.map(({ site, received_at }) => ({ site, by: 1, at: received_at })),
  );
  const decided = added.flatMap((row) => {
    const dismissal = dismissals.get(row);
    return dismissal === undefined ? [] : [composeDecision(row, dismissal)];
  });
  if (decided.length > 0) await transaction.insertInto('decisions').values(decided).execute();
  return new Map(added.map((row) => [writeKey(row), row]));
}

function composeDecision(row: ReportTable, { editor, token_id }: DismissalTable): DecisionTable {
  const { site_group, site, canonical, version, reason } = row;
  return {
    ...{ site_group, site, canonical, version, reason, editor, token_id, at: row.received_at },
    ...{ from_state: 'new', to_state: 'rejected' },
  };
}

async function findKnown(
  transaction: Transaction<Tables>,
  rows: readonly ReportTable[],
): Promise<Map<string, StoredReport>> {
  if (rows.length === 0) return new Map();
  const found = await transaction
    .selectFrom('reports')
    .select(REPORT_COLUMNS)
    .where(sql<boolean>`(site_group, canonical, site) in ${writeKeys(rows)}`)
    .execute();
  return new Map(found.map((row) => [writeKey(row), fromRow(row)]));
}

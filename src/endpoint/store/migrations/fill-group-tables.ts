/** Brings what a database has from before into the tables whose keys begin with the group of sites. */
import { type Kysely, sql } from 'kysely';
import { parseAnnotation } from '../../../model/annotation.ts';
import { readReport } from '../../../model/report.ts';
import { keyArticle, keyPlace } from '../../place.ts';
import { listReportWords } from '../../report-words.ts';
import type { DecisionTable, ObservationTable, Tables } from '../schema.ts';
import { type EarlyReport, walkReports } from './walk-reports.ts';

type EarlyTables = Pick<Tables, 'reports' | 'observations' | 'counters'> & {
  early_reports: EarlyReport;
  early_decisions: Omit<DecisionTable, 'site_group'>;
  early_observations: Omit<ObservationTable, 'site_group'>;
};

/** Places that are remembered as done: to do one again costs time, and changes nothing. */
const MOST_DONE = 10_000;

export async function fillGroupTables(any: Kysely<unknown>): Promise<void> {
  const db = any.withTables<EarlyTables>();
  /** how many changes each group has had */
  const counts = new Map<string, number>();
  /** what editors saw has been brought over from and to these */
  const done = new Set<string>();
  for await (const row of walkReports(any, 'early_reports')) {
    const changed = (counts.get(row.site_group) ?? 0) + 1;
    counts.set(row.site_group, changed);
    const parsed = parseAnnotation(JSON.parse(row.annotation));
    const report = parsed.ok ? readReport(parsed.value) : null;
    const place = report === null ? row.place : keyPlace(report);
    const words = report === null ? '' : listReportWords(report);
    const article = keyArticle(row.source);
    await db
      .insertInto('reports')
      .values({ ...row, place, article, words, edition: 1, changed })
      .execute();
    const key = `${row.site} ${row.place} ${place}`;
    await moveObservations(db, row, place, 'reader');
    if (done.has(key)) continue;
    await moveObservations(db, row, place, 'editor');
    if (done.size === MOST_DONE) done.clear();
    done.add(key);
  }
  await sql`insert into decisions
      (site_group, site, canonical, version, at, editor, token_id, from_state, to_state, reason)
    select made.site_group, early.site, early.canonical, early.version, early.at, early.editor, early.token_id,
      early.from_state, early.to_state, early.reason
    from early_decisions as early
    join early_reports as made on made.site = early.site and made.canonical = early.canonical`.execute(
    db,
  );
  await countClusters(db);
  await sql`insert into totals (site_group, site, total, modified_at)
    select site_group, site, count(*), max(received_at) from reports group by site_group, site`.execute(
    db,
  );
  for (const [site_group, changed] of counts) {
    await db.insertInto('counters').values({ site_group, changed }).execute();
  }
}

/**
 * A place may have another key now, two may have become one, and one two.
 * @param kind whose: the reader's who sent the report, or all editors'
 */
async function moveObservations(
  db: Kysely<EarlyTables>,
  report: EarlyReport,
  place: string,
  kind: ObservationTable['kind'],
): Promise<void> {
  let query = db
    .selectFrom('early_observations')
    .selectAll()
    .where('site', '=', report.site)
    .where('place', '=', report.place)
    .where('kind', '=', kind);
  if (kind === 'reader') query = query.where('observer', '=', report.canonical);
  const looks = await query.orderBy('at', 'desc').execute();
  for (const look of looks) {
    await db
      .insertInto('observations')
      .values({ ...look, site_group: report.site_group, place })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

async function countClusters(db: Kysely<EarlyTables>): Promise<void> {
  const count = (state: string) => sql`sum(case when state = ${sql.lit(state)} then 1 else 0 end)`;
  const states = ['new', 'accepted', 'rejected', 'fixed', 'spam'];
  await sql`insert into clusters (site_group, site, place, article, sample, kind, state, version,
      new_count, accepted_count, rejected_count, fixed_count, spam_count, first_at, last_at, observed_at, changed)
    select site_group, site, place, min(article), min(canonical), '', 'new', 1,
      ${sql.join(states.map(count))}, min(received_at), max(received_at),
      (select max(at) from observations as seen where seen.site_group = reports.site_group
        and seen.site = reports.site and seen.place = reports.place), 0
    from reports group by site_group, site, place`.execute(db);
  await sql`update clusters set state = case when new_count > 0 then 'new' when accepted_count > 0 then 'accepted'
    when fixed_count > 0 then 'fixed' when rejected_count > 0 then 'rejected' else 'spam' end,
    kind = (select reports.kind from reports where reports.site_group = clusters.site_group
      and reports.site = clusters.site and reports.canonical = clusters.sample)`.execute(db);
}

/** What has to hold in every store, whatever has happened to it: asked of its tables, in SQL that both databases read. */
import { join } from 'node:path';
import SQLite from 'better-sqlite3';
import { expect } from 'vitest';
import type { StoreAddress } from '../../src/endpoint/store/database.ts';
import { DATABASE_FILE } from '../../src/endpoint/store/sqlite-file.ts';
import { runStatements } from './postgres-server.ts';

/** Each finds rows that must not be. */
const CONTRADICTIONS: Record<string, string> = {
  'reports that are there twice': `select canonical from reports group by site, canonical having count(*) > 1`,
  'segments of two reports': `select segment from reports group by segment having count(*) > 1`,
  'places counted wrongly': `select clusters.* from clusters left join (
      select site, place, sum(case when state = 'new' then 1 else 0 end) as new_count,
        sum(case when state = 'accepted' then 1 else 0 end) as accepted_count,
        sum(case when state = 'rejected' then 1 else 0 end) as rejected_count,
        sum(case when state = 'fixed' then 1 else 0 end) as fixed_count,
        sum(case when state = 'spam' then 1 else 0 end) as spam_count,
        min(received_at) as first_at, max(received_at) as last_at
      from reports group by site, place) as counted
    on counted.site = clusters.site and counted.place = clusters.place
    where counted.place is null or counted.new_count <> clusters.new_count
      or counted.accepted_count <> clusters.accepted_count or counted.rejected_count <> clusters.rejected_count
      or counted.fixed_count <> clusters.fixed_count or counted.spam_count <> clusters.spam_count
      or counted.first_at <> clusters.first_at or counted.last_at <> clusters.last_at
      or counted.new_count + counted.accepted_count + counted.rejected_count + counted.fixed_count <> clusters.readers`,
  'places not counted': `select place from reports where not exists (select 1 from clusters
      where clusters.site = reports.site and clusters.place = reports.place)`,
  'places shown by no report of theirs': `select clusters.place from clusters left join reports
      on reports.site = clusters.site and reports.canonical = clusters.sample
    where reports.place is null or reports.place <> clusters.place or reports.kind <> clusters.kind
      or reports.article <> clusters.article`,
  'places in no state of theirs': `select place from clusters where state <> case when new_count > 0 then 'new'
      when accepted_count > 0 then 'accepted' when state = 'rejected' and rejected_count > 0 then 'rejected'
      when state = 'fixed' and fixed_count > 0 then 'fixed' when state = 'spam' and spam_count > 0 then 'spam'
      else 'none' end`,
  'sites counted wrongly': `select totals.site from totals left join (
      select site, count(*) as total from reports group by site) as counted on counted.site = totals.site
    where totals.total <> coalesce(counted.total, 0)`,
  'sites not counted': `select site from reports where site not in (select site from totals)`,
  'reports that were taken out': `select reports.canonical from reports join deletions
      on deletions.site = reports.site and deletions.canonical = reports.canonical`,
  'what was done with none': `select canonical from decisions where not exists (select 1 from reports
      where reports.site = decisions.site and reports.canonical = decisions.canonical)`,
  'looks of readers who reported nothing there': `select observer from observations where kind = 'reader'
      and not exists (select 1 from reports where reports.site = observations.site
        and reports.place = observations.place and reports.canonical = observations.observer)`,
  'changes with one number': `select changed from (select site_group, changed from reports
      union all select site_group, changed from deletions
      union all select site_group, changed from clusters where changed > 0
      union all select site_group, edit_changed from clusters where edit_changed > 0
      union all select site_group, note_changed from clusters where note_changed > 0) as changes
    group by site_group, changed having count(*) > 1`,
  'changes beyond the last': `select reports.changed from reports left join counters
      on counters.site_group = reports.site_group
    where counters.changed is null or reports.changed > counters.changed`,
  'places changed beyond the last change': `select place from clusters join counters
      on counters.site_group = clusters.site_group
    where clusters.changed > counters.changed or clusters.edit_changed > counters.changed
      or clusters.note_changed > counters.changed`,
  'corrections of nobody': `select place from clusters where (edited = '') <> (edited_by is null)
      or (edited = '') <> (edited_at is null)`,
  'notes on nothing': `select place from notes where not exists (select 1 from clusters
      where clusters.site_group = notes.site_group and clusters.site = notes.site and clusters.place = notes.place)`,
  'moves without a trace': `select canonical from reports where version <> edition + (select count(*) from decisions
      where decisions.site = reports.site and decisions.canonical = reports.canonical)`,
};

/** Runs one statement in a store's database, beside those who have it open. @returns its rows */
export async function lookInto(address: StoreAddress, statement: string): Promise<unknown[]> {
  const [rows = []] = await lookIntoAll(address, [statement]);
  return rows;
}

/** The same for several. @returns the rows of each */
async function lookIntoAll(
  address: StoreAddress,
  statements: readonly string[],
): Promise<unknown[][]> {
  // Each connection to PostgreSQL is a process: one does for all.
  if ('databaseUrl' in address) return runStatements(address.databaseUrl, statements.join(';\n'));
  const database = new SQLite(join(address.directory, DATABASE_FILE));
  try {
    return statements.map((statement) => {
      const prepared = database.prepare(statement);
      return prepared.reader ? prepared.all() : [prepared.run()];
    });
  } finally {
    database.close();
  }
}

/** Fails where a store contradicts itself. Nobody may be writing. */
export async function checkConsistency(address: StoreAddress): Promise<void> {
  const found = await lookIntoAll(address, Object.values(CONTRADICTIONS));
  expect(found).toHaveLength(Object.keys(CONTRADICTIONS).length);
  for (const [i, what] of Object.keys(CONTRADICTIONS).entries()) {
    expect(found[i], what).toEqual([]);
  }
  if ('databaseUrl' in address) return;
  const file = 'pragma integrity_check';
  expect(await lookInto(address, file)).toEqual([{ integrity_check: 'ok' }]);
  // Fails where the search index is not that of the reports: https://www.sqlite.org/fts5.html#the_integrity_check_command
  await lookInto(
    address,
    `insert into report_words (report_words, rank) values ('integrity-check', 1)`,
  );
}

/**
 * Fills a SQLite store with as many reports as a newsroom has after years, faster than they can be posted: rows as the
 * endpoint would have made them, with indexes and counts made once, at the end.
 */
import type SQLite from 'better-sqlite3';
import { v7 as createUuid } from 'uuid';
import { narrowAnnotation } from '../../../src/endpoint/annotations/narrow-annotation.ts';
import { keyWords } from '../../../src/endpoint/place.ts';
import { readLanguage, readSubtag } from '../../../src/endpoint/report-language.ts';
import { openStore } from '../../../src/endpoint/store/database.ts';
import type { ReportTable } from '../../../src/endpoint/store/schema.ts';
import { openDatabase } from '../../../src/endpoint/store/sqlite-file.ts';
import { type ReportState, readReport } from '../../../src/model/report.ts';
import { EDITORS_SITE } from './make-reports.ts';
import { createRowMaker } from './make-rows.ts';

/** Reports that differ in their words; more would take long to make, and are these with other keys. */
const TEMPLATES = 20_000;
/** As many as ask for more than one of them may in a minute. */
const EDITORS = 10;
const ROWS_PER_COMMIT = 10_000;
/** Between one report and the next, in ms: a million of them are four months. */
const INTERVAL = 10_000;
/** Most of what has ever been reported is done with. */
const STATES: readonly ReportState[] = [
  'new',
  'fixed',
  'fixed',
  'rejected',
  'accepted',
  'fixed',
  'spam',
];

/**
 * Makes a store with that many reports in a directory.
 * @param states of the reports, in turns
 * @returns tokens of the editors who see three fifths of them
 */
export async function fillStore(
  directory: string,
  count: number,
  seed: number,
  states: readonly ReportState[] = STATES,
): Promise<string[]> {
  const store = await openStore({ directory });
  const tokens: string[] = [];
  for (let n = 1; n <= EDITORS; n += 1) {
    const { token } = await store.tokens.addToken({ name: `Ann ${n}`, site: EDITORS_SITE, at: n });
    tokens.push(token);
  }
  await store.close();
  const database = openDatabase(directory);
  try {
    // It is thrown away if the machine fails, and only now.
    database.pragma('synchronous = OFF');
    const restore = takeDown(database);
    insertRows(database, count, seed, states);
    countRows(database);
    restore();
    database.exec("insert into report_words (report_words) values ('rebuild')");
    database.exec('analyze');
    database.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    database.close();
  }
  return tokens;
}

/** Drops what every row would have to be entered in. @returns makes it again */
function takeDown(database: SQLite.Database): () => void {
  const found = database
    .prepare<[], { type: string; name: string; sql: string }>(
      `select type, name, sql from sqlite_master
       where tbl_name in ('reports', 'clusters') and type in ('index', 'trigger') and sql is not null`,
    )
    .all();
  for (const { type, name } of found) database.exec(`drop ${type} ${name}`);
  return () => {
    for (const { sql } of found) database.exec(sql);
  };
}

function insertRows(
  database: SQLite.Database,
  count: number,
  seed: number,
  states: readonly ReportState[],
): void {
  const make = createRowMaker(seed);
  const templates = Array.from({ length: Math.min(count, TEMPLATES) }, make);
  const columns = Object.keys(make());
  const values = columns.map((column) => `@${column}`).join();
  const insert = database.prepare(`insert into reports (${columns.join()}) values (${values})`);
  const traits = templates.map(readTraits);
  database.exec('create temp table traits (place primary key, words_key, language) without rowid');
  const insertTraits = database.prepare('insert or ignore into traits values (?, ?, ?)');
  const first = Date.now() - count * INTERVAL;
  for (let from = 0; from < count; from += ROWS_PER_COMMIT) {
    database.transaction(() => {
      for (let n = from; n < Math.min(count, from + ROWS_PER_COMMIT); n += 1) {
        const [template, trait] = [templates[n % templates.length], traits[n % templates.length]];
        if (template === undefined || trait === undefined) continue;
        const state = states[(n * 31) % states.length] ?? 'new';
        const row = varyRow(template, n, first + n * INTERVAL, state);
        insert.run(row);
        insertTraits.run(row.place, ...trait);
      }
    })();
  }
}

/** What a cluster is found by, as a report of it says. @returns the key of the words, and the language */
function readTraits({ canonical, source, created_at: createdAt, annotation }: ReportTable) {
  const narrowed = narrowAnnotation(JSON.parse(annotation), { canonical, source, createdAt });
  const words = keyWords(readReport(narrowed).exact);
  return [words, readSubtag(readLanguage(narrowed))] as const;
}

/** The same words in another article of the site, reported at another time. */
function varyRow(row: ReportTable, n: number, at: number, state: ReportState): ReportTable {
  const round = Math.floor(n / TEMPLATES);
  const canonical = `urn:uuid:${createUuid({ msecs: at })}`;
  return {
    ...row,
    canonical,
    segment: `${row.segment.slice(0, -8)}${n.toString(36).padStart(8, '0')}`,
    article: `${row.article.slice(0, -4)}${round.toString(36).padStart(4, '0')}`,
    place: `${row.place.slice(0, -4)}${round.toString(36).padStart(4, '0')}`,
    ...(state === 'new' ? {} : { state, version: 2, moved_at: at + INTERVAL }),
    ...{ created_at: at, received_at: at, changed: n + 1 },
    annotation: row.annotation.replace(row.canonical, canonical),
  };
}

function countRows(database: SQLite.Database): void {
  const states: readonly ReportState[] = ['new', 'accepted', 'rejected', 'fixed', 'spam'];
  const counts = states.map((state) => `sum(state = '${state}')`).join();
  database.exec(`
    insert into clusters (site_group, site, place, article, sample, kind, state, version, new_count, accepted_count,
      rejected_count, fixed_count, spam_count, first_at, last_at, observed_at, changed, readers, words_key, language)
    select site_group, site, place, min(article), min(canonical), min(kind),
      case when sum(state = 'new') > 0 then 'new' when sum(state = 'accepted') > 0 then 'accepted' else max(state) end,
      1, ${counts}, min(received_at), max(received_at), null, 0, sum(state <> 'spam'), words_key, language
    from reports natural join traits group by site_group, site, place;
    drop table traits;
    insert into counters (site_group, changed) select site_group, max(changed) from reports group by site_group;
    insert into totals (site_group, site, total, modified_at)
    select site_group, site, count(*), max(received_at) from reports group by site_group, site;`);
}

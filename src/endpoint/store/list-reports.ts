/**
 * Pages of the queue, by what editors ask for. They come in the order of an index, and what they leave out is told from
 * the index alone where it can be: of a large group of sites one may have few reports.
 */
import { type ExpressionBuilder, sql } from 'kysely';
import { readGroup } from '../sites.ts';
import { isCovered } from './covered.ts';
import type { Connections } from './database.ts';
import type { ReportQuery } from './reports.ts';
import type { Tables } from './schema.ts';
import { holdsWords, isRare, MOST_SCANNED, matchWords, selectFound } from './search.ts';
import { REPORT_COLUMNS } from './stored-report.ts';

const SELECTED = REPORT_COLUMNS.map((column) => `reports.${column}` as const);

/** @returns the rows of one page, newest first */
export async function listReportRows(
  { dialect, read }: Pick<Connections, 'dialect' | 'read'>,
  query: ReportQuery,
) {
  const { site, article, language, words, limit } = query;
  const isWanted = createFilter(query);
  const select = () => orderNewest(read.selectFrom('reports').select(SELECTED).where(isWanted));
  if (dialect === 'sqlite' && language !== null && article === null) {
    if (await isLanguageRare(read, site, language)) return listOfLanguage(read, query, language);
  }
  if (words.length === 0) {
    if (site === readGroup(site)) return select().limit(limit).execute();
    const keys = orderNewest(
      read
        .selectFrom('reports')
        .select(['reports.canonical as key', 'reports.site as host'])
        .where(isWanted),
    ).limit(limit);
    // SQLite takes the tables of a cross join in the order in which they are named.
    return orderNewest(
      read
        .selectFrom(keys.as('keys'))
        .crossJoin('reports')
        .select(SELECTED)
        .where('reports.site_group', '=', readGroup(site))
        .whereRef('reports.canonical', '=', 'keys.key')
        .whereRef('reports.site', '=', 'keys.host'),
    ).execute();
  }
  // PostgreSQL knows how frequent words are, and so which index to ask first. SQLite has to be told.
  if (dialect === 'postgres') {
    return select().where(matchWords(dialect, words)).limit(limit).execute();
  }
  const end = await orderNewest(
    read
      .selectFrom('reports')
      .select('reports.received_at')
      // Many would be gone through for so many of a language.
      .where(createFilter({ ...query, language: null })),
  )
    .offset(MOST_SCANNED)
    .limit(1)
    .executeTakeFirst();
  let near = select().where(({ ref }) => holdsWords(ref('reports.words'), words));
  if (end !== undefined) near = near.where('reports.received_at', '>=', end.received_at);
  const rows = await near.limit(limit).execute();
  if (end === undefined || rows.length === limit) return rows;
  if (!(await isRare(read, words))) {
    return select().where(matchWords(dialect, words)).limit(limit).execute();
  }
  return orderNewest(
    read
      .selectFrom(selectFound(words).as('found'))
      .crossJoin('reports')
      .select(SELECTED)
      .where(sql<boolean>`reports.number = found.number`)
      .where(isWanted),
  )
    .limit(limit)
    .execute();
}

/**
 * Whether so few reports of a group are in a language that they can all be put in order, on SQLite: to go through the queue for
 * them would take long. PostgreSQL knows how frequent languages are.
 */
async function isLanguageRare(
  read: Connections['read'],
  site: string,
  language: string,
): Promise<boolean> {
  const { count } = await read
    .selectFrom(
      selectOfLanguage(read, site, language)
        .select(({ lit }) => lit(1).as('one'))
        .limit(MOST_SCANNED + 1)
        .as('counted'),
    )
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count <= MOST_SCANNED;
}

function listOfLanguage(read: Connections['read'], query: ReportQuery, language: string) {
  const { site, words, limit } = query;
  const found = selectOfLanguage(read, site, language)
    .select(SELECTED)
    .where(createFilter({ ...query, language: null }));
  return orderNewest(
    words.length === 0 ? found : found.where(({ ref }) => holdsWords(ref('reports.words'), words)),
  )
    .limit(limit)
    .execute();
}

/** Reports of a group in the language, by their clusters. */
function selectOfLanguage(read: Connections['read'], site: string, language: string) {
  // SQLite takes the tables of a cross join in the order in which they are named.
  return read
    .selectFrom('clusters')
    .crossJoin('reports')
    .where('clusters.site_group', '=', readGroup(site))
    .where('clusters.language', '=', language)
    .where('reports.site_group', '=', readGroup(site))
    .whereRef('reports.site', '=', 'clusters.site')
    .whereRef('reports.place', '=', 'clusters.place');
}

function createFilter({ site, states, kind, article, language, after }: ReportQuery) {
  return ({ and, eb, exists, ref, refTuple, selectFrom, tuple }: ReportFiltering) =>
    and([
      eb('reports.site_group', '=', readGroup(site)),
      isCovered(ref('reports.site'), site),
      ...(states === null ? [] : [eb('reports.state', 'in', states)]),
      ...(kind === null ? [] : [eb('reports.kind', '=', kind)]),
      ...(article === null ? [] : [eb('reports.article', '=', article)]),
      ...(language === null
        ? []
        : [
            exists(
              selectFrom('clusters')
                .select(({ lit }) => lit(1).as('one'))
                .where('clusters.site_group', '=', readGroup(site))
                .whereRef('clusters.site', '=', 'reports.site')
                .whereRef('clusters.place', '=', 'reports.place')
                .where('clusters.language', '=', language),
            ),
          ]),
      ...(after === null
        ? []
        : [
            eb(
              refTuple('reports.received_at', 'reports.canonical', 'reports.site'),
              '<',
              tuple(after.receivedAt, after.canonical, after.site),
            ),
          ]),
    ]);
}

type ReportFiltering = ExpressionBuilder<Tables, 'reports'>;

function orderNewest<Q extends { orderBy: (column: NewestColumn, direction: 'desc') => Q }>(
  query: Q,
): Q {
  return query
    .orderBy('reports.received_at', 'desc')
    .orderBy('reports.canonical', 'desc')
    .orderBy('reports.site', 'desc');
}
type NewestColumn = 'reports.received_at' | 'reports.canonical' | 'reports.site';

/**
 * Pages of clusters, by what editors ask for and in the order they want. Of each state there is an index in every order,
 * so that a page takes as long in a queue of a million as in one of a hundred; pages of several states make one.
 */
import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import { REPORT_STATES, type ReportState } from '../../model/report.ts';
import { readGroup } from '../sites.ts';
import {
  CLUSTER_ORDERS,
  type ClusterPlace,
  type ClusterSort,
  isWithin,
  listTerms,
  readPlace,
} from './cluster-orders.ts';
import { isCovered } from './covered.ts';
import type { Connections } from './database.ts';
import { CLUSTER_COLUMNS, type PlaceKey } from './read-clusters.ts';
import type { Tables } from './schema.ts';
import { holdsWords, isRare, matchWords, selectFound } from './search.ts';

export interface ClusterFilter {
  /** clusters about its subdomains are meant as well */
  site: string;
  /** null for any */
  states: readonly ReportState[] | null;
  /** null for any */
  kind: string | null;
  /** key of the article, see `keyArticle`; null for any */
  article: string | null;
  /** primary subtag, '' for those that say none; null for any */
  language: string | null;
  /** key of the quoted words, see `keyWords`; null for any */
  wordsKey: string | null;
}

/** All clusters of a site. */
export const ANY_CLUSTER = {
  ...{ states: null, kind: null, article: null, language: null, wordsKey: null },
} as const satisfies Omit<ClusterFilter, 'site'>;

export interface ClusterRowQuery extends ClusterFilter {
  sort: ClusterSort;
  /** as `readSearch` gives them; one report of the cluster has all of them */
  words: readonly string[];
  /** one that is not wanted; null for none */
  except: PlaceKey | null;
  after: ClusterPlace | null;
  limit: number;
}

/** Clusters that a search may go through one by one, with all their reports, before it asks the index. */
const MOST_SCANNED = 500;

/** Clusters of a language that are put in an order of their own. */
const MOST_SORTED = 5_000;

type Filtering = ExpressionBuilder<Tables, 'clusters'>;
type Condition = (eb: Filtering) => Expression<SqlBool>;

/** @returns the rows of one page */
export async function listClusterRows(
  { dialect, read }: Pick<Connections, 'dialect' | 'read'>,
  query: ClusterRowQuery,
) {
  const { words, limit, after, except } = query;
  const order = CLUSTER_ORDERS[query.sort];
  const way = await chooseWay({ dialect, read }, query);
  const isFew = way === 'few';
  const conditions: Condition[] = [
    createFilter(query, way !== 'passing' && query.article === null),
    ...(except === null ? [] : [isNot(except)]),
    ...(after === null ? [] : [() => isWithin(order, isFew, after, 'behind')]),
  ];
  const selectState = (state: ReportState | null, more: Condition[], most: number) =>
    listTerms(order, isFew)
      .reduce(
        (select, term) => select.orderBy(term, order.direction),
        read.selectFrom('clusters').select(CLUSTER_COLUMNS),
      )
      .where((eb) => eb.and([...conditions, ...more].map((condition) => condition(eb))))
      .$if(state !== null, (select) => select.where('clusters.state', '=', state))
      .limit(most);
  const selectRows = (more: Condition[], most: number) => {
    const [first = null, ...others] = chooseStates(query);
    if (others.length === 0) return selectState(first, more, most);
    // Selected from once more: SQLite takes no limit for one part of a union.
    const part = (state: ReportState | null) =>
      read.selectFrom(selectState(state, more, most).as('part')).selectAll();
    const all = others.reduce((union, state) => union.unionAll(part(state)), part(first));
    return listTerms(order, isFew)
      .reduce(
        (select, term) => select.orderBy(term, order.direction),
        read.selectFrom(all.as('clusters')).selectAll(),
      )
      .limit(most);
  };
  if (words.length === 0) return selectRows([], limit).execute();
  const isMatched = hasReport(() => matchWords(dialect, words));
  // PostgreSQL knows how frequent words are, and so which index to ask first. SQLite has to be told.
  if (dialect === 'postgres') return selectRows([isMatched], limit).execute();
  const end = await selectRows([], MOST_SCANNED + 1)
    .offset(MOST_SCANNED)
    .executeTakeFirst();
  const near = hasReport(({ ref }) => holdsWords(ref('reports.words'), words));
  if (end === undefined) return selectRows([near], limit).execute();
  const isNear = () => isWithin(order, isFew, readPlace(order, end), 'upTo');
  const rows = await selectRows([near, isNear], limit).execute();
  if (rows.length === limit) return rows;
  if (!(await isRare(read, words))) return selectRows([isMatched], limit).execute();
  const found = sql`(select reports.site_group, reports.site, reports.place
    from ${selectFound(words)} as found cross join reports where reports.number = found.number)`;
  const isFound: Condition = () =>
    sql<SqlBool>`(clusters.site_group, clusters.site, clusters.place) in ${found}`;
  return selectRows([isFound], limit).execute();
}

/**
 * How clusters are come upon that are wanted in an order of which there is no index for them. What an article has, and a
 * language that is rare, are `few` enough to be put in order. Those of a frequent one are come upon soon in `passing` through
 * the order of all. PostgreSQL knows how frequent languages are.
 */
async function chooseWay(
  { dialect, read }: Pick<Connections, 'dialect' | 'read'>,
  { site, sort, article, language }: ClusterRowQuery,
): Promise<'index' | 'few' | 'passing'> {
  if (article !== null) return sort === 'readers' ? 'few' : 'index';
  if (dialect === 'postgres' || language === null || sort !== 'article') return 'index';
  const { count } = await read
    .selectFrom(({ selectFrom }) =>
      selectFrom('clusters')
        .select(({ lit }) => lit(1).as('one'))
        .where('site_group', '=', readGroup(site))
        .where('language', '=', language)
        .limit(MOST_SORTED + 1)
        .as('counted'),
    )
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count > MOST_SORTED ? 'passing' : 'few';
}

/** The states whose pages make one; null alone where one index has them all in the wanted order. */
function chooseStates({ sort, states, article, language, wordsKey }: ClusterRowQuery) {
  if (states !== null) return states;
  const isByTime = sort === 'newest' || sort === 'oldest';
  const isPlain = isByTime && article === null && language === null && wordsKey === null;
  return isPlain ? [null] : REPORT_STATES;
}

/**
 * Which clusters are wanted, their states aside.
 * @param leads whether the index of languages may lead to them
 */
export function createFilter(
  { site, kind, article, language, wordsKey }: Omit<ClusterFilter, 'states'>,
  leads = true,
): Condition {
  return ({ and, eb, ref }) =>
    and([
      eb('clusters.site_group', '=', readGroup(site)),
      isCovered(ref('clusters.site'), site),
      ...(kind === null ? [] : [eb('clusters.kind', '=', kind)]),
      ...(article === null ? [] : [eb('clusters.article', '=', article)]),
      ...(language === null
        ? []
        : [
            leads
              ? eb('clusters.language', '=', language)
              : // An expression has no index.
                sql<SqlBool>`${ref('clusters.language')} || '' = ${language}`,
          ]),
      ...(wordsKey === null ? [] : [eb('clusters.words_key', '=', wordsKey)]),
    ]);
}

function isNot({ site, place }: PlaceKey): Condition {
  return ({ eb, or }) => or([eb('clusters.site', '<>', site), eb('clusters.place', '<>', place)]);
}

/** Whether a report of the cluster is such a one. */
function hasReport(
  isSuch: (eb: ExpressionBuilder<Tables, 'reports'>) => ReturnType<typeof matchWords>,
): Condition {
  return ({ exists, selectFrom }) =>
    exists(
      selectFrom('reports')
        .select(({ lit }) => lit(1).as('one'))
        .whereRef('reports.site_group', '=', 'clusters.site_group')
        .whereRef('reports.site', '=', 'clusters.site')
        .whereRef('reports.place', '=', 'clusters.place')
        .where((eb) => isSuch(eb)),
    );
}

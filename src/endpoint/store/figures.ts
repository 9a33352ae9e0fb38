/**
 * Counts of reports and decisions over a time. The database is asked for a stretch of it at once, so that on SQLite, where
 * one thread reads for everybody, nobody waits long; what it gives is counts, however many rows they are of.
 */
import { type ExpressionBuilder, sql } from 'kysely';
import { REPORT_KINDS, type ReportState } from '../../model/report.ts';
import { readGroup } from '../sites.ts';
import { isCovered } from './covered.ts';
import type { Connections } from './database.ts';
import { createWordFigures, selectMistakes, type WordFigures } from './figure-words.ts';
import type { Tables } from './schema.ts';

/** From one instant to another, the latter not included; epoch ms. */
export interface Span {
  start: number;
  end: number;
}

export interface ReportCount {
  /** index of the span */
  span: number;
  /** one of `REPORT_KINDS`: what else readers' programs send is `other` */
  kind: string;
  state: ReportState;
  count: number;
}

export interface TimeCount {
  /** ms, rounded down to the minute below a day, else to the hour */
  time: number;
  count: number;
  /** of the exact times, in ms */
  sum: number;
}

export interface EditorCount {
  /** '' where it was moved by what was observed */
  editor: string;
  to: ReportState;
  count: number;
}

export interface ArticleCount {
  /** key of the article */
  article: string;
  reports: number;
  mistakes: number;
}

export interface FigureStore extends WordFigures {
  /** Reports that came within each of some spans, which follow each other. */
  countReports(site: string, spans: readonly Span[]): Promise<ReportCount[]>;
  /** Mistakes by their state, whose last report came within a span. */
  countMistakes(site: string, span: Span): Promise<{ state: ReportState; count: number }[]>;
  /** How long reports waited for the first decision of a person that was made within a span. */
  countTimes(site: string, span: Span): Promise<TimeCount[]>;
  /** How long reports waited until they were fixed for the first time, where that was within a span; by whomever. */
  countFixTimes(site: string, span: Span): Promise<TimeCount[]>;
  /** Decisions made within a span; what was rejected as it came, because it is known to be no mistake, is none. */
  countDecisions(site: string, span: Span): Promise<EditorCount[]>;
  /** The articles with most reports, spam aside, of mistakes whose last report came within a span. */
  countArticles(site: string, span: Span, limit: number): Promise<ArticleCount[]>;
  /** The URL of an article by its key, as the last report has it; null where nothing is reported of it any more. */
  findSource(site: string, article: string): Promise<string | null>;
}

const MINUTE = 60_000;
const HOUR = 3_600_000;
const DAY = 86_400_000;

export function createFigureStore({ read }: Pick<Connections, 'read'>): FigureStore {
  /** Decisions with their reports, about a site and made in a span. */
  const selectDecisions = (site: string, { start, end }: Span) =>
    read
      .selectFrom('decisions')
      .innerJoin('reports', (join) =>
        join
          .onRef('reports.site_group', '=', 'decisions.site_group')
          .onRef('reports.canonical', '=', 'decisions.canonical')
          .onRef('reports.site', '=', 'decisions.site'),
      )
      .where('decisions.site_group', '=', readGroup(site))
      .where('decisions.at', '>=', start)
      .where('decisions.at', '<', end)
      .where(({ ref }) => isCovered(ref('decisions.site'), site))
      .whereRef('decisions.at', '>', 'reports.received_at');

  /** Counts how long the reports of decisions had waited for them. */
  async function countWaits(decisions: ReturnType<typeof selectDecisions>): Promise<TimeCount[]> {
    const waited = decisions.select(sql<number>`decisions.at - reports.received_at`.as('waited'));
    const [minute, hour, day] = [sql.lit(MINUTE), sql.lit(HOUR), sql.lit(DAY)];
    return read
      .selectFrom(
        read
          .selectFrom(waited.as('one'))
          .select([
            'waited',
            sql<number>`case when waited < ${day} then waited / ${minute} * ${minute}
              else waited / ${hour} * ${hour} end`.as('time'),
          ])
          .as('rounded'),
      )
      .select(({ fn }) => [
        'time',
        fn.countAll<number>().as('count'),
        sql<number>`cast(sum(waited) as bigint)`.as('sum'),
      ])
      .groupBy('time')
      .execute();
  }

  return {
    ...createWordFigures(read),

    async countReports(site, spans) {
      const [first, last] = [spans[0], spans.at(-1)];
      if (first === undefined || last === undefined) return [];
      return read
        .selectFrom(({ selectFrom }) =>
          selectFrom('reports')
            .select((eb) => [selectSpan(eb, spans), selectKind(), 'state'])
            .where('site_group', '=', readGroup(site))
            .where('received_at', '>=', first.start)
            .where('received_at', '<', last.end)
            .where(({ ref }) => isCovered(ref('site'), site))
            .as('counted'),
        )
        .select(({ fn }) => ['span', 'kind', 'state', fn.countAll<number>().as('count')])
        .groupBy(['span', 'kind', 'state'])
        .execute();
    },

    async countMistakes(site, span) {
      return selectMistakes(read, site, span)
        .select(({ fn }) => ['state', fn.countAll<number>().as('count')])
        .groupBy('state')
        .execute();
    },

    async countTimes(site, span) {
      return countWaits(
        selectDecisions(site, span)
          .where('decisions.version', '=', 2)
          .where('decisions.editor', '<>', ''),
      );
    },

    async countFixTimes(site, span) {
      return countWaits(
        selectDecisions(site, span)
          .where('decisions.to_state', '=', 'fixed')
          .where(({ exists, not, selectFrom }) =>
            not(
              exists(
                selectFrom('decisions as earlier')
                  .select(({ lit }) => lit(1).as('one'))
                  .whereRef('earlier.site_group', '=', 'decisions.site_group')
                  .whereRef('earlier.canonical', '=', 'decisions.canonical')
                  .whereRef('earlier.site', '=', 'decisions.site')
                  .whereRef('earlier.version', '<', 'decisions.version')
                  .where('earlier.to_state', '=', 'fixed'),
              ),
            ),
          ),
      );
    },

    async countDecisions(site, span) {
      return selectDecisions(site, span)
        .select(({ fn }) => [
          'decisions.editor',
          'decisions.to_state as to',
          fn.countAll<number>().as('count'),
        ])
        .groupBy(['decisions.editor', 'decisions.to_state'])
        .execute();
    },

    async countArticles(site, span, limit) {
      return selectMistakes(read, site, span)
        .select(({ fn, ref }) => [
          'article',
          sql<number>`cast(sum(${ref('readers')}) as bigint)`.as('reports'),
          fn.countAll<number>().as('mistakes'),
        ])
        .where('readers', '>', 0)
        .groupBy('article')
        .orderBy('reports', 'desc')
        .orderBy('article')
        .limit(limit)
        .execute();
    },

    async findSource(site, article) {
      const row = await read
        .selectFrom('reports')
        .select('source')
        .where('site_group', '=', readGroup(site))
        .where('article', '=', article)
        .where(({ ref }) => isCovered(ref('site'), site))
        .orderBy('received_at', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row?.source ?? null;
    },
  };
}

function selectSpan({ ref }: ExpressionBuilder<Tables, 'reports'>, spans: readonly Span[]) {
  const cases = spans.map(
    ({ end }, i) => sql`when ${ref('received_at')} < ${end} then ${sql.lit(i)}`,
  );
  return sql<number>`case ${sql.join(cases, sql` `)} end`.as('span');
}

function selectKind() {
  const known = sql.join(REPORT_KINDS.map((kind) => sql.lit(kind)));
  return sql<string>`case when kind in (${known}) then kind else 'other' end`.as('kind');
}

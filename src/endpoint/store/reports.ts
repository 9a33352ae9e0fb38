/** Reports at rest. What was acknowledged has been committed: every method resolves after its transaction has. */
import type { ExpressionBuilder } from 'kysely';
import type { ReportState } from '../../model/report.ts';
import { readGroup } from '../sites.ts';
import { type AddedReport, addReports } from './add-reports.ts';
import { isCovered } from './covered.ts';
import type { Connections } from './database.ts';
import { type Move, moveRow } from './move-row.ts';
import { readOutage } from './outage.ts';
import type { Tables } from './schema.ts';
import { matchWords } from './search.ts';
import {
  COUNTED_STATES,
  fromRow,
  type NewReport,
  REPORT_COLUMNS,
  type StoredReport,
} from './stored-report.ts';
import { createWriteGroup } from './write-group.ts';

/** Reports in one transaction. */
const MOST_WRITTEN = 128;

/** Where a page of the queue ended: the last report's place in the order. */
export interface Place {
  receivedAt: number;
  canonical: string;
  site: string;
}

export interface ReportQuery {
  /** reports about its subdomains are meant as well */
  site: string;
  /** null for any */
  states: readonly ReportState[] | null;
  /** null for any */
  kind: string | null;
  /** key of the article, see `keyArticle`; null for any */
  article: string | null;
  /** as `readSearch` gives them; all of them have to be found */
  words: readonly string[];
  after: Place | null;
  limit: number;
}

export interface Decision {
  version: number;
  at: number;
  /** '' where it was moved by what was observed */
  editor: string;
  from: ReportState;
  to: ReportState;
  reason: string;
}

export interface ReportStore {
  /** Stores a report once; the same canonical of the same site again gives what is there already. */
  addReport(report: NewReport): Promise<AddedReport>;
  findBySegment(segment: string): Promise<StoredReport | null>;
  /** Whether a segment was that of a report which has been taken out. */
  isDeleted(segment: string): Promise<boolean>;
  /** The reports with a canonical about a site and its subdomains: one, unless somebody sent it for several. */
  findReports(site: string, canonical: string): Promise<StoredReport[]>;
  /** One page of the reports about a site and its subdomains, newest first. */
  listReports(query: ReportQuery): Promise<StoredReport[]>;
  /**
   * Reports about a site and its subdomains in the order they came: an order that new ones do not shift.
   * @param from where to begin: behind or before a place in that order, or at an offset from its beginning
   */
  listArrivals(
    site: string,
    from: { after: Place } | { before: Place } | { offset: number; total: number },
    limit: number,
  ): Promise<StoredReport[]>;
  /** How many reports a site and its subdomains have, and when the last came (epoch ms, null when none has). */
  summarizeSite(site: string): Promise<{ total: number; lastReceivedAt: number | null }>;
  /** How many reports of one place of a site there are, spam aside; never more than `limit`. */
  countPlace(site: string, place: string, limit: number): Promise<number>;
  /** Moves a report and notes who did it; null when somebody else moved it first. */
  moveReport(move: Move): Promise<StoredReport | null>;
  /** What was decided about a report, oldest first. */
  listDecisions(site: string, canonical: string): Promise<Decision[]>;
}

export function createReportStore({ dialect, read, write }: Connections): ReportStore {
  /** Reports about a site and its subdomains: what a token for it covers. */
  const selectCovered = (site: string) =>
    read
      .selectFrom('reports')
      .where('site_group', '=', readGroup(site))
      .where(({ ref }) => isCovered(ref('site'), site));

  return {
    addReport: createWriteGroup({
      write: (reports) => addReports(write, reports),
      most: MOST_WRITTEN,
      isCommonFailure: (error) => readOutage(error) !== null,
    }),

    async findBySegment(segment) {
      const row = await read
        .selectFrom('reports')
        .select(REPORT_COLUMNS)
        .where('segment', '=', segment)
        .executeTakeFirst();
      return row === undefined ? null : fromRow(row);
    },

    async isDeleted(segment) {
      const row = await read
        .selectFrom('deletions')
        .select('at')
        .where('segment', '=', segment)
        .executeTakeFirst();
      return row !== undefined;
    },

    async findReports(site, canonical) {
      const rows = await selectCovered(site)
        .select(REPORT_COLUMNS)
        .where('canonical', '=', canonical)
        .orderBy('site')
        .execute();
      return rows.map(fromRow);
    },

    async listReports({ site, states, kind, article, words, after, limit }) {
      let query = selectCovered(site).select(REPORT_COLUMNS);
      if (states !== null) query = query.where('state', 'in', states);
      if (kind !== null) query = query.where('kind', '=', kind);
      if (article !== null) query = query.where('article', '=', article);
      if (words.length > 0) query = query.where(matchWords(dialect, words));
      if (after !== null) {
        query = query.where(({ eb, refTuple, tuple }) =>
          eb(
            refTuple('received_at', 'canonical', 'site'),
            '<',
            tuple(after.receivedAt, after.canonical, after.site),
          ),
        );
      }
      const rows = await query
        .orderBy('received_at', 'desc')
        .orderBy('canonical', 'desc')
        .orderBy('site', 'desc')
        .limit(limit)
        .execute();
      return rows.map(fromRow);
    },

    async listArrivals(site, from, limit) {
      const select = (direction: 'asc' | 'desc', count: number) =>
        selectCovered(site)
          .select(REPORT_COLUMNS)
          .orderBy('received_at', direction)
          .orderBy('canonical', direction)
          .orderBy('site', direction)
          .limit(Math.max(0, count));
      const isBeyond = ({ receivedAt, canonical, site: host }: Place, sign: '<' | '>') => {
        return ({ eb, refTuple, tuple }: ExpressionBuilder<Tables, 'reports'>) =>
          eb(
            refTuple('received_at', 'canonical', 'site'),
            sign,
            tuple(receivedAt, canonical, host),
          );
      };
      if ('after' in from) {
        const rows = await select('asc', limit).where(isBeyond(from.after, '>')).execute();
        return rows.map(fromRow);
      }
      if ('before' in from) {
        const rows = await select('desc', limit).where(isBeyond(from.before, '<')).execute();
        return rows.map(fromRow).reverse();
      }
      const { offset, total } = from;
      if (offset <= total / 2) {
        return (await select('asc', limit).offset(offset).execute()).map(fromRow);
      }
      // From the other end, which is nearer.
      const end = Math.min(total, offset + limit);
      const rows = await select('desc', end - offset)
        .offset(total - end)
        .execute();
      return rows.map(fromRow).reverse();
    },

    async summarizeSite(site) {
      const { total, last } = await selectCovered(site)
        .select(({ fn }) => [
          fn.countAll<number>().as('total'),
          fn.max<number | null>('received_at').as('last'),
        ])
        .executeTakeFirstOrThrow();
      return { total, lastReceivedAt: last };
    },

    async countPlace(site, place, limit) {
      const { count } = await read
        .selectFrom(({ selectFrom }) =>
          selectFrom('reports')
            .select(({ lit }) => lit(1).as('one'))
            .where('site_group', '=', readGroup(site))
            .where('site', '=', site)
            .where('place', '=', place)
            .where('state', 'in', COUNTED_STATES)
            .limit(limit)
            .as('counted'),
        )
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow();
      return count;
    },

    async moveReport(move) {
      return write.transaction().execute((transaction) => moveRow(transaction, move));
    },

    async listDecisions(site, canonical) {
      return read
        .selectFrom('decisions')
        .select(['version', 'at', 'editor', 'from_state as from', 'to_state as to', 'reason'])
        .where('site_group', '=', readGroup(site))
        .where('site', '=', site)
        .where('canonical', '=', canonical)
        .orderBy('version')
        .execute();
    },
  };
}

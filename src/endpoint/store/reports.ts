/**
 * Reports at rest. What was acknowledged has been committed: every method resolves after its transaction
 * has. A transaction begins with its write, so that on SQLite two processes wait for each other instead of
 * one failing when it turns from reader to writer (https://www.sqlite.org/isolation.html).
 */
import { type Expression, type Kysely, type SqlBool, sql } from 'kysely';
import type { ReportState } from '../../model/report.ts';
import { readGroup } from '../sites.ts';
import { type Move, moveRow } from './move-row.ts';
import type { Tables } from './schema.ts';
import {
  COUNTED_STATES,
  fromRow,
  type NewReport,
  type StoredReport,
  toRow,
} from './stored-report.ts';

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
  /** key of the article, see `keyArticle`; null for any */
  article: string | null;
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
  addReport(report: NewReport): Promise<{ report: StoredReport; created: boolean }>;
  findBySegment(segment: string): Promise<StoredReport | null>;
  /** The reports with a canonical about a site and its subdomains: one, unless somebody sent it for several. */
  findReports(site: string, canonical: string): Promise<StoredReport[]>;
  /** One page of the reports about a site and its subdomains, newest first. */
  listReports(query: ReportQuery): Promise<StoredReport[]>;
  /** Reports about a site and its subdomains in the order they came: an order that new ones do not shift. */
  listArrivals(site: string, offset: number, limit: number): Promise<StoredReport[]>;
  /** How many reports a site and its subdomains have, and when the last came (epoch ms, null when none has). */
  summarizeSite(site: string): Promise<{ total: number; lastReceivedAt: number | null }>;
  /** How many reports of one place of a site there are, spam aside; never more than `limit`. */
  countPlace(site: string, place: string, limit: number): Promise<number>;
  /** Moves a report and notes who did it; null when somebody else moved it first. */
  moveReport(move: Move): Promise<StoredReport | null>;
  /** What was decided about a report, oldest first. */
  listDecisions(site: string, canonical: string): Promise<Decision[]>;
}

export function createReportStore(db: Kysely<Tables>): ReportStore {
  /** Reports about a site and its subdomains: what a token for it covers. */
  const selectCovered = (site: string) =>
    db
      .selectFrom('reports')
      .where('site_group', '=', readGroup(site))
      .where(({ eb, or, ref }) => or([eb('site', '=', site), isBelow(ref('site'), site)]));

  return {
    async addReport(report) {
      const row = toRow(report);
      return db.transaction().execute(async (transaction) => {
        const inserted = await transaction
          .insertInto('reports')
          .values(row)
          .onConflict((conflict) => conflict.columns(['site', 'canonical']).doNothing())
          .returningAll()
          .executeTakeFirst();
        if (inserted !== undefined) return { report: fromRow(inserted), created: true };
        const existing = await transaction
          .selectFrom('reports')
          .selectAll()
          .where('site', '=', report.site)
          .where('canonical', '=', report.canonical)
          .executeTakeFirstOrThrow();
        return { report: fromRow(existing), created: false };
      });
    },

    async findBySegment(segment) {
      const row = await db
        .selectFrom('reports')
        .selectAll()
        .where('segment', '=', segment)
        .executeTakeFirst();
      return row === undefined ? null : fromRow(row);
    },

    async findReports(site, canonical) {
      const rows = await selectCovered(site)
        .selectAll()
        .where('canonical', '=', canonical)
        .orderBy('site')
        .execute();
      return rows.map(fromRow);
    },

    async listReports({ site, states, article, after, limit }) {
      let query = selectCovered(site).selectAll();
      if (states !== null) query = query.where('state', 'in', states);
      if (article !== null) query = query.where('article', '=', article);
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

    async listArrivals(site, offset, limit) {
      const rows = await selectCovered(site)
        .selectAll()
        .orderBy('received_at')
        .orderBy('canonical')
        .orderBy('site')
        .limit(limit)
        .offset(offset)
        .execute();
      return rows.map(fromRow);
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
      const { count } = await db
        .selectFrom(({ selectFrom }) =>
          selectFrom('reports')
            .select(({ lit }) => lit(1).as('one'))
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

    async moveReport({ report, to, reason, editor, at }) {
      return db.transaction().execute(async (transaction) => {
        const moved = await moveRow(transaction, { report, to, reason, editor, at });
        return moved === undefined ? null : fromRow(moved);
      });
    },

    async listDecisions(site, canonical) {
      return db
        .selectFrom('decisions')
        .select(['version', 'at', 'editor', 'from_state as from', 'to_state as to', 'reason'])
        .where('site', '=', site)
        .where('canonical', '=', canonical)
        .orderBy('version')
        .execute();
    },
  };
}

/** `_` may stand in a host name, and means any character to LIKE. */
function isBelow(column: Expression<string>, site: string): Expression<SqlBool> {
  const pattern = `%.${site.replace(/[\\%_]/g, '\\$&')}`;
  return sql<SqlBool>`${column} like ${pattern} escape ${sql.lit('\\')}`;
}

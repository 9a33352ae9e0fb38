/**
 * Reports at rest. What was acknowledged has been committed: every method resolves after its transaction
 * has. A transaction begins with its write, so that on SQLite two processes wait for each other instead of
 * one failing when it turns from reader to writer (https://www.sqlite.org/isolation.html).
 */
import { randomBytes } from 'node:crypto';
import { type Expression, type Kysely, type Selectable, type SqlBool, sql } from 'kysely';
import { REPORT_STATES, type ReportState } from '../../model/report.ts';
import { readGroup } from '../sites.ts';
import type { ReportTable, Tables } from './schema.ts';

/** Named one by one, so that the index leads past the spam instead of through it. */
const COUNTED_STATES = REPORT_STATES.filter((state) => state !== 'spam');

export interface NewReport {
  site: string;
  canonical: string;
  source: string;
  /** key of the quoted place, see `keyPlace` */
  place: string;
  kind: string;
  /** epoch ms, as the reader's clock had it */
  createdAt: number;
  /** epoch ms, as this server's clock has it */
  receivedAt: number;
  /** JSON of the annotation, without `id` */
  annotation: string;
}

export interface StoredReport extends NewReport {
  segment: string;
  state: ReportState;
  reason: string;
  /** counts the changes of state, from 1 */
  version: number;
}

/** Where a page of the queue ended: the last report's place in the order. */
export interface Place {
  receivedAt: number;
  canonical: string;
  site: string;
}

export interface ReportQuery {
  /** reports about its subdomains are meant as well */
  site: string;
  state: ReportState | null;
  after: Place | null;
  limit: number;
}

export interface Move {
  /** the report as it was read: it moves only if it still has this version */
  report: StoredReport;
  to: ReportState;
  reason: string;
  editor: { tokenId: string; name: string };
  /** epoch ms */
  at: number;
}

export interface Decision {
  version: number;
  at: number;
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

    async listReports({ site, state, after, limit }) {
      let query = selectCovered(site).selectAll();
      if (state !== null) query = query.where('state', '=', state);
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
      const version = report.version + 1;
      return db.transaction().execute(async (transaction) => {
        const moved = await transaction
          .updateTable('reports')
          .set({ state: to, reason, version })
          .where('site', '=', report.site)
          .where('canonical', '=', report.canonical)
          .where('version', '=', report.version)
          .returningAll()
          .executeTakeFirst();
        if (moved === undefined) return null;
        await transaction
          .insertInto('decisions')
          .values({
            site: report.site,
            canonical: report.canonical,
            version,
            at,
            editor: editor.name,
            token_id: editor.tokenId,
            from_state: report.state,
            to_state: to,
            reason,
          })
          .execute();
        return fromRow(moved);
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

function toRow(report: NewReport): ReportTable {
  return {
    site: report.site,
    site_group: readGroup(report.site),
    canonical: report.canonical,
    segment: randomBytes(24).toString('base64url'),
    source: report.source,
    place: report.place,
    kind: report.kind,
    state: 'new',
    reason: '',
    version: 1,
    created_at: report.createdAt,
    received_at: report.receivedAt,
    annotation: report.annotation,
  };
}

function fromRow({
  created_at,
  received_at,
  site_group: _,
  ...row
}: Selectable<ReportTable>): StoredReport {
  return { ...row, createdAt: created_at, receivedAt: received_at };
}

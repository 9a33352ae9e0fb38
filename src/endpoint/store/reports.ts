/** Reports at rest. What was acknowledged has been committed: every method resolves after its transaction has. */
import type { ReportState } from '../../model/report.ts';
import { readGroup } from '../sites.ts';
import { type AddedReport, addReports } from './add-reports.ts';
import { isCovered } from './covered.ts';
import type { Connections } from './database.ts';
import {
  type Deletion,
  deleteAnnotation,
  type Replacement,
  replaceAnnotation,
} from './edit-annotations.ts';
import { findPlaceAt, findPlaceBefore, listArrivals } from './list-arrivals.ts';
import { listReportRows } from './list-reports.ts';
import { type Move, moveRow } from './move-row.ts';
import { readOutage } from './outage.ts';
import {
  COUNTED_STATES,
  fromRow,
  type NewReport,
  REPORT_COLUMNS,
  type StoredReport,
} from './stored-report.ts';
import { readTotal, type SiteTotal } from './totals.ts';
import { createWriteGroup } from './write-group.ts';

/** Reports that are written together: as many as came while those before were written. */
const ONE_GROUP = { enough: Number.POSITIVE_INFINITY, most: 128, underWay: 1 };
/** The same where who writes gathers them: handed on in handfuls, so that nothing waits for those that come behind. */
const JOINED_GROUPS = { enough: 16, most: 16, underWay: 16 };

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
  /** primary subtag that the report's cluster says, '' for none; null for any */
  language: string | null;
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
  /** How many reports wait to be written. */
  countWaiting(): number;
  findBySegment(segment: string): Promise<StoredReport | null>;
  /** Whether a segment was that of a report which has been taken out. */
  isDeleted(segment: string): Promise<boolean>;
  /** The reports with a canonical about a site and its subdomains: one, unless somebody sent it for several. */
  findReports(site: string, canonical: string): Promise<StoredReport[]>;
  /** One page of the reports about a site and its subdomains, newest first. */
  listReports(query: ReportQuery): Promise<StoredReport[]>;
  /** Reports about a site and its subdomains in the order they came, behind a place in it or from its beginning. */
  listArrivals(site: string, after: Place | null, limit: number): Promise<StoredReport[]>;
  /** The place in that order so many reports before another; null where there are not so many. */
  findPlaceBefore(site: string, place: Place, steps: number): Promise<Place | null>;
  /** The place of a report by its number from 0, of so many; null where there is none. */
  findPlaceAt(site: string, number: number, total: number): Promise<Place | null>;
  /** How many reports a site and its subdomains have, and when the last was written (null when none ever was). */
  summarizeSite(site: string): Promise<SiteTotal>;
  /** Replaces an annotation; null when somebody else has written it, or taken it out, first. */
  replaceAnnotation(replacement: Replacement): Promise<StoredReport | null>;
  /** Takes a report out; false when somebody else has written it, or taken it out, first. */
  deleteAnnotation(deletion: Deletion): Promise<boolean>;
  /** How many reports of one place of a site there are, spam aside; never more than `limit`. */
  countPlace(site: string, place: string, limit: number): Promise<number>;
  /** Moves a report and notes who did it; null when somebody else moved it first. */
  moveReport(move: Move): Promise<StoredReport | null>;
  /** What was decided about a report, oldest first. */
  listDecisions(site: string, canonical: string): Promise<Decision[]>;
}

export function createReportStore({ dialect, read, write, add }: Connections): ReportStore {
  const addReport = createWriteGroup({
    write: add ?? ((reports: readonly NewReport[]) => addReports(write, reports)),
    ...(add === undefined ? ONE_GROUP : JOINED_GROUPS),
    // Where the way to the database broke off, the next one may do for those who were not to blame.
    isCommonFailure: (error) => ![null, 'ended'].includes(readOutage(error)),
  });
  /** Reports about a site and its subdomains: what a token for it covers. */
  const selectCovered = (site: string) =>
    read
      .selectFrom('reports')
      .where('site_group', '=', readGroup(site))
      .where(({ ref }) => isCovered(ref('site'), site));

  return {
    addReport,
    countWaiting: addReport.countWaiting,

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

    async listReports(query) {
      return (await listReportRows({ dialect, read }, query)).map(fromRow);
    },

    listArrivals: (site, after, limit) => listArrivals(read, site, after, limit),

    findPlaceBefore: (site, place, steps) => findPlaceBefore(read, site, place, steps),

    findPlaceAt: (site, number, total) => findPlaceAt(read, site, number, total),

    summarizeSite: (site) => readTotal(read, site),

    replaceAnnotation: (replacement) => replaceAnnotation(write, replacement),

    deleteAnnotation: (deletion) => deleteAnnotation(write, deletion),

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

/** Reports as editors are shown them, and the report that a request of theirs is about. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { composeContainerIri, readStoredReport } from '../annotations/representations.ts';
import { ProblemError } from '../problems.ts';
import type { Store } from '../store/database.ts';
import type { StoredReport } from '../store/stored-report.ts';
import { takeEditor } from './editors.ts';
import type { ReportBrief, ReportItem } from './schemas.ts';
import { findTold, summarizeSightings } from './sightings.ts';

export interface ReportItems {
  /**
   * Finds a report that the editor's token covers.
   * @param site the article's host where one canonical came for several, else ''
   * @throws ProblemError 404 where there is none, 409 where there are several
   */
  findReport(request: FastifyRequest, canonical: string, site: string): Promise<StoredReport>;
  /** Lays reports flat for the editor who asks, in their order. */
  composeItems(request: FastifyRequest, reports: readonly StoredReport[]): Promise<ReportItem[]>;
  /** What to answer with one report; its ETag is set. */
  composeAnswer(
    request: FastifyRequest,
    reply: FastifyReply,
    report: StoredReport,
  ): Promise<ReportItem>;
  /** The same after a decision: who may not read is told what it came to, and no more. */
  composeOutcome(
    request: FastifyRequest,
    reply: FastifyReply,
    report: StoredReport,
  ): Promise<ReportItem | ReportBrief>;
}

export function createReportItems({
  store,
  publicUrl,
}: {
  store: Pick<Store, 'reports' | 'observations'>;
  publicUrl: string | null;
}): ReportItems {
  async function composeItems(
    request: FastifyRequest,
    reports: readonly StoredReport[],
  ): Promise<ReportItem[]> {
    const { tokenId } = takeEditor(request);
    const container = composeContainerIri(request, publicUrl);
    const views = await store.observations.viewPlaces(reports);
    return reports.map((report, i) => {
      const { readers = 1, looks = [] } = views[i] ?? {};
      return {
        ...readStoredReport(report),
        id: container + report.segment,
        site: report.site,
        place: report.place,
        receivedAt: report.receivedAt,
        state: report.state,
        reason: report.reason,
        etag: writeEtag(report.version),
        // Spam counts nowhere but for itself.
        readers: Math.max(1, readers),
        sightings: summarizeSightings(report, looks),
        told: findTold(report, looks, tokenId),
      };
    });
  }

  async function composeAnswer(request: FastifyRequest, reply: FastifyReply, report: StoredReport) {
    const [item] = await composeItems(request, [report]);
    if (item === undefined) throw new Error('one report makes one item');
    reply.header('ETag', writeEtag(report.version));
    return item;
  }

  return {
    async findReport(request, canonical, site) {
      const covered = await store.reports.findReports(takeEditor(request).site, canonical);
      const [report, another] = covered.filter((found) => site === '' || found.site === site);
      if (report === undefined) {
        throw new ProblemError(404, 'There is no such report on this site.');
      }
      if (another !== undefined) {
        throw new ProblemError(
          409,
          'This report came for several sites: say which, with ?site=HOST.',
        );
      }
      return report;
    },
    composeItems,
    composeAnswer,
    async composeOutcome(request, reply, report) {
      if (mayRead(request)) return composeAnswer(request, reply, report);
      const { canonical, state, version } = report;
      reply.header('ETag', writeEtag(version));
      return { canonical, state, etag: writeEtag(version) };
    },
  };
}

/** Whether what somebody has decided about may be shown to them. */
export function mayRead(request: FastifyRequest): boolean {
  return takeEditor(request).scopes.includes('read');
}

export function writeEtag(version: number): string {
  return `"${version}"`;
}

/**
 * Holds what an editor saw against what there is. `*` would be a decision about whatever is there, which is what
 * If-Match is here to prevent.
 * @param what is decided about, in words
 * @throws ProblemError 428 where no version is named, 400 where that is no tag, 412 where it is another
 */
export function requireVersion(version: number, ifMatch: string | undefined, what: string): void {
  const tags = (ifMatch ?? '').split(',').map((tag) => tag.trim());
  if (tags.includes('') || tags.includes('*')) {
    throw new ProblemError(428, `Name the version you saw: If-Match with the ${what}’s etag.`);
  }
  if (tags.includes(writeEtag(version))) return;
  // Whoever leaves the quotes out has to be told so, not that somebody else was there first (RFC 9110, section 8.8.3).
  if (!tags.some((tag) => /^(W\/)?"[^"]*"$/.test(tag))) {
    throw new ProblemError(400, 'If-Match must be an etag with its quotes, such as "1".');
  }
  throw createStaleProblem(what);
}

export function createStaleProblem(what: string): ProblemError {
  return new ProblemError(
    412,
    `Somebody has decided about this ${what}, or changed it, meanwhile; look again.`,
  );
}

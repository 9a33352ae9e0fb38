/** Finds a report by the segment of its IRI, for whoever was given that. */
import { ProblemError } from '../problems.ts';
import type { ReportStore } from '../store/reports.ts';
import type { StoredReport } from '../store/stored-report.ts';

/**
 * @param what the word for what has the IRI
 * @throws ProblemError 410 where it has been taken out, 404 where it never was
 */
export async function findReportBySegment(
  reports: Pick<ReportStore, 'findBySegment' | 'isDeleted'>,
  segment: string,
  what: 'annotation' | 'receipt',
): Promise<StoredReport> {
  const report = await reports.findBySegment(segment);
  if (report !== null) return report;
  if (await reports.isDeleted(segment)) {
    throw new ProblemError(410, `This ${what} was here, and has been taken out.`);
  }
  throw new ProblemError(404, `There is no such ${what}.`);
}

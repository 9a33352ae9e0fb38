/** Finds a report by the segment of its IRI, for whoever was given that. */
import { ProblemError } from '../problems.ts';
import type { ReportStore } from '../store/reports.ts';
import type { StoredReport } from '../store/stored-report.ts';
import { isStorableText } from '../validation.ts';

/**
 * @param what the word for what has the IRI
 * @throws ProblemError 410 where it has been taken out, 404 where it never was
 */
export async function findReportBySegment(
  reports: Pick<ReportStore, 'findBySegment' | 'isDeleted'>,
  segment: string,
  what: 'annotation' | 'receipt',
): Promise<StoredReport> {
  // What no database can hold, some do not look for, either.
  const isPossible = isStorableText(segment);
  const report = isPossible ? await reports.findBySegment(segment) : null;
  if (report !== null) return report;
  if (isPossible && (await reports.isDeleted(segment))) {
    throw new ProblemError(410, `This ${what} was here, and has been taken out.`);
  }
  throw new ProblemError(404, `There is no such ${what}.`);
}

/**
 * What a check of one page, or of many, has found, as it is handed to other programs: the popup's export and the
 * audit's output are of this one form.
 */
import * as v from 'valibot';
import { findingSchema } from './finding.ts';

/** Goes up when something is left out or means something else; what is added changes nothing. */
export const AUDIT_VERSION = 1;

const auditedPageSchema = v.object({
  /** its address, or the path of its file */
  page: v.string(),
  title: v.string(),
  /** why it could not be checked, null where it was */
  failure: v.nullable(v.string()),
  /** in the order of the page */
  findings: v.array(findingSchema),
});
export type AuditedPage = v.InferOutput<typeof auditedPageSchema>;

export const auditReportSchema = v.object({
  version: v.literal(AUDIT_VERSION),
  checkedAt: v.pipe(v.string(), v.isoTimestamp()),
  pages: v.array(auditedPageSchema),
});
export type AuditReport = v.InferOutput<typeof auditReportSchema>;

/**
 * @param checkedAt epoch ms
 * @returns the report, with nothing in it that is not of its form
 */
export function composeAuditReport(pages: readonly AuditedPage[], checkedAt: number): AuditReport {
  return v.parse(auditReportSchema, {
    version: AUDIT_VERSION,
    checkedAt: new Date(checkedAt).toISOString(),
    pages,
  });
}

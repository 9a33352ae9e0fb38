/** Rows of the store's table of reports, made of reports in the way the endpoint makes them. */

import { readSubmission } from '../../../src/endpoint/annotations/submissions.ts';
import type { ReportTable } from '../../../src/endpoint/store/schema.ts';
import { toRow } from '../../../src/endpoint/store/stored-report.ts';
import { createReportMaker } from './make-reports.ts';

/** @returns makes the next row; rows count on in the order of changes, as if all sites were of one group */
export function createRowMaker(seed: number): () => ReportTable {
  const { make } = createReportMaker(seed);
  let changed = 0;
  return () => {
    const submission = readSubmission(make(), Date.now());
    if (!submission.ok) throw new Error(`a report has faults: ${submission.faults[0]?.message}`);
    changed += 1;
    return toRow(submission.value, changed);
  };
}

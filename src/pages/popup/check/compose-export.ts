/** The result of a check as a file that a person takes along. */
import { writeAuditCsv } from '../../../model/reuse/audit-csv.ts';
import { composeAuditReport } from '../../../model/reuse/audit-report.ts';
import type { CheckedPage } from '../../../model/reuse/checked-page.ts';

export const EXPORT_FORMATS = ['json', 'csv'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export interface ExportFile {
  name: string;
  type: string;
  text: string;
}

export function composeExport(page: CheckedPage, format: ExportFormat): ExportFile {
  const { url, title, checkedAt, findings } = page;
  const report = composeAuditReport([{ page: url, title, failure: null, findings }], checkedAt);
  const host = URL.canParse(url) ? new URL(url).hostname.replace(/[^\w.-]/g, '') : '';
  const name = ['attribution', host, report.checkedAt.slice(0, 10)].filter(Boolean).join('-');
  return format === 'csv'
    ? { name: `${name}.csv`, type: 'text/csv;charset=utf-8', text: writeAuditCsv(report) }
    : {
        name: `${name}.json`,
        type: 'application/json',
        text: `${JSON.stringify(report, null, 2)}\n`,
      };
}

/** A report of a check as a table for spreadsheets: a row for each passage, and for each page that could not be checked. */
import { BYTE_ORDER_MARK, createCsvWriter } from '../csv.ts';
import type { AuditReport } from './audit-report.ts';
import type { Finding } from './finding.ts';

const COLUMNS = [
  ...['page', 'title', 'failure', 'verdict', 'faults', 'remarks'],
  ...['source', 'source_title', 'publisher', 'opening', 'closing', 'share', 'evidence', 'words'],
];

export function writeAuditCsv({ pages }: AuditReport): string {
  const writer = createCsvWriter();
  let csv = BYTE_ORDER_MARK + writer.write(COLUMNS);
  for (const { page, title, failure, findings } of pages) {
    if (failure !== null) csv += writer.write([page, title, failure, ...COLUMNS.slice(3).fill('')]);
    for (const finding of findings) csv += writer.write([page, title, '', ...listCells(finding)]);
  }
  return csv + writer.end();
}

function listCells(finding: Finding): string[] {
  const { source, share } = finding;
  return [
    ...[finding.verdict, finding.faults.join(' '), finding.remarks.join(' ')],
    ...[source.url, source.title, source.publisher ?? '', finding.opening, finding.closing],
    ...[share === null ? '' : share.toFixed(3), finding.evidence ?? '', String(finding.words)],
  ];
}

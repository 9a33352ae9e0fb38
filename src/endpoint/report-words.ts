/** What a report can be found by: its quote with what stands around it, what was said of it, and its address. */
import type { Report } from '../model/report.ts';
import { listWords } from './store/search.ts';

/** @returns the words with spaces between, as `reports.words` keeps them */
export function listReportWords(report: Report): string {
  const { exact, correction, comment, prefix, suffix, source } = report;
  return listWords(exact, correction, comment, prefix, suffix, readAddress(source)).join(' ');
}

function readAddress(source: string): string {
  try {
    return decodeURI(source);
  } catch {
    return source;
  }
}

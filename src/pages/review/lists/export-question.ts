/** What an editor wants of the reports: which of them, from when to when, and what is wrong with that. */
import type { ClusterFilter } from '../../../platform/editors/clusters.ts';
import type { ExportQuestion } from '../../../platform/editors/exports.ts';

export interface Period {
  /** days, `2026-11-23`; '' for any */
  from: string;
  to: string;
}

export const ANY_TIME: Period = { from: '', to: '' };

/** Days of the calendar are compared as they are written. */
export function isBackwards({ from, to }: Period): boolean {
  return from !== '' && to !== '' && from > to;
}

/** The reports of the queue that the filter makes. Days are counted where the editor is. */
export function composeQuestion(filter: ClusterFilter, period: Period): ExportQuestion {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return { filter, ...period, zone: timeZone };
}

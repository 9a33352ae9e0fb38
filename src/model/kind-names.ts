/** What the kinds of mistakes are called, in the dialog, in letters and in the review. */
import { REPORT_KINDS, type ReportKind } from './report.ts';
import type { MessageKey, Translate } from './translate.ts';

const KEYS: Record<ReportKind, MessageKey> = {
  spelling: 'kindSpelling',
  grammar: 'kindGrammar',
  fact: 'kindFact',
  link: 'kindLink',
  'missing-credit': 'kindCredit',
  other: 'kindOther',
};

/** @returns the kind in words, '' for what is no kind */
export function nameKind(kind: string, t: Translate): string {
  const known = REPORT_KINDS.find((one) => one === kind);
  return known === undefined ? '' : t(KEYS[known]);
}

/** What the states of a report are called, and what is said of decisions. */
import type { ReportState } from '../model/report.ts';
import type { MessageKey } from '../model/translate.ts';

export const STATE_NAMES = {
  new: 'reviewStateNew',
  accepted: 'reviewStateAccepted',
  rejected: 'reviewStateRejected',
  fixed: 'reviewStateFixed',
  spam: 'reviewStateSpam',
} as const satisfies Record<ReportState, MessageKey>;

/** What is said once a decision has been taken. */
export const DECIDED = {
  new: 'reviewDecidedNew',
  accepted: 'reviewDecidedAccepted',
  rejected: 'reviewDecidedRejected',
  fixed: 'reviewDecidedFixed',
  spam: 'reviewDecidedSpam',
} as const satisfies Record<ReportState, MessageKey>;

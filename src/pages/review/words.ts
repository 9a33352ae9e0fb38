/** The names of states and kinds. A kind that this version does not know is shown as it came. */
import type { ReportKind, ReportState } from '../../model/report.ts';
import type { MessageKey, Translate } from '../../model/translate.ts';

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

const KIND_NAMES: ReadonlyMap<string, MessageKey> = new Map<ReportKind, MessageKey>([
  ['spelling', 'kindSpelling'],
  ['grammar', 'kindGrammar'],
  ['fact', 'kindFact'],
  ['link', 'kindLink'],
  ['missing-credit', 'kindCredit'],
  ['other', 'kindOther'],
]);

export function nameKind(kind: string, t: Translate): string {
  const key = KIND_NAMES.get(kind);
  return key === undefined ? kind : t(key);
}

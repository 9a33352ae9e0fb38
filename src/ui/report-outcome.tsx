/**
 * How a report stands, from the dialog's opening to the editors' answer. What changes is said in one live
 * region that stands from the start; times, which change by themselves, stand beside it and are not spoken.
 */
import type { OutboxEntry } from '../model/outbox-entry.ts';
import type { FailureCode } from '../model/result.ts';
import type { Translate } from '../model/translate.ts';
import { describeDelivery } from './describe-delivery.ts';
import { SavedReports } from './saved-reports.tsx';
import { useNow } from './time.ts';

export type DialogStatus =
  | { kind: 'editing' }
  | { kind: 'too-long'; limit: number }
  | { kind: 'too-many'; limit: number }
  | { kind: 'saving' }
  /** one or many; they change while the outcome comes in */
  | { kind: 'saved'; entries: OutboxEntry[] }
  | { kind: 'failed'; code: FailureCode; detail: string }
  | { kind: 'copied' };

interface ReportOutcomeProps {
  status: DialogStatus;
  /** what was saved, once it was */
  entries: OutboxEntry[];
  t: Translate;
  locale: string;
}

export function ReportOutcome({ status, entries, t, locale }: ReportOutcomeProps) {
  const now = useNow();
  const reports = entries.map((entry) => ({
    entry,
    words: describeDelivery(entry, { t, locale }, now),
  }));
  const next = reports.find(({ words }) => words.next !== '')?.words.next;
  const said = describeStatus(status, t);
  return (
    <>
      <div id="status" class={`status ${status.kind}`} role="status">
        <SavedReports reports={reports} t={t} locale={locale} />
        {said !== '' && <p>{said}</p>}
      </div>
      {next !== undefined && <p class="next">{next}</p>}
    </>
  );
}

/** The state of the dialog itself; '' where there is nothing to say, or the reports' own states say it. */
function describeStatus(status: DialogStatus, t: Translate): string {
  switch (status.kind) {
    case 'editing':
    case 'saved':
      return '';
    case 'too-long':
      return t('dialogTooLong', { limit: status.limit });
    case 'too-many':
      return t('dialogTooMany', { limit: status.limit });
    case 'saving':
      return t('dialogSaving');
    case 'copied':
      return t('dialogCopied');
    case 'failed':
      if (status.code === 'storage-full') return t('dialogStorageFull');
      if (status.code === 'consent-needed') {
        return status.detail === ''
          ? t('dialogAgreeMissing')
          : t('dialogAgreeOther', { host: status.detail });
      }
      if (status.code === 'no-answer') return t('dialogNoAnswer');
      return t('dialogStorageFailed', { detail: status.detail });
  }
}

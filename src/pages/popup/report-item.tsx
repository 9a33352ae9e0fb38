/** One report of the reader's own. A report that nobody else has yet is not deleted without asking. */
import { useState } from 'preact/hooks';
import { canRetry } from '../../model/delivery.ts';
import type { OutboxEntry } from '../../model/outbox-entry.ts';
import { readReport } from '../../model/report.ts';
import { composeFragmentUrl } from '../../model/text-fragment.ts';
import { Change } from '../../ui/correction.tsx';
import { formatAge, formatTime } from '../../ui/time.ts';
import { formatAddress, WebLink } from '../../ui/web-link.tsx';
import { useWords } from '../../ui/words.ts';
import { describeDelivery } from './describe-delivery.ts';

interface ReportItemProps {
  entry: OutboxEntry;
  /** epoch ms */
  now: number;
  onRetry(): void;
  onForget(): void;
}

export function ReportItem({ entry, now, onRetry, onForget }: ReportItemProps) {
  const words = useWords();
  const { locale } = words;
  const report = readReport(entry.annotation);
  const { tone, state, reason, next } = describeDelivery(entry, words, now);
  return (
    <li class="report">
      <p class="sentence" dir="auto">
        <Change exact={report.exact} correction={report.correction} />
      </p>
      <p>
        <WebLink href={composeFragmentUrl(report.source, report)}>
          {entry.page.title || formatAddress(report.source)}
        </WebLink>
      </p>
      <p class={`state ${tone}`}>
        {state}{' '}
        <time
          class="quiet"
          dateTime={new Date(entry.createdAt).toISOString()}
          title={formatTime(entry.createdAt, locale)}
        >
          {formatAge(entry.createdAt, now, locale)}
        </time>
      </p>
      {reason !== '' && (
        <p class="quiet" dir="auto">
          {reason}
        </p>
      )}
      {next !== '' && <p class="quiet">{next}</p>}
      <Actions entry={entry} about={report.exact} onRetry={onRetry} onForget={onForget} />
    </li>
  );
}

type ActionsProps = Omit<ReportItemProps, 'now'> & { about: string };

function Actions({ entry, about, onRetry, onForget }: ActionsProps) {
  const { t } = useWords();
  const [asking, setAsking] = useState(false);
  // Buttons of many rows have the same words: what each is about is said along with them.
  const name = (label: string) => `${label}: ${about.slice(0, 60)}`;
  if (asking) {
    return (
      <fieldset class="actions">
        <legend>{t('popupDeleteUnsent')}</legend>
        <button type="button" class="danger" onClick={onForget}>
          {t('popupDelete')}
        </button>
        <button type="button" ref={focus} onClick={() => setAsking(false)}>
          {t('popupKeep')}
        </button>
      </fieldset>
    );
  }
  const forget = () => (entry.delivery === 'sent' ? onForget() : setAsking(true));
  return (
    <div class="actions">
      {canRetry(entry) && (
        <button type="button" class="plain" aria-label={name(t('popupRetry'))} onClick={onRetry}>
          {t('popupRetry')}
        </button>
      )}
      <button type="button" class="plain" aria-label={name(t('popupDelete'))} onClick={forget}>
        {t('popupDelete')}
      </button>
    </div>
  );
}

function focus(element: HTMLElement | null): void {
  element?.focus();
}

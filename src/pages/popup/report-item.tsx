/** One report of the reader's own. A report that nobody else has yet is not deleted without asking. */
import { canRetry } from '../../model/delivery.ts';
import type { OutboxEntry } from '../../model/outbox-entry.ts';
import { readFragment } from '../../model/read-fragment.ts';
import { findQuoteSelector, type Report, readReport } from '../../model/report.ts';
import { composeFragmentUrl, linkToDirective } from '../../model/text-fragment.ts';
import { Change } from '../../ui/correction.tsx';
import { describeDelivery } from '../../ui/describe-delivery.ts';
import { formatAge, formatTime } from '../../ui/time.ts';
import { formatAddress, WebLink } from '../../ui/web-link.tsx';
import { useWords } from '../../ui/words.ts';
import { Action, Actions } from './actions.tsx';

interface ReportItemProps {
  entry: OutboxEntry;
  /** epoch ms */
  now: number;
  onRetry(): void;
  onCopy(): void;
  onForget(): void;
}

export function ReportItem({ entry, now, onRetry, onCopy, onForget }: ReportItemProps) {
  const words = useWords();
  const { t, locale } = words;
  const report = readReport(entry.annotation);
  const { tone, state, reason, next, known } = describeDelivery(entry, words, now);
  return (
    <li class="report">
      <p class="sentence" dir="auto">
        <Change exact={report.exact} correction={report.correction} />
      </p>
      <p>
        <WebLink href={composeLink(entry, report)}>
          {entry.page.title || formatAddress(report.source)}
        </WebLink>
      </p>
      {entry.standsAt !== undefined && (
        <p class="quiet">{t('popupCheckStandsAt', { page: formatAddress(entry.standsAt) })}</p>
      )}
      <p class={`state ${tone}`}>
        {state}{' '}
        <time
          class="quiet"
          dateTime={new Date(entry.updatedAt).toISOString()}
          title={formatTime(entry.updatedAt, locale)}
        >
          {formatAge(entry.updatedAt, now, locale)}
        </time>
      </p>
      {reason !== '' && (
        <p class="quiet" dir="auto">
          {reason}
        </p>
      )}
      {known !== '' && <p class="quiet">{known}</p>}
      {next !== '' && <p class="quiet">{next}</p>}
      <Actions about={report.exact} asksFirst={entry.delivery !== 'sent'} onDelete={onForget}>
        {canRetry(entry) && (
          <Action label={t('reportRetry')} about={report.exact} onClick={onRetry} />
        )}
        <Action label={t('popupCopy')} about={report.exact} onClick={onCopy} />
      </Actions>
    </li>
  );
}

/** The article at the very words: as whoever saw the page has named them, else as they can be named from afar. */
function composeLink({ annotation }: OutboxEntry, report: Report): string | null {
  const { selector } = annotation.target;
  const directive = readFragment(selector);
  const quote = findQuoteSelector(selector);
  return directive === null
    ? composeFragmentUrl(report.source, { ...report, inBlock: quote?.inBlock })
    : linkToDirective(report.source, directive);
}

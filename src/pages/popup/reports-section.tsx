/** The reader's newest reports, live: what was reported, where, and how far it has come. */
import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { OutboxEntry } from '../../model/outbox-entry.ts';
import { readReport } from '../../model/report.ts';
import { composeReportText } from '../../model/report-letter.ts';
import type { Announce } from '../../ui/announcer.tsx';
import { useNow } from '../../ui/time.ts';
import { useWords } from '../../ui/words.ts';
import type { PopupDeps } from './popup-deps.ts';
import { ReportItem } from './report-item.tsx';

const SHOWN = 20;

type ReportsSectionProps = Pick<
  PopupDeps,
  'watchReports' | 'retryReport' | 'forgetReport' | 'refreshReceipts' | 'writeClipboard'
> & {
  announce: Announce;
  /** takes the focus when a button goes with its report, here and in the section of the drafts */
  heading: RefObject<HTMLHeadingElement | null>;
};

export function ReportsSection(props: ReportsSectionProps) {
  const { watchReports, retryReport, forgetReport, refreshReceipts, writeClipboard } = props;
  const { announce, heading } = props;
  const { t } = useWords();
  const [entries, setEntries] = useState<OutboxEntry[] | null>(null);
  const now = useNow();
  // biome-ignore lint/correctness/useExhaustiveDependencies: one subscription, for as long as the popup is open
  useEffect(() => {
    void refreshReceipts();
    return watchReports(SHOWN, setEntries);
  }, []);

  const retry = async (canonical: string) => {
    const answer = await retryReport(canonical);
    announce(answer.ok ? t('popupTrying') : t('popupFailed'));
  };
  const copy = async ({ annotation, page: { title } }: OutboxEntry) => {
    const plain = composeReportText({ title, reports: [readReport(annotation)] }, t);
    announce(t((await writeClipboard({ plain, html: null })) ? 'popupCopied' : 'popupFailed'));
  };
  const forget = async (canonical: string) => {
    const answer = await forgetReport(canonical);
    announce(answer.ok ? t('popupDeleted') : t('popupFailed'));
    // The button that had the focus goes with its report.
    if (answer.ok) heading.current?.focus();
  };

  return (
    <section aria-labelledby="reports-heading">
      <h2 id="reports-heading" class="eyebrow" ref={heading} tabIndex={-1}>
        {t('popupReports')}
      </h2>
      {entries?.length === 0 && <p class="quiet">{t('popupNoReports')}</p>}
      {entries !== null && entries.length > 0 && (
        <ul>
          {entries.map((entry) => (
            <ReportItem
              key={entry.canonical}
              entry={entry}
              now={now}
              onRetry={() => void retry(entry.canonical)}
              onCopy={() => void copy(entry)}
              onForget={() => void forget(entry.canonical)}
            />
          ))}
        </ul>
      )}
      {entries?.length === SHOWN && <p class="quiet">{t('popupNewestShown', { limit: SHOWN })}</p>}
    </section>
  );
}

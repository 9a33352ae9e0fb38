/** The reader's newest reports, live: what was reported, where, and how far it has come. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { OutboxEntry } from '../../model/outbox-entry.ts';
import type { Announce } from '../../ui/announcer.tsx';
import { useNow } from '../../ui/time.ts';
import { useWords } from '../../ui/words.ts';
import type { PopupDeps } from './popup-deps.ts';
import { ReportItem } from './report-item.tsx';

const SHOWN = 20;

type ReportsSectionProps = Pick<PopupDeps, 'watchReports' | 'retryReport' | 'forgetReport'> & {
  announce: Announce;
};

export function ReportsSection(props: ReportsSectionProps) {
  const { watchReports, retryReport, forgetReport, announce } = props;
  const { t } = useWords();
  const [entries, setEntries] = useState<OutboxEntry[] | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const now = useNow();
  // biome-ignore lint/correctness/useExhaustiveDependencies: one subscription, for as long as the popup is open
  useEffect(() => watchReports(SHOWN, setEntries), []);

  const retry = async (canonical: string) => {
    const answer = await retryReport(canonical);
    announce(answer.ok ? t('popupTrying') : t('popupFailed'));
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
              onForget={() => void forget(entry.canonical)}
            />
          ))}
        </ul>
      )}
      {entries?.length === SHOWN && <p class="quiet">{t('popupNewestShown', { limit: SHOWN })}</p>}
    </section>
  );
}

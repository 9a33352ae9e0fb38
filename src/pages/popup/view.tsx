/** The popup: reporting, what this page is as a source, and what became of the reader's reports. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { Announcer, useAnnouncer } from '../../ui/announcer.tsx';
import { useWords } from '../../ui/words.ts';
import { CheckSection } from './check/check-section.tsx';
import { DraftsSection } from './drafts-section.tsx';
import { PageSection } from './page-section.tsx';
import type { PageReading, PopupDeps } from './popup-deps.ts';
import { ReportSection } from './report-section.tsx';
import { ReportsSection } from './reports-section.tsx';

export function Popup(deps: PopupDeps) {
  const { t } = useWords();
  const { message, announce } = useAnnouncer();
  const reports = useRef<HTMLHeadingElement>(null);
  const [page, setPage] = useState<PageReading | 'reading' | 'unreadable'>('reading');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the page is read once, as the popup opens
  useEffect(() => {
    void deps.readPage().then((answer) => setPage(answer.ok ? answer.value : 'unreadable'));
  }, []);
  return (
    <div class="popup">
      <header>
        <h1>
          <span class="brackets" aria-hidden="true">
            [
          </span>
          {t('extensionName')}
          <span class="brackets" aria-hidden="true">
            ]
          </span>
        </h1>
        <nav aria-label={t('popupPages')}>
          <button type="button" class="plain" onClick={() => void deps.openReview()}>
            {t('popupReview')}
          </button>
          <button type="button" class="plain" onClick={() => void deps.openOptions()}>
            {t('popupOptions')}
          </button>
        </nav>
      </header>
      <main>
        <ReportSection {...deps} page={page} announce={announce} />
        <DraftsSection {...deps} announce={announce} next={reports} />
        <PageSection {...deps} page={page} announce={announce} />
        {page !== 'unreadable' && <CheckSection {...deps} announce={announce} />}
        <ReportsSection {...deps} announce={announce} heading={reports} />
      </main>
      <Announcer message={message} />
    </div>
  );
}

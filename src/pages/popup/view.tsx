/** The popup: what this page is as a source, and what became of the reader's reports. */
import { Announcer, useAnnouncer } from '../../ui/announcer.tsx';
import { useWords } from '../../ui/words.ts';
import { PageSection } from './page-section.tsx';
import type { PopupDeps } from './popup-deps.ts';
import { ReportsSection } from './reports-section.tsx';

export function Popup(deps: PopupDeps) {
  const { t } = useWords();
  const { message, announce } = useAnnouncer();
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
        <PageSection {...deps} announce={announce} />
        <ReportsSection {...deps} announce={announce} />
      </main>
      <Announcer message={message} />
    </div>
  );
}

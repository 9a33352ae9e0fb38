/**
 * The editor's desk: who is signed in, the pages, and the way out. The queue is kept while another page is shown, as it
 * was left; the other pages are made anew each time, from what the endpoint says then.
 */
import type { ComponentType } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Editor, ReviewApi } from '../../platform/editors/review-api.ts';
import { useWords } from '../../ui/words.ts';
import { describeFailure } from './describe-failure.ts';
import { DeskHeader } from './desk-header.tsx';
import { listPages, PAGE_NAMES } from './desk-pages.ts';
import { FiguresPage } from './figures/figures-page.tsx';
import { CorrectionsPage } from './lists/corrections-page.tsx';
import { DismissalsPage } from './lists/dismissals-page.tsx';
import { ExportPage } from './lists/export-page.tsx';
import { SitesPage } from './lists/sites-page.tsx';
import { type DeskLocation, type DeskPage, startPage } from './location.ts';
import type { PageProps } from './page-props.ts';
import { QueuePage } from './queue/queue-page.tsx';
import { type Go, useLocation } from './use-location.ts';
import { usePageFocus } from './use-page-focus.ts';
import { useSites } from './use-sites.ts';

const OTHER_PAGES: Record<Exclude<DeskPage, 'queue'>, ComponentType<PageProps>> = {
  figures: FiguresPage,
  dismissals: DismissalsPage,
  corrections: CorrectionsPage,
  export: ExportPage,
  sites: SitesPage,
};

interface DeskProps {
  api: ReviewApi;
  /** URL of the endpoint, without a slash at its end */
  base: string;
  editor: Editor;
  /** whether the editor has just signed in: the focus is lost with the form then */
  isArrival: boolean;
  onSignOut(): void;
}

export function Desk({ api, base, editor, isArrival, onSignOut }: DeskProps) {
  const { t } = useWords();
  const [location, go] = useLocation();
  const queueLocation = useQueueLocation(location);
  const { sites, loading, failed, reload } = useSites(api, editor);
  const main = useRef<HTMLElement>(null);
  const { page } = location;
  const onLink = usePageFocus(main, page, isArrival);
  const goTo: Go = (next, options) => {
    onLink();
    go(next, options);
  };

  useEffect(() => {
    document.title = `${t(PAGE_NAMES[page])} · ${t('reviewTitle')}`;
    return () => {
      document.title = t('reviewTitle');
    };
  }, [page, t]);

  const pages = listPages(editor);
  const Page = page === 'queue' || !pages.includes(page) ? null : OTHER_PAGES[page];
  const props = { api, base, editor, sites, go: goTo };
  return (
    <div class="desk" onClickCapture={(event) => isPageLink(event.target) && onLink()}>
      <DeskHeader
        editor={editor}
        page={page}
        links={pages.map((one) => linkPage(one, queueLocation))}
        onSignOut={onSignOut}
      />
      <main ref={main}>
        {failed !== null && (
          <div class="error-bar" role="alert">
            <p class="error">{describeFailure(failed, t)}</p>
            <button type="button" onClick={reload}>
              {t('reviewAgain')}
            </button>
          </div>
        )}
        {queueLocation !== null && (
          <div class="page" hidden={page !== 'queue'} inert={page !== 'queue'}>
            <QueuePage {...props} location={queueLocation} isShown={page === 'queue'} />
          </div>
        )}
        {Page !== null && (
          <div class="page" key={page}>
            {page === 'sites' && loading ? (
              <p class="quiet">{t('reviewLoading')}</p>
            ) : (
              <Page {...props} location={location} isShown />
            )}
          </div>
        )}
        {page !== 'queue' && Page === null && <p class="empty">{t('reviewDeskNotAllowed')}</p>}
      </main>
    </div>
  );
}

/** @returns the last place in the queue, null before it was ever shown */
function useQueueLocation(location: DeskLocation): DeskLocation | null {
  const held = useRef<DeskLocation | null>(null);
  if (location.page === 'queue') held.current = location;
  return held.current;
}

/** The queue is gone back to as it was; what is shown of it is what leaves as a file. */
function linkPage(page: DeskPage, queue: DeskLocation | null): DeskLocation {
  if (queue !== null && page === 'queue') return queue;
  if (queue !== null && page === 'export') return { ...startPage(page), filter: queue.filter };
  return startPage(page);
}

function isPageLink(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('a[href^="#"]') !== null;
}

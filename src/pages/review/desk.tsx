/**
 * The editor's desk: who is signed in, the pages, and the way out. A page that has been opened is kept while another is
 * shown, with what was typed there; what the endpoint says is looked at anew when it is shown again.
 */
import type { ComponentType } from 'preact';
import { useCallback, useEffect, useRef } from 'preact/hooks';
import type { Editor, ReviewApi } from '../../platform/editors/review-api.ts';
import { useWords } from '../../ui/words.ts';
import { describeFailure } from './describe-failure.ts';
import { DeskHeader } from './desk-header.tsx';
import { listPages, PAGE_NAMES } from './desk-pages.ts';
import { FiguresPage } from './figures/figures-page.tsx';
import { openKeys } from './keys-help.tsx';
import { CorrectionsPage } from './lists/corrections-page.tsx';
import { DismissalsPage } from './lists/dismissals-page.tsx';
import { ExportPage } from './lists/export-page.tsx';
import { SitesPage } from './lists/sites-page.tsx';
import type { DeskPage } from './location.ts';
import type { PageProps } from './page-props.ts';
import { QueuePage } from './queue/queue-page.tsx';
import { useKeptPages } from './use-kept-pages.ts';
import { type Go, useLocation } from './use-location.ts';
import { usePageFocus } from './use-page-focus.ts';
import { useSites } from './use-sites.ts';

const PAGES: Record<DeskPage, ComponentType<PageProps>> = {
  queue: QueuePage,
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
  const kept = useKeptPages(location, api);
  const { sites, loading, failed, reload } = useSites(api, editor);
  const main = useRef<HTMLElement>(null);
  const keys = useRef<HTMLDialogElement>(null);
  const showKeys = useCallback(() => openKeys(keys.current), []);
  const { page } = location;
  const onLink = usePageFocus(main, location, isArrival);
  const goTo = useCallback<Go>(
    (next, options) => {
      onLink();
      go(next, options);
    },
    [onLink, go],
  );

  useEffect(() => {
    document.title = `${t(PAGE_NAMES[page])} · ${t('reviewTitle')}`;
    return () => {
      document.title = t('reviewTitle');
    };
  }, [page, t]);

  const pages = listPages(editor);
  const opened = [...kept.pages].filter(([one]) => pages.includes(one));
  const props = { base, editor, sites, go: goTo, showKeys };
  return (
    <div class="desk" onClickCapture={(event) => isPageLink(event) && onLink()}>
      <DeskHeader
        editor={editor}
        page={page}
        links={pages.map(kept.link)}
        keys={keys}
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
        {opened.map(([one, own]) => {
          const Page = PAGES[one];
          const isShown = one === page;
          return (
            <div class="page" key={one} hidden={!isShown} inert={!isShown}>
              {one === 'sites' && loading ? (
                <p class="quiet">{t('reviewLoading')}</p>
              ) : (
                <Page {...props} {...own} isShown={isShown} />
              )}
            </div>
          );
        })}
        {!pages.includes(page) && <p class="empty">{t('reviewDeskNotAllowed')}</p>}
      </main>
    </div>
  );
}

/** Whether a click goes to a place of the review, here and not in another tab. */
function isPageLink({ target, ctrlKey, metaKey, shiftKey }: MouseEvent): boolean {
  if (ctrlKey || metaKey || shiftKey) return false;
  return target instanceof Element && target.closest('a[href^="#"]') !== null;
}

/** The reports as they go to paper: everything else of the page stays on the screen. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ExportQuestion } from '../../../platform/editors/exports.ts';
import type { Editor, ReviewApi } from '../../../platform/editors/review-api.ts';
import { Announcer, useAnnouncer } from '../../../ui/announcer.tsx';
import { formatDay, formatTime } from '../../../ui/time.ts';
import { useWords } from '../../../ui/words.ts';
import { describeFailure } from '../describe-failure.ts';
import { describeFilter } from './describe-filter.ts';
import './printable.css';
import { PrintedArticle } from './printed-article.tsx';
import { MOST_PRINTED, type Printed, usePrinted } from './use-printed.ts';

interface PrintableProps {
  api: ReviewApi;
  editor: Editor;
  question: ExportQuestion;
  onClose(): void;
}

export function Printable({ api, editor, question, onClose }: PrintableProps) {
  const { t } = useWords();
  const { printed, again } = usePrinted(api, question);
  const { message, announce } = useAnnouncer();
  const heading = useRef<HTMLHeadingElement>(null);
  const isReady = printed.kind === 'ready' && printed.reports > 0;
  useEffect(() => heading.current?.focus(), []);
  useEffect(() => {
    if (isReady) announce(t('reviewExportListReady'));
  }, [isReady, announce, t]);

  return (
    <div class="lists">
      <div class="print-bar">
        <h2 ref={heading} tabIndex={-1}>
          {t('reviewExportPrint')}
        </h2>
        <div class="actions">
          <button
            type="button"
            class="primary"
            aria-disabled={!isReady}
            onClick={() => isReady && window.print()}
          >
            {t('reviewExportPrintNow')}
          </button>
          <button type="button" onClick={onClose}>
            {t('reviewExportBack')}
          </button>
        </div>
        <PrintedProgress printed={printed} onAgain={again} />
      </div>
      {(printed.kind === 'drawing' || isReady) && (
        <article class="printable">
          <PrintedHead editor={editor} question={question} printed={printed} />
          {printed.blocks.slice(0, printed.drawn).map((block) => (
            <PrintedArticle key={`${block.part} ${block.source}`} block={block} />
          ))}
        </article>
      )}
      <Announcer message={message} />
    </div>
  );
}

function PrintedProgress({ printed, onAgain }: { printed: Printed; onAgain(): void }) {
  const { t } = useWords();
  switch (printed.kind) {
    case 'reading':
      return (
        <div class="progress">
          <progress aria-label={t('reviewExportRunning')} />
          <p>{t('reviewExportRead', { count: printed.reports })}</p>
        </div>
      );
    case 'drawing':
      return (
        <div class="progress">
          <progress
            aria-label={t('reviewExportRunning')}
            max={printed.blocks.length}
            value={printed.drawn}
          />
          <p>{t('reviewExportDrawing')}</p>
        </div>
      );
    case 'failed':
      return (
        <div role="alert">
          <p class="error">{describeFailure(printed.failed, t)}</p>
          <button type="button" onClick={onAgain}>
            {t('reviewAgain')}
          </button>
        </div>
      );
    case 'ready':
      return (
        <>
          {printed.isCut && <p class="warning">{t('reviewExportCut', { most: MOST_PRINTED })}</p>}
          {printed.reports === 0 && (
            <p class="empty" role="status">
              {t('reviewExportListNone')}
            </p>
          )}
        </>
      );
  }
}

interface PrintedHeadProps {
  editor: Editor;
  question: ExportQuestion;
  printed: Extract<Printed, { kind: 'drawing' | 'ready' }>;
}

/** A sheet has to tell by itself what it is about. */
function PrintedHead({ editor, question, printed }: PrintedHeadProps) {
  const { t, locale } = useWords();
  const { filter, from, to } = question;
  const [made] = useState(Date.now);
  const parts = describeFilter(filter, t, locale);
  const articles = printed.blocks.filter(({ part }) => part === 0).length;
  return (
    <header class="printed-head">
      <p class="printed-title">{t('reviewExportListTitle', { site: editor.site })}</p>
      <p>
        {t('reviewExportListCount', { count: printed.reports })}{' '}
        {t('reviewExportListArticles', { count: articles })}
      </p>
      <p>
        {parts.map(({ name, label, value }) => (
          <span key={name}>
            {label}: <bdi>{value}</bdi>.{' '}
          </span>
        ))}
        {from !== '' && `${t('reviewExportFrom')}: ${formatDay(from, locale)}. `}
        {to !== '' && `${t('reviewExportTo')}: ${formatDay(to, locale)}. `}
      </p>
      <p class="quiet">
        {t('reviewExportListMade', { time: formatTime(made, locale), name: editor.name })}
      </p>
      {printed.isCut && <p>{t('reviewExportCut', { most: MOST_PRINTED })}</p>}
    </header>
  );
}

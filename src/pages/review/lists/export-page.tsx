/** "Export": the reports that the queue shows as a file for others, or as a list on paper. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ClusterFilter } from '../../../platform/editors/clusters.ts';
import type { ExportQuestion } from '../../../platform/editors/exports.ts';
import { Announcer, useAnnouncer } from '../../../ui/announcer.tsx';
import { useWords } from '../../../ui/words.ts';
import type { PageProps } from '../page-props.ts';
import { DownloadStatus } from './download-status.tsx';
import './export.css';
import { ANY_TIME, composeQuestion, isBackwards } from './export-question.ts';
import { FilterParts } from './filter-parts.tsx';
import { FormatChoice, type OutForm } from './format-choice.tsx';
import { isFocusFree } from './is-focus-free.ts';
import './lists.css';
import { PeriodFields } from './period-fields.tsx';
import { Printable } from './printable.tsx';
import { useDownload } from './use-download.ts';

export function ExportPage({ api, editor, location, go, isShown }: PageProps) {
  const { t } = useWords();
  const [period, setPeriod] = useState(ANY_TIME);
  const [form, setForm] = useState<OutForm>('csv');
  /** the reports that are shown as a list for paper; null while the page is about files */
  const [printed, setPrinted] = useState<ExportQuestion | null>(null);
  const { download, start, stop } = useDownload(api);
  const { message, announce } = useAnnouncer();
  const submit = useRef<HTMLButtonElement>(null);
  const isRunning = download.kind === 'running';

  // A list is read for as long as it is looked at, and is of that moment.
  useEffect(() => {
    if (!isShown) setPrinted(null);
  }, [isShown]);

  // Numbers that run are seen; what came of it is said once.
  useEffect(() => {
    if (download.kind === 'saved') announce(t('reviewExportSavedSaid', { name: download.name }));
    if (download.kind === 'stopped') announce(t('reviewExportStopped'));
    // The button that stops it goes when it is done.
    if (download.kind !== 'none' && !isRunning && isFocusFree(null)) submit.current?.focus();
  }, [download, isRunning, announce, t]);

  const filter = (next: ClusterFilter) => go({ ...location, filter: next }, { replace: true });
  const leave = (event: SubmitEvent) => {
    event.preventDefault();
    if (isBackwards(period) || isRunning) return;
    const question = composeQuestion(location.filter, period);
    if (form === 'print') setPrinted(question);
    else start({ ...question, format: form });
  };
  const close = () => {
    setPrinted(null);
    // It is drawn again first.
    setTimeout(() => submit.current?.focus());
  };

  if (printed !== null) {
    return <Printable api={api} editor={editor} question={printed} onClose={close} />;
  }
  return (
    <div class="lists">
      <h2>{t('reviewDeskExport')}</h2>
      <p class="lead">{t('reviewExportLead')}</p>
      <FilterParts location={location} ownSite={editor.site} onFilter={filter} />
      <form class="panel export" noValidate onSubmit={leave}>
        <PeriodFields period={period} onPeriod={setPeriod} />
        <FormatChoice form={form} onForm={setForm} />
        <button
          type="submit"
          class="primary"
          ref={submit}
          aria-disabled={isRunning || isBackwards(period)}
        >
          {form === 'print'
            ? t('reviewExportShowList')
            : t(download.kind === 'failed' ? 'reviewAgain' : 'reviewExportDownload')}
        </button>
        <DownloadStatus download={download} onStop={stop} />
      </form>
      <Announcer message={message} />
    </div>
  );
}

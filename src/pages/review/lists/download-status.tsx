/** How far a file has come, and what became of it. */
import { useWords } from '../../../ui/words.ts';
import { describeFailure } from '../describe-failure.ts';
import { formatBytes } from './format-bytes.ts';
import type { Download } from './use-download.ts';

interface DownloadStatusProps {
  download: Download;
  onStop(): void;
}

export function DownloadStatus({ download, onStop }: DownloadStatusProps) {
  const { t, locale } = useWords();
  if (download.kind === 'none') return null;
  const { bytes, reports } = download;
  const size = formatBytes(bytes, locale);
  switch (download.kind) {
    case 'running':
      return (
        <div class="progress">
          <progress aria-label={t('reviewExportRunning')} />
          <p>{t('reviewExportSoFar', { count: reports, size })}</p>
          <button type="button" onClick={onStop}>
            {t('dialogCancel')}
          </button>
        </div>
      );
    case 'stopped':
      return <p>{t('reviewExportStopped')}</p>;
    case 'saved':
      return (
        <p class="good">{t('reviewExportSaved', { count: reports, size, name: download.name })}</p>
      );
    case 'failed':
      return (
        <div role="alert">
          <p class="error">{describeFailure(download.failed, t)}</p>
          <p>{t('reviewExportNothingSaved')}</p>
        </div>
      );
  }
}

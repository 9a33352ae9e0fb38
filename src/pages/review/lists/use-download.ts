/** One file on its way from the endpoint: how far it is, that it can be stopped, and what came of it. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Failed } from '../../../platform/editors/ask-endpoint.ts';
import type { ExportFormat, ExportQuestion } from '../../../platform/editors/exports.ts';
import type { ReviewApi } from '../../../platform/editors/review-api.ts';
import { saveFile } from '../../save-file.ts';

interface Progress {
  bytes: number;
  reports: number;
}

export type Download =
  | { kind: 'none' }
  | ({ kind: 'running' } & Progress)
  | ({ kind: 'stopped' } & Progress)
  | ({ kind: 'saved'; name: string } & Progress)
  | ({ kind: 'failed'; failed: Failed } & Progress);

export interface Downloading {
  download: Download;
  start(question: ExportQuestion & { format: ExportFormat }): void;
  stop(): void;
}

export function useDownload(api: ReviewApi): Downloading {
  const [download, setDownload] = useState<Download>({ kind: 'none' });
  const running = useRef<AbortController | null>(null);
  // Behind another page it goes on; whoever has signed out waits for no file.
  useEffect(() => () => running.current?.abort(), []);

  const start = useCallback<Downloading['start']>(
    async (question) => {
      if (running.current !== null) return;
      const controller = new AbortController();
      const { signal } = controller;
      running.current = controller;
      let progress: Progress = { bytes: 0, reports: 0 };
      setDownload({ kind: 'running', ...progress });
      const onProgress = (bytes: number, reports: number) => {
        progress = { bytes, reports };
        if (!signal.aborted) setDownload({ kind: 'running', ...progress });
      };
      const answer = await api.exports.download(question, { onProgress, signal });
      running.current = null;
      if (signal.aborted) return setDownload({ kind: 'stopped', ...progress });
      if (!answer.ok) return setDownload({ kind: 'failed', failed: answer, ...progress });
      const { blob, name } = answer.value;
      saveFile(blob, name);
      setDownload({ kind: 'saved', name, ...progress, bytes: blob.size });
    },
    [api],
  );
  const stop = useCallback(() => running.current?.abort(), []);
  return { download, start: (question) => void start(question), stop };
}

/** Reports as a file, however many there are. */
import type { Endpoint, Outcome } from './ask-endpoint.ts';
import type { ClusterFilter } from './cluster-schemas.ts';
import type { ReviewItem } from './reports.ts';

export type ExportFormat = 'csv' | 'json' | 'jsonld';

export interface ExportQuestion {
  filter: ClusterFilter;
  /** days on which the first and the last came, '' for any, in a time zone, '' for UTC */
  from: string;
  to: string;
  zone: string;
}

export interface ExportsApi {
  /** @param watch `onProgress`: is told how much has come @returns the whole file; a part of it is a failure */
  download(
    question: ExportQuestion & { format: ExportFormat },
    watch: { onProgress(bytes: number, reports: number): void; signal: AbortSignal },
  ): Promise<Outcome<{ blob: Blob; name: string }>>;
  /**
   * The same reports one after the other, newest first.
   * @param take is given them as they come
   * @returns how many there were; a failure where not all came
   */
  readEach(
    question: ExportQuestion,
    take: (items: ReviewItem[]) => void,
    signal: AbortSignal,
  ): Promise<Outcome<number>>;
}

export function createExportsApi(_endpoint: Endpoint): ExportsApi {
  const failed = { ok: false, failure: 'network', detail: '' } as const;
  return { download: async () => failed, readEach: async () => failed };
}

/** What the popup needs of the extension around it, so that its view runs on its own as well. */
import type * as v from 'valibot';
import type { tabReplySchemas } from '../../messages/to-content.ts';
import type { OutboxEntry } from '../../model/outbox-entry.ts';
import type { Result } from '../../model/result.ts';
import type { Settings } from '../../model/settings.ts';

/** What the tab in front says of its page. */
export type PageReading = v.InferOutput<(typeof tabReplySchemas)['page/read']>;

export interface PopupDeps {
  readPage(): Promise<Result<PageReading>>;
  loadSettings(): Promise<Settings>;
  /** Writes a change of the settings, and tells the background and the open pages. */
  changeSettings(change: (settings: Settings) => Settings): Promise<Settings>;
  /** Puts a text on the clipboard; `html` is null where there is only the one flavour. Gives whether it is there. */
  writeClipboard(text: { plain: string; html: string | null }): Promise<boolean>;
  watchReports(limit: number, onEntries: (entries: OutboxEntry[]) => void): () => void;
  retryReport(canonical: string): Promise<Result<null>>;
  forgetReport(canonical: string): Promise<Result<null>>;
  openOptions(): Promise<void>;
  openReview(): Promise<void>;
}

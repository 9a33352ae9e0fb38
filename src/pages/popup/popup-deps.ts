/** What the popup needs of the extension around it, so that its view runs on its own as well. */
import type * as v from 'valibot';
import type { tabReplySchemas } from '../../messages/to-content.ts';
import type { Draft, StoredDraft } from '../../model/draft.ts';
import type { OutboxEntry } from '../../model/outbox-entry.ts';
import type { Receiver } from '../../model/receiver.ts';
import type { Result } from '../../model/result.ts';
import type { CheckedPage } from '../../model/reuse/checked-page.ts';
import type { Settings } from '../../model/settings.ts';

/** What the tab in front says of its page. */
export type PageReading = v.InferOutput<(typeof tabReplySchemas)['page/read']>;

export interface PopupDeps {
  /** Checks the page in front against what was copied elsewhere. */
  checkPage(): Promise<Result<CheckedPage>>;
  /** What the last check of the page found, by whomever it was asked for; null, or a failure, where there was none. */
  readChecked(): Promise<Result<CheckedPage | null>>;
  /** Goes to a passage of the last check in the page; false where it does not stand there any more. */
  showPassage(index: number): Promise<Result<boolean>>;
  /** Who would be told of a missing credit. @param service what the copy says of the source's site, or null */
  findCreditReceiver(source: string, service: string | null): Promise<Result<Receiver>>;
  /** `consent-needed` carries the host that the person has not agreed to. */
  reportCredit(report: {
    draft: Draft;
    standsAt: string;
    agreed: boolean;
  }): Promise<Result<OutboxEntry>>;
  saveFile(blob: Blob, name: string): void;
  readPage(): Promise<Result<PageReading>>;
  /** The address of the page in front, or null where it is not told. */
  readAddress(): Promise<string | null>;
  /** Opens the report dialog on the page; false where nothing is selected in it, or it cannot be reached. */
  startReport(): Promise<Result<boolean>>;
  /** How many reported mistakes the page in front shows; a failure where it shows none. */
  countPlaced(): Promise<Result<number>>;
  /** Goes to the first of them. */
  showPlaced(): Promise<Result<null>>;
  loadSettings(): Promise<Settings>;
  /** Writes a change of the settings, and tells the background and the open pages. */
  changeSettings(change: (settings: Settings) => Settings): Promise<Settings>;
  /** Puts a text on the clipboard; `html` is null where there is only the one flavour. Gives whether it is there. */
  writeClipboard(text: { plain: string; html: string | null }): Promise<boolean>;
  /** All drafts, newest first, now and at every change; gives the way to stop. */
  watchDrafts(onDrafts: (drafts: StoredDraft[]) => void): () => void;
  /** `consent-needed` carries the host that the reader has not agreed to. */
  sendDraft(canonical: string): Promise<Result<null>>;
  continueDraft(canonical: string): Promise<Result<null>>;
  forgetDraft(canonical: string): Promise<Result<null>>;
  watchReports(limit: number, onEntries: (entries: OutboxEntry[]) => void): () => void;
  retryReport(canonical: string): Promise<Result<null>>;
  forgetReport(canonical: string): Promise<Result<null>>;
  /** Asks the editors' ends what became of reports; what they say comes by `watchReports`. */
  refreshReceipts(): Promise<Result<null>>;
  openOptions(): Promise<void>;
  openReview(): Promise<void>;
}

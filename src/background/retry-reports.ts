/** Reports are tried again before their time: at a person's wish, and when what kept them back may be over. */
import { canRetry, makeDue, makeNativeDue, makeReachableDue } from '../model/delivery.ts';
import type { OutboxEntry } from '../model/outbox-entry.ts';
import type { OutboxStore } from '../platform/outbox-store.ts';

export interface RetryReportsDeps {
  outbox: Pick<OutboxStore, 'change' | 'listByDelivery'>;
  deliverDue(): Promise<void>;
  now(): number;
}

/** @returns `retryReports(canonicals)`: as a person asks, also what was refused */
export function createRetryReports({ outbox, deliverDue, now }: RetryReportsDeps) {
  return async (canonicals: readonly string[]): Promise<void> => {
    for (const canonical of canonicals) {
      await outbox.change(canonical, (entry) => (canRetry(entry) ? makeDue(entry, now()) : entry));
    }
    void deliverDue();
  };
}

/**
 * @returns `retryWaiting(page)`: a page has been opened, so there is a network, and what waits for this very page (a
 *   site's own form) may go out; null where only the network has come back
 */
export function createRetryWaiting({ outbox, deliverDue, now }: RetryReportsDeps) {
  return async (page: string | null): Promise<void> => {
    const wake = (entry: OutboxEntry) =>
      entry.native === null
        ? makeReachableDue(entry, now())
        : entry.page.url === page
          ? makeNativeDue(entry, now())
          : entry;
    let isWoken = false;
    for (const waiting of await outbox.listByDelivery('queued')) {
      if (wake(waiting) === waiting) continue;
      isWoken = true;
      await outbox.change(waiting.canonical, wake);
    }
    if (isWoken) await deliverDue();
  };
}

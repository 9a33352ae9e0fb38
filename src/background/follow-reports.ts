/** Waits, for a dialog that stands open, until it is known what came of the reports that it has sent. */
import type { OutboxEntry } from '../model/outbox-entry.ts';
import type { OutboxStore } from '../platform/outbox-store.ts';

/** How long a dialog is kept waiting, in ms: of many reports, those that are through are not to wait for the last. */
const PATIENCE = 1_000;

/** @returns the reports when each has been tried and its receipt read, or as they stand after a while */
export function followReports(
  outbox: Pick<OutboxStore, 'watch'>,
  canonicals: readonly string[],
): Promise<OutboxEntry[]> {
  return new Promise((resolve) => {
    let last: OutboxEntry[] = [];
    const finish = () => {
      clearTimeout(timer);
      stop();
      resolve(last);
    };
    const timer = setTimeout(finish, PATIENCE);
    const stop = outbox.watch(canonicals, (entries) => {
      last = entries;
      if (entries.every(isSettled)) finish();
    });
  });
}

/** Nothing more is to be heard of it in a moment. */
function isSettled({ delivery, attempts, receiptUrl, receipt }: OutboxEntry): boolean {
  if (delivery === 'sending') return false;
  if (delivery === 'queued') return attempts > 0;
  return delivery !== 'sent' || receiptUrl === null || receipt !== null;
}

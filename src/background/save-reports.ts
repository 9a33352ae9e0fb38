/** Drafts become reports: addressed, stored in the outbox all or none, then sent on their way. */
import { cleanUrl } from '../model/canonical-url.ts';
import { composeDraft, type Draft } from '../model/draft.ts';
import type { OutboxEntry } from '../model/outbox-entry.ts';
import type { Receiver } from '../model/receiver.ts';
import { findConsents, readSite } from '../model/resolve-receiver.ts';
import { fail, type Result, succeed } from '../model/result.ts';
import type { Settings } from '../model/settings.ts';
import { isStorageFull } from '../platform/database.ts';
import type { OutboxStore } from '../platform/outbox-store.ts';
import type { FindReceiver } from './find-receiver.ts';

export interface SaveReportsDeps {
  outbox: Pick<OutboxStore, 'accept'>;
  findReceiver: FindReceiver;
  changeSettings(change: (settings: Settings) => Settings): Promise<Settings>;
  deliverDue(): Promise<void>;
  scheduleWake(when: number | null): Promise<void>;
  now(): number;
}

/** How long before a worker that dies in between is woken to deliver, in ms. */
const WAKE_AFTER = 30_000;

/**
 * @returns `saveReports(drafts, page, agreed)`: the entries as the outbox has them. `agreed`: the reader has
 *   agreed to receivers of other sites. `consent-needed` names the host that was not agreed to.
 */
export function createSaveReports(deps: SaveReportsDeps) {
  async function rememberConsent(page: string, service: string): Promise<void> {
    const site = readSite(page);
    await deps.changeSettings((settings) => {
      const agreed = new Set([...findConsents(settings.consents, site), service]);
      return { ...settings, consents: { ...settings.consents, [site]: [...agreed] } };
    });
  }

  return async (
    drafts: readonly Draft[],
    page: string,
    agreed: boolean,
  ): Promise<Result<OutboxEntry[]>> => {
    const now = deps.now();
    const entries: OutboxEntry[] = [];
    const consents = new Set<string>();
    for (const draft of drafts) {
      const receiver = await deps.findReceiver(page, draft.place);
      if (receiver.kind === 'ask') {
        if (!agreed) return fail('consent-needed', receiver.host);
        consents.add(receiver.service);
      }
      entries.push(createEntry(draft, receiver, page, now));
    }
    for (const service of consents) await rememberConsent(page, service);
    try {
      // Before the entries themselves, so that there is no moment in which nothing would wake their delivery.
      if (entries.some(({ dueAt }) => dueAt !== undefined)) {
        await deps.scheduleWake(now + WAKE_AFTER);
      }
      await deps.outbox.accept(entries);
    } catch (error) {
      return fail(isStorageFull(error) ? 'storage-full' : 'storage-failed', String(error));
    }
    void deps.deliverDue();
    return succeed(entries);
  };
}

function createEntry(draft: Draft, receiver: Receiver, page: string, now: number): OutboxEntry {
  const service = 'service' in receiver ? receiver.service : null;
  const native = receiver.kind === 'native' ? receiver.form : null;
  const isKept = receiver.kind === 'none';
  return {
    canonical: draft.canonical,
    annotation: composeDraft(draft),
    page: { url: cleanUrl(page) ?? page, title: draft.place.title },
    service,
    native,
    delivery: isKept ? 'kept' : 'queued',
    attempts: 0,
    ...(isKept ? {} : { dueAt: now }),
    createdAt: now,
    updatedAt: now,
    location: null,
    receiptUrl: null,
    receipt: null,
    reason: null,
  };
}

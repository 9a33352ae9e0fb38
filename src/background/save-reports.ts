/** Drafts become reports: addressed, stored in the outbox all or none, then sent on their way. */
import { composeDraft, type StoredDraft } from '../model/draft.ts';
import type { OutboxEntry } from '../model/outbox-entry.ts';
import type { Receiver } from '../model/receiver.ts';
import { isSamePlace, type Report, readReport } from '../model/report.ts';
import { findConsents, readSite } from '../model/resolve-receiver.ts';
import { fail, type Result, succeed } from '../model/result.ts';
import type { Settings } from '../model/settings.ts';
import { isStorageFull } from '../platform/database.ts';
import type { OutboxStore } from '../platform/outbox-store.ts';
import type { FindReceiver } from './find-receiver.ts';

export interface SaveReportsDeps {
  outbox: Pick<OutboxStore, 'accept' | 'listOfPage'>;
  findReceiver: FindReceiver;
  changeSettings(change: (settings: Settings) => Settings): Promise<Settings>;
  deliverDue(): Promise<void>;
  scheduleWake(when: number | null): Promise<void>;
  now(): number;
}

/** How long before a worker that dies in between is woken to deliver, in ms. */
const WAKE_AFTER = 30_000;

/**
 * @returns `saveReports(drafts, agreed, standsAt)`: the entries as the outbox has them. `agreed`: the reader has agreed to the
 *   receiver that was shown, which is the first draft's, though it is of another site; to no other that may be named
 *   for the rest. `standsAt`: of missing credits, the address at which the words stand. `consent-needed` names the host that was not agreed to.
 */
export function createSaveReports(deps: SaveReportsDeps) {
  async function rememberConsent(page: string, service: string): Promise<void> {
    const site = readSite(page);
    await deps.changeSettings((settings) => {
      const agreed = new Set([...findConsents(settings.consents, site), service]);
      return { ...settings, consents: { ...settings.consents, [site]: [...agreed] } };
    });
  }

  /** So that nobody is told of a reader who is themselves. */
  async function countOwn(entries: OutboxEntry[]): Promise<OutboxEntry[]> {
    const earlier: Report[] = [];
    for (const url of new Set(entries.map(({ page }) => page.url))) {
      const known = await deps.outbox.listOfPage(url);
      const under = known.filter(({ delivery }) => delivery !== 'kept' && delivery !== 'refused');
      earlier.push(...under.map(({ annotation }) => readReport(annotation)));
    }
    return entries.map((entry) => {
      const report = readReport(entry.annotation);
      const ownBefore = earlier.filter((one) => isSamePlace(one, report)).length;
      return ownBefore === 0 ? entry : { ...entry, ownBefore };
    });
  }

  return async (
    drafts: readonly StoredDraft[],
    agreed: boolean,
    standsAt?: string,
  ): Promise<Result<OutboxEntry[]>> => {
    const now = deps.now();
    const entries: OutboxEntry[] = [];
    let consent: { page: string; service: string } | null = null;
    for (const draft of drafts) {
      const { page, place } = draft;
      const receiver = await deps.findReceiver(page, place);
      if (receiver.kind === 'ask') {
        const { service, host } = receiver;
        if (agreed && entries.length === 0) consent = { page, service };
        if (consent?.service !== service) return fail('consent-needed', host);
      }
      entries.push({
        ...createEntry(draft, receiver, now),
        ...(standsAt === undefined ? {} : { standsAt }),
      });
    }
    if (consent !== null) await rememberConsent(consent.page, consent.service);
    try {
      // Before the entries themselves, so that there is no moment in which nothing would wake their delivery.
      if (entries.some(({ dueAt }) => dueAt !== undefined)) {
        await deps.scheduleWake(now + WAKE_AFTER);
      }
      await deps.outbox.accept(await countOwn(entries));
    } catch (error) {
      return fail(isStorageFull(error) ? 'storage-full' : 'storage-failed', String(error));
    }
    void deps.deliverDue();
    return succeed(entries);
  };
}

function createEntry(draft: StoredDraft, receiver: Receiver, now: number): OutboxEntry {
  const service = 'service' in receiver ? receiver.service : null;
  const native = receiver.kind === 'native' ? receiver.form : null;
  const isKept = receiver.kind === 'none';
  return {
    canonical: draft.canonical,
    annotation: composeDraft(draft),
    page: { url: draft.page, title: draft.place.title },
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

/**
 * Tells editors what a look at a page has shown of the mistakes that were reported on it: each report's own end, by
 * the address that its receipt has named, and nobody else. What was not taken is not remembered, so that the next
 * look tells it again.
 */
import type { Observation } from '../model/observation.ts';
import type { OutboxEntry } from '../model/outbox-entry.ts';
import { isNews } from '../model/placed-report.ts';
import { finishObservation } from '../model/receipt-watch.ts';
import { namePlace, readReport } from '../model/report.ts';
import { checkServiceUrl, isSameOrigin } from '../model/resolve-receiver.ts';
import type { Settings } from '../model/settings.ts';
import { failsAlike } from '../platform/editors/ask-endpoint.ts';
import type { OutboxStore } from '../platform/outbox-store.ts';
import type { FindEditor, FoundEditor } from './find-editor.ts';
import { tellOwn } from './merge-placed.ts';
import { isLookedAt, readPage } from './read-page.ts';
import type { PlacedSender } from './read-placed.ts';
import { tellObservation } from './read-receipt.ts';

export interface ObservePlacedDeps {
  outbox: Pick<OutboxStore, 'change' | 'listOfPage'>;
  loadSettings(): Promise<Settings>;
  findEditor: FindEditor;
  fetch: typeof fetch;
  /** is told of each receipt that came back, with the entry before and after; may fail */
  onReceipt(before: OutboxEntry, after: OutboxEntry): Promise<void>;
  /** sets the alarm anew for receipts that are to be followed again */
  deliverDue(): Promise<void>;
  now(): number;
  random(): number;
}

export type PlacedObservation = Observation & { canonical: string };

/** @returns where the report's reader may tell what they have seen, or null where nobody asks for it */
export function findObservations({ delivery, receiptUrl, receipt }: OutboxEntry): string | null {
  if (delivery !== 'sent' || receiptUrl === null || receipt?.observations === undefined)
    return null;
  // The reader agreed to one server.
  const url = checkServiceUrl(receipt.observations);
  return url !== null && isSameOrigin(receiptUrl, url) ? url : null;
}

/** @returns `observePlaced(sender, observations)`, settled when all has been told; never rejects */
export function createObservePlaced(deps: ObservePlacedDeps) {
  const { outbox, now, random } = deps;

  /** @returns whether the receipt is another now, or 'down' where the server cannot answer anything */
  async function tellByReceipt(
    entry: OutboxEntry,
    observation: Observation,
  ): Promise<boolean | 'down'> {
    const url = findObservations(entry);
    if (url === null || !isNews(tellOwn(entry), observation.verdict)) return false;
    const answer = await tellObservation(url, observation, deps.fetch);
    if (answer.kind === 'failed' && answer.isDown) return 'down';
    if (answer.kind !== 'receipt') return false;
    const after = await outbox.change(entry.canonical, (one) =>
      finishObservation(one, observation.verdict, answer.receipt, now(), random()),
    );
    if (after !== null) void deps.onReceipt(entry, after).catch(() => undefined);
    return after !== null;
  }

  async function tellAll(
    sender: PlacedSender,
    observations: readonly PlacedObservation[],
  ): Promise<void> {
    const { showPlaced, tellSeen } = (await deps.loadSettings()).reporting;
    if (!isLookedAt(sender) || !(showPlaced || tellSeen)) return;
    let editor = showPlaced ? await deps.findEditor(sender.url).catch(() => null) : null;
    const own = await outbox.listOfPage(readPage(sender));
    /** origins of receipts that cannot answer now */
    const down = new Set<string>();
    let isChanged = false;
    for (const { canonical, verdict, replacement } of observations) {
      const observation = { verdict, replacement: verdict === 'fixed' ? replacement : '' };
      const entry = own.find((one) => one.canonical === canonical);
      if (entry !== undefined && !tellSeen) continue;
      if (editor !== null && (entry === undefined || isAtEditors(entry, editor))) {
        const answer = await editor.reports.observe(canonical, observation);
        if (!answer.ok && failsAlike(answer.failure)) editor = null;
        continue;
      }
      // Who has reported a place twice speaks for both: neither is to wait for another reader.
      const place = entry && namePlace(readReport(entry.annotation));
      for (const one of own) {
        if (one.receiptUrl === null || namePlace(readReport(one.annotation)) !== place) continue;
        const { origin } = new URL(one.receiptUrl);
        if (down.has(origin)) continue;
        const came = await tellByReceipt(one, observation);
        if (came === 'down') down.add(origin);
        if (came === true) isChanged = true;
      }
    }
    if (isChanged) void deps.deliverDue();
  }

  return (sender: PlacedSender, observations: readonly PlacedObservation[]): Promise<void> =>
    tellAll(sender, observations).catch(() => undefined);
}

/** Whether an editor's own report went to the endpoint that they edit at: there they are seen as an editor. */
function isAtEditors({ delivery, service }: OutboxEntry, { endpoint }: FoundEditor): boolean {
  return delivery === 'sent' && service?.startsWith(`${endpoint}/`) === true;
}

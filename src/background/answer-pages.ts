/** Answers to what the extension's own pages ask. */
import { createDispatch } from '../messages/dispatch.ts';
import { pageCommandSchema } from '../messages/pages-to-background.ts';
import { cleanUrl } from '../model/canonical-url.ts';
import { makeDue } from '../model/delivery.ts';
import type { StoredDraft } from '../model/draft.ts';
import { makeReceiptDue } from '../model/receipt-watch.ts';
import { fail, succeed } from '../model/result.ts';
import type { DraftStore } from '../platform/draft-store.ts';
import type { OutboxStore } from '../platform/outbox-store.ts';
import type { FindReceiver } from './find-receiver.ts';
import type { Ledger } from './ledger.ts';
import type { createSaveReports } from './save-reports.ts';

export interface AnswerPagesDeps {
  outbox: OutboxStore;
  drafts: DraftStore;
  findReceiver: FindReceiver;
  saveReports: ReturnType<typeof createSaveReports>;
  retryReports(canonicals: readonly string[]): Promise<void>;
  deliverDue(): Promise<void>;
  /** takes the mark off the toolbar's button */
  unmarkInFront(): Promise<void>;
  /** @returns whether something was selected on the page in front */
  startReportInFront(): Promise<boolean>;
  /** shows the draft's page, with its dialog */
  continueDraft(draft: StoredDraft): Promise<boolean>;
  renewMenu(): Promise<void>;
  ledger: Pick<Ledger, 'forget' | 'tidy'>;
  tellTabs(command: { type: 'settings/changed' }): Promise<void>;
  now(): number;
}

const NOTHING_DECLARED = { declared: null, native: null };

export function createAnswerPages(deps: AnswerPagesDeps) {
  const { outbox, drafts } = deps;

  /** Gives kept reports the endpoint that settings or policy have come to know for their page. */
  async function addressKept(): Promise<void> {
    for (const { canonical, page } of await outbox.listByDelivery('kept')) {
      const receiver = await deps.findReceiver(page.url, NOTHING_DECLARED);
      if (receiver.kind !== 'ready') continue;
      const { service } = receiver;
      await outbox.change(canonical, (entry) =>
        entry.delivery === 'kept' ? { ...makeDue(entry, deps.now()), service } : entry,
      );
    }
  }

  return createDispatch(pageCommandSchema, {
    async 'report/start'(_, _context: undefined) {
      return succeed(await deps.startReportInFront());
    },
    async 'report/retry'({ canonical }) {
      await deps.retryReports([canonical]);
      return succeed(null);
    },
    async 'report/forget'({ canonical }) {
      await outbox.remove(canonical);
      return succeed(null);
    },
    async 'draft/send'({ canonical }) {
      const draft = await drafts.find(canonical);
      if (draft === null) return fail('bad-request', 'no such draft');
      const saved = await deps.saveReports([draft], false);
      return saved.ok ? succeed(null) : saved;
    },
    async 'reuse/receiver'({ source, service }) {
      const page = cleanUrl(source) ?? source;
      return succeed(await deps.findReceiver(page, { declared: service, native: null }));
    },
    async 'reuse/report'({ draft, standsAt, agreed }) {
      const { source } = draft.place;
      const about = { ...draft, page: cleanUrl(source) ?? source };
      const saved = await deps.saveReports([about], agreed, standsAt);
      if (!saved.ok) return saved;
      const [entry] = saved.value;
      return entry === undefined ? fail('internal') : succeed(entry);
    },
    async 'draft/continue'({ canonical }) {
      const draft = await drafts.find(canonical);
      if (draft === null) return fail('bad-request', 'no such draft');
      // The page may take its time.
      void deps.continueDraft(draft).catch(() => undefined);
      return succeed(null);
    },
    async 'draft/forget'({ canonical }) {
      await drafts.remove([canonical]);
      return succeed(null);
    },
    async 'receipts/refresh'() {
      // Whoever looks has seen what the mark on the button says.
      await deps.unmarkInFront();
      for (const { canonical } of await outbox.listByDelivery('sent')) {
        await outbox.change(canonical, (entry) => makeReceiptDue(entry, deps.now()));
      }
      void deps.deliverDue();
      return succeed(null);
    },
    async 'ledger/forget'() {
      await deps.ledger.forget();
      return succeed(null);
    },
    async 'settings/changed'() {
      // Fewer copies may be wanted, or for fewer days.
      void deps.ledger.tidy().catch(() => undefined);
      await addressKept();
      void deps.deliverDue();
      await deps.tellTabs({ type: 'settings/changed' });
      // The language may be another.
      await deps.renewMenu();
      return succeed(null);
    },
  });
}

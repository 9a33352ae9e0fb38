/** Answers to what the extension's own pages ask. */
import { createDispatch } from '../messages/dispatch.ts';
import { pageCommandSchema } from '../messages/pages-to-background.ts';
import { canRetry, makeDue } from '../model/delivery.ts';
import { resolveReceiver } from '../model/resolve-receiver.ts';
import { succeed } from '../model/result.ts';
import type { Policy, Settings } from '../model/settings.ts';
import type { OutboxStore } from '../platform/outbox-store.ts';

export interface AnswerPagesDeps {
  outbox: OutboxStore;
  deliverDue(): Promise<void>;
  tellTabs(command: { type: 'settings/changed' }): Promise<void>;
  loadSettings(): Promise<Settings>;
  loadPolicy(): Promise<Policy>;
  now(): number;
}

export function createAnswerPages(deps: AnswerPagesDeps) {
  const { outbox } = deps;

  /** Gives kept reports the endpoint that settings or policy have come to know for their page. */
  async function addressKept(): Promise<void> {
    const [settings, policy] = await Promise.all([deps.loadSettings(), deps.loadPolicy()]);
    for (const { canonical, page } of await outbox.listByDelivery('kept')) {
      const receiver = resolveReceiver({
        page: page.url,
        declared: null,
        table: settings.services,
        policy: policy.services,
        consents: {},
      });
      if (receiver.kind !== 'ready') continue;
      const { service } = receiver;
      await outbox.change(canonical, (entry) =>
        entry.delivery === 'kept' ? { ...makeDue(entry, deps.now()), service } : entry,
      );
    }
  }

  return createDispatch(pageCommandSchema, {
    async 'report/retry'({ canonical }, _context: undefined) {
      await outbox.change(canonical, (entry) =>
        canRetry(entry) ? makeDue(entry, deps.now()) : entry,
      );
      void deps.deliverDue();
      return succeed(null);
    },
    async 'report/forget'({ canonical }) {
      await outbox.remove(canonical);
      return succeed(null);
    },
    async 'settings/changed'() {
      await addressKept();
      void deps.deliverDue();
      await deps.tellTabs({ type: 'settings/changed' });
      return succeed(null);
    },
  });
}

/** Answers to what content scripts ask. The page is the one the browser names as the sender's. */
import { contentCommandSchema, type Part } from '../messages/content-to-background.ts';
import { createDispatch } from '../messages/dispatch.ts';
import { cleanUrl } from '../model/canonical-url.ts';
import type { Receiver } from '../model/receiver.ts';
import { findConsents, readSite, resolveReceiver } from '../model/resolve-receiver.ts';
import { fail, succeed } from '../model/result.ts';
import { type Policy, ruleForHost, type Settings } from '../model/settings.ts';
import type { Sender } from '../platform/background-runtime.ts';
import { isStorageFull, type OutboxStore } from '../platform/outbox-store.ts';

export interface AnswerContentDeps {
  outbox: OutboxStore;
  deliverDue(): Promise<void>;
  scheduleWake(when: number | null): Promise<void>;
  injectPart(part: Part, tabId: number, frameId: number): Promise<void>;
  loadSettings(): Promise<Settings>;
  changeSettings(change: (settings: Settings) => Settings): Promise<Settings>;
  loadPolicy(): Promise<Policy>;
  now(): number;
}

export type ContentSender = Extract<Sender, { kind: 'content' }>;

export function createAnswerContent(deps: AnswerContentDeps) {
  async function findReceiver(page: string, declared: string | null): Promise<Receiver> {
    const [settings, policy] = await Promise.all([deps.loadSettings(), deps.loadPolicy()]);
    const { services: table, consents } = settings;
    return resolveReceiver({ page, declared, table, policy: policy.services, consents });
  }

  async function rememberConsent(page: string, service: string): Promise<void> {
    const site = readSite(page);
    await deps.changeSettings((settings) => {
      const agreed = new Set([...findConsents(settings.consents, site), service]);
      return { ...settings, consents: { ...settings.consents, [site]: [...agreed] } };
    });
  }

  return createDispatch(contentCommandSchema, {
    async 'part/load'({ part }, { tabId, frameId }: ContentSender) {
      try {
        await deps.injectPart(part, tabId, frameId);
        return succeed(null);
      } catch (error) {
        return fail('no-frame', String(error));
      }
    },
    async 'attribution/read'(_, { url }) {
      return succeed(ruleForHost(await deps.loadSettings(), new URL(url).hostname));
    },
    async 'citation/read'() {
      return succeed((await deps.loadSettings()).citationFormat);
    },
    async 'citation/remember'({ format }) {
      await deps.changeSettings((settings) => ({ ...settings, citationFormat: format }));
      return succeed(null);
    },
    async 'receiver/read'({ declared }, { url }) {
      return succeed(await findReceiver(url, declared));
    },
    async 'report/save'({ annotation, declared, title, agreed }, { url }) {
      const receiver = await findReceiver(url, declared);
      if (receiver.kind === 'ask' && !agreed) return fail('consent-needed', receiver.host);
      if (receiver.kind === 'ask') await rememberConsent(url, receiver.service);
      const service = receiver.kind === 'none' ? null : receiver.service;
      const now = deps.now();
      const delivery = service === null ? ('kept' as const) : ('queued' as const);
      try {
        // Before the entry itself, so that there is no moment in which nothing would wake its delivery.
        if (service !== null) await deps.scheduleWake(now + 30_000);
        await deps.outbox.add({
          canonical: annotation.canonical,
          annotation,
          page: { url: cleanUrl(url) ?? url, title },
          service,
          delivery,
          attempts: 0,
          ...(service === null ? {} : { dueAt: now }),
          createdAt: now,
          updatedAt: now,
          location: null,
          reason: null,
        });
      } catch (error) {
        return fail(isStorageFull(error) ? 'storage-full' : 'storage-failed', String(error));
      }
      void deps.deliverDue();
      return succeed({ delivery });
    },
  });
}

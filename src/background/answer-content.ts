/** Answers to what content scripts ask. The page is the one the browser names as the sender's. */
import { contentCommandSchema, type Part } from '../messages/content-to-background.ts';
import { createDispatch } from '../messages/dispatch.ts';
import type { Draft, StoredDraft } from '../model/draft.ts';
import { fail, succeed } from '../model/result.ts';
import { chooseNative, ruleForHost, type Settings } from '../model/settings.ts';
import { isStorageFull } from '../platform/database.ts';
import type { DraftStore } from '../platform/draft-store.ts';
import type { OutboxStore } from '../platform/outbox-store.ts';
import type { AskTab } from './ask-tab.ts';
import type { FindReceiver } from './find-receiver.ts';
import type { FindSources } from './find-sources.ts';
import { followReports } from './follow-reports.ts';
import type { Ledger } from './ledger.ts';
import type { NoMistakes } from './no-mistakes.ts';
import type { Placed } from './placed.ts';
import { type ContentSender, readPage } from './read-page.ts';
import type { createSaveReports } from './save-reports.ts';

export interface AnswerContentDeps {
  outbox: OutboxStore;
  drafts: DraftStore;
  findReceiver: FindReceiver;
  saveReports: ReturnType<typeof createSaveReports>;
  retryReports(canonicals: readonly string[]): Promise<void>;
  askTab: AskTab;
  injectPart(part: Part, tabId: number, frameId: number): Promise<void>;
  loadSettings(): Promise<Settings>;
  changeSettings(change: (settings: Settings) => Settings): Promise<Settings>;
  /** a page was opened: what waited for it, or for the network, may go out */
  retryWaiting(page: string): Promise<void>;
  tellUnshown(tabId: number): Promise<void>;
  /** passages of the person's own page lack so many of their sources: 0 takes that back */
  tellLacking(tabId: number, count: number): Promise<void>;
  tellUnmended(tabId: number): Promise<void>;
  isOwnPage(sender: ContentSender, settings: Settings): Promise<boolean>;
  placed: Placed;
  noMistakes: Pick<NoMistakes, 'find'>;
  ledger: Pick<Ledger, 'readRule' | 'remember' | 'find'>;
  findSources: FindSources;
  now(): number;
}

export function createAnswerContent(deps: AnswerContentDeps) {
  const { outbox, drafts, askTab } = deps;

  /** A draft stays with the page that it was begun on, though an app has gone on to another under the dialog. */
  async function placeDraft(draft: Draft, sender: ContentSender): Promise<StoredDraft> {
    const known = await drafts.find(draft.canonical).catch(() => null);
    return { ...draft, page: known?.page ?? readPage(sender) };
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
    async 'attribution/read'(_, sender) {
      const settings = await deps.loadSettings();
      const isOwn = await deps.isOwnPage(sender, settings);
      return succeed({ ...ruleForHost(settings, new URL(sender.url).hostname), isOwn });
    },
    async 'citation/read'() {
      return succeed((await deps.loadSettings()).citationFormat);
    },
    async 'citation/remember'({ format }) {
      await deps.changeSettings((settings) => ({ ...settings, citationFormat: format }));
      return succeed(null);
    },
    async 'reporting/read'(_, sender) {
      const page = readPage(sender);
      const settings = await deps.loadSettings();
      // A failing database is no reason to leave the reader without the rest.
      const [marks, placed] = await Promise.all([
        drafts.countMarks(page).catch(() => 0),
        deps.placed.mayBePlaced(sender, settings),
      ]);
      void deps.retryWaiting(page).catch(() => undefined);
      return succeed({
        native: chooseNative(settings, new URL(sender.url).hostname),
        touchButton: settings.reporting.touchButton,
        marks,
        placed,
      });
    },
    async 'reuse/read'(_, sender) {
      return succeed(await deps.ledger.readRule(sender));
    },
    async 'copies/remember'({ copy }, sender) {
      await deps.ledger.remember(copy, sender);
      return succeed(null);
    },
    async 'copies/find'({ fingerprints }, sender) {
      return succeed(await deps.ledger.find(fingerprints, sender));
    },
    async 'sources/find'({ fingerprints }, sender) {
      return succeed(await deps.findSources(fingerprints, sender));
    },
    async 'report/asks'(_, { tabId }) {
      const answer = await askTab(tabId, { type: 'report/takes' }, 0);
      return succeed(answer.ok && answer.value);
    },
    async 'report/relay'({ place, isMeant }, { tabId }) {
      return askTab(tabId, { type: 'report/compose', place, isMeant }, 0);
    },
    async 'receiver/read'({ declared, native }, { url }) {
      return succeed(await deps.findReceiver(url, { declared, native }));
    },
    async 'no-mistakes/find'({ service, quotes }) {
      return succeed(await deps.noMistakes.find(service, quotes));
    },
    async 'drafts/read'(_, sender) {
      return succeed(await drafts.listOfPage(readPage(sender)));
    },
    async 'draft/save'({ draft }, sender) {
      try {
        await drafts.save(await placeDraft(draft, sender));
        return succeed(null);
      } catch (error) {
        return fail(isStorageFull(error) ? 'storage-full' : 'storage-failed', String(error));
      }
    },
    async 'drafts/remove'({ canonicals }) {
      await drafts.remove(canonicals);
      return succeed(null);
    },
    async 'report/save'({ drafts: sent, agreed }, sender) {
      const placed = await Promise.all(sent.map((draft) => placeDraft(draft, sender)));
      return deps.saveReports(placed, agreed);
    },
    async 'report/follow'({ canonicals }) {
      return succeed(await followReports(outbox, canonicals));
    },
    async 'report/retry'({ canonicals }) {
      await deps.retryReports(canonicals);
      return succeed(null);
    },
    async 'marks/show'({ places }, { tabId }) {
      await askTab(tabId, { type: 'marks/show', places }, null);
      return succeed(null);
    },
    async 'placed/read'({ source }, sender) {
      return succeed(await deps.placed.readPlaced(sender, source));
    },
    async 'placed/observe'({ observations }, sender) {
      await deps.placed.observePlaced(sender, observations);
      return succeed(null);
    },
    async 'placed/decide'(decision, sender) {
      return deps.placed.decidePlaced(sender, decision);
    },
    async 'report/unshown'(_, { tabId }) {
      await deps.tellUnshown(tabId);
      return succeed(null);
    },
    async 'reuse/lacking'({ count }, { tabId }) {
      await deps.tellLacking(tabId, count);
      return succeed(null);
    },
    async 'reuse/unmended'(_, { tabId }) {
      await deps.tellUnmended(tabId);
      return succeed(null);
    },
  });
}

/**
 * The ledger: what is copied from articles is remembered on this device, as long and as far as the person and the
 * administrator say, and known again. Nothing of it leaves the device.
 */
import type { Copy } from '../model/reuse/copy.ts';
import { decideReuseRule } from '../model/reuse/reuse-rule.ts';
import type { EditorAccess, Policy, ReuseRule, Settings } from '../model/settings.ts';
import { isStorageFull } from '../platform/database.ts';
import type { LedgerStore } from '../platform/ledger-store.ts';
import type { ContentSender } from './read-page.ts';

export interface LedgerDeps {
  store: LedgerStore;
  loadSettings(): Promise<Settings>;
  loadPolicy(): Promise<Policy>;
  loadEditorAccess(): Promise<EditorAccess | null>;
  now(): number;
}

type Place = Pick<ContentSender, 'url' | 'isPrivate'>;

export type Ledger = ReturnType<typeof createLedger>;

/** Copies that a text may be from. */
const MOST_CANDIDATES = 50;
const DAY = 86_400_000;
/** The share of the ledger that goes where the device is full. */
const GIVEN_UP = 0.1;

export function createLedger({ store, now, ...deps }: LedgerDeps) {
  async function readRule({ url, isPrivate }: Place): Promise<ReuseRule> {
    const [settings, policy, access] = await Promise.all([
      deps.loadSettings(),
      deps.loadPolicy(),
      deps.loadEditorAccess(),
    ]);
    // Its endpoint is not asked for it here.
    const editorSite = access?.site ?? null;
    return decideReuseRule({ settings, policy, url, editorSite, isPrivate });
  }

  /** Forgets what is too old, and what is too much. */
  async function tidy(): Promise<void> {
    const { reuse } = await deps.loadSettings();
    await store.removeOlder(now() - reuse.days * DAY);
    await store.keepNewest(reuse.copies);
  }

  async function save(copy: Copy): Promise<void> {
    try {
      await store.save(copy);
    } catch (error) {
      if (!isStorageFull(error)) throw error;
      const count = await store.count();
      await store.keepNewest(Math.floor(count * (1 - GIVEN_UP)));
      await store.save(copy);
    }
  }

  return {
    readRule,
    tidy,

    /** Never fails: that a copy is not remembered is no matter of whoever copies. */
    async remember(copy: Copy, place: Place): Promise<void> {
      const { remembers } = await readRule(place);
      if (!remembers) return;
      await save({ ...copy, copiedAt: now() })
        .then(tidy)
        .catch(() => undefined);
    },

    /** @returns the copies that a text of a page may be from, the likeliest first */
    async find(fingerprints: readonly number[], place: Place): Promise<Copy[]> {
      const { remembers } = await readRule(place);
      return remembers ? store.findCandidates(fingerprints, MOST_CANDIDATES) : [];
    },

    forget: () => store.clear(),
  };
}

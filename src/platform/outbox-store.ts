/**
 * The outbox in IndexedDB (through Dexie), in the extension's own origin: a content script's IndexedDB
 * would be the page's. Every write is durable before it is acknowledged (`strict`), because the dialog
 * says "saved" on the strength of it.
 */
import Dexie, { type EntityTable, liveQuery } from 'dexie';
import { parse } from '../model/annotation.ts';
import { type OutboxEntry, outboxEntrySchema } from '../model/outbox-entry.ts';

export interface OutboxStore {
  /** Adds a report, or leaves the one that is there: a canonical id is stored once. */
  add(entry: OutboxEntry): Promise<void>;
  /** Changes one entry in a single transaction; null when it is gone. */
  change(
    canonical: string,
    change: (entry: OutboxEntry) => OutboxEntry,
  ): Promise<OutboxEntry | null>;
  remove(canonical: string): Promise<void>;
  /** How many entries there are, those that cannot be read among them. */
  count(): Promise<number>;
  /** Removes every entry, also one that cannot be read. */
  clear(): Promise<void>;
  /** The entry that has been due longest at `now` (epoch ms), or null. */
  findDue(now: number): Promise<OutboxEntry | null>;
  /** When the next entry falls due (epoch ms), or null when nothing is left to do. */
  findNextDue(): Promise<number | null>;
  /** Entries in one state of delivery, oldest first. */
  listByDelivery(delivery: OutboxEntry['delivery']): Promise<OutboxEntry[]>;
  /** Calls back with the newest entries now and at every change, from any context; returns the way to stop. */
  watchNewest(limit: number, onEntries: (entries: OutboxEntry[]) => void): () => void;
}

class OutboxDatabase extends Dexie {
  declare reports: EntityTable<OutboxEntry, 'canonical'>;

  constructor(name: string) {
    super(name, { chromeTransactionDurability: 'strict' });
    // dueAt is absent from entries that are done, which keeps its index as short as the work left.
    this.version(1).stores({ reports: 'canonical, dueAt, delivery, [createdAt+canonical]' });
  }
}

export function createOutboxStore(name = 'sic'): OutboxStore {
  const { reports } = new OutboxDatabase(name);
  return {
    async add(entry) {
      await reports.db.transaction('rw', reports, async () => {
        if ((await reports.get(entry.canonical)) === undefined) await reports.add(entry);
      });
    },
    change(canonical, change) {
      return reports.db.transaction('rw', reports, async () => {
        const entry = readEntry(await reports.get(canonical));
        if (entry === null) return null;
        const changed = change(entry);
        await reports.put(changed);
        return changed;
      });
    },
    async remove(canonical) {
      await reports.delete(canonical);
    },
    async count() {
      return reports.count();
    },
    async clear() {
      await reports.clear();
    },
    async findDue(now) {
      return (await reports.where('dueAt').belowOrEqual(now).filter(isReadable).first()) ?? null;
    },
    async findNextDue() {
      return (await reports.orderBy('dueAt').filter(isReadable).first())?.dueAt ?? null;
    },
    async listByDelivery(delivery) {
      return readEntries(await reports.where({ delivery }).sortBy('createdAt'));
    },
    watchNewest(limit, onEntries) {
      const newest = () =>
        reports.orderBy('[createdAt+canonical]').reverse().limit(limit).toArray();
      const subscription = liveQuery(newest).subscribe({
        next: (entries) => onEntries(readEntries(entries)),
      });
      return () => subscription.unsubscribe();
    },
  };
}

/** Whether a write failed because the device, or the browser's share of it, is full. */
export function isStorageFull(error: unknown): boolean {
  const names = [error, (error as { inner?: unknown } | null)?.inner].map((one) =>
    one instanceof Error || one instanceof DOMException ? one.name : '',
  );
  return names.includes('QuotaExceededError');
}

/** An entry that cannot be read must not stand in the way of those behind it. */
function isReadable(stored: unknown): boolean {
  return readEntry(stored) !== null;
}

function readEntry(stored: unknown): OutboxEntry | null {
  const parsed = parse(outboxEntrySchema, stored);
  return parsed.ok ? parsed.value : null;
}

function readEntries(stored: unknown[]): OutboxEntry[] {
  return stored.map(readEntry).filter((entry) => entry !== null);
}

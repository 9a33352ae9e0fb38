/** The outbox: reports on their way, and what became of those that have arrived. */
import { liveQuery } from 'dexie';
import { parse } from '../model/annotation.ts';
import { type OutboxEntry, outboxEntrySchema } from '../model/outbox-entry.ts';
import { openDatabase } from './database.ts';

export interface OutboxStore {
  /**
   * Takes reports in, all or none, and their drafts out. One that is there already stays as it is: a
   * canonical id is stored once.
   */
  accept(entries: readonly OutboxEntry[]): Promise<void>;
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
  /** How many entries there are about one page, by the index alone, those that cannot be read among them. */
  countOfPage(url: string): Promise<number>;
  /** Entries about one page, by the address that they were made with. */
  listOfPage(url: string): Promise<OutboxEntry[]>;
  /** Entries in one state of delivery, oldest first. */
  listByDelivery(delivery: OutboxEntry['delivery']): Promise<OutboxEntry[]>;
  /** Calls back with these entries now and at every change, from any context; returns the way to stop. */
  watch(canonicals: readonly string[], onEntries: (entries: OutboxEntry[]) => void): () => void;
  /** Calls back with the newest entries now and at every change, from any context; returns the way to stop. */
  watchNewest(limit: number, onEntries: (entries: OutboxEntry[]) => void): () => void;
}

export function createOutboxStore(database = openDatabase()): OutboxStore {
  const { reports, drafts } = database;
  return {
    async accept(entries) {
      const canonicals = entries.map(({ canonical }) => canonical);
      await database.transaction('rw', reports, drafts, async () => {
        const known = await reports.bulkGet(canonicals);
        await reports.bulkAdd(entries.filter((_, at) => known[at] === undefined));
        await drafts.bulkDelete(canonicals);
      });
    },
    change(canonical, change) {
      return database.transaction('rw', reports, async () => {
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
    async countOfPage(url) {
      return reports.where('page.url').equals(url).count();
    },
    async listOfPage(url) {
      return readEntries(await reports.where('page.url').equals(url).toArray());
    },
    async listByDelivery(delivery) {
      return readEntries(await reports.where({ delivery }).sortBy('createdAt'));
    },
    watch(canonicals, onEntries) {
      const these = () => reports.bulkGet([...canonicals]);
      const subscription = liveQuery(these).subscribe({
        next: (entries) => onEntries(readEntries(entries)),
      });
      return () => subscription.unsubscribe();
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

/**
 * What was begun and not sent yet, next to the outbox: a draft that is sent leaves in the same transaction in
 * which its report enters.
 */
import { liveQuery } from 'dexie';
import { parse } from '../model/annotation.ts';
import { type StoredDraft, storedDraftSchema } from '../model/draft.ts';
import { openDatabase } from './database.ts';

export interface DraftStore {
  /** Writes a draft over what is there of it; a draft whose report is in the outbox already is left out. */
  save(draft: StoredDraft): Promise<void>;
  find(canonical: string): Promise<StoredDraft | null>;
  /** The drafts of a page, oldest first. */
  listOfPage(page: string): Promise<StoredDraft[]>;
  /** How many places of a page are marked. */
  countMarks(page: string): Promise<number>;
  remove(canonicals: readonly string[]): Promise<void>;
  /** Removes what was touched last before a time (epoch ms). */
  removeOlder(than: number): Promise<void>;
  count(): Promise<number>;
  clear(): Promise<void>;
  /** Calls back with all drafts, newest first, now and at every change, from any context; returns the way to stop. */
  watch(onDrafts: (drafts: StoredDraft[]) => void): () => void;
}

export function createDraftStore(database = openDatabase()): DraftStore {
  const { drafts, reports } = database;
  const listOfPage = async (page: string) =>
    readDrafts(await drafts.where({ page }).sortBy('createdAt'));
  return {
    async save(draft) {
      await database.transaction('rw', drafts, reports, async () => {
        if ((await reports.get(draft.canonical)) === undefined) await drafts.put(draft);
      });
    },
    async find(canonical) {
      return readDraft(await drafts.get(canonical));
    },
    listOfPage,
    async countMarks(page) {
      return (await listOfPage(page)).filter(({ isMarked }) => isMarked).length;
    },
    async remove(canonicals) {
      await drafts.bulkDelete([...canonicals]);
    },
    async removeOlder(than) {
      // Mostly there is none, and a look costs less than a write.
      const old = await drafts.where('updatedAt').below(than).primaryKeys();
      if (old.length > 0) await drafts.bulkDelete(old);
    },
    async count() {
      return drafts.count();
    },
    async clear() {
      await drafts.clear();
    },
    watch(onDrafts) {
      const newest = () => drafts.orderBy('updatedAt').reverse().toArray();
      const subscription = liveQuery(newest).subscribe({
        next: (found) => onDrafts(readDrafts(found)),
      });
      return () => subscription.unsubscribe();
    },
  };
}

function readDraft(stored: unknown): StoredDraft | null {
  const parsed = parse(storedDraftSchema, stored);
  return parsed.ok ? parsed.value : null;
}

function readDrafts(stored: unknown[]): StoredDraft[] {
  return stored.map(readDraft).filter((draft) => draft !== null);
}

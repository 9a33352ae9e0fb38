/**
 * The extension's database in IndexedDB (through Dexie), in the extension's own origin: a content script's
 * IndexedDB would be the page's. Every write is durable before it is acknowledged (`strict`), because the
 * dialog says "saved" on the strength of it.
 */
import Dexie, { type EntityTable, type Table } from 'dexie';
import type { StoredDraft } from '../model/draft.ts';
import type { NoMistakeList } from '../model/no-mistake.ts';
import type { OutboxEntry } from '../model/outbox-entry.ts';
import type { Copy } from '../model/reuse/copy.ts';

/** A number takes an index less room than a copy's own id. */
export type CopyRow = Copy & { key: number };

export class Database extends Dexie {
  declare reports: EntityTable<OutboxEntry, 'canonical'>;
  declare drafts: EntityTable<StoredDraft, 'canonical'>;
  declare noMistakes: Table<NoMistakeList, [service: string, site: string]>;
  declare copies: EntityTable<CopyRow, 'key'>;

  constructor(name: string) {
    super(name, { chromeTransactionDurability: 'strict' });
    // dueAt is absent from entries that are done, which keeps its index as short as the work left.
    this.version(1).stores({ reports: 'canonical, dueAt, delivery, [createdAt+canonical]' });
    this.version(2).stores({
      reports: 'canonical, dueAt, delivery, page.url, [createdAt+canonical]',
      drafts: 'canonical, page, updatedAt',
    });
    this.version(3).stores({ noMistakes: '[service+site], checkedAt' });
    this.version(4).stores({ copies: '++key, copiedAt, [source.url+words], *fingerprints' });
  }
}

let opened: Database | null = null;

/** The database; the same connection for whoever asks in one context. */
export function openDatabase(): Database {
  opened ??= new Database('sic');
  return opened;
}

/** Whether a write failed because the device, or the browser's share of it, is full. */
export function isStorageFull(error: unknown): boolean {
  const names = [error, (error as { inner?: unknown } | null)?.inner].map((one) =>
    one instanceof Error || one instanceof DOMException ? one.name : '',
  );
  return names.includes('QuotaExceededError');
}

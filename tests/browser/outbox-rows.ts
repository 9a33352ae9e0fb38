/** The extension's tables as they lie on the disk, read and aged past the extension's own code. */
import type { OutboxEntry } from '../../src/model/outbox-entry.ts';
import type { Driver, Json } from '../drivers/driver.ts';
import { waitUntil } from '../drivers/wait.ts';

type Inside = { driver: Pick<Driver, 'inExtension'> };

export async function readRows<T>(
  { driver }: Inside,
  table: 'copies' | 'drafts' | 'noMistakes' | 'reports',
): Promise<T[]> {
  const rows = await driver.inExtension(async (table) => {
    const known = await indexedDB.databases();
    // To open what is not there yet would make it, empty.
    if (!known.some(({ name }) => name === 'sic')) return [];
    const settle = <R>(request: IDBRequest<R>) =>
      new Promise<R>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await settle(indexedDB.open('sic'));
    try {
      return (await settle(
        database.transaction(table).objectStore(table).getAll(),
      )) as unknown as Json[];
    } finally {
      database.close();
    }
  }, table);
  return rows as T[];
}

export const readOutbox = (inside: Inside) => readRows<OutboxEntry>(inside, 'reports');

/** Waits until every report of the outbox is in this state of delivery, and there are so many; gives them. */
export function waitForDelivery(
  inside: Inside,
  delivery: OutboxEntry['delivery'],
  count = 1,
): Promise<OutboxEntry[]> {
  const look = async () => {
    const entries = await readOutbox(inside);
    const tried = entries.filter((one) => delivery !== 'queued' || one.attempts > 0);
    return tried.filter((one) => one.delivery === delivery).length >= count ? entries : null;
  };
  return waitUntil(look, { what: `${count} reports that are ${delivery}`, every: 50 });
}

/** Has the alarm ring now rather than when it is due. */
export function ringAlarm({ driver }: Inside): Promise<void> {
  return driver.inExtension(() => {
    type Api = { alarms: { create(name: string, info: { when: number }): unknown } };
    const scope = globalThis as unknown as { browser?: Api; chrome: Api };
    (scope.browser ?? scope.chrome).alarms.create('deliver', { when: Date.now() + 50 });
  });
}

/** Lets so much time (ms) have passed since each receipt was asked for. */
export function ageReceipts({ driver }: Inside, age: number): Promise<void> {
  return driver.inExtension(
    (time) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('sic');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const transaction = opening.result.transaction('reports', 'readwrite');
          const reports = transaction.objectStore('reports');
          const all = reports.getAll();
          all.onsuccess = () => {
            for (const entry of all.result) {
              const { receiptWatch } = entry;
              if (receiptWatch === undefined) continue;
              const askedAt = receiptWatch.askedAt - time;
              reports.put({ ...entry, receiptWatch: { ...receiptWatch, askedAt } });
            }
          };
          transaction.onerror = () => reject(transaction.error);
          transaction.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    age,
  );
}

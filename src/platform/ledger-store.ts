/**
 * The ledger of copies: what was copied on this device, by what it is known again. A copy is sought by its
 * fingerprints alone, so that many copies cost a search no more than few do.
 */
import Dexie, { liveQuery } from 'dexie';
import { parse } from '../model/annotation.ts';
import { type Copy, copySchema } from '../model/reuse/copy.ts';
import { type CopyRow, openDatabase } from './database.ts';

export interface LedgerStore {
  /** Takes a copy in; the same text of the same address stands there once, as it was copied last. */
  save(copy: Copy): Promise<void>;
  /**
   * The copies that a text may be from, the likeliest first.
   * @param fingerprints of the text in its order, each once
   */
  findCandidates(fingerprints: readonly number[], limit: number): Promise<Copy[]>;
  /** Removes what was copied before a time (epoch ms). */
  removeOlder(than: number): Promise<void>;
  /** Removes what was copied first, until there are no more than so many. */
  keepNewest(most: number): Promise<void>;
  /** How many there are, those that cannot be read among them. */
  count(): Promise<number>;
  clear(): Promise<void>;
  /** Calls back with their number now and at every change, from any context; returns the way to stop. */
  watchCount(onCount: (count: number) => void): () => void;
}

/** What stands in so many copies, or more, tells none of them: a site's notices, an invitation. */
const COMMON = 24;
/** What stands in so many copies, or fewer, tells each of them; in more, by so much less. */
const RARE = 8;
/** So many fingerprints of the text in a row, of some forty words, have to tell a copy as often as this. */
const STRETCH = 16;
const LEAST_TOLD = 1.9;
/** A text of fewer fingerprints than this may share but one. */
const TINY = 4;

export function createLedgerStore(database = openDatabase()): LedgerStore {
  const { copies } = database;

  /**
   * All questions at once, past Dexie, which takes as long again for as many.
   * @returns for each fingerprint the keys of the copies that have it, COMMON of them at most
   */
  function listHolders(fingerprints: readonly number[]): Promise<number[][]> {
    return database.transaction('r', copies, ({ idbtrans }) => {
      const index = idbtrans.objectStore(copies.name).index('fingerprints');
      return Dexie.Promise.all(
        fingerprints.map(
          (one) =>
            new Dexie.Promise<number[]>((resolve, reject) => {
              const request = index.getAllKeys(one, COMMON);
              request.onsuccess = () =>
                resolve(request.result.filter((key) => typeof key === 'number'));
              request.onerror = () => reject(request.error);
            }),
        ),
      );
    });
  }

  return {
    async save(copy) {
      await database.transaction('rw', copies, async () => {
        const { source, words } = copy;
        const alike = await copies
          .where('[source.url+words]')
          .equals([source.url, words])
          .filter((row) => isSame(row.fingerprints, copy.fingerprints))
          .first();
        const { key } = alike ?? {};
        await copies.put(key === undefined ? copy : { ...copy, key });
      });
    },
    async findCandidates(fingerprints, limit) {
      const least = fingerprints.length < TINY ? 1 / COMMON : LEAST_TOLD;
      const likely = rank(await listHolders(fingerprints), least).slice(0, limit);
      return (await copies.bulkGet(likely)).flatMap(readCopy);
    },
    async removeOlder(than) {
      // Mostly there is none, and a look costs less than a write.
      const old = await copies.where('copiedAt').below(than).primaryKeys();
      if (old.length > 0) await copies.bulkDelete(old);
    },
    async keepNewest(most) {
      await database.transaction('rw', copies, async () => {
        const surplus = (await copies.orderBy('copiedAt').count()) - most;
        if (surplus <= 0) return;
        await copies.bulkDelete(await copies.orderBy('copiedAt').limit(surplus).primaryKeys());
      });
    },
    count: () => copies.orderBy('copiedAt').count(),
    async clear() {
      await copies.clear();
    },
    watchCount(onCount) {
      const subscription = liveQuery(() => copies.orderBy('copiedAt').count()).subscribe({
        next: onCount,
      });
      return () => subscription.unsubscribe();
    },
  };
}

interface Tally {
  /** of all that it shares with the text */
  told: number;
  /** of what it shares within a stretch, and the most of these */
  near: { at: number; told: number }[];
  most: number;
}

/**
 * The rarer a fingerprint, the more it tells. Copies of the same language share some with any text, here one and there one:
 * those are not read, or a check would take the longer the more copies there are.
 * @param holders of each fingerprint, in the order of the text
 * @returns the keys of the copies that are told often enough within a stretch, the likeliest first
 */
function rank(holders: readonly number[][], least: number): number[] {
  const tallies = new Map<number, Tally>();
  for (const [at, keys] of holders.entries()) {
    if (keys.length >= COMMON) continue;
    const told = Math.min(1, RARE / keys.length);
    for (const key of keys) {
      const known = tallies.get(key) ?? { told: 0, near: [], most: 0 };
      known.near = [...known.near.filter((one) => at - one.at < STRETCH), { at, told }];
      known.most = Math.max(known.most, sum(known.near));
      known.told += told;
      tallies.set(key, known);
    }
  }
  return [...tallies]
    .filter(([, { most }]) => most >= least)
    .sort(([, one], [, other]) => other.told - one.told)
    .map(([key]) => key);
}

function sum(near: Tally['near']): number {
  return near.reduce((total, { told }) => total + told, 0);
}

function isSame(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((value, at) => value === other[at]);
}

/** One that cannot be read must not stand in the way of the others. */
function readCopy(row: CopyRow | undefined): Copy[] {
  const parsed = parse(copySchema, row);
  return parsed.ok ? [parsed.value] : [];
}

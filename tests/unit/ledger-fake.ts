/** A ledger in memory, for tests: the same promises as the one in IndexedDB, with chosen failures. */
import type { Copy } from '../../src/model/reuse/copy.ts';
import type { LedgerStore } from '../../src/platform/ledger-store.ts';

export interface LedgerFakeOptions {
  copies?: Copy[];
  /** called before a copy is saved: may throw */
  onSave?(copy: Copy): void;
}

export function createLedgerFake({ copies = [], onSave }: LedgerFakeOptions = {}): LedgerStore {
  const isSame = (one: Copy, other: Copy) =>
    one.source.url === other.source.url && one.fingerprints.join() === other.fingerprints.join();
  const keep = (wanted: (copy: Copy) => boolean) => {
    copies.splice(0, copies.length, ...copies.filter(wanted));
  };
  return {
    async save(copy) {
      onSave?.(copy);
      keep((one) => !isSame(one, copy));
      copies.push(structuredClone(copy));
    },
    async findCandidates(fingerprints, limit) {
      return copies
        .filter((copy) => copy.fingerprints.some((one) => fingerprints.includes(one)))
        .slice(0, limit);
    },
    async removeOlder(than) {
      keep(({ copiedAt }) => copiedAt >= than);
    },
    async keepNewest(most) {
      const newest = copies.toSorted((one, other) => other.copiedAt - one.copiedAt).slice(0, most);
      keep((copy) => newest.includes(copy));
    },
    count: async () => copies.length,
    clear: async () => keep(() => false),
    watchCount: () => () => undefined,
  };
}

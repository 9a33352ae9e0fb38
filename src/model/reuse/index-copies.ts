/** Copies by their fingerprints, so that of a long list only those are looked at that a text may be from. */
import type { Copy } from './copy.ts';

/** Of fewer shared fingerprints no passage is made. */
const LEAST_SHARED = 2;

/** @returns `find(fingerprints)`: the copies that share some with a text, those that share most first */
export function indexCopies(copies: readonly Copy[]): (fingerprints: readonly number[]) => Copy[] {
  const holders = new Map<number, Copy[]>();
  for (const copy of copies) {
    for (const fingerprint of new Set(copy.fingerprints)) {
      const known = holders.get(fingerprint);
      if (known === undefined) holders.set(fingerprint, [copy]);
      else known.push(copy);
    }
  }
  return (fingerprints) => {
    const shared = new Map<Copy, number>();
    for (const fingerprint of new Set(fingerprints)) {
      for (const copy of holders.get(fingerprint) ?? []) {
        shared.set(copy, (shared.get(copy) ?? 0) + 1);
      }
    }
    return [...shared]
      .filter(([, count]) => count >= LEAST_SHARED)
      .sort(([, one], [, other]) => other - one)
      .map(([copy]) => copy);
  };
}

/** Copies for the tests of what remembers them. */
import type { Copy } from '../../src/model/reuse/copy.ts';
import { makeSource } from './attribution-source.ts';

/** @param fingerprints by which it is known again */
export function makeCopy(
  number: number,
  fingerprints: number[],
  changes: Partial<Copy> & { url?: string } = {},
): Copy {
  const { url = `https://news.example/${number}`, ...others } = changes;
  return {
    id: `urn:uuid:018f0000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`,
    copiedAt: 1_700_000_000_000 + number,
    source: makeSource({ url }),
    words: fingerprints.length * 3,
    articleWords: 900,
    carried: false,
    service: null,
    fingerprints,
    ...others,
  };
}

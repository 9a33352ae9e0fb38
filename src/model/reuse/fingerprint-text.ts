/** The fingerprints by which copies are sought that may stand in a text. */
import { hashShingles, winnow } from './fingerprint.ts';
import type { ReuseText } from './reuse-text.ts';

/** Of a longer text only so many are sought. */
export const MOST_SOUGHT = 20_000;

/** @returns each once, of the text's own words alone */
export function listPageFingerprints({ words, isOwn }: ReuseText): number[] {
  const sought = new Set<number>();
  let run: string[] = [];
  const close = () => {
    for (const hash of winnow(hashShingles(run))) sought.add(hash);
    run = [];
  };
  for (const [at, word] of words.entries()) {
    if (isOwn(at)) run.push(word);
    else if (run.length > 0) close();
  }
  close();
  return [...sought].slice(0, MOST_SOUGHT);
}

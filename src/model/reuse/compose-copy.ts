/** Makes of a copied text what the ledger remembers of it. */
import { NO_ORIGINS } from '../source.ts';
import { type Copy, MOST_FINGERPRINTS } from './copy.ts';
import { hashShingles, winnow } from './fingerprint.ts';
import { splitWords } from './split-words.ts';

/** A copy of fewer words is not known again for certain, and is a quotation. */
const LEAST_WORDS = 12;
/** Characters of a copy that are looked at; what stands behind them is not known again. */
const LONGEST = 400_000;

export interface CopiedText
  extends Pick<Copy, 'id' | 'copiedAt' | 'carried' | 'service' | 'source'> {
  text: string;
  /** of the whole article, '' where it is not known */
  articleText: string;
}

/** @returns null where the text is too short */
export function composeCopy({ text, articleText, source, ...known }: CopiedText): Copy | null {
  const { words } = splitWords(text.slice(0, LONGEST));
  if (words.length < LEAST_WORDS) return null;
  return {
    ...known,
    // Where on its page each thing was stated would be a good part of a page's own words.
    source: { ...source, origins: NO_ORIGINS },
    words: words.length,
    articleWords: splitWords(articleText.slice(0, LONGEST)).words.length,
    fingerprints: [...new Set(winnow(hashShingles(words)))].slice(0, MOST_FINGERPRINTS),
  };
}

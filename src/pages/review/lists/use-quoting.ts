/** How many new reports quote words that are being written: what would be rejected with them. */
import { useEffect, useState } from 'preact/hooks';
import { foldWords } from '../../../model/no-mistake.ts';
import { ANY_CLUSTER } from '../../../platform/editors/clusters.ts';
import type { ReviewApi } from '../../../platform/editors/review-api.ts';
import { LONGEST_SEARCH } from './longest.ts';

/** isWhole: false where there may be more */
export interface Quoting {
  count: number;
  isWhole: boolean;
}

/** ms */
const PAUSE = 400;
const LOOKED_AT = 200;

/**
 * Asked once the words have stood for a moment.
 * @returns null while it is not known, or cannot be
 */
export function useQuoting(api: ReviewApi, words: string, site: string): Quoting | null {
  const [quoting, setQuoting] = useState<Quoting | null>(null);
  const wanted = foldWords(words);
  useEffect(() => {
    setQuoting(null);
    if (wanted === '') return;
    let isCurrent = true;
    const timer = setTimeout(async () => {
      const search = cutSearch(wanted);
      const filter = { ...ANY_CLUSTER, state: 'new' as const, site, search };
      const answer = await api.clusters.list({
        ...{ filter, sort: 'newest', after: null, limit: LOOKED_AT },
      });
      if (!isCurrent || !answer.ok) return;
      const { items, next } = answer.value;
      const count = items
        .filter(({ sample }) => foldWords(sample.exact) === wanted)
        .reduce((sum, { counts }) => sum + counts.new, 0);
      setQuoting({ count, isWhole: next === null });
    }, PAUSE);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [api, wanted, site]);
  return quoting;
}

/** Half a word would still be found, half a character would not. */
function cutSearch(words: string): string {
  return words.length <= LONGEST_SEARCH
    ? words
    : words.slice(0, LONGEST_SEARCH).replace(/\s\S*$|[\ud800-\udbff]$/u, '');
}

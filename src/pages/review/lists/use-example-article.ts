/** A real article of a site: the one that was reported last. */
import { useEffect, useState } from 'preact/hooks';
import { ANY_CLUSTER } from '../../../platform/editors/clusters.ts';
import type { ReviewApi } from '../../../platform/editors/review-api.ts';

/** @returns its URL; '' while it is not known, and where there is none */
export function useExampleArticle(api: ReviewApi, site: string): string {
  const [article, setArticle] = useState('');
  useEffect(() => {
    let isCurrent = true;
    setArticle('');
    const filter = { ...ANY_CLUSTER, site };
    void api.clusters.list({ filter, sort: 'newest', after: null, limit: 1 }).then((answer) => {
      const [newest] = answer.ok ? answer.value.items : [];
      if (!isCurrent || newest === undefined) return;
      const { scope, source } = newest.sample;
      // The site is read from the page around a frame.
      setArticle(scope || source);
    });
    return () => {
      isCurrent = false;
    };
  }, [api, site]);
  return article;
}

/** A real article of a site: the one that was reported last, rather of the site itself than of a subdomain. */
import { useEffect, useState } from 'preact/hooks';
import { ANY_CLUSTER } from '../../../platform/editors/clusters.ts';
import type { ReviewApi } from '../../../platform/editors/review-api.ts';

const LOOKED_AT = 20;

/** @returns its URL; '' while it is not known, and where there is none */
export function useExampleArticle(api: ReviewApi, site: string): string {
  const [article, setArticle] = useState('');
  useEffect(() => {
    let isCurrent = true;
    setArticle('');
    const filter = { ...ANY_CLUSTER, site };
    void api.clusters
      .list({ filter, sort: 'newest', after: null, limit: LOOKED_AT })
      .then((answer) => {
        const items = answer.ok ? answer.value.items : [];
        const newest = items.find((one) => one.site === site) ?? items[0];
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

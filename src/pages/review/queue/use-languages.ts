/** The languages that occur in the queue of a site, for a choice among them. */
import { useEffect, useState } from 'preact/hooks';
import { useTools } from './queue-context.ts';

/** @returns primary subtags; none while they are not known, and where an endpoint does not tell */
export function useLanguages(site: string): readonly string[] {
  const { api } = useTools();
  const [languages, setLanguages] = useState<readonly string[]>([]);
  useEffect(() => {
    let isLatest = true;
    void api.clusters.listLanguages(site).then((answer) => {
      if (isLatest && answer.ok) setLanguages(answer.value);
    });
    return () => {
      isLatest = false;
    };
  }, [api, site]);
  return languages;
}

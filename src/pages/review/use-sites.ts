/** The sites that an editor's token covers, with their settings: asked for once, and held for every page. */
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import type { Failed } from '../../platform/editors/ask-endpoint.ts';
import type { Editor, ReviewApi } from '../../platform/editors/review-api.ts';
import type { SiteSettings } from '../../platform/editors/sites.ts';
import type { Sites } from './page-props.ts';

interface LoadedSites {
  sites: Sites;
  loading: boolean;
  failed: Failed | null;
  reload(): void;
}

export function useSites(api: ReviewApi, editor: Editor): LoadedSites {
  const [items, setItems] = useState<readonly SiteSettings[] | null>(null);
  const [failed, setFailed] = useState<Failed | null>(null);
  const [round, setRound] = useState(0);
  const own = editor.site;

  // biome-ignore lint/correctness/useExhaustiveDependencies: another round asks again
  useEffect(() => {
    let isLatest = true;
    setFailed(null);
    void api.sites.list().then((answer) => {
      if (!isLatest) return;
      if (answer.ok) setItems(answer.value);
      // An endpoint of an earlier version knows of no settings; some tokens may not see them.
      else if (answer.failure === 'gone' || answer.failure === 'forbidden')
        setItems([createSettings(own)]);
      else setFailed(answer);
    });
    return () => {
      isLatest = false;
    };
  }, [api, own, round]);

  const replace = useCallback((item: SiteSettings) => {
    setItems((held) => {
      const others = (held ?? []).filter(({ site }) => site !== item.site);
      return [...others, item].toSorted((one, other) => (one.site < other.site ? -1 : 1));
    });
  }, []);
  const sites = useMemo<Sites>(
    () => ({ items: items ?? [], find: (site) => findSettings(items ?? [], site), replace }),
    [items, replace],
  );
  const reload = useCallback(() => setRound((count) => count + 1), []);
  return { sites, loading: items === null && failed === null, failed, reload };
}

function createSettings(site: string): SiteSettings {
  const own = { editLink: null, publishes: null };
  return { site, editLink: '', publishes: false, own, above: null };
}

/** What is listed for a site, or else for the nearest that it is a part of: the endpoint tells what holds for each. */
export function findSettings(
  items: readonly SiteSettings[],
  site: string,
): SiteSettings | undefined {
  const labels = site.split('.');
  const above = labels.map((_, i) => labels.slice(i).join('.'));
  return above.flatMap((host) => items.filter((item) => item.site === host))[0];
}

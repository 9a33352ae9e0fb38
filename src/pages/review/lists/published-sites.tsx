/** Which sites publish their corrections and where, and which do not. */
import type { SiteSettings } from '../../../platform/editors/sites.ts';
import type { Announce } from '../../../ui/announcer.tsx';
import { useWords } from '../../../ui/words.ts';
import { startPage, writeLocation } from '../location.ts';
import { PublicAddresses } from './public-addresses.tsx';

/** Sites that are named one by one. */
const MOST_NAMED = 5;
/** Sites whose addresses are shown at once. */
const MOST_OPEN = 2;

interface PublishedSitesProps {
  /** of the endpoint, without a slash at its end */
  base: string;
  sites: readonly SiteSettings[];
  /** the one whose corrections are shown; '' for all */
  site: string;
  /** whether the editor may change what is public */
  mayEdit: boolean;
  announce: Announce;
}

export function PublishedSites({ base, sites, site, mayEdit, announce }: PublishedSitesProps) {
  const { t } = useWords();
  const shown = sites.filter((one) => site === '' || one.site === site);
  const open = shown.filter(({ publishes }) => publishes);
  // The pages of a site are about its subdomains as well.
  const published = open.filter(
    (one) => !open.some((above) => one.site.endsWith(`.${above.site}`)),
  );
  const others = shown.filter(({ publishes }) => !publishes).map((one) => one.site);
  if (shown.length === 0) return null;
  return (
    <section class="panel" aria-labelledby="published-sites">
      <h3 id="published-sites">{t('reviewListsPublic')}</h3>
      {published.length > 0 && <p class="quiet">{t('reviewListsPublicLead')}</p>}
      {published.map((one) => (
        <details key={one.site} open={published.length <= MOST_OPEN}>
          <summary>
            <bdi>{one.site}</bdi>
          </summary>
          <PublicAddresses base={base} site={one.site} announce={announce} />
        </details>
      ))}
      {others.length > 0 && (
        <p>
          {others.length > MOST_NAMED
            ? t('reviewListsUnpublishedMany', { count: others.length })
            : t('reviewListsUnpublished', { sites: others.join(', ') })}{' '}
          {mayEdit && <a href={writeLocation(startPage('sites'))}>{t('reviewListsToSites')}</a>}
        </p>
      )}
    </section>
  );
}

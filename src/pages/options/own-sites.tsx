/** The person's own sites, on which what is reused is looked after: those in the settings, and the administrator's. */
import { useWords } from '../../ui/words.ts';
import { AddSite } from './add-site.tsx';
import type { ReuseProps } from './options-deps.ts';
import { focusSection } from './section-heading.tsx';

export function OwnSites({ reuse: { sites }, policy: { reuseSites }, set }: ReuseProps) {
  const { t } = useWords();
  const add = (site: string) => set((current) => ({ ...current, sites: [...current.sites, site] }));
  const remove = (site: string) =>
    set(
      (current) => ({ ...current, sites: current.sites.filter((one) => one !== site) }),
      t('optionsRemoved', { site }),
    );
  return (
    <>
      {sites.length + reuseSites.length > 0 && (
        <ul class="rows">
          {[...sites]
            .sort((a, b) => a.localeCompare(b))
            .map((site) => (
              <li key={`own ${site}`}>
                <bdi dir="ltr">{site}</bdi>
                <button
                  type="button"
                  class="plain"
                  aria-label={t('optionsRemoveSite', { site })}
                  onClick={() => void remove(site).then(() => focusSection('reuse'))}
                >
                  {t('optionsRemove')}
                </button>
              </li>
            ))}
          {reuseSites.map((site) => (
            <li key={`policy ${site}`}>
              <bdi dir="ltr">{site}</bdi>
              <span class="quiet">{t('optionsByPolicy')}</span>
            </li>
          ))}
        </ul>
      )}
      <AddSite taken={[...sites, ...reuseSites]} onAdd={(site) => void add(site)} />
    </>
  );
}

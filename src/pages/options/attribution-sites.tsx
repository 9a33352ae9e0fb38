/** The sites whose copies always, or never, carry their source, whatever the rule for all says. */
import { Switch } from '../../ui/switch.tsx';
import { useWords } from '../../ui/words.ts';
import { AddSite } from './add-site.tsx';
import type { AttributionProps } from './options-deps.ts';
import { focusSection } from './section-heading.tsx';

export function AttributionSites({ attribution: { sites }, set }: AttributionProps) {
  const { t } = useWords();
  const rows = Object.entries(sites).sort(([a], [b]) => a.localeCompare(b));
  const put = (site: string, on: boolean) =>
    set((current) => ({ ...current, sites: { ...current.sites, [site]: on } }));
  const remove = (site: string) =>
    set(
      (current) => {
        const { [site]: _, ...others } = current.sites;
        return { ...current, sites: others };
      },
      t('optionsRemoved', { site }),
    );
  return (
    <>
      {rows.length > 0 && (
        <ul class="rows">
          {rows.map(([site, on]) => (
            <li key={site}>
              <Switch checked={on} onChange={(checked) => void put(site, checked)}>
                <span dir="ltr">{site}</span>
              </Switch>
              <button
                type="button"
                class="plain"
                aria-label={t('optionsRemoveSite', { site })}
                onClick={() => void remove(site).then(() => focusSection('attribution'))}
              >
                {t('optionsRemove')}
              </button>
            </li>
          ))}
        </ul>
      )}
      <AddSite taken={Object.keys(sites)} onAdd={(site) => void put(site, false)} />
    </>
  );
}

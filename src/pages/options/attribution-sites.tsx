/** The sites whose copies always, or never, carry their source, whatever the rule for all says. */
import { useRef, useState } from 'preact/hooks';
import { Field } from '../../ui/field.tsx';
import { Switch } from '../../ui/switch.tsx';
import { useWords } from '../../ui/words.ts';
import type { AttributionProps } from './options-deps.ts';
import { readSiteInput } from './read-site-input.ts';
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

function AddSite({ taken, onAdd }: { taken: string[]; onAdd(site: string): void }) {
  const { t } = useWords();
  const [typed, setTyped] = useState('');
  const [error, setError] = useState('');
  const form = useRef<HTMLFormElement>(null);
  const add = (event: SubmitEvent) => {
    event.preventDefault();
    const site = readSiteInput(typed);
    const wrong =
      site === null ? t('optionsSiteError') : taken.includes(site) ? t('optionsSiteTwice') : '';
    setError(wrong);
    if (site === null || wrong !== '') return form.current?.querySelector('input')?.focus();
    setTyped('');
    onAdd(site);
  };
  return (
    <form class="add" noValidate ref={form} onSubmit={add}>
      <Field
        label={t('optionsSite')}
        hint={t('optionsSiteHint')}
        type="url"
        value={typed}
        error={error}
        onInput={setTyped}
      />
      <button type="submit">{t('optionsAddSite')}</button>
    </form>
  );
}

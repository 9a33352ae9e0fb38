/** When a copy carries its source along: the rule for every site, and the sites that have their own. */
import { useId, useRef, useState } from 'preact/hooks';
import type { Settings } from '../../model/settings.ts';
import { Field } from '../../ui/field.tsx';
import { Switch } from '../../ui/switch.tsx';
import { useWords } from '../../ui/words.ts';
import type { SectionProps } from './options-deps.ts';
import { readSiteInput } from './read-site-input.ts';
import { focusSection, SectionHeading } from './section-heading.tsx';

type Attribution = Settings['attribution'];

const CHOICES = [
  ['always', 'optionsAlways'],
  ['asked', 'optionsAsked'],
  ['never', 'optionsNever'],
] as const;
const MOST_WORDS = 500;

export function AttributionSection({ settings, save }: SectionProps) {
  const { t } = useWords();
  const { attribution } = settings;
  const group = useId();
  const set = (change: (attribution: Attribution) => Attribution, message?: string) =>
    save((current) => ({ ...current, attribution: change(current.attribution) }), message);
  return (
    <section aria-labelledby="attribution">
      <SectionHeading id="attribution">{t('optionsAttribution')}</SectionHeading>
      <fieldset>
        <legend>{t('optionsWhen')}</legend>
        {CHOICES.map(([when, label]) => (
          <label key={when} class="choice">
            <input
              type="radio"
              name={group}
              checked={attribution.when === when}
              onChange={() => void set((current) => ({ ...current, when }))}
            />
            {t(label)}
          </label>
        ))}
      </fieldset>
      <MinWords
        minWords={attribution.minWords}
        onChange={(minWords) => void set((current) => ({ ...current, minWords }))}
      />
      <h3>{t('optionsSites')}</h3>
      <p class="quiet">{t('optionsSitesHint')}</p>
      <Sites sites={attribution.sites} set={set} />
    </section>
  );
}

function MinWords({ minWords, onChange }: { minWords: number; onChange(value: number): void }) {
  const { t } = useWords();
  const [typed, setTyped] = useState<string | null>(null);
  const [error, setError] = useState('');
  const commit = (value: string) => {
    const words = Number(value);
    const fits = /^\d+$/.test(value) && words >= 1 && words <= MOST_WORDS;
    setError(fits ? '' : t('optionsMinWordsError', { limit: MOST_WORDS }));
    if (!fits) return;
    setTyped(null);
    onChange(words);
  };
  return (
    <Field
      label={t('optionsMinWords')}
      hint={t('optionsMinWordsHint')}
      type="number"
      narrow
      limits={{ min: 1, max: MOST_WORDS }}
      value={typed ?? String(minWords)}
      error={error}
      onInput={setTyped}
      onCommit={commit}
    />
  );
}

interface SitesProps {
  sites: Attribution['sites'];
  set(change: (attribution: Attribution) => Attribution, message?: string): Promise<void>;
}

function Sites({ sites, set }: SitesProps) {
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

/** One of the sites that the editor's token covers, where there is more than one to choose from. */
import { useId } from 'preact/hooks';
import { useWords } from '../../../ui/words.ts';

interface SiteSelectProps {
  label: string;
  sites: readonly string[];
  value: string;
  /** what the first option, '', is called; without it there is none */
  all?: string;
  onChange(site: string): void;
}

export function SiteSelect({ label, sites, value, all, onChange }: SiteSelectProps) {
  const id = useId();
  const { t } = useWords();
  // One that came with an address stays to be seen, whether or not it is known.
  const known = value === '' || sites.includes(value) ? sites : [value, ...sites];
  if (known.length < 2) return null;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {all !== undefined && <option value="">{all}</option>}
        {known.map((site) => (
          <option key={site} value={site}>
            {site}
          </option>
        ))}
      </select>
      <p class="hint">{t('reviewListsSiteHint')}</p>
    </div>
  );
}

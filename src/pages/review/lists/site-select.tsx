/** One of the sites that the editor's token covers, where there is more than one to choose from. */
import { useId } from 'preact/hooks';

interface SiteSelectProps {
  label: string;
  sites: readonly string[];
  value: string;
  /** what the first option, '', is called; without it there is none */
  all?: string;
  hint?: string;
  onChange(site: string): void;
}

export function SiteSelect({ label, sites, value, all, hint, onChange }: SiteSelectProps) {
  const id = useId();
  // One that came with an address stays to be seen, whether or not it is known.
  const known = value === '' || sites.includes(value) ? sites : [value, ...sites];
  if (known.length < 2) return null;
  return (
    <div class="field site-select">
      <label for={id}>{label}</label>
      <select
        id={id}
        value={value}
        {...(hint === undefined ? {} : { 'aria-describedby': `${id}-hint` })}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {all !== undefined && <option value="">{all}</option>}
        {known.map((site) => (
          <option key={site} value={site}>
            {site}
          </option>
        ))}
      </select>
      {hint !== undefined && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}

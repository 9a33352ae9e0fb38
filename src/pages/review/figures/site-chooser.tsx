/** Of which of the editor's sites the figures are; nothing where there is one alone. */
import { useId } from 'preact/hooks';
import type { SiteSettings } from '../../../platform/editors/sites.ts';
import { useWords } from '../../../ui/words.ts';

interface SiteChooserProps {
  sites: readonly SiteSettings[];
  /** '' for all */
  site: string;
  onSite(site: string): void;
}

export function SiteChooser({ sites, site, onSite }: SiteChooserProps) {
  const { t } = useWords();
  const id = useId();
  const names = sites.map((item) => item.site);
  // One that a link has named is there to be left, too.
  const known = site === '' || names.includes(site) ? names : [site, ...names];
  if (known.length < 2) return null;
  return (
    <div class="site-chooser">
      <label for={id}>{t('reviewFiguresSite')}</label>
      <select id={id} value={site} onChange={(event) => onSite(event.currentTarget.value)}>
        <option value="">{t('reviewFiguresAllSites')}</option>
        {known.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}

/** What the reports are narrowed to, each part with a way to do without it. */
import { useRef } from 'preact/hooks';
import type { ClusterFilter } from '../../../platform/editors/clusters.ts';
import { useWords } from '../../../ui/words.ts';
import { type DeskLocation, startPage, writeLocation } from '../location.ts';
import { describeFilter } from './describe-filter.ts';

interface FilterPartsProps {
  location: DeskLocation;
  ownSite: string;
  onFilter(filter: ClusterFilter): void;
}

export function FilterParts({ location, ownSite, onFilter }: FilterPartsProps) {
  const { t, locale } = useWords();
  const { filter } = location;
  const parts = describeFilter(filter, t, locale);
  const heading = useRef<HTMLHeadingElement>(null);
  const remove = (rest: ClusterFilter) => {
    onFilter(rest);
    // The button goes with its part.
    heading.current?.focus();
  };
  return (
    <section class="panel" aria-labelledby="export-filter">
      <h3 id="export-filter" ref={heading} tabIndex={-1}>
        {t('reviewExportWhich')}
      </h3>
      {parts.length === 0 ? (
        <p>{t('reviewExportAll', { site: ownSite })}</p>
      ) : (
        <ul class="parts">
          {parts.map(({ name, label, value, rest }) => (
            <li key={name} class="part">
              <span>{label}:</span> <bdi>{value}</bdi>
              <button
                type="button"
                class="plain"
                aria-label={t('reviewExportWithout', { part: label, value })}
                onClick={() => remove(rest)}
              >
                <span aria-hidden="true">×</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {filter.state === null && filter.page !== '' && (
        <p class="quiet">{t('reviewExportArticleStates')}</p>
      )}
      <p>
        <a href={writeLocation({ ...startPage('queue'), filter, sort: location.sort })}>
          {t('reviewExportToQueue')}
        </a>
      </p>
    </section>
  );
}

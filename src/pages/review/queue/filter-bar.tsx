/**
 * What of the queue is shown, and in which order. All of it lives in the page's address, so that it can be linked and gone
 * back to. On narrow screens what is seldom changed is folded away behind a button that says how much of it is set.
 */
import { useState } from 'preact/hooks';
import { nameKind } from '../../../model/kind-names.ts';
import { REPORT_KINDS } from '../../../model/report.ts';
import {
  ANY_CLUSTER,
  CLUSTER_SORTS,
  type ClusterFilter,
} from '../../../platform/editors/clusters.ts';
import { useWords } from '../../../ui/words.ts';
import { nameLanguage } from '../lists/name-language.ts';
import type { DeskLocation } from '../location.ts';
import type { Go } from '../use-location.ts';
import { ArticleChip } from './article-chip.tsx';
import { Choice } from './choice.tsx';
import { useTools } from './queue-context.ts';
import { SearchField } from './search-field.tsx';
import { useLanguages } from './use-languages.ts';

interface FilterBarProps {
  location: DeskLocation;
  go: Go;
}

const SORT_NAMES = {
  newest: 'reviewQueueSortNewest',
  oldest: 'reviewQueueSortOldest',
  readers: 'reviewQueueSortReaders',
  article: 'reviewQueueSortArticle',
} as const;

export function FilterBar({ location, go }: FilterBarProps) {
  const { t, locale } = useWords();
  const { sites } = useTools();
  const { filter, sort } = location;
  const languages = useLanguages(filter.site);
  const [isOpen, setOpen] = useState(false);

  const set = (changes: Partial<ClusterFilter>) =>
    go({ ...location, filter: { ...filter, ...changes }, open: null });
  const search = (words: string) => {
    // What is being typed is one step back, not one for each letter.
    const replace = words !== '' && filter.search !== '';
    go({ ...location, filter: { ...filter, search: words }, open: null }, { replace });
  };
  const active = countActive(filter);
  const hosts = sites.items.map(({ site }) => site);
  return (
    <div class={isOpen ? 'filter-bar open' : 'filter-bar'}>
      <SearchField
        value={filter.search}
        onSearch={search}
        onArticle={(page) => set({ page, search: '' })}
      />
      <button
        type="button"
        class="unfold"
        aria-expanded={isOpen}
        aria-controls="queue-filters"
        onClick={() => setOpen(!isOpen)}
      >
        {active === 0 ? t('reviewQueueFilters') : t('reviewQueueFiltersSet', { count: active })}
      </button>
      <div class="choices" id="queue-filters">
        <Choice
          label={t('dialogKind')}
          value={filter.kind}
          options={[
            ['', t('reviewQueueAnyKind')],
            ...REPORT_KINDS.map((kind) => [kind, nameKind(kind, t)] as const),
          ]}
          onChange={(kind) => set({ kind })}
        />
        {(hosts.length > 1 || filter.site !== '') && (
          <Choice
            label={t('reviewQueueSite')}
            value={filter.site}
            options={[
              ['', t('reviewListsAllSites')],
              ...hosts.map((host) => [host, host] as const),
            ]}
            onChange={(site) => set({ site })}
          />
        )}
        {(languages.length > 1 || filter.language !== '') && (
          <Choice
            label={t('reviewQueueLanguage')}
            value={filter.language}
            options={[
              ['', t('reviewQueueAnyLanguage')],
              ...languages.map((one) => [one, nameLanguage(one, t, locale)] as const),
              ['und', nameLanguage('und', t, locale)],
            ]}
            onChange={(language) => set({ language })}
          />
        )}
        <Choice
          label={t('reviewQueueSort')}
          value={sort}
          options={CLUSTER_SORTS.map((one) => [one, t(SORT_NAMES[one])] as const)}
          onChange={(value) => {
            const next = CLUSTER_SORTS.find((one) => one === value);
            if (next !== undefined) go({ ...location, sort: next, open: null });
          }}
        />
        {active > 0 && (
          <button
            type="button"
            class="plain"
            onClick={() => set({ ...ANY_CLUSTER, state: filter.state })}
          >
            {t('reviewQueueClear')}
          </button>
        )}
      </div>
      {filter.page !== '' && <ArticleChip page={filter.page} onAll={() => set({ page: '' })} />}
    </div>
  );
}

/** How many of the filters are set, the state aside, which is always seen. */
export function countActive({ kind, site, page, language, search }: ClusterFilter): number {
  return [kind, site, page, language, search].filter((part) => part !== '').length;
}

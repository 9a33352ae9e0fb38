/** A filter of the queue in words, part by part, and what is left without each. */
import { nameKind } from '../../../model/kind-names.ts';
import type { Translate } from '../../../model/translate.ts';
import { ANY_CLUSTER, type ClusterFilter } from '../../../platform/editors/clusters.ts';
import { STATE_NAMES } from '../../../ui/report-states.ts';
import { formatAddress } from '../../../ui/web-link.tsx';
import { nameLanguage } from './name-language.ts';

export interface FilterPart {
  name: keyof ClusterFilter;
  /** what is narrowed: "State" */
  label: string;
  /** to what: "New" */
  value: string;
  /** the filter without this part */
  rest: ClusterFilter;
}

/** @returns the parts that narrow, in the order in which they are read; none for all there is */
export function describeFilter(filter: ClusterFilter, t: Translate, locale: string): FilterPart[] {
  const { state, kind, site, page, language, search } = filter;
  const parts: Pick<FilterPart, 'name' | 'label' | 'value'>[] = [
    { name: 'state', label: t('reviewFilter'), value: state === null ? '' : t(STATE_NAMES[state]) },
    { name: 'kind', label: t('reviewExportKind'), value: nameKind(kind, t) || kind },
    { name: 'site', label: t('optionsSite'), value: site },
    { name: 'page', label: t('reviewExportArticle'), value: formatAddress(page) },
    {
      name: 'language',
      label: t('fieldLanguage'),
      value: language === '' ? '' : nameLanguage(language, t, locale),
    },
    { name: 'search', label: t('reviewExportSearch'), value: search.trim() },
  ];
  return parts
    .filter(({ value }) => value !== '')
    .map((part) => ({ ...part, rest: { ...filter, [part.name]: ANY_CLUSTER[part.name] } }));
}

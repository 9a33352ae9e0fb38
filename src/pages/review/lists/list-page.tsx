/** A page with a list of what editors have said in public: what it is about, which site's it is, and its rows. */
import type { ComponentChild, ComponentChildren } from 'preact';
import { Announcer, type useAnnouncer } from '../../../ui/announcer.tsx';
import { useWords } from '../../../ui/words.ts';
import type { PageProps } from '../page-props.ts';
import './lists.css';
import { PagedItems } from './paged-items.tsx';
import { SiteSelect } from './site-select.tsx';
import type { PagedList } from './use-paged-list.ts';

interface ListPageProps<T> extends Pick<PageProps, 'sites' | 'location' | 'go'> {
  title: string;
  lead: string;
  /** what is said of a list that has nothing */
  empty: string;
  /** the scope that the editor's token would need to change something; '' where it has it */
  lacks: string;
  list: PagedList<T>;
  announcer: ReturnType<typeof useAnnouncer>;
  /** stands above the list */
  above: ComponentChildren;
  /** @returns the item's `li`, with a key */
  children(item: T): ComponentChild;
}

export function ListPage<T>(props: ListPageProps<T>) {
  const { title, lead, empty, lacks, list, announcer, above, children } = props;
  const { sites, location, go } = props;
  const { t } = useWords();
  return (
    <div class="lists">
      <h2>{title}</h2>
      <p class="lead">{lead}</p>
      {lacks !== '' && <p class="quiet">{t('reviewListsReadOnly', { scope: lacks })}</p>}
      {above}
      <SiteSelect
        label={t('reviewListsShownSite')}
        sites={sites.items.map(({ site }) => site)}
        value={location.filter.site}
        all={t('reviewListsAllSites')}
        onChange={(site) =>
          go({ ...location, filter: { ...location.filter, site } }, { replace: true })
        }
      />
      <PagedItems list={list} label={title} empty={empty} announce={announcer.announce}>
        {children}
      </PagedItems>
      <Announcer message={announcer.message} />
    </div>
  );
}

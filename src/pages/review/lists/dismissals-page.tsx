/** "Not a mistake": the words that readers report and that are right, such as names, with the reason they are given. */
import { Announcer, useAnnouncer } from '../../../ui/announcer.tsx';
import { useNow } from '../../../ui/time.ts';
import { useWords } from '../../../ui/words.ts';
import { describeFailure } from '../describe-failure.ts';
import type { PageProps } from '../page-props.ts';
import { AddDismissal } from './add-dismissal.tsx';
import { DismissalRow } from './dismissal-row.tsx';
import './lists.css';
import { PagedItems } from './paged-items.tsx';
import { SiteSelect } from './site-select.tsx';
import { type ListedDismissal, nameDismissal, useDismissals } from './use-dismissals.ts';

export function DismissalsPage({ api, editor, sites, location, go }: PageProps) {
  const { t } = useWords();
  const { site } = location.filter;
  const { list, add, remove } = useDismissals(api, site);
  const { message, announce } = useAnnouncer();
  const now = useNow();
  const mayEdit = editor.scopes.includes('edit');
  const names = sites.items.map((one) => one.site);

  const put = async ({ words, site: own }: ListedDismissal, reason: string, said: string) => {
    const answer = await add({ words, site: own, reason, apply: false });
    if (!answer.ok) return describeFailure(answer, t);
    announce(said);
    return '';
  };
  const take = async (item: ListedDismissal) => {
    const answer = await remove(item);
    if (!answer.ok) return describeFailure(answer, t);
    announce(t('reviewListsRemovedSaid'));
    return '';
  };
  return (
    <div class="lists">
      <h2>{t('reviewDeskDismissals')}</h2>
      <p class="lead">{t('reviewListsDismissalsLead')}</p>
      {mayEdit ? (
        <AddDismissal
          {...{ api, site }}
          sites={names}
          listed={list.items}
          ownSite={editor.site}
          onAdd={add}
        />
      ) : (
        <p class="quiet">{t('reviewListsReadOnly', { scope: 'edit' })}</p>
      )}
      <SiteSelect
        label={t('reviewListsShownSite')}
        sites={names}
        value={site}
        all={t('reviewListsAllSites')}
        onChange={(chosen) =>
          go({ ...location, filter: { ...location.filter, site: chosen } }, { replace: true })
        }
      />
      <PagedItems
        list={list}
        label={t('reviewDeskDismissals')}
        empty={t('reviewListsDismissalsEmpty')}
        announce={announce}
      >
        {(item) => (
          <DismissalRow
            key={nameDismissal(item)}
            item={item}
            now={now}
            mayEdit={mayEdit}
            onRemove={() => take(item)}
            onRestore={() => put(item, item.reason, t('reviewListsRestored'))}
            onReason={(reason) => put(item, reason, t('reviewListsReasonSaved'))}
          />
        )}
      </PagedItems>
      <Announcer message={message} />
    </div>
  );
}

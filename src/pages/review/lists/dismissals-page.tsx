/** "Not a mistake": the words that readers report and that are right, such as names, with the reason they are given. */
import type { Dismissal } from '../../../platform/editors/dismissals.ts';
import { useAnnouncer } from '../../../ui/announcer.tsx';
import { useNow } from '../../../ui/time.ts';
import { useWords } from '../../../ui/words.ts';
import type { PageProps } from '../page-props.ts';
import { AddDismissal } from './add-dismissal.tsx';
import { DismissalRow } from './dismissal-row.tsx';
import { ListPage } from './list-page.tsx';
import { nameDismissal, useDismissals } from './use-dismissals.ts';
import { useTelling } from './use-telling.ts';

export function DismissalsPage({ api, editor, sites, location, go, isShown }: PageProps) {
  const { t } = useWords();
  const { site } = location.filter;
  const { list, add, remove } = useDismissals(api, site, isShown);
  const announcer = useAnnouncer();
  const tell = useTelling(announcer.announce);
  const now = useNow();
  const mayEdit = editor.scopes.includes('edit');
  const put = ({ words, site }: Dismissal, reason: string) =>
    add({ words, site, reason, apply: false });
  return (
    <ListPage
      {...{ sites, location, go, list, announcer }}
      title={t('reviewDeskDismissals')}
      lead={t('reviewListsDismissalsLead')}
      empty={t('reviewListsDismissalsEmpty')}
      lacks={mayEdit ? '' : 'edit'}
      above={
        mayEdit && (
          <AddDismissal
            {...{ api, site, isShown }}
            sites={sites.items.map((one) => one.site)}
            listed={list.items}
            ownSite={editor.site}
            onAdd={add}
          />
        )
      }
    >
      {(item) => (
        <DismissalRow
          key={nameDismissal(item)}
          {...{ item, now, mayEdit }}
          onText={(reason) => tell(put(item, reason), t('reviewListsReasonSaved'))}
          onTake={() => tell(remove(item), t('reviewListsRemovedSaid'))}
          onPutBack={() => tell(put(item, item.reason), t('reviewListsRestored'))}
        />
      )}
    </ListPage>
  );
}

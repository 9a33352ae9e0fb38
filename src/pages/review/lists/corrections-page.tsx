/** "Corrections": what the editors have published of the mistakes that readers found, and where readers see it. */
import { useAnnouncer } from '../../../ui/announcer.tsx';
import { useNow } from '../../../ui/time.ts';
import { useWords } from '../../../ui/words.ts';
import type { PageProps } from '../page-props.ts';
import { ListPage } from './list-page.tsx';
import { NoteRow } from './note-row.tsx';
import { PublishedSites } from './published-sites.tsx';
import { nameNote, useNotes } from './use-notes.ts';
import { usePlaces } from './use-places.ts';
import { useTelling } from './use-telling.ts';

export function CorrectionsPage(props: PageProps) {
  const { api, base, editor, sites, location, go, isShown } = props;
  const { t } = useWords();
  const { site } = location.filter;
  const { list, put, withdraw } = useNotes(api, site, isShown);
  const findPlace = usePlaces(api, list.items, isShown);
  const announcer = useAnnouncer();
  const tell = useTelling(announcer.announce);
  const now = useNow();
  const mayEdit = editor.scopes.includes('decide');
  return (
    <ListPage
      {...{ sites, location, go, list, announcer }}
      title={t('reviewDeskCorrections')}
      lead={t('reviewListsCorrectionsLead')}
      empty={t('reviewListsCorrectionsEmpty')}
      lacks={mayEdit ? '' : 'decide'}
      above={
        <PublishedSites
          {...{ base, site }}
          sites={sites.items}
          mayEdit={editor.scopes.includes('edit')}
          announce={announcer.announce}
        />
      }
    >
      {(note) => (
        <NoteRow
          key={nameNote(note)}
          item={note}
          placed={findPlace(note)}
          {...{ now, mayEdit }}
          onText={(text) => tell(put(note, text), t('reviewListsNoteSaved'))}
          onTake={() => tell(withdraw(note), t('reviewListsWithdrawnSaid'))}
          onPutBack={() => tell(put(note, note.text), t('reviewListsRepublished'))}
        />
      )}
    </ListPage>
  );
}

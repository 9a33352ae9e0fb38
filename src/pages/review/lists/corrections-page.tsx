/** "Corrections": what the editors have published of the mistakes that readers found, and where readers see it. */
import { Announcer, useAnnouncer } from '../../../ui/announcer.tsx';
import { useNow } from '../../../ui/time.ts';
import { useWords } from '../../../ui/words.ts';
import { describeFailure } from '../describe-failure.ts';
import type { PageProps } from '../page-props.ts';
import './lists.css';
import { NoteRow } from './note-row.tsx';
import { PagedItems } from './paged-items.tsx';
import { PublishedSites } from './published-sites.tsx';
import { SiteSelect } from './site-select.tsx';
import { type ListedNote, nameNote, useNotes } from './use-notes.ts';
import { usePlaces } from './use-places.ts';

export function CorrectionsPage({ api, base, editor, sites, location, go }: PageProps) {
  const { t } = useWords();
  const { site } = location.filter;
  const { list, put, withdraw } = useNotes(api, site);
  const findPlace = usePlaces(api, list.items);
  const { message, announce } = useAnnouncer();
  const now = useNow();
  const mayDecide = editor.scopes.includes('decide');

  const publish = async (note: ListedNote, text: string, said: string) => {
    const answer = await put(note, text);
    if (!answer.ok) return describeFailure(answer, t);
    announce(said);
    return '';
  };
  const take = async (note: ListedNote) => {
    const answer = await withdraw(note);
    if (!answer.ok) return describeFailure(answer, t);
    announce(t('reviewListsWithdrawnSaid'));
    return '';
  };
  return (
    <div class="lists">
      <h2>{t('reviewDeskCorrections')}</h2>
      <p class="lead">{t('reviewListsCorrectionsLead')}</p>
      {!mayDecide && <p class="quiet">{t('reviewListsReadOnly', { scope: 'decide' })}</p>}
      <PublishedSites
        sites={sites.items}
        {...{ base, site, announce }}
        mayEdit={editor.scopes.includes('edit')}
      />
      <SiteSelect
        label={t('reviewListsShownSite')}
        sites={sites.items.map((one) => one.site)}
        value={site}
        all={t('reviewListsAllSites')}
        onChange={(chosen) =>
          go({ ...location, filter: { ...location.filter, site: chosen } }, { replace: true })
        }
      />
      <PagedItems
        list={list}
        label={t('reviewDeskCorrections')}
        empty={t('reviewListsCorrectionsEmpty')}
        announce={announce}
      >
        {(item) => (
          <NoteRow
            key={nameNote(item)}
            item={item}
            placed={findPlace(item)}
            now={now}
            mayDecide={mayDecide}
            onText={(text) => publish(item, text, t('reviewListsNoteSaved'))}
            onWithdraw={() => take(item)}
            onRepublish={() => publish(item, item.text, t('reviewListsRepublished'))}
          />
        )}
      </PagedItems>
      <Announcer message={message} />
    </div>
  );
}

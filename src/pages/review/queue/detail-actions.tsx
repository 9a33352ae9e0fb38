/** What can be done beside deciding: correct the words, publish a note, go to the article, or see all that is reported of it. */
import { composeEditLink } from '../../../model/edit-link.ts';
import type { Cluster } from '../../../platform/editors/clusters.ts';
import { WebLink } from '../../../ui/web-link.tsx';
import { useWords } from '../../../ui/words.ts';
import { startPage, writeLocation } from '../location.ts';
import { composePlaceUrl } from '../place-url.ts';
import { useTools } from './queue-context.ts';
import type { Row } from './rows.ts';

export function DetailActions({ row, cluster }: { row: Row; cluster: Cluster }) {
  const { t } = useWords();
  const { may, sites, location, openPanel, hasKeys } = useTools();
  const { key, state } = row;
  const { sample, site, kind, note } = cluster;
  const template = sites.find(site)?.editLink ?? '';
  // What stands in a frame may come from any host; the site is that of the page around it.
  const editUrl = template === '' ? null : composeEditLink(template, sample.scope || sample.source);
  const filter = {
    ...startPage('queue').filter,
    state: location.filter.state,
    page: sample.source,
  };
  // What is public can be changed always, also once somebody has reported the mistake again.
  const canHaveNote = note !== '' || state === 'accepted' || state === 'fixed';
  const mayNote = may.decide && canHaveNote;
  const noteButton = mayNote && (
    <button
      type="button"
      class={kind === 'fact' && note === '' ? 'primary' : ''}
      onClick={() => openPanel({ key, kind: 'note' })}
    >
      {note === '' ? t('reviewQueueNote') : t('reviewListsEditNote')}
    </button>
  );
  return (
    <div class="actions">
      {kind === 'fact' && noteButton}
      {may.decide && (
        <button
          type="button"
          {...(hasKeys ? { 'aria-keyshortcuts': 'e' } : {})}
          onClick={() => openPanel({ key, kind: 'correct' })}
        >
          {t('reviewQueueCorrect')}
        </button>
      )}
      {kind !== 'fact' && noteButton}
      <WebLink href={composePlaceUrl(sample)}>{t('reviewQueueOpen')}</WebLink>
      {sample.scope !== '' && <WebLink href={sample.scope}>{t('reviewQueueOpenAround')}</WebLink>}
      {editUrl !== null && <WebLink href={editUrl}>{t('reviewQueueEditArticle')}</WebLink>}
      <a href={writeLocation({ ...startPage('queue'), filter })}>{t('reviewQueueOnlyArticle')}</a>
    </div>
  );
}

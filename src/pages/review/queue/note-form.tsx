/**
 * What readers can read of a corrected mistake, on the site's public page of corrections. Of facts it is most wanted; where
 * the site publishes none, it is said where that is switched on. What was written before can be changed all the same.
 */
import { useState } from 'preact/hooks';
import type { Cluster } from '../../../platform/editors/clusters.ts';
import { useWords } from '../../../ui/words.ts';
import { describeFailure } from '../describe-failure.ts';
import { LONGEST_NOTE } from '../lists/longest.ts';
import { startPage, writeLocation } from '../location.ts';
import { type Panel, useTools } from './queue-context.ts';
import { RowForm } from './row-form.tsx';
import type { Row } from './rows.ts';
import { TextArea } from './text-area.tsx';
import { useDraft } from './use-draft.ts';

export function NoteForm({ row, cluster }: { row: Row; cluster: Cluster }) {
  const { t } = useWords();
  const { api, queue, sites, announce, closePanel } = useTools();
  const panel = { key: row.key, kind: 'note' } as const;
  const [text, setText] = useDraft(panel, 'text', cluster.note);
  const [error, setError] = useState('');
  const [isBusy, setBusy] = useState(false);
  const { address, key } = row;

  const send = async (change: Promise<{ ok: true } | Parameters<typeof describeFailure>[0]>) => {
    setBusy(true);
    const answer = await change;
    setBusy(false);
    queue.mark(key);
    if (!answer.ok) return setError(describeFailure(answer, t));
    closePanel(panel);
    announce(t('reviewQueueNoteSaved'));
  };

  const isPublic = sites.find(cluster.site)?.publishes === true;
  if (!isPublic && cluster.note === '') return <Unpublished panel={panel} site={cluster.site} />;
  return (
    <RowForm
      panel={panel}
      label={t('reviewQueueNote')}
      submit={t('reviewQueuePublish')}
      isBusy={isBusy}
      onSubmit={() => {
        const said = text.trim();
        if (said === '') setError(t('reviewListsTextError'));
        else void send(api.notes.put(address, said));
      }}
      actions={
        cluster.note !== '' && (
          <button type="button" class="plain" onClick={() => void send(api.notes.remove(address))}>
            {t('reviewListsWithdraw')}
          </button>
        )
      }
    >
      <TextArea
        label={t('reviewListsNoteText')}
        hint={t('reviewListsNoteHint')}
        value={text}
        most={LONGEST_NOTE}
        language={cluster.sample.language}
        error={error}
        onInput={setText}
      />
      {!isPublic && <p class="quiet">{t('reviewQueueUnpublished', { site: cluster.site })}</p>}
    </RowForm>
  );
}

function Unpublished({ panel, site }: { panel: Panel; site: string }) {
  const { t } = useWords();
  const { may, closePanel } = useTools();
  return (
    <div class="row-form" ref={focusNote} tabIndex={-1}>
      <p>{t('reviewQueueUnpublished', { site })}</p>
      <div class="actions">
        {may.edit && <a href={writeLocation(startPage('sites'))}>{t('reviewQueueToSites')}</a>}
        <button type="button" onClick={() => closePanel(panel)}>
          {t('reviewDeskClose')}
        </button>
      </div>
    </div>
  );
}

function focusNote(note: HTMLElement | null): void {
  note?.focus();
}

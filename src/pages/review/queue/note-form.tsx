/**
 * What readers can read of a corrected mistake, on the site's public page of corrections. Of facts it is most wanted; where
 * the site publishes none, it is said where that is switched on.
 */
import { useState } from 'preact/hooks';
import type { Cluster } from '../../../platform/editors/clusters.ts';
import { useWords } from '../../../ui/words.ts';
import { describeFailure } from '../describe-failure.ts';
import { LONGEST_NOTE } from '../lists/longest.ts';
import { startPage, writeLocation } from '../location.ts';
import { useTools } from './queue-context.ts';
import { RowForm } from './row-form.tsx';
import type { Row } from './rows.ts';
import { TextArea } from './text-area.tsx';
import { useDraft } from './use-draft.ts';

export function NoteForm({ row, cluster }: { row: Row; cluster: Cluster }) {
  const { t } = useWords();
  const { api, queue, sites, announce, openPanel } = useTools();
  const [text, setText] = useDraft('note', cluster.note);
  const [error, setError] = useState('');
  const [isBusy, setBusy] = useState(false);
  const { address, key } = row;

  const send = async (change: Promise<{ ok: true } | Parameters<typeof describeFailure>[0]>) => {
    setBusy(true);
    const answer = await change;
    setBusy(false);
    queue.mark(key);
    if (!answer.ok) return setError(describeFailure(answer, t));
    openPanel(null);
    announce(t('reviewQueueNoteSaved'));
  };

  if (sites.find(cluster.site)?.publishes !== true) return <Unpublished site={cluster.site} />;
  return (
    <RowForm
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
    </RowForm>
  );
}

function Unpublished({ site }: { site: string }) {
  const { t } = useWords();
  const { may, openPanel } = useTools();
  return (
    <div class="row-form" ref={focusNote} tabIndex={-1}>
      <p>{t('reviewQueueUnpublished', { site })}</p>
      <div class="actions">
        {may.edit && <a href={writeLocation(startPage('sites'))}>{t('reviewQueueToSites')}</a>}
        <button type="button" onClick={() => openPanel(null)}>
          {t('reviewDeskClose')}
        </button>
      </div>
    </div>
  );
}

function focusNote(note: HTMLElement | null): void {
  note?.focus();
}

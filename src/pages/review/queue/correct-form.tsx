/** An editor's own words in the place of a mistake, before what readers propose; what it changes is shown while typing. */
import { useState } from 'preact/hooks';
import type { Cluster } from '../../../platform/editors/clusters.ts';
import { Change } from '../../../ui/correction.tsx';
import { useWords } from '../../../ui/words.ts';
import { useTools } from './queue-context.ts';
import { readProposed } from './read-proposed.ts';
import { RowForm } from './row-form.tsx';
import type { Row } from './rows.ts';
import { TextArea } from './text-area.tsx';
import { useDraft } from './use-draft.ts';

/** Characters (UTF-16 units) of a correction that the endpoint takes. */
const LONGEST = 5_000;

export function CorrectForm({ row, cluster }: { row: Row; cluster: Cluster }) {
  const { t } = useWords();
  const { perform } = useTools();
  const panel = { key: row.key, kind: 'correct' } as const;
  const { exact, language } = cluster.sample;
  const [text, setText] = useDraft(panel, 'correction', readProposed(cluster) || exact);
  const [error, setError] = useState('');
  const save = (correction: string) =>
    void perform(row.key, { kind: 'correction', text: correction }, panel.kind);
  return (
    <RowForm
      panel={panel}
      label={t('reviewQueueCorrect')}
      submit={t('reviewListsSave')}
      isBusy={row.deed !== null}
      onSubmit={() => {
        if (text.trim() === '') setError(t('reviewListsTextError'));
        else save(text.trim());
      }}
      actions={
        cluster.edited !== null && (
          <button type="button" class="plain" onClick={() => save('')}>
            {t('reviewQueueUncorrect')}
          </button>
        )
      }
    >
      <TextArea
        label={t('dialogCorrection')}
        hint={t('reviewQueueCorrectHint')}
        value={text}
        most={LONGEST}
        language={language}
        error={error}
        onInput={setText}
      />
      <p class="sentence" dir="auto" aria-hidden="true">
        <Change exact={exact} correction={text} />
      </p>
    </RowForm>
  );
}

/** Rejects a cluster, with a reason; its words can be put on the site's list of what is no mistake at the same time. */
import type { Cluster } from '../../../platform/editors/clusters.ts';
import { useWords } from '../../../ui/words.ts';
import { LONGEST_WORDS } from '../lists/longest.ts';
import { shorten } from './describe-told.ts';
import { useTools } from './queue-context.ts';
import { ReasonField } from './reason-field.tsx';
import { RowForm } from './row-form.tsx';
import type { Row } from './rows.ts';
import { useDraft } from './use-draft.ts';

export function RejectForm({ row, cluster }: { row: Row; cluster: Cluster }) {
  const { t } = useWords();
  const { may, reasons, perform } = useTools();
  const panel = { key: row.key, kind: 'reject' } as const;
  const [reason, setReason] = useDraft(panel, 'reason', '');
  const [dismissing, setDismissing] = useDraft(panel, 'dismiss', '');
  const dismiss = dismissing !== '';
  const { site, sample } = cluster;
  const words = sample.exact.trim();
  return (
    <RowForm
      panel={panel}
      label={t('reviewReject')}
      submit={t('reviewReject')}
      isBusy={row.deed !== null}
      onSubmit={() => {
        const verdict = { state: 'rejected' as const, reason: reason.trim(), dismiss };
        void perform(row.key, { kind: 'verdict', verdict }, panel.kind);
      }}
    >
      <ReasonField value={reason} reasons={reasons} onInput={setReason} />
      {may.edit && words !== '' && words.length <= LONGEST_WORDS && (
        <label class="choice">
          <input
            type="checkbox"
            checked={dismiss}
            onChange={(event) => setDismissing(event.currentTarget.checked ? 'yes' : '')}
          />
          <span>
            {t('reviewQueueDismissWords', { words: shorten(words), site })}
            <span class="hint">{t('reviewQueueDismissHint')}</span>
          </span>
        </label>
      )}
    </RowForm>
  );
}

/** What can be done with a report. Send stands first, so that Enter in a field presses it and nothing else. */
import type { OutboxEntry } from '../model/outbox-entry.ts';
import type { Translate } from '../model/translate.ts';
import type { DialogStatus } from './report-outcome.tsx';

interface DialogButtonsProps {
  status: DialogStatus;
  /** null until it is saved */
  entries: OutboxEntry[] | null;
  isBusy: boolean;
  /** nobody receives it, so that it has to get there in another way */
  canCopy: boolean;
  hasDraft: boolean;
  /** how many places go along */
  marks: number;
  t: Translate;
}

export function DialogButtons(props: DialogButtonsProps) {
  const { status, entries, isBusy, hasDraft, marks, t } = props;
  if (entries !== null) {
    return (
      <div class="buttons">
        <button value="close" class="primary" type="submit">
          {t('dialogClose')}
        </button>
        {entries.some(({ delivery }) => delivery === 'refused') && (
          <>
            <button value="retry" type="submit">
              {t('reportRetry')}
            </button>
            <CopyButton t={t} />
          </>
        )}
      </div>
    );
  }
  const count = marks + (hasDraft ? 1 : 0);
  const canSend = status.kind !== 'too-long' && count > 0;
  const canCopy =
    canSend && (props.canCopy || status.kind === 'failed' || status.kind === 'copied');
  return (
    <div class="buttons">
      {canSend && (
        <button value="send" class="primary" type="submit" aria-disabled={isBusy}>
          {marks === 0 ? t('dialogSend') : t('dialogSendAll', { count })}
        </button>
      )}
      {canSend && hasDraft && (
        <button value="mark" type="submit" aria-disabled={status.kind === 'saving'}>
          {t('dialogMarkAnother')}
        </button>
      )}
      {canCopy && <CopyButton t={t} />}
      <button value="close" type="submit">
        {t('dialogCancel')}
      </button>
    </div>
  );
}

function CopyButton({ t }: { t: Translate }) {
  return (
    <button value="copy" type="submit">
      {t('dialogCopyText')}
    </button>
  );
}

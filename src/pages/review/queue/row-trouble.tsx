/** What went wrong with a decision, in its row: what can be tried again, and who was first. */
import { useWords } from '../../../ui/words.ts';
import { describeTrouble } from './describe-told.ts';
import { type PanelKind, useTools } from './queue-context.ts';
import type { Deed, Row } from './rows.ts';

export function RowTrouble({ row: { key, trouble, isGone } }: { row: Row }) {
  const { t } = useWords();
  const { queue, perform } = useTools();
  if (isGone) return <p class="trouble">{t('reviewQueueGone')}</p>;
  if (trouble === null) return null;
  return (
    <div class={trouble.kind === 'failed' ? 'trouble bad' : 'trouble'}>
      <p dir="auto">{describeTrouble(trouble, t)}</p>
      {trouble.kind === 'failed' && (
        <button
          type="button"
          onClick={() => void perform(key, trouble.deed, findForm(trouble.deed))}
        >
          {t('reviewAgain')}
        </button>
      )}
      <button type="button" class="plain" onClick={() => queue.forgive(key)}>
        {t('reviewQueueDismiss')}
      </button>
    </div>
  );
}

/** The form that a deed was written in, which has nothing more to keep once it is done. */
function findForm(deed: Deed): PanelKind | undefined {
  if (deed.kind === 'correction') return 'correct';
  return deed.verdict.state === 'rejected' ? 'reject' : undefined;
}

/** What went wrong with a decision, in its row: what can be tried again, and who was first. */
import { useWords } from '../../../ui/words.ts';
import { describeTrouble } from './describe-told.ts';
import { useTools } from './queue-context.ts';
import type { Row } from './rows.ts';

export function RowTrouble({ row: { key, trouble, isGone } }: { row: Row }) {
  const { t } = useWords();
  const { queue, perform } = useTools();
  if (isGone) return <p class="trouble">{t('reviewQueueGone')}</p>;
  if (trouble === null) return null;
  return (
    <div class={trouble.kind === 'failed' ? 'trouble bad' : 'trouble'}>
      <p dir="auto">{describeTrouble(trouble, t)}</p>
      {trouble.kind === 'failed' && (
        <button type="button" onClick={() => void perform(key, trouble.deed)}>
          {t('reviewAgain')}
        </button>
      )}
      <button type="button" class="plain" onClick={() => queue.forgive(key)}>
        {t('reviewQueueDismiss')}
      </button>
    </div>
  );
}

/** How far a decision about many has come, and what became of it. */
import { useWords } from '../../../ui/words.ts';
import { describeFailure } from '../describe-failure.ts';
import { describeBatch } from './describe-batch.ts';
import { useTools } from './queue-context.ts';
import type { Batch } from './sending-many.ts';

interface BatchStatusProps {
  batch: Batch;
  canUndo: boolean;
}

export function BatchStatus({ batch, canUndo }: BatchStatusProps) {
  const { t } = useWords();
  const { queue, undo } = useTools();
  const { total, asked, isRunning, isUndo, decided, failed } = batch;
  return (
    <section class="batch" aria-label={t('reviewQueueBatch')}>
      {isRunning ? (
        <>
          <label>
            <span>{t('reviewQueueProgress', { done: asked, total })}</span>
            <progress max={total} value={asked} />
          </label>
          <button type="button" onClick={() => queue.stopBatch()}>
            {t('reviewQueueStop')}
          </button>
        </>
      ) : (
        <>
          <p>
            {describeBatch(batch, t)}
            {failed !== null && <span class="error"> {describeFailure(failed, t)}</span>}
          </p>
          {!isUndo && decided > 0 && canUndo && (
            <button type="button" onClick={() => void undo()}>
              {t('reviewUndo')}
            </button>
          )}
          <button type="button" class="plain" onClick={() => queue.dismissBatch()}>
            {t('reviewQueueDismiss')}
          </button>
        </>
      )}
    </section>
  );
}

/** What can be done with the chosen rows together; it stays in view at the foot of the page while rows are chosen. */
import { useState } from 'preact/hooks';
import { canMove, type ReportState } from '../../../model/report.ts';
import { useWords } from '../../../ui/words.ts';
import { useTools } from './queue-context.ts';
import type { QueueState } from './queue-state.ts';
import { ReasonField } from './reason-field.tsx';

interface BulkBarProps {
  state: QueueState;
  /** @param reason '' where none is given */
  onDecide(keys: readonly string[], state: ReportState, reason: string): void;
}

const DECISIONS = [
  ['accepted', 'reviewAccept'],
  ['rejected', 'reviewReject'],
  ['fixed', 'reviewFix'],
  ['spam', 'reviewSpam'],
  ['new', 'reviewQueueReopen'],
] as const;

export function BulkBar({ state, onDecide }: BulkBarProps) {
  const { t } = useWords();
  const { queue, may, reasons } = useTools();
  const { selected, order, rows, batch } = state;
  const [isRejecting, setRejecting] = useState(false);
  const [reason, setReason] = useState('');
  if (selected.size === 0) return null;

  const listAble = (to: ReportState) =>
    [...selected].filter((key) => {
      const row = rows.get(key);
      return row !== undefined && !row.isGone && canMove(row.state, to);
    });
  const isBusy = batch?.isRunning === true;
  const decide = (to: ReportState) => {
    if (isBusy) return;
    if (to === 'rejected' && !isRejecting) return setRejecting(true);
    onDecide(listAble(to), to, to === 'rejected' ? reason.trim() : '');
    setRejecting(false);
    setReason('');
  };
  return (
    <section class="bulk-bar" aria-label={t('reviewQueueChosen', { count: selected.size })}>
      {isRejecting && (
        <form
          class="row-form"
          onSubmit={(event) => {
            event.preventDefault();
            decide('rejected');
          }}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && !event.isComposing) setRejecting(false);
          }}
        >
          <ReasonField value={reason} reasons={reasons} onInput={setReason} />
        </form>
      )}
      <div class="bulk-actions">
        <p>
          <strong>{t('reviewQueueChosen', { count: selected.size })}</strong>{' '}
          {selected.size < order.length && (
            <button type="button" class="plain" onClick={() => queue.selection.addAll()}>
              {t('reviewQueueChooseAll', { count: order.length })}
            </button>
          )}
          <button type="button" class="plain" onClick={() => queue.selection.clear()}>
            {t('reviewQueueChooseNone')}
          </button>
        </p>
        {may.decide && (
          <div class="actions">
            {DECISIONS.map(([to, name]) => {
              const count = listAble(to).length;
              return (
                count > 0 && (
                  <button
                    key={to}
                    type="button"
                    class={to === 'rejected' && isRejecting ? 'primary' : ''}
                    aria-disabled={isBusy}
                    onClick={() => decide(to)}
                  >
                    {t('reviewQueueDoMany', { action: t(name), count })}
                  </button>
                )
              );
            })}
          </div>
        )}
      </div>
    </section>
  );
}

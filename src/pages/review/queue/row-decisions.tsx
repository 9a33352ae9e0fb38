/** The buttons of a row: what its state allows, and the way to its details. */
import { canMove, type ReportState } from '../../../model/report.ts';
import { useWords } from '../../../ui/words.ts';
import { useTools } from './queue-context.ts';
import type { Row } from './rows.ts';

interface RowDecisionsProps {
  row: Row;
  id: string;
  isCurrent: boolean;
}

export function RowDecisions({ row, id, isCurrent }: RowDecisionsProps) {
  const { t } = useWords();
  const tools = useTools();
  const { queue, may, hasKeys, panel, expanded, openPanel, toggleDetails } = tools;
  const { key } = row;
  const can = (state: ReportState) => may.decide && !row.isGone && canMove(row.state, state);
  const isBusy = row.deed !== null;
  const hasUndo = can('new') && queue.canUndoRow(key);
  const main = isCurrent ? 'primary' : '';
  const shortcut = (letter: string) => (hasKeys ? { 'aria-keyshortcuts': letter } : {});
  const isOpen = expanded.has(key);
  return (
    <div class="decisions">
      {can('accepted') && (
        <button
          type="button"
          class={main}
          aria-disabled={isBusy}
          {...shortcut('a')}
          onClick={() => void tools.move(key, 'accepted')}
        >
          {t('reviewAccept')}
        </button>
      )}
      {can('rejected') && (
        <button
          type="button"
          aria-disabled={isBusy}
          aria-expanded={panel?.key === key && panel.kind === 'reject'}
          {...shortcut('r')}
          onClick={() => openPanel({ key, kind: 'reject' })}
        >
          {t('reviewReject')}
        </button>
      )}
      {can('fixed') && (
        <button
          type="button"
          class={main}
          aria-disabled={isBusy}
          {...shortcut('f')}
          onClick={() => void tools.move(key, 'fixed')}
        >
          {t('reviewFix')}
        </button>
      )}
      {hasUndo && (
        <button type="button" aria-disabled={isBusy} onClick={() => void tools.undoRow(key)}>
          {t('reviewUndo')}
        </button>
      )}
      {can('spam') && (
        <button
          type="button"
          class="plain"
          aria-disabled={isBusy}
          {...shortcut('s')}
          onClick={() => void tools.move(key, 'spam')}
        >
          {t('reviewSpam')}
        </button>
      )}
      {can('new') && !hasUndo && (
        <button
          type="button"
          class="plain"
          aria-disabled={isBusy}
          onClick={() => void tools.move(key, 'new')}
        >
          {t('reviewQueueReopen')}
        </button>
      )}
      <button
        type="button"
        class="plain details-toggle"
        aria-expanded={isOpen}
        aria-controls={isOpen ? `${id}-details` : undefined}
        {...shortcut('d')}
        onClick={() => toggleDetails(key)}
      >
        {t('reviewQueueDetails')}
      </button>
    </div>
  );
}

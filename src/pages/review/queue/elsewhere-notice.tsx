/** After a mistake was accepted: that it is reported elsewhere, too, and the way there. Nothing where it is not. */
import { useWords } from '../../../ui/words.ts';
import { useTools } from './queue-context.ts';
import type { Row } from './rows.ts';
import { useElsewhere } from './use-elsewhere.ts';

export function ElsewhereNotice({ row }: { row: Row }) {
  const { t } = useWords();
  const { expanded, toggleDetails } = useTools();
  const { items, more } = useElsewhere(row, false);
  if (items.length === 0 || expanded.has(row.key)) return null;
  return (
    <p class="elsewhere-notice">
      <span>
        {t(more ? 'reviewQueueElsewhereOver' : 'reviewQueueElsewhere', { count: items.length })}
      </span>{' '}
      <button type="button" class="plain" onClick={() => toggleDetails(row.key)}>
        {t('reviewQueueElsewhereShow')}
      </button>
    </p>
  );
}

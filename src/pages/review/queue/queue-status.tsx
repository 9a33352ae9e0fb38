/** Whether what changes is seen at once, said quietly; and the way to have the list anew at any time. */
import type { EventsStatus } from '../../../platform/editors/follow-events.ts';
import { useWords } from '../../../ui/words.ts';

interface QueueStatusProps {
  status: EventsStatus;
  /** whether the list is on its way */
  isLoading: boolean;
  onReload(): void;
}

const NAMES = {
  live: 'reviewQueueLive',
  waiting: 'reviewQueueWaiting',
  refused: 'reviewQueueNotLive',
} as const;

export function QueueStatus({ status, isLoading, onReload }: QueueStatusProps) {
  const { t } = useWords();
  return (
    <p class={`queue-status ${status}`}>
      <span>{t(NAMES[status])}</span>
      <button type="button" class="plain" onClick={onReload}>
        {t(isLoading ? 'reviewLoading' : 'reviewReload')}
      </button>
    </p>
  );
}

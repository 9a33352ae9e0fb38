/** What has come since the list was begun: how many, and the way to see them. It floats above the list and moves nothing. */
import { useWords } from '../../../ui/words.ts';
import type { ArrivalCount } from './arrivals.ts';

interface ArrivalsButtonProps {
  arrivals: ArrivalCount;
  onShow(): void;
}

export function ArrivalsButton({ arrivals: { count, isMore }, onShow }: ArrivalsButtonProps) {
  const { t } = useWords();
  const label =
    count === 0
      ? t('reviewQueueOutdated')
      : t(isMore ? 'reviewQueueArrivedOver' : 'reviewQueueArrived', { count });
  return (
    <div class="arrivals" aria-live="polite">
      {(count > 0 || isMore) && (
        <button type="button" class="primary" onClick={onShow}>
          {label}
        </button>
      )}
    </div>
  );
}

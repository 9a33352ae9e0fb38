/** What became of a decision about many, in one line. */
import type { Translate } from '../../../model/translate.ts';
import { STATE_NAMES } from '../../../ui/report-states.ts';
import type { Batch } from './sending-many.ts';

export function describeBatch(
  { state, decided, changed, stuck, total, asked }: Batch,
  t: Translate,
) {
  const parts = [t('reviewQueueDone', { count: decided, state: t(STATE_NAMES[state]) })];
  if (changed > 0) parts.push(t('reviewQueueDoneChanged', { count: changed }));
  if (stuck > 0) parts.push(t('reviewQueueDoneStuck', { count: stuck }));
  const left = total - asked;
  if (left > 0) parts.push(t('reviewQueueDoneLeft', { count: left }));
  return parts.join(' ');
}

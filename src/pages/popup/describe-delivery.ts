/** The state of a report's delivery in words, with its reason and what happens next. */
import type { OutboxEntry } from '../../model/outbox-entry.ts';
import { formatAge } from '../../ui/time.ts';
import type { Words } from '../../ui/words.ts';

export interface DeliveryWords {
  tone: 'good' | 'wait' | 'bad';
  state: string;
  /** what the endpoint or the network said, '' where it said nothing */
  reason: string;
  /** when the next attempt is made, '' where none is to come */
  next: string;
}

/** @param now epoch ms */
export function describeDelivery(
  entry: OutboxEntry,
  { t, locale }: Words,
  now: number,
): DeliveryWords {
  const { delivery, reason, dueAt } = entry;
  const host = readHost(entry.service);
  const waits = delivery === 'queued' || delivery === 'limited';
  const next =
    !waits || dueAt === undefined
      ? ''
      : dueAt <= now
        ? t('deliveryNextNow')
        : t('deliveryNext', { time: formatAge(dueAt, now, locale) });
  const said = delivery !== 'sent' && reason !== null ? t('deliveryReason', { reason }) : '';
  const words = { reason: said, next };
  switch (delivery) {
    case 'kept':
      return { ...words, tone: 'wait', state: t('deliveryKept') };
    case 'queued':
      return { ...words, tone: 'wait', state: t('deliveryQueued', { host }) };
    case 'sending':
      return { ...words, tone: 'wait', state: t('deliverySending', { host }) };
    case 'sent':
      return { ...words, tone: 'good', state: t('deliverySent', { host }) };
    case 'limited':
      return { ...words, tone: 'wait', state: t('deliveryLimited', { host }) };
    case 'refused':
      return { ...words, tone: 'bad', state: t('deliveryRefused', { host }) };
  }
}

function readHost(service: string | null): string {
  return service !== null && URL.canParse(service) ? new URL(service).host : '';
}

/**
 * What has become of a report, in words: how far its delivery is, what the editors' receipt says, why, and
 * what happens next. The popup's list and the dialog on the page say it by the same words.
 */
import type { OutboxEntry } from '../model/outbox-entry.ts';
import { readDirection } from './document-locale.ts';
import { formatAge } from './time.ts';
import type { Words } from './words.ts';

export interface DeliveryWords {
  tone: 'good' | 'wait' | 'bad';
  state: string;
  /** that other readers reported the same, '' where none did or nobody knows */
  known: string;
  /** what the editors, the endpoint or the network said, '' where they said nothing */
  reason: string;
  /** when the next attempt is made, '' where none is to come */
  next: string;
}

/** @param now epoch ms */
export function describeDelivery(entry: OutboxEntry, words: Words, now: number): DeliveryWords {
  const { t } = words;
  const { receipt } = entry;
  const others = receipt === null ? 0 : receipt.readers - 1 - (entry.ownBefore ?? 0);
  return {
    ...describeState(entry, words),
    known: others > 0 ? t('receiptKnown', { count: others }) : '',
    reason: describeReason(entry, words),
    next: describeNext(entry, words, now),
  };
}

/** What is said in another script is kept from taking the sentence around it along, where that runs the other way. */
function isolate(text: string, { locale }: Words): string {
  return text !== '' && readDirection(locale) === 'rtl' ? `\u2068${text}\u2069` : text;
}

function describeState(entry: OutboxEntry, words: Words): Pick<DeliveryWords, 'tone' | 'state'> {
  const { t } = words;
  const { delivery, native } = entry;
  const host = isolate(readReceivingHost(entry), words);
  switch (delivery) {
    case 'kept':
      return { tone: 'wait', state: t('deliveryKept') };
    case 'queued':
      // Only a page of the site can hand a report to the site's own reporter.
      return {
        tone: 'wait',
        state:
          native === null ? t('deliveryQueued', { host }) : t('deliveryQueuedNative', { host }),
      };
    case 'sending':
      return { tone: 'wait', state: t('deliverySending', { host }) };
    case 'limited':
      return { tone: 'wait', state: t('deliveryLimited', { host }) };
    case 'refused':
      return { tone: 'bad', state: t('deliveryRefused', { host }) };
    case 'sent':
      if (native === null) return describeReceipt(entry.receipt, host, t);
      return {
        tone: 'good',
        state:
          entry.isKnown === true
            ? t('deliveryKnownNative', { host })
            : t('deliverySentNative', { host }),
      };
  }
}

function describeReceipt(
  receipt: OutboxEntry['receipt'],
  host: string,
  t: Words['t'],
): Pick<DeliveryWords, 'tone' | 'state'> {
  switch (receipt?.state) {
    case 'accepted':
      return { tone: 'good', state: t('receiptAccepted', { host }) };
    case 'rejected':
      return { tone: 'bad', state: t('receiptRejected', { host }) };
    case 'fixed':
      return { tone: 'good', state: t('receiptFixed', { host }) };
    default:
      return { tone: 'good', state: t('deliverySent', { host }) };
  }
}

/** The editors' reason once they have the report; before that, what kept it from getting there. */
function describeReason(entry: OutboxEntry, words: Words): string {
  const { delivery, native, receipt, reason } = entry;
  const said = (delivery === 'sent' ? receipt?.reason : reason) ?? '';
  if (said === '') return '';
  // What browsers say of a network that fails is of no use to anybody, and in English.
  if (delivery === 'queued' && native === null && !/^\d{3}\b|^the endpoint /.test(said)) {
    return words.t('deliveryUnreached', { host: isolate(readReceivingHost(entry), words) });
  }
  return words.t('deliveryReason', { reason: isolate(said, words) });
}

/** What waits for its page to be open has no time that could be told. */
function describeNext(
  { delivery, native, dueAt }: OutboxEntry,
  { t, locale }: Words,
  now: number,
): string {
  const hasTime = delivery === 'limited' || (delivery === 'queued' && native === null);
  if (!hasTime || dueAt === undefined) return '';
  // Less than a minute is no time to name.
  if (dueAt - now < 60_000) return t('deliveryNextNow');
  return t('deliveryNext', { time: formatAge(dueAt, now, locale) });
}

/** The host that a report goes to, '' while none is known. */
export function readReceivingHost({ native, service }: OutboxEntry): string {
  const address = native?.action ?? service;
  return address !== null && URL.canParse(address) ? new URL(address).host : '';
}

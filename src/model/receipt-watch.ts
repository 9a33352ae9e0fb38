/**
 * How a receipt is followed once its report is sent: often at first, while its reader may still look, then daily,
 * and no longer than editors take. Pure rules like those of delivery; an entry that has nothing left to ask has
 * no `dueAt`.
 */
import { LONGEST_RETRY_AFTER, readRetryAfter, SENDING_LEASE } from './delivery.ts';
import type { Observation } from './observation.ts';
import type { OutboxEntry } from './outbox-entry.ts';
import type { Receipt } from './receipt.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Waits between two questions, in ms: each is that for a report that was sent less than it ago. */
const WAITS = [MINUTE, 10 * MINUTE, 60 * MINUTE, 6 * 60 * MINUTE] as const;
/** How long after the sending the receipt is still asked for, in ms. */
const PATIENCE = 60 * DAY;

export type ReceiptAnswer =
  | { kind: 'receipt'; receipt: Receipt }
  /** there is none any more */
  | { kind: 'gone' }
  /** isDown: it is the endpoint that cannot answer now, not this receipt alone */
  | { kind: 'failed'; retryAfter: string | null; isDown: boolean };

/** What a report is told before anybody has looked at it. */
const UNDECIDED: Receipt = { state: 'new', reason: '', readers: 1 };

/** Notes that the receipt is being asked for; the lease brings the entry back should the worker die meanwhile. */
export function startReceipt(entry: OutboxEntry, now: number): OutboxEntry {
  const watch = readWatch(entry);
  // A clock that ran ahead has been set right.
  const since = Math.min(watch.since, now);
  return { ...entry, dueAt: now + SENDING_LEASE, receiptWatch: { ...watch, since, askedAt: now } };
}

/**
 * @param random a number in [0, 1), for the jitter
 * @returns the entry as it stands after the answer: what failed says nothing about the report, and what says
 *   nothing new does not count as a change
 */
export function finishReceipt(
  entry: OutboxEntry,
  answer: ReceiptAnswer,
  now: number,
  random: number,
): OutboxEntry {
  if (entry.delivery !== 'sent') return entry;
  const { dueAt: _, ...rest } = entry;
  if (answer.kind === 'gone') return { ...rest, receiptUrl: null };
  const known = answer.kind === 'receipt' ? takeReceipt(rest, answer.receipt, now) : rest;
  const watch = readWatch(entry);
  const state = known.receipt?.state;
  if (state === 'rejected' || now - watch.since >= PATIENCE) return known;
  const hold = answer.kind === 'failed' ? readRetryAfter(answer.retryAfter, now) : 0;
  const elapsed = now - watch.since;
  // What is fixed may come back, though not in a moment.
  const usual = state === 'fixed' ? DAY : (WAITS.find((one) => one > elapsed) ?? DAY);
  const wait = usual * (1 + random / 5);
  return {
    ...known,
    dueAt: Math.round(now + Math.max(wait, hold + (hold * random) / 10)),
    receiptWatch: { ...watch, notBefore: hold === 0 ? 0 : now + hold },
  };
}

/**
 * @param receipt as the endpoint has answered to what a look at the article has shown
 * @returns the entry as it stands then; a report that is open again is followed like one that was just sent
 */
export function finishObservation(
  entry: OutboxEntry,
  verdict: Observation['verdict'],
  receipt: Receipt,
  now: number,
  random: number,
): OutboxEntry {
  if (entry.delivery !== 'sent') return entry;
  const watch = readWatch(entry);
  const isReopened = isDecided(entry) && !isDecided({ receipt });
  const since = isReopened ? now : Math.min(watch.since, now);
  const told = { told: verdict, toldIn: receipt.state };
  const asked = { ...entry, ...told, receiptWatch: { ...watch, since, askedAt: now } };
  // An endpoint that takes what is told need not say again where.
  const { observations } = entry.receipt ?? {};
  const whole = observations === undefined ? receipt : { observations, ...receipt };
  return finishReceipt(asked, { kind: 'receipt', receipt: whole }, now, random);
}

/** Makes the receipt due at once, unless it was asked for a moment ago or the endpoint asked to be left alone. */
export function makeReceiptDue(entry: OutboxEntry, now: number): OutboxEntry {
  const { delivery, receiptUrl, dueAt = Number.POSITIVE_INFINITY } = entry;
  if (delivery !== 'sent' || receiptUrl === null || isDecided(entry) || dueAt <= now) return entry;
  const { askedAt, notBefore } = readWatch(entry);
  // What lies further off than either can is left from a wrong clock.
  const isFresh = askedAt <= now && now < askedAt + MINUTE;
  const isHeld = now < notBefore && notBefore <= now + LONGEST_RETRY_AFTER;
  return isFresh || isHeld ? entry : { ...entry, dueAt: now };
}

/** Nothing more is to become of it soon. */
function isDecided({ receipt }: { receipt: Receipt | null }): boolean {
  return receipt?.state === 'rejected' || receipt?.state === 'fixed';
}

function takeReceipt(entry: OutboxEntry, given: Receipt, now: number): OutboxEntry {
  const { state, reason, readers, observations } = given;
  const known = entry.receipt ?? UNDECIDED;
  const isNews = state !== known.state || reason !== known.reason || readers !== known.readers;
  const telling = observations === undefined ? {} : { observations };
  const receipt = { state, reason, readers, ...telling, checkedAt: now };
  return { ...entry, receipt, updatedAt: isNews ? now : entry.updatedAt };
}

function readWatch(entry: OutboxEntry): NonNullable<OutboxEntry['receiptWatch']> {
  return entry.receiptWatch ?? { since: entry.updatedAt, askedAt: 0, notBefore: 0 };
}

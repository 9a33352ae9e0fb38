/**
 * What follows from an attempt to deliver a report: pure rules, so that every outcome can be tried
 * without a network. Retried until acknowledged; a 4xx is final and carries its reason; Retry-After is
 * obeyed (RFC 9110, section 10.2.3).
 */
import type { NativeOutcome } from './native-form.ts';
import type { OutboxEntry } from './outbox-entry.ts';

/** How long one attempt may take, in ms: it has to end before Firefox suspends an idle background, after 30 s. */
export const ATTEMPT_TIMEOUT = 20_000;
/** An entry that is still 'sending' after this long, in ms, was cut off. */
export const SENDING_LEASE = ATTEMPT_TIMEOUT + 15_000;
const FIRST_DELAY = 30_000;
const LONGEST_DELAY = 6 * 3_600_000;
/** What Retry-After asks for beyond this, in ms, is not obeyed. */
export const LONGEST_RETRY_AFTER = 24 * 3_600_000;
/** How long a site's own reporter is left alone that takes no more from this address, in ms. */
const NATIVE_PAUSE = 30 * 60_000;
/** Statuses that say "not now" rather than "no". */
const TEMPORARY = new Set([408, 425, 429]);

export type Answer =
  | {
      kind: 'response';
      status: number;
      location: string | null;
      /** where the report's receipt is read, or null */
      receiptUrl: string | null;
      retryAfter: string | null;
      detail: string;
    }
  /** the response was a 200 that does not prove that the report was stored (a captive portal, say) */
  | { kind: 'unproven'; detail: string }
  | { kind: 'unreachable'; detail: string };

/** Marks an entry as being sent; the lease brings it back should the worker die meanwhile. */
export function startAttempt(entry: OutboxEntry, now: number): OutboxEntry {
  return {
    ...entry,
    delivery: 'sending',
    attempts: entry.attempts + 1,
    dueAt: now + SENDING_LEASE,
    updatedAt: now,
  };
}

/**
 * @param random a number in [0, 1), for the jitter that keeps many readers from returning at once
 * @returns the entry as it stands after the answer; sent with a receipt, it is due at once to read that
 */
export function finishAttempt(
  entry: OutboxEntry,
  answer: Answer,
  now: number,
  random: number,
): OutboxEntry {
  const { dueAt: _, ...rest } = { ...entry, updatedAt: now };
  if (answer.kind !== 'response') return postpone(rest, 'queued', answer.detail, now, random, 0);
  const { status, location, receiptUrl, detail } = answer;
  if (status === 200 || status === 201) {
    const sent = { ...rest, delivery: 'sent' as const, location, receiptUrl, reason: null };
    if (receiptUrl === null) return sent;
    return { ...sent, dueAt: now, receiptWatch: { since: now, askedAt: 0, notBefore: 0 } };
  }
  if (status >= 400 && status < 500 && !TEMPORARY.has(status)) {
    return { ...rest, delivery: 'refused', reason: detail };
  }
  const wait = readRetryAfter(answer.retryAfter, now);
  const state = status === 429 ? 'limited' : 'queued';
  return postpone(rest, state, detail, now, random, wait);
}

/**
 * The same for a report that goes out by the site's own form. Nothing more is ever heard of it then.
 * @param outcome null where no page of the site is open, by which alone it can go out
 */
export function finishNative(
  entry: OutboxEntry,
  outcome: NativeOutcome | null,
  now: number,
  random: number,
): OutboxEntry {
  const { dueAt: _, ...rest } = { ...entry, updatedAt: now };
  if (outcome === null) {
    // It counts as tried, yet as nothing that failed: whoever opens the page is not to wait for the next turn.
    const dueAt = Math.round(now + LONGEST_DELAY * spread(random));
    return { ...rest, delivery: 'queued', attempts: 1, reason: null, dueAt };
  }
  const reason = outcome.detail === '' ? null : outcome.detail;
  switch (outcome.kind) {
    case 'taken':
    case 'known':
      return { ...rest, delivery: 'sent', isKnown: outcome.kind === 'known', reason: null };
    case 'refused':
      return { ...rest, delivery: 'refused', reason };
    case 'limited':
      return postpone(rest, 'limited', reason, now, random, NATIVE_PAUSE);
    case 'unreachable':
    case 'unproven':
      return postpone(rest, 'queued', reason, now, random, 0);
  }
}

/** Whether trying now can change anything. */
export function canRetry({ delivery, service, native }: OutboxEntry): boolean {
  return (service !== null || native !== null) && delivery !== 'sending' && delivery !== 'sent';
}

/** Makes an entry that was refused, kept or postponed due at once, counted afresh. */
export function makeDue(entry: OutboxEntry, now: number): OutboxEntry {
  return { ...entry, delivery: 'queued', attempts: 0, dueAt: now, updatedAt: now, reason: null };
}

/**
 * Makes an entry due whose page has been opened, if it was this that it waited for. What has failed twice in a row
 * keeps its wait, so that a reader who walks through a site does not knock at each page.
 */
export function makeNativeDue(entry: OutboxEntry, now: number): OutboxEntry {
  const { native, delivery, attempts, dueAt = now } = entry;
  const isWaiting = native !== null && delivery === 'queued' && attempts <= 1 && dueAt > now;
  return isWaiting ? { ...entry, dueAt: now } : entry;
}

/** How long an endpoint that could not be reached is left alone, whatever pages are opened, in ms. */
const LEFT_ALONE = 30_000;

/** Makes an entry due that the network kept back, once there is reason to believe that it is back. */
export function makeReachableDue(entry: OutboxEntry, now: number): OutboxEntry {
  const { native, delivery, attempts, dueAt = now, reason, updatedAt } = entry;
  // What an endpoint has answered begins with its status: there, its own patience counts.
  const isKeptBack = attempts > 0 && !/^\d{3}\b/.test(reason ?? '');
  const isWaiting = native === null && delivery === 'queued' && dueAt > now;
  const isRipe = now - updatedAt >= LEFT_ALONE;
  return isKeptBack && isWaiting && isRipe ? { ...entry, dueAt: now } : entry;
}

function postpone(
  entry: OutboxEntry,
  delivery: 'queued' | 'limited',
  reason: string | null,
  now: number,
  random: number,
  atLeast: number,
): OutboxEntry {
  const doubled = FIRST_DELAY * 2 ** Math.min(entry.attempts - 1, 20);
  const jittered = Math.min(doubled, LONGEST_DELAY) * spread(random);
  const delay = atLeast > 0 ? atLeast + jittered / 10 : jittered;
  return { ...entry, delivery, reason, dueAt: Math.round(now + delay) };
}

/** From three quarters to five. */
function spread(random: number): number {
  return 0.75 + random / 2;
}

/** @returns ms to wait: Retry-After in seconds or as an HTTP date; 0 where absent, past or unreadable */
export function readRetryAfter(header: string | null, now: number): number {
  if (header === null) return 0;
  const value = header.trim();
  const wait = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now;
  // An unreadable date is NaN.
  if (!(wait > 0)) return 0;
  return Math.min(wait, LONGEST_RETRY_AFTER);
}

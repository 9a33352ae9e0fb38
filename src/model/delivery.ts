/**
 * What follows from an attempt to deliver a report: pure rules, so that every outcome can be tried
 * without a network. Retried until acknowledged; a 4xx is final and carries its reason; Retry-After is
 * obeyed (RFC 9110, section 10.2.3).
 */
import type { OutboxEntry } from './outbox-entry.ts';

/** How long one attempt may take, in ms: it has to end before Firefox suspends an idle background, after 30 s. */
export const ATTEMPT_TIMEOUT = 20_000;
/** An entry that is still 'sending' after this long, in ms, was cut off. */
export const SENDING_LEASE = ATTEMPT_TIMEOUT + 15_000;
const FIRST_DELAY = 30_000;
const LONGEST_DELAY = 6 * 3_600_000;
/** Statuses that say "not now" rather than "no". */
const TEMPORARY = new Set([408, 425, 429]);

export type Answer =
  | {
      kind: 'response';
      status: number;
      location: string | null;
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
 * @returns the entry as it stands after the answer
 */
export function finishAttempt(
  entry: OutboxEntry,
  answer: Answer,
  now: number,
  random: number,
): OutboxEntry {
  const { dueAt: _, ...rest } = { ...entry, updatedAt: now };
  if (answer.kind !== 'response') return postpone(rest, 'queued', answer.detail, now, random, 0);
  const { status, location, detail } = answer;
  if (status === 200 || status === 201)
    return { ...rest, delivery: 'sent', location, reason: null };
  if (status >= 400 && status < 500 && !TEMPORARY.has(status)) {
    return { ...rest, delivery: 'refused', reason: detail };
  }
  const wait = readRetryAfter(answer.retryAfter, now);
  const state = status === 429 ? 'limited' : 'queued';
  return postpone(rest, state, detail, now, random, wait);
}

/** Whether trying now can change anything. */
export function canRetry({ delivery, service }: OutboxEntry): boolean {
  return service !== null && delivery !== 'sending' && delivery !== 'sent';
}

/** Makes an entry that was refused, kept or postponed due at once, counted afresh. */
export function makeDue(entry: OutboxEntry, now: number): OutboxEntry {
  return { ...entry, delivery: 'queued', attempts: 0, dueAt: now, updatedAt: now, reason: null };
}

function postpone(
  entry: OutboxEntry,
  delivery: 'queued' | 'limited',
  reason: string,
  now: number,
  random: number,
  atLeast: number,
): OutboxEntry {
  const doubled = FIRST_DELAY * 2 ** Math.min(entry.attempts - 1, 20);
  const jittered = Math.min(doubled, LONGEST_DELAY) * (0.75 + random / 2);
  const delay = atLeast > 0 ? atLeast + jittered / 10 : jittered;
  return { ...entry, delivery, reason, dueAt: Math.round(now + delay) };
}

/** @returns ms to wait: Retry-After in seconds or as an HTTP date; 0 where absent, past or unreadable */
export function readRetryAfter(header: string | null, now: number): number {
  if (header === null) return 0;
  const value = header.trim();
  const wait = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now;
  // An unreadable date is NaN.
  if (!(wait > 0)) return 0;
  return Math.min(wait, 24 * 3_600_000);
}

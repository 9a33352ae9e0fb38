/**
 * Delivery of the outbox: one report after the other to its endpoint, until the endpoint has said that
 * it has it. Nothing here is remembered but that a round is running; the outbox holds the rest, so the
 * worker may be killed between any two lines.
 */
import { ANNOTATION_MEDIA_TYPE } from '../model/annotation.ts';
import {
  type Answer,
  ATTEMPT_TIMEOUT,
  finishAttempt,
  SENDING_LEASE,
  startAttempt,
} from '../model/delivery.ts';
import type { OutboxEntry } from '../model/outbox-entry.ts';
import type { OutboxStore } from '../platform/outbox-store.ts';
import { readAnswer } from './read-answer.ts';

export interface DeliverDeps {
  outbox: OutboxStore;
  fetch: typeof fetch;
  scheduleWake(when: number | null): Promise<void>;
  now(): number;
  random(): number;
}

/** @returns `deliverDue()`: sends all that is due; a call during a round makes that round look once more */
export function createDeliver(deps: DeliverDeps): () => Promise<void> {
  const { outbox, now } = deps;
  let round: Promise<void> | null = null;
  let again = false;

  async function runRound(): Promise<void> {
    try {
      // Should the outbox fail, or the worker die before it has looked, this wakes the next round.
      await deps.scheduleWake(now() + SENDING_LEASE);
      do {
        again = false;
        for (let due = await outbox.findDue(now()); due; due = await outbox.findDue(now())) {
          await attempt(due);
        }
        await deps.scheduleWake(await outbox.findNextDue());
        // What was saved during that last look is not in the alarm yet.
      } while (again);
    } finally {
      // In the same turn as the last look at `again`: a later call begins a round of its own.
      round = null;
    }
  }

  async function attempt({ canonical }: OutboxEntry): Promise<void> {
    // The alarm is set first: should the worker die in this attempt, it wakes another for the next.
    await deps.scheduleWake(now() + SENDING_LEASE);
    const entry = await outbox.change(canonical, (one) => startAttempt(one, now()));
    if (entry === null) return;
    const answer = await post(entry);
    await outbox.change(canonical, (one) => finishAttempt(one, answer, now(), deps.random()));
  }

  async function post(entry: OutboxEntry): Promise<Answer> {
    if (entry.service === null) return { kind: 'unreachable', detail: 'no endpoint' };
    try {
      const response = await deps.fetch(entry.service, {
        method: 'POST',
        headers: { 'Content-Type': ANNOTATION_MEDIA_TYPE, Accept: ANNOTATION_MEDIA_TYPE },
        body: JSON.stringify(entry.annotation),
        signal: AbortSignal.timeout(ATTEMPT_TIMEOUT),
        // The reader was shown one host: a redirect to another is not followed.
        redirect: 'manual',
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        cache: 'no-store',
      });
      return await readAnswer(response, entry.canonical);
    } catch (error) {
      return {
        kind: 'unreachable',
        detail: error instanceof Error ? error.message : String(error),
      };
    }
  }

  return () => {
    again = true;
    round ??= Promise.resolve().then(runRound);
    return round;
  };
}

/** Longer than any wait that delivery sets, in ms: what is due later was put off by a clock that ran ahead. */
const LONGEST_WAIT = 25 * 3_600_000;

/**
 * Makes due again what a worker was sending when it died, and what a wrong clock put off. To be called once
 * as a worker starts, when nothing can be under way.
 */
export async function resumeInterrupted(outbox: OutboxStore, now: number): Promise<void> {
  for (const delivery of ['sending', 'queued', 'limited'] as const) {
    for (const { canonical, dueAt = now } of await outbox.listByDelivery(delivery)) {
      if (delivery !== 'sending' && dueAt <= now + LONGEST_WAIT) continue;
      await outbox.change(canonical, (one) =>
        one.delivery === delivery ? { ...one, delivery: 'queued', dueAt: now } : one,
      );
    }
  }
}

/**
 * Delivery of the outbox: one report after the other to its endpoint, or to the site's own form, until that has said
 * that it has it; then its receipt, until nothing more is to become of it. Nothing here is remembered but
 * that a round is running; the outbox holds the rest, so the worker may be killed between any two lines.
 */
import { ANNOTATION_MEDIA_TYPE } from '../model/annotation.ts';
import {
  type Answer,
  ATTEMPT_TIMEOUT,
  finishAttempt,
  finishNative,
  SENDING_LEASE,
  startAttempt,
} from '../model/delivery.ts';
import type { NativeOutcome } from '../model/native-form.ts';
import type { OutboxEntry } from '../model/outbox-entry.ts';
import { finishReceipt, type ReceiptAnswer, startReceipt } from '../model/receipt-watch.ts';
import type { OutboxStore } from '../platform/outbox-store.ts';
import { readAnswer } from './read-answer.ts';
import { readReceipt } from './read-receipt.ts';

export interface DeliverDeps {
  outbox: Pick<OutboxStore, 'change' | 'findDue' | 'findNextDue' | 'listByDelivery'>;
  fetch: typeof fetch;
  /** posts a report by the form of its site, from a page of it; null where none is open */
  postByPage(entry: OutboxEntry): Promise<NativeOutcome | null>;
  /** is told of each report that an endpoint has taken; may fail */
  onDelivered(entry: OutboxEntry): Promise<void>;
  /** is told of each answer about a receipt, with the entry before and after; may fail */
  onReceipt(before: OutboxEntry, after: OutboxEntry): Promise<void>;
  scheduleWake(when: number | null): Promise<void>;
  now(): number;
  random(): number;
}

/** What servers could not answer in this round, by origin: their other receipts wait with the first. */
type Silence = Map<string, ReceiptAnswer>;

/** @returns `deliverDue()`: does all that is due; a call during a round makes that round look once more */
export function createDeliver(deps: DeliverDeps): () => Promise<void> {
  const { outbox, now } = deps;
  let round: Promise<void> | null = null;
  let again = false;

  async function runRound(): Promise<void> {
    const silence: Silence = new Map();
    try {
      // Should the outbox fail, or the worker die before it has looked, this wakes the next round.
      await deps.scheduleWake(now() + SENDING_LEASE);
      do {
        again = false;
        for (let due = await findWork(); due; due = await findWork()) await attempt(due, silence);
        await deps.scheduleWake(await outbox.findNextDue());
        // What was saved during that last look is not in the alarm yet.
      } while (again);
    } finally {
      // In the same turn as the last look at `again`: a later call begins a round of its own.
      round = null;
    }
  }

  /** A report goes before the receipts of others, however long these have been due. */
  async function findWork(): Promise<OutboxEntry | null> {
    const due = await outbox.findDue(now());
    if (due?.delivery !== 'sent') return due;
    const queued = await outbox.listByDelivery('queued');
    return queued.find(({ dueAt }) => dueAt !== undefined && dueAt <= now()) ?? due;
  }

  async function attempt({ canonical }: OutboxEntry, silence: Silence): Promise<void> {
    // The alarm is set first: should the worker die in this attempt, it wakes another for the next.
    await deps.scheduleWake(now() + SENDING_LEASE);
    const entry = await outbox.change(canonical, (one) =>
      one.delivery === 'sent' ? startReceipt(one, now()) : startAttempt(one, now()),
    );
    if (entry === null) return;
    if (entry.delivery === 'sent') await follow(entry, silence);
    else if (entry.native !== null) await handOver(entry);
    else await send(entry);
  }

  async function send(entry: OutboxEntry): Promise<void> {
    const answer = await post(entry);
    const after = await outbox.change(entry.canonical, (one) =>
      finishAttempt(one, answer, now(), deps.random()),
    );
    if (after?.delivery === 'sent') void deps.onDelivered(after).catch(() => undefined);
  }

  async function handOver(entry: OutboxEntry): Promise<void> {
    const outcome = await giveUpLate(
      deps.postByPage(entry).catch((error: unknown) => describeFailure('unreachable', error)),
    );
    await outbox.change(entry.canonical, (one) => finishNative(one, outcome, now(), deps.random()));
  }

  async function follow(entry: OutboxEntry, silence: Silence): Promise<void> {
    const answer = await ask(entry.receiptUrl, silence);
    const after = await outbox.change(entry.canonical, (one) =>
      finishReceipt(one, answer, now(), deps.random()),
    );
    // Not waited for: whoever is told must not hold up the round.
    if (after !== null) void deps.onReceipt(entry, after).catch(() => undefined);
  }

  async function ask(url: string | null, silence: Silence): Promise<ReceiptAnswer> {
    if (url === null) return { kind: 'gone' };
    const { origin } = new URL(url);
    const heard = silence.get(origin);
    if (heard !== undefined) return heard;
    const answer = await readReceipt(url, deps.fetch);
    if (answer.kind === 'failed' && answer.isDown) silence.set(origin, answer);
    return answer;
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
      return await readAnswer(response, entry.canonical, entry.service);
    } catch (error) {
      return describeFailure('unreachable', error);
    }
  }

  return () => {
    again = true;
    round ??= Promise.resolve().then(runRound);
    return round;
  };
}

/** A page that never answers must not hold up the round; what it did meanwhile is not known. */
async function giveUpLate(outcome: Promise<NativeOutcome | null>): Promise<NativeOutcome | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<NativeOutcome>((resolve) => {
    timer = setTimeout(() => resolve({ kind: 'unproven', detail: '' }), ATTEMPT_TIMEOUT);
  });
  try {
    return await Promise.race([outcome, late]);
  } finally {
    clearTimeout(timer);
  }
}

function describeFailure<K extends string>(kind: K, error: unknown): { kind: K; detail: string } {
  return { kind, detail: error instanceof Error ? error.message : String(error) };
}

/** Longer than any wait that delivery sets, in ms: what is due later was put off by a clock that ran ahead. */
const LONGEST_WAIT = 25 * 3_600_000;

/**
 * Makes due again what a worker was sending when it died, and what a wrong clock put off. To be called once
 * as a worker starts, when nothing can be under way. Receipts so put off come back when somebody looks.
 */
export async function resumeInterrupted(
  outbox: Pick<OutboxStore, 'change' | 'listByDelivery'>,
  now: number,
): Promise<void> {
  for (const delivery of ['sending', 'queued', 'limited'] as const) {
    for (const { canonical, dueAt = now } of await outbox.listByDelivery(delivery)) {
      if (delivery !== 'sending' && dueAt <= now + LONGEST_WAIT) continue;
      await outbox.change(canonical, (one) =>
        one.delivery === delivery ? { ...one, delivery: 'queued', dueAt: now } : one,
      );
    }
  }
}

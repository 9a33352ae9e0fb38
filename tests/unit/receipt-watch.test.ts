/** How long, and how often, a receipt is asked for. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finishAttempt } from '../../src/model/delivery.ts';
import type { OutboxEntry } from '../../src/model/outbox-entry.ts';
import type { Receipt } from '../../src/model/receipt.ts';
import {
  finishReceipt,
  makeReceiptDue,
  type ReceiptAnswer,
  startReceipt,
} from '../../src/model/receipt-watch.ts';
import { makeEntry } from './outbox-fake.ts';

const NOW = 1_700_000_000_000;
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const URL = 'https://editors.example/receipts/1';

const send = (receiptUrl: string | null = URL): OutboxEntry => {
  const created = { kind: 'response', status: 201, location: null, retryAfter: null } as const;
  const sending = makeEntry(1, { delivery: 'sending', attempts: 1 });
  return finishAttempt(sending, { ...created, receiptUrl, detail: '' }, NOW, 0);
};
const tell = (receipt: Partial<Receipt> = {}): ReceiptAnswer => ({
  kind: 'receipt',
  receipt: { state: 'new', reason: '', readers: 1, ...receipt },
});
const FAILED: ReceiptAnswer = { kind: 'failed', retryAfter: null, isDown: true };
const GONE: ReceiptAnswer = { kind: 'gone' };

const askAt = (entry: OutboxEntry, answer: ReceiptAnswer, now: number, random = 0) =>
  finishReceipt(startReceipt(entry, now), answer, now, random);

describe('a report that is sent', () => {
  it('is due at once for its receipt, where it has one', () => {
    expect(send()).toMatchObject({ delivery: 'sent', receiptUrl: URL, dueAt: NOW, receipt: null });
    expect('dueAt' in send(null)).toBe(false);
  });

  it.each([
    ['nothing new', tell()],
    ['a failure', FAILED],
  ])('is asked about less and less often after %s, for sixty days', (_, answer) => {
    const waits: number[] = [];
    let entry = send();
    let now = NOW;
    while (entry.dueAt !== undefined) {
      now = entry.dueAt;
      entry = askAt(entry, answer, now);
      if (entry.dueAt !== undefined) waits.push((entry.dueAt - now) / MINUTE);
    }
    expect(waits.slice(0, 6)).toEqual([1, 10, 60, 360, 1440, 1440]);
    expect(new Set(waits.slice(4))).toEqual(new Set([1440]));
    expect(now - NOW).toBeGreaterThanOrEqual(60 * DAY);
    expect(now - NOW).toBeLessThan(62 * DAY);
  });

  it('comes back at other times than other readers', () => {
    const due = [0, 0.25, 0.5, 0.75, 0.999].map(
      (random) => askAt(send(), tell(), NOW, random).dueAt,
    );
    expect(new Set(due).size).toBe(5);
    for (const at of due) expect(at).toBeGreaterThanOrEqual(NOW + MINUTE);
    for (const at of due) expect(at).toBeLessThanOrEqual(NOW + 1.2 * MINUTE);
  });

  it('keeps when it last changed while nothing new is said', () => {
    let entry = askAt(send(), tell(), NOW + 5);
    expect([entry.updatedAt, entry.receipt?.checkedAt]).toEqual([NOW, NOW + 5]);
    for (const news of [{ readers: 2 }, { readers: 2, state: 'accepted' as const }]) {
      const now = entry.dueAt ?? 0;
      entry = askAt(entry, tell(news), now);
      expect([entry.updatedAt, entry.receipt]).toEqual([now, { ...NEW, ...news, checkedAt: now }]);
      const again = askAt(entry, tell(news), now + MINUTE);
      expect([again.updatedAt, again.receipt?.checkedAt]).toEqual([now, now + MINUTE]);
    }
  });

  it('is done when it is rejected', () => {
    const entry = askAt(send(), tell({ state: 'rejected' }), NOW);
    expect(entry.receipt?.state).toBe('rejected');
    expect('dueAt' in entry).toBe(false);
    expect(makeReceiptDue(entry, NOW + DAY)).toEqual(entry);
  });

  it('is asked about daily when it is fixed, since it may come back, and no more often', () => {
    const entry = askAt(send(), tell({ state: 'fixed' }), NOW);
    expect(entry.dueAt).toBe(NOW + DAY);
    expect(makeReceiptDue(entry, NOW + DAY - 1)).toEqual(entry);
    const again = askAt(entry, tell({ state: 'new' }), NOW + DAY);
    expect(again).toMatchObject({ receipt: { state: 'new' }, dueAt: NOW + 2 * DAY });
    expect('dueAt' in askAt(entry, tell({ state: 'fixed' }), NOW + 61 * DAY)).toBe(false);
  });

  it('is done when its receipt is gone, with what is known of it', () => {
    const accepted = askAt(send(), tell({ state: 'accepted', reason: 'Soon' }), NOW);
    const entry = askAt(accepted, GONE, NOW + DAY);
    expect(entry).toMatchObject({
      receiptUrl: null,
      receipt: { state: 'accepted', reason: 'Soon' },
    });
    expect('dueAt' in entry).toBe(false);
    expect(makeReceiptDue(entry, NOW + 2 * DAY)).toEqual(entry);
  });

  it('waits as long as it is asked to', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 86_400 }),
        fc.double({ min: 0, max: 0.99, noNaN: true }),
        (seconds, random) => {
          for (const retryAfter of [
            String(seconds),
            new Date(NOW + seconds * 1000).toUTCString(),
          ]) {
            const answer: ReceiptAnswer = { kind: 'failed', retryAfter, isDown: true };
            const entry = askAt(send(), answer, NOW, random);
            expect(entry.dueAt).toBeGreaterThanOrEqual(NOW + seconds * 1000);
            expect(entry.dueAt).toBeGreaterThanOrEqual(NOW + MINUTE);
            const asked = makeReceiptDue(entry, NOW + seconds * 1000 - 1);
            if (seconds > 60) expect(asked).toEqual(entry);
          }
        },
      ),
    );
  });

  it('is not asked about each minute for years when the clock was wrong', () => {
    let entry = { ...send(), receiptWatch: { since: NOW + 400 * DAY, askedAt: 0, notBefore: 0 } };
    const waits: number[] = [];
    let now = NOW;
    for (let i = 0; i < 5; i++) {
      const next = askAt(entry, tell(), now);
      waits.push(((next.dueAt ?? 0) - now) / MINUTE);
      now = next.dueAt ?? 0;
      entry = { ...next, receiptWatch: next.receiptWatch ?? entry.receiptWatch };
    }
    expect(waits).toEqual([1, 10, 60, 360, 1440]);
  });
});

describe('makeReceiptDue', () => {
  const waiting = askAt(send(), tell(), NOW);

  it('asks now, though not more often than once a minute', () => {
    expect(makeReceiptDue(waiting, NOW + MINUTE - 1)).toEqual(waiting);
    const daily = askAt(waiting, tell(), NOW + 30 * DAY);
    const soon = NOW + 30 * DAY + MINUTE;
    expect(makeReceiptDue(daily, soon)).toEqual({ ...daily, dueAt: soon });
    const failed = askAt(daily, FAILED, soon);
    expect(makeReceiptDue(failed, soon + 1)).toEqual(failed);
  });

  it('asks once more when nobody asks any longer', () => {
    const given = askAt(waiting, FAILED, NOW + 61 * DAY);
    expect(given.dueAt).toBeUndefined();
    const asked = makeReceiptDue(given, NOW + 90 * DAY);
    expect(asked.dueAt).toBe(NOW + 90 * DAY);
    const told = askAt(asked, tell({ state: 'accepted' }), NOW + 90 * DAY);
    expect(told.receipt?.state).toBe('accepted');
    expect(told.dueAt).toBeUndefined();
  });

  it('is for reports that have a receipt', () => {
    for (const entry of [
      makeEntry(1, { dueAt: NOW + DAY, receiptUrl: URL }),
      makeEntry(1, { delivery: 'refused' }),
      send(null),
    ]) {
      expect(makeReceiptDue(entry, NOW)).toEqual(entry);
    }
  });

  it('puts right what a wrong clock put off', () => {
    const ahead = { since: NOW, askedAt: NOW + 300 * DAY, notBefore: NOW + 300 * DAY };
    const entry = { ...send(), dueAt: NOW + 301 * DAY, receiptWatch: ahead };
    expect(makeReceiptDue(entry, NOW).dueAt).toBe(NOW);
  });
});

it('is final or due later, and knows no less than before, whatever is answered when', () => {
  const answer = fc.oneof(
    fc
      .record({
        state: fc.constantFrom('new', 'accepted', 'rejected', 'fixed'),
        reason: fc.string(),
        readers: fc.integer({ min: 1 }),
      })
      .map((receipt): ReceiptAnswer => ({ kind: 'receipt', receipt })),
    fc
      .record({
        retryAfter: fc.option(fc.oneof(fc.string(), fc.nat().map(String))),
        isDown: fc.boolean(),
      })
      .map((failed): ReceiptAnswer => ({ kind: 'failed', ...failed })),
    fc.constant(GONE),
  );
  const step = fc.record({
    answer,
    pass: fc.integer({ min: 0, max: 3 * DAY }),
    asks: fc.boolean(),
    random: fc.double({ min: 0, max: 0.999, noNaN: true }),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      let entry = send();
      let now = NOW;
      for (const { answer, pass, asks, random } of steps) {
        now += pass;
        if (asks) entry = makeReceiptDue(entry, now);
        if (entry.dueAt === undefined || entry.dueAt > now) continue;
        const before = entry;
        entry = askAt(entry, answer, now, random);
        expect(entry.delivery).toBe('sent');
        if (answer.kind !== 'receipt') expect(entry.receipt).toEqual(before.receipt);
        const isDone =
          entry.receiptUrl === null || entry.receipt?.state === 'rejected' || now - NOW >= 60 * DAY;
        expect(entry.dueAt === undefined).toBe(isDone);
        if (!isDone) {
          expect(entry.dueAt).toBeGreaterThanOrEqual(now + MINUTE);
          expect(entry.dueAt).toBeLessThanOrEqual(now + 1.3 * DAY);
        }
      }
    }),
  );
});

const NEW = { state: 'new', reason: '', readers: 1 };

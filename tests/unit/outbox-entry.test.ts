import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parse } from '../../src/model/annotation.ts';
import { finishAttempt, finishNative, makeDue, startAttempt } from '../../src/model/delivery.ts';
import { outboxEntrySchema } from '../../src/model/outbox-entry.ts';
import { finishReceipt, startReceipt } from '../../src/model/receipt-watch.ts';
import { makeEntry } from './outbox-fake.ts';

it('what is stored is what is read, at every stage', () => {
  const queued = makeEntry();
  const sending = startAttempt(queued, 5);
  const unreachable = { kind: 'unreachable', detail: 'x' } as const;
  const created = {
    kind: 'response',
    status: 201,
    location: null,
    receiptUrl: null,
    retryAfter: null,
    detail: '',
  } as const;
  const receiptUrl = 'https://editors.example/receipts/1';
  const sent = finishAttempt(sending, { ...created, receiptUrl }, 9, 0.5);
  const receipt = { state: 'accepted', reason: 'Thanks', readers: 3 } as const;
  const stages = [
    sent,
    startReceipt(sent, 10),
    finishReceipt(startReceipt(sent, 10), { kind: 'receipt', receipt }, 11, 0.5),
    finishNative(sending, { kind: 'known', detail: '' }, 9, 0.5),
    queued,
    sending,
    finishAttempt(sending, unreachable, 9, 0.5),
    finishAttempt(sending, created, 9, 0.5),
    makeDue(sending, 10),
  ];
  for (const entry of stages) {
    const stored = structuredClone(entry);
    expect(parse(outboxEntrySchema, stored)).toEqual({ ok: true, value: entry });
    expect('dueAt' in stored).toBe(entry.dueAt !== undefined);
  }
});

it('what an earlier version stored is an entry', () => {
  const { native: _, receiptUrl: __, receipt: ___, ...earlier } = makeEntry();
  expect(parse(outboxEntrySchema, earlier)).toEqual({ ok: true, value: makeEntry() });
});

it('rubbish is no entry, and no exception', () => {
  const keys = Object.keys(makeEntry());
  const broken = fc
    .tuple(fc.constantFrom(...keys), fc.anything())
    .map(([key, value]) => ({ ...makeEntry(), [key]: value }));
  fc.assert(
    fc.property(fc.oneof(broken, fc.anything()), (stored) => {
      const parsed = parse(outboxEntrySchema, stored);
      if (parsed.ok) expect(parse(outboxEntrySchema, parsed.value)).toEqual(parsed);
    }),
  );
});

import { describe, expect, it } from 'vitest';
import english from '../../src/locales/en.json' with { type: 'json' };
import { deliverySchema, type OutboxEntry } from '../../src/model/outbox-entry.ts';
import { type Receipt, receiptStateSchema } from '../../src/model/receipt.ts';
import { composeAnnotation } from '../../src/model/report.ts';
import { createTranslate } from '../../src/model/translate.ts';
import { describeDelivery } from '../../src/ui/describe-delivery.ts';

const NOW = Date.UTC(2024, 4, 10, 12);
const messages: Record<string, string> = english;
const words = { t: createTranslate((key) => messages[key] ?? '', 'en'), locale: 'en' };

function makeEntry(changes: Partial<OutboxEntry>): OutboxEntry {
  const canonical = 'urn:uuid:01890000-0000-7000-8000-000000000001';
  const source = 'https://news.example/a';
  return {
    canonical,
    annotation: composeAnnotation({
      ...{
        canonical,
        source,
        scope: '',
        kind: 'spelling',
        correction: 'the',
        comment: '',
        language: 'en',
      },
      selectors: [{ type: 'TextQuoteSelector', exact: 'teh', prefix: '', suffix: '' }],
      createdAt: NOW,
    }),
    page: { url: source, title: 'A story' },
    service: 'https://editors.example/annotations/',
    ...{ delivery: 'queued', attempts: 1, createdAt: NOW, updatedAt: NOW },
    ...{ location: null, reason: null, native: null, receiptUrl: null, receipt: null },
    ...changes,
  };
}

describe('describeDelivery', () => {
  it('says when the next try is, and why it is needed', () => {
    const entry = makeEntry({
      delivery: 'limited',
      dueAt: NOW + 300_000,
      reason: '429: slow down',
    });
    expect(describeDelivery(entry, words, NOW)).toEqual({
      tone: 'wait',
      state: 'editors.example asks to wait.',
      known: '',
      reason: 'Reason: 429: slow down',
      next: 'Next try in 5 minutes.',
    });
  });

  it('announces no try that is past or will not be made', () => {
    const late = describeDelivery(makeEntry({ dueAt: NOW - 1 }), words, NOW);
    expect(late.next).toBe('Next try in a moment.');
    const sending = makeEntry({ delivery: 'sending', dueAt: NOW + 45_000 });
    expect(describeDelivery(sending, words, NOW).next).toBe('');
    const refused = describeDelivery(makeEntry({ delivery: 'refused', reason: '410' }), words, NOW);
    expect(refused).toMatchObject({ tone: 'bad', reason: 'Reason: 410', next: '' });
  });

  it('says what the receipt says, once the editors have the report', () => {
    const describe = (receipt: Partial<Receipt>, changes: Partial<OutboxEntry> = {}) =>
      describeDelivery(
        makeEntry({
          delivery: 'sent',
          reason: '503: an answer from before',
          receipt: { state: 'new', reason: '', readers: 1, checkedAt: NOW, ...receipt },
          ...changes,
        }),
        words,
        NOW,
      );
    expect(describe({})).toEqual({
      tone: 'good',
      state: 'Delivered to editors.example.',
      ...{ known: '', reason: '', next: '' },
    });
    expect(describe({ readers: 2 }).known).toBe('1 other reader reported this, too.');
    expect(describe({ readers: 1200 }).known).toBe('1,199 other readers reported this, too.');
    expect(describe({ state: 'accepted' })).toMatchObject({
      tone: 'good',
      state: 'Accepted by editors.example.',
    });
    expect(describe({ state: 'rejected', reason: 'house style' })).toMatchObject({
      tone: 'bad',
      state: 'Not accepted by editors.example.',
      reason: 'Reason: house style',
    });
    expect(describe({ state: 'fixed', readers: 3 })).toMatchObject({
      tone: 'good',
      state: 'Fixed by editors.example.',
      known: '2 other readers reported this, too.',
    });
    // A receipt is not believed before the report is there.
    expect(describe({ state: 'fixed' }, { delivery: 'queued' }).state).toMatch(/^Waiting/);
  });

  it('promises no more than the site’s own reporter says', () => {
    const native = {
      reporter: 'mistape' as const,
      action: 'https://paper.example/wp-admin/admin-ajax.php',
    };
    const describe = (changes: Partial<OutboxEntry>) =>
      describeDelivery(makeEntry({ native, service: null, ...changes }), words, NOW);
    expect(describe({ delivery: 'sent' }).state).toBe(
      'Handed to the reporter of paper.example, which does not say what becomes of it.',
    );
    expect(describe({ delivery: 'sent', isKnown: true }).state).toBe(
      'paper.example knows it already.',
    );
    expect(describe({ delivery: 'queued', dueAt: NOW })).toMatchObject({
      state: 'Waiting for paper.example: it goes out while the article is open.',
      next: '',
    });
    expect(describe({ delivery: 'limited', dueAt: NOW + 60_000 })).toMatchObject({
      state: 'paper.example asks to wait.',
      next: 'Next try in 1 minute.',
    });
  });

  it('has words for every state, with no placeholder left', () => {
    for (const delivery of deliverySchema.options) {
      for (const state of receiptStateSchema.options) {
        const receipt = { state, reason: 'no', readers: 2, checkedAt: NOW };
        const entry = makeEntry({ delivery, service: null, receipt, dueAt: NOW + 1 });
        const said = describeDelivery(entry, words, NOW);
        expect(said.state).not.toBe('');
        expect(Object.values(said).join(' ')).toMatch(/^[^{}]+$/);
      }
    }
  });
});

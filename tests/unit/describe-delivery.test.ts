import { describe, expect, it } from 'vitest';
import english from '../../src/locales/en.json' with { type: 'json' };
import type { OutboxEntry } from '../../src/model/outbox-entry.ts';
import { composeAnnotation } from '../../src/model/report.ts';
import { createTranslate } from '../../src/model/translate.ts';
import { describeDelivery } from '../../src/pages/popup/describe-delivery.ts';

const NOW = Date.UTC(2024, 4, 10, 12);
const messages: Record<string, string> = english;
const words = { t: createTranslate((key) => messages[key] ?? '', 'en'), locale: 'en' };

function makeEntry(changes: Partial<OutboxEntry>): OutboxEntry {
  const canonical = 'urn:uuid:01890000-0000-7000-8000-000000000001';
  const source = 'https://news.example/a';
  return {
    canonical,
    annotation: composeAnnotation({
      ...{ canonical, source, kind: 'spelling', correction: 'the', comment: '', language: 'en' },
      selectors: [{ type: 'TextQuoteSelector', exact: 'teh', prefix: '', suffix: '' }],
      createdAt: NOW,
    }),
    page: { url: source, title: 'A story' },
    service: 'https://editors.example/annotations/',
    ...{ delivery: 'queued', attempts: 1, createdAt: NOW, updatedAt: NOW },
    ...{ location: null, reason: null },
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

  it('has words for every state, with no placeholder left', () => {
    for (const delivery of ['kept', 'queued', 'sending', 'sent', 'limited', 'refused'] as const) {
      const { state } = describeDelivery(makeEntry({ delivery, service: null }), words, NOW);
      expect(state).toMatch(/^[^{}]+$/);
    }
  });
});

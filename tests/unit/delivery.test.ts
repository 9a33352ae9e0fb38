import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Answer,
  canRetry,
  finishAttempt,
  finishNative,
  makeDue,
  makeNativeDue,
  readRetryAfter,
  SENDING_LEASE,
  startAttempt,
} from '../../src/model/delivery.ts';
import { makeEntry } from './outbox-fake.ts';

const NOW = 1_700_000_000_000;
const DAY = 86_400_000;

function respond(status: number, retryAfter: string | null = null): Answer {
  const detail = `${status}: said`;
  return { kind: 'response', status, location: null, receiptUrl: null, retryAfter, detail };
}

const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const attempts = fc.integer({ min: 1, max: 5000 });

describe('startAttempt', () => {
  it('leases the entry and counts the attempt', () => {
    expect(startAttempt(makeEntry(1, { attempts: 3 }), NOW)).toMatchObject({
      delivery: 'sending',
      attempts: 4,
      dueAt: NOW + SENDING_LEASE,
    });
  });
});

describe('finishAttempt', () => {
  it('is done after 200 and 201, and keeps the address it was given', () => {
    for (const status of [200, 201]) {
      const answer = { ...respond(status), location: 'https://editors.example/annotations/7' };
      const after = finishAttempt(makeEntry(1, { attempts: 1 }), answer as Answer, NOW, 0);
      expect(after).toMatchObject({ delivery: 'sent', reason: null });
      expect(after.location).toBe('https://editors.example/annotations/7');
      expect('dueAt' in after).toBe(false);
    }
  });

  it.each([400, 401, 403, 404, 405, 409, 410, 413, 415, 422, 451, 499])(
    'takes %i as final, with its reason',
    (status) => {
      const after = finishAttempt(makeEntry(1, { attempts: 1 }), respond(status), NOW, 0);
      expect(after).toMatchObject({ delivery: 'refused', reason: `${status}: said` });
      expect('dueAt' in after).toBe(false);
    },
  );

  it.each([408, 425, 429, 500, 502, 503, 504, 511, 599])('tries again after %i', (status) => {
    const after = finishAttempt(makeEntry(1, { attempts: 1 }), respond(status), NOW, 0);
    expect(after.delivery).toBe(status === 429 ? 'limited' : 'queued');
    expect(after.dueAt).toBeGreaterThan(NOW);
  });

  it('always waits, at least twenty seconds and at most a day and a half', () => {
    const answer = fc.oneof(
      fc.constantFrom<Answer>(
        { kind: 'unreachable', detail: '' },
        { kind: 'unproven', detail: '' },
      ),
      fc
        .tuple(fc.constantFrom(408, 425, 429, 500, 503), fc.option(fc.string()))
        .map(([status, header]) => respond(status, header)),
    );
    fc.assert(
      fc.property(answer, attempts, random, (given, count, chance) => {
        const { dueAt } = finishAttempt(makeEntry(1, { attempts: count }), given, NOW, chance);
        expect(Number.isSafeInteger(dueAt)).toBe(true);
        expect(dueAt).toBeGreaterThanOrEqual(NOW + (given.kind === 'response' ? 1 : 20_000));
        expect(dueAt).toBeLessThanOrEqual(NOW + 1.5 * DAY);
      }),
    );
  });

  it('never comes back before Retry-After', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 86_400 }),
        attempts,
        random,
        (seconds, count, chance) => {
          for (const header of [String(seconds), new Date(NOW + seconds * 1000).toUTCString()]) {
            const entry = makeEntry(1, { attempts: count });
            const { dueAt } = finishAttempt(entry, respond(503, header), NOW, chance);
            expect(dueAt).toBeGreaterThanOrEqual(NOW + seconds * 1000);
          }
        },
      ),
    );
  });

  it('waits longer from one attempt to the next', () => {
    let last = 0;
    for (let count = 1; count <= 10; count += 1) {
      const entry = makeEntry(1, { attempts: count });
      const wait = (finishAttempt(entry, respond(500), NOW, 0.5).dueAt ?? 0) - NOW;
      expect(wait).toBeGreaterThanOrEqual(last);
      last = wait;
    }
  });

  it('spreads readers who failed at the same moment', () => {
    const due = [0, 0.25, 0.5, 0.75, 0.999].map(
      (chance) => finishAttempt(makeEntry(1, { attempts: 3 }), respond(503), NOW, chance).dueAt,
    );
    expect(new Set(due).size).toBe(5);
  });
});

describe('finishNative', () => {
  it('is final, or due later, whatever came', () => {
    const outcome = fc.record({
      kind: fc.constantFrom(
        ...(['taken', 'known', 'limited', 'refused', 'unreachable', 'unproven'] as const),
      ),
      detail: fc.string(),
    });
    fc.assert(
      fc.property(fc.option(outcome), attempts, random, (given, count, chance) => {
        const entry = makeEntry(1, { delivery: 'sending', attempts: count, dueAt: NOW });
        const { delivery, dueAt, receiptUrl } = finishNative(entry, given, NOW, chance);
        const isDone = delivery === 'sent' || delivery === 'refused';
        expect(isDone).toBe(dueAt === undefined);
        if (!isDone) {
          expect(dueAt).toBeGreaterThanOrEqual(NOW + 20_000);
          expect(dueAt).toBeLessThanOrEqual(NOW + DAY);
        }
        expect(receiptUrl).toBeNull();
      }),
    );
  });

  it('says nothing where nothing was said', () => {
    const entry = makeEntry(1, { delivery: 'sending', attempts: 1 });
    for (const kind of ['limited', 'refused', 'unproven'] as const) {
      expect(finishNative(entry, { kind, detail: '' }, NOW, 0).reason).toBeNull();
    }
  });
});

describe('makeNativeDue', () => {
  const form = { reporter: 'mixtape', action: 'https://news.example/ajax' } as const;
  const waiting = { native: form, attempts: 1, dueAt: NOW + DAY };

  it('is for what waits for its page', () => {
    expect(makeNativeDue(makeEntry(1, waiting), NOW).dueAt).toBe(NOW);
  });

  it.each<[string, object]>([
    ['another’s report', { native: null }],
    ['what the site asked to wait with', { delivery: 'limited' }],
    ['what is being sent', { delivery: 'sending' }],
    ['what was refused', { delivery: 'refused' }],
    ['what has failed twice', { attempts: 2 }],
    ['what is due already', { dueAt: NOW - 5 }],
  ])('leaves %s as it is', (_, changes) => {
    const entry = makeEntry(1, { ...waiting, ...changes });
    expect(makeNativeDue(entry, NOW)).toEqual(entry);
  });
});

describe('makeDue', () => {
  it('starts afresh', () => {
    const refused = makeEntry(1, { delivery: 'refused', attempts: 9, reason: '400' });
    expect(makeDue(refused, NOW)).toMatchObject({
      delivery: 'queued',
      attempts: 0,
      dueAt: NOW,
      reason: null,
    });
  });
});

describe('readRetryAfter', () => {
  it.each([
    ['120', 120_000],
    [' 5 ', 5000],
    ['0', 0],
    ['86401', DAY],
    ['99999999999999999999', DAY],
    ['9'.repeat(400), DAY],
    [new Date(NOW + 60_000).toUTCString(), 60_000],
    ['Sunday, 06-Nov-94 08:49:37 GMT', 0],
    ['Sun Nov  6 08:49:37 1994', 0],
    [new Date(NOW + 10 * DAY).toUTCString(), DAY],
    ['', 0],
    ['-120', 0],
    ['1.5', 0],
    ['1e9', 0],
    ['3000 s', 0],
    ['in 2050 seconds', 0],
    ['120, 240', 0],
    ['soon', 0],
    ['٣٠', 0],
  ])('reads %j', (header, expected) => {
    expect(readRetryAfter(header, NOW)).toBe(expected);
  });

  it('reads anything as a wait of nothing to a day', () => {
    expect(readRetryAfter(null, NOW)).toBe(0);
    fc.assert(
      fc.property(fc.string(), (header) => {
        const wait = readRetryAfter(header, NOW);
        expect(wait).toBeGreaterThanOrEqual(0);
        expect(wait).toBeLessThanOrEqual(DAY);
      }),
    );
  });
});

describe('canRetry', () => {
  it('is where trying now can change something', () => {
    expect(canRetry(makeEntry(1, { delivery: 'refused' }))).toBe(true);
    expect(canRetry(makeEntry(1, { delivery: 'kept', service: null }))).toBe(false);
    expect(canRetry(makeEntry(1, { delivery: 'sent' }))).toBe(false);
    const form = { reporter: 'mistape', action: 'https://news.example/ajax' } as const;
    const refused = { delivery: 'refused', service: null, native: form } as const;
    expect(canRetry(makeEntry(1, refused))).toBe(true);
    expect(canRetry(makeEntry(1, { delivery: 'sending' }))).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import { createRetryWaiting } from '../../src/background/retry-reports.ts';
import type { OutboxEntry } from '../../src/model/outbox-entry.ts';
import { createOutboxFake, makeCanonical, makeEntry } from './outbox-fake.ts';

const NOW = 1_700_000_900_000;
const LATER = NOW + 3_600_000;
const unreached: Partial<OutboxEntry> = {
  attempts: 2,
  dueAt: LATER,
  reason: 'Failed to fetch',
  updatedAt: NOW - 60_000,
};

function start(changes: Partial<OutboxEntry>) {
  const entries = new Map([[makeCanonical(1), makeEntry(1, changes)]]);
  let delivered = 0;
  const retry = createRetryWaiting({
    outbox: createOutboxFake({ entries }),
    deliverDue: async () => {
      delivered += 1;
    },
    now: () => NOW,
  });
  return { retry, dueAt: () => entries.get(makeCanonical(1))?.dueAt, delivered: () => delivered };
}

describe('a page that was opened, or a network that is back', () => {
  it.each<[string, Partial<OutboxEntry>]>([
    ['the network kept it back', unreached],
    ['a portal answered', { ...unreached, reason: 'the endpoint answered with a redirect' }],
    ['nobody knows why', { ...unreached, reason: null }],
  ])('sends at once what waits because %s', async (_, changes) => {
    for (const page of [null, 'https://elsewhere.example/']) {
      const world = start(changes);
      await world.retry(page);
      expect([world.dueAt(), world.delivered()]).toEqual([NOW, 1]);
    }
  });

  it.each<[string, Partial<OutboxEntry>]>([
    ['the endpoint said when', { ...unreached, reason: '503: closed' }],
    ['it was limited', { ...unreached, delivery: 'limited', reason: '429' }],
    ['it was refused', { ...unreached, delivery: 'refused' }],
    ['it was tried just now', { ...unreached, updatedAt: NOW - 5_000 }],
    ['it was not tried yet', { ...unreached, attempts: 0 }],
  ])('leaves its time to what waits because %s', async (_, changes) => {
    const world = start(changes);
    await world.retry('https://news.example/story');
    expect([world.dueAt(), world.delivered()]).toEqual([LATER, 0]);
  });

  it('sends by a site’s own form only where that very page was opened', async () => {
    const native = {
      service: null,
      native: { reporter: 'mistape' as const, action: 'https://news.example/ajax' },
    };
    const waiting = { ...unreached, ...native, attempts: 1 };
    for (const page of [null, 'https://news.example/other']) {
      const world = start(waiting);
      await world.retry(page);
      expect(world.delivered()).toBe(0);
    }
    const world = start(waiting);
    await world.retry('https://news.example/story');
    expect([world.dueAt(), world.delivered()]).toEqual([NOW, 1]);
  });
});

import { expect, it } from 'vitest';
import { createAnswerPages } from '../../src/background/answer-pages.ts';
import type { OutboxEntry } from '../../src/model/outbox-entry.ts';
import { type Policy, readSettings } from '../../src/model/settings.ts';
import { createOutboxFake, makeCanonical, makeEntry } from './outbox-fake.ts';

const NOW = 1_700_000_100_000;
const service = 'https://table.example/annotations/';

interface StartOptions {
  /** what storage holds as settings */
  stored?: unknown;
  policy?: Policy;
  /** happens after the store has listed entries, before anything comes of it */
  afterList?: () => void;
}

function start(list: OutboxEntry[], options: StartOptions = {}) {
  const entries = new Map(list.map((entry) => [entry.canonical, entry]));
  const events: string[] = [];
  const outbox = createOutboxFake({ entries });
  const answer = createAnswerPages({
    outbox: {
      ...outbox,
      async listByDelivery(delivery) {
        const found = await outbox.listByDelivery(delivery);
        options.afterList?.();
        return found;
      },
    },
    deliverDue: async () => void events.push('deliver'),
    tellTabs: async ({ type }) => void events.push(type),
    loadSettings: async () => readSettings(options.stored ?? {}),
    loadPolicy: async () => options.policy ?? { services: [] },
    now: () => NOW,
  });
  return { ask: (command: unknown) => answer(command, undefined), entries, events };
}

it.each([
  ['refused', true],
  ['limited', true],
  ['queued', true],
  ['sending', false],
  ['sent', false],
] as const)('report/retry of a report that is %s: %s', async (delivery, isDue) => {
  const entry = makeEntry(1, { delivery, attempts: 4, dueAt: NOW + 1e6, reason: '400' });
  const { ask, entries, events } = start([entry]);
  expect(await ask({ type: 'report/retry', canonical: entry.canonical })).toMatchObject({
    ok: true,
  });
  const after = entries.get(entry.canonical);
  if (isDue) expect(after).toMatchObject({ delivery: 'queued', dueAt: NOW, attempts: 0 });
  else expect(after).toEqual(entry);
  expect(events).toEqual(['deliver']);
});

it('report/retry leaves a kept report, and one that is gone', async () => {
  const { dueAt: _, ...kept } = makeEntry(1, { delivery: 'kept', service: null });
  const { ask, entries } = start([kept]);
  await ask({ type: 'report/retry', canonical: kept.canonical });
  expect(entries.get(kept.canonical)).toEqual(kept);
  expect(await ask({ type: 'report/retry', canonical: makeCanonical(9) })).toMatchObject({
    ok: true,
  });
});

it('report/forget removes that one', async () => {
  const { ask, entries } = start([makeEntry(1), makeEntry(2)]);
  await ask({ type: 'report/forget', canonical: makeCanonical(1) });
  expect([...entries.keys()]).toEqual([makeCanonical(2)]);
});

it.each<[string, StartOptions]>([
  ['settings', { stored: { services: [{ site: 'news.example', service }] } }],
  ['policy', { policy: { services: [{ site: 'news.example', service }] } }],
])(
  'settings/changed gives kept reports the endpoint that the %s now name',
  async (_name, options) => {
    const kept = (n: number, url: string) => {
      const { dueAt: _, ...rest } = makeEntry(n, { delivery: 'kept', service: null });
      return { ...rest, page: { url, title: '' } };
    };
    const { ask, entries, events } = start(
      [kept(1, 'https://news.example/a'), kept(2, 'https://elsewhere.example/a')],
      options,
    );
    await ask({ type: 'settings/changed' });
    expect(entries.get(makeCanonical(1))).toMatchObject({
      delivery: 'queued',
      service,
      dueAt: NOW,
    });
    expect(entries.get(makeCanonical(2))).toMatchObject({ delivery: 'kept', service: null });
    expect(events).toEqual(['deliver', 'settings/changed']);
  },
);

it('settings/changed leaves a report that has gone on meanwhile', async () => {
  const { dueAt: _, ...rest } = makeEntry(1, { delivery: 'kept', service: null });
  const sent: OutboxEntry = { ...rest, delivery: 'sent', service, location: `${service}1` };
  const world = start([rest], {
    stored: { services: [{ site: 'news.example', service }] },
    afterList: () => void world.entries.set(sent.canonical, sent),
  });
  await world.ask({ type: 'settings/changed' });
  expect(world.entries.get(sent.canonical)).toEqual(sent);
});

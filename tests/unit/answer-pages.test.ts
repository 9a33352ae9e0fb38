import { describe, expect, it } from 'vitest';
import { createAnswerPages } from '../../src/background/answer-pages.ts';
import { createFindReceiver } from '../../src/background/find-receiver.ts';
import { createRetryReports } from '../../src/background/retry-reports.ts';
import { createSaveReports } from '../../src/background/save-reports.ts';
import type { StoredDraft } from '../../src/model/draft.ts';
import type { OutboxEntry } from '../../src/model/outbox-entry.ts';
import { composeCreditReport } from '../../src/model/reuse/compose-credit-report.ts';
import { NO_POLICY, type Policy, readSettings } from '../../src/model/settings.ts';
import { makeFinding } from './checked-fake.ts';
import { createDraftFake, makeOpenDraft } from './draft-fake.ts';
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
  const drafts = new Map<string, StoredDraft>();
  const now = () => NOW;
  const findReceiver = createFindReceiver({
    loadSettings: async () => readSettings(options.stored ?? {}),
    loadPolicy: async () => options.policy ?? NO_POLICY,
  });
  const deliverDue = async () => void events.push('deliver');
  const answer = createAnswerPages({
    outbox: {
      ...outbox,
      async listByDelivery(delivery) {
        const found = await outbox.listByDelivery(delivery);
        options.afterList?.();
        return found;
      },
    },
    drafts: createDraftFake(drafts),
    ...{ findReceiver, deliverDue, now },
    saveReports: createSaveReports({
      ...{ outbox, findReceiver, deliverDue, now },
      changeSettings: async (change) => change(readSettings({})),
      scheduleWake: async () => undefined,
    }),
    retryReports: createRetryReports({ outbox, deliverDue, now }),
    unmarkInFront: async () => void events.push('unmarked'),
    startReportInFront: async () => false,
    continueDraft: async ({ page }) => {
      events.push(page);
      return true;
    },
    tellTabs: async ({ type }) => void events.push(type),
    renewMenu: async () => void events.push('menu'),
    ledger: {
      forget: async () => void events.push('forget'),
      tidy: async () => undefined,
    },
  });
  return { ask: (command: unknown) => answer(command, undefined), entries, drafts, events };
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
  ['policy', { policy: { ...NO_POLICY, services: [{ site: 'news.example', service }] } }],
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
    expect(events).toEqual(['deliver', 'settings/changed', 'menu']);
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

describe('a draft', () => {
  const page = 'https://news.example/story';
  const declared = 'https://editors.news.example/annotations/';
  const elsewhere = 'https://service.example.org/annotations/';
  const canonical = makeCanonical(1);

  it('is sent as it stands to whom its page names', async () => {
    const { ask, entries, drafts } = start([]);
    drafts.set(canonical, { ...makeOpenDraft(1, {}, { declared }), page });
    expect(await ask({ type: 'draft/send', canonical })).toMatchObject({ ok: true });
    expect(entries.get(canonical)).toMatchObject({ service: declared, delivery: 'queued' });
  });

  it('is not sent to another site that nobody agreed to', async () => {
    const { ask, entries, drafts } = start([]);
    drafts.set(canonical, { ...makeOpenDraft(1, {}, { declared: elsewhere }), page });
    expect(await ask({ type: 'draft/send', canonical })).toMatchObject({
      ok: false,
      code: 'consent-needed',
      detail: 'service.example.org',
    });
    expect(entries.size).toBe(0);
  });

  it('goes on where it stands', async () => {
    const { ask, drafts, events } = start([]);
    drafts.set(canonical, { ...makeOpenDraft(1), page });
    await ask({ type: 'draft/continue', canonical });
    expect(events).toEqual([page]);
    await ask({ type: 'draft/forget', canonical });
    expect(drafts.size).toBe(0);
  });

  it('that is gone is said to be', async () => {
    const { ask, events } = start([]);
    for (const type of ['draft/send', 'draft/continue'] as const) {
      expect(await ask({ type, canonical })).toMatchObject({ ok: false });
    }
    expect(events).toEqual([]);
  });
});

it('ledger/forget forgets what is remembered', async () => {
  const { ask, events } = start([]);
  expect(await ask({ type: 'ledger/forget' })).toMatchObject({ ok: true });
  expect(events).toEqual(['forget']);
});

describe('a missing credit', () => {
  const standsAt = 'https://reuse.example/others';
  const source = 'https://news.example/story';
  const own = 'https://news.example/annotations/';
  const foreign = 'https://editors.example/annotations/';
  const report = (declared: string | null, agreed = false) => {
    const finding = makeFinding({ service: declared });
    const told = { finding, sentence: 'It stands there.', comment: '', now: NOW };
    const draft = composeCreditReport({ ...told, canonical: makeCanonical(1) });
    return { type: 'reuse/report', draft, standsAt, agreed };
  };

  it.each([
    ['the source’s own', own, { kind: 'ready', service: own, host: 'news.example', by: 'page' }],
    ['another’s', foreign, { kind: 'ask', service: foreign, host: 'editors.example', by: 'page' }],
    ['no', null, { kind: 'none' }],
    ['an unsafe', 'http://news.example/annotations/', { kind: 'none' }],
  ])('would go to %s endpoint as the source’s page named it', async (_, declared, value) => {
    const { ask, entries } = start([]);
    expect(await ask({ type: 'reuse/receiver', source, service: declared })).toEqual({
      ok: true,
      value,
    });
    expect(entries.size).toBe(0);
  });

  it('is the source’s page’s, and remembers where the words stand', async () => {
    const { ask, entries, events } = start([]);
    expect(await ask(report(own))).toMatchObject({ ok: true, value: { delivery: 'queued' } });
    expect(entries.get(makeCanonical(1))).toMatchObject({
      ...{ page: { url: source }, service: own, standsAt },
      annotation: { target: { source } },
    });
    expect(events).toEqual(['deliver']);
  });

  it('goes to another site’s endpoint only where that was agreed to', async () => {
    const { ask, entries } = start([]);
    expect(await ask(report(foreign))).toEqual({
      ...{ ok: false, code: 'consent-needed', detail: 'editors.example' },
    });
    expect(entries.size).toBe(0);
    expect(await ask(report(foreign, true))).toMatchObject({ ok: true });
    expect(entries.get(makeCanonical(1))?.service).toBe(foreign);
  });

  it('is kept where nobody takes it, and goes out by the table once that knows somebody', async () => {
    const { ask, entries } = start([]);
    expect(await ask(report(null))).toMatchObject({ ok: true, value: { delivery: 'kept' } });
    const [kept] = entries.values();
    if (kept === undefined) throw new Error('nothing kept');
    const later = start([kept], { stored: { services: [{ site: 'news.example', service }] } });
    await later.ask({ type: 'settings/changed' });
    expect(later.entries.get(kept.canonical)).toMatchObject({ delivery: 'queued', service });
    // The site on which the words stand is nobody who takes it.
    const other = start([kept], { stored: { services: [{ site: 'reuse.example', service }] } });
    await other.ask({ type: 'settings/changed' });
    expect(other.entries.get(kept.canonical)).toMatchObject({ delivery: 'kept' });
  });
});

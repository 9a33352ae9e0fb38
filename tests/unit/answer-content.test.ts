import { describe, expect, it } from 'vitest';
import {
  type AnswerContentDeps,
  createAnswerContent,
} from '../../src/background/answer-content.ts';
import { createFindReceiver } from '../../src/background/find-receiver.ts';
import { createFindSources } from '../../src/background/find-sources.ts';
import { createLedger } from '../../src/background/ledger.ts';
import { createPlaced } from '../../src/background/placed.ts';
import type { ContentSender } from '../../src/background/read-page.ts';
import { createSaveReports } from '../../src/background/save-reports.ts';
import type { StoredDraft } from '../../src/model/draft.ts';
import type { OutboxEntry } from '../../src/model/outbox-entry.ts';
import type { ReportDraft } from '../../src/model/report.ts';
import { fail, succeed } from '../../src/model/result.ts';
import {
  NO_POLICY,
  type Policy,
  readSettings,
  ruleForHost,
  type Settings,
} from '../../src/model/settings.ts';
import type { OutboxStore } from '../../src/platform/outbox-store.ts';
import { makeCopy } from './copy-fake.ts';
import { createDraftFake, makeOpenDraft } from './draft-fake.ts';
import { createLedgerFake } from './ledger-fake.ts';
import { createOutboxFake, makeCanonical, makeDraft, makeEntry } from './outbox-fake.ts';

const NOW = 1_700_000_000_000;
const own = 'https://editors.news.example/annotations/';
const foreign = 'https://service.example.org/annotations/';

interface StartOptions {
  outbox?: OutboxStore;
  loadSettings?: () => Promise<Settings>;
  loadPolicy?: () => Promise<Policy>;
  deliverDue?: () => Promise<void>;
  injectPart?: AnswerContentDeps['injectPart'];
  askTab?: AnswerContentDeps['askTab'];
}

function start(options: StartOptions = {}, stored: unknown = {}) {
  const entries = new Map<string, OutboxEntry>();
  const drafts = new Map<string, StoredDraft>();
  const events: string[] = [];
  let settings = readSettings(stored);
  const outbox =
    options.outbox ??
    createOutboxFake({
      entries,
      around: async (operation) => {
        await null;
        events.push('store');
        return operation();
      },
    });
  const loadSettings = options.loadSettings ?? (async () => settings);
  const changeSettings = async (change: (settings: Settings) => Settings) => {
    settings = change(settings);
    return settings;
  };
  const findReceiver = createFindReceiver({
    loadSettings,
    loadPolicy: options.loadPolicy ?? (async () => NO_POLICY),
  });
  const now = () => NOW;
  const answer = createAnswerContent({
    placed: createPlaced({
      ...{ outbox, loadSettings, now },
      findEditor: async () => null,
      fetch: () => Promise.reject(new Error('nothing is to be fetched')),
      onReceipt: async () => undefined,
      deliverDue: async () => undefined,
      pause: async () => undefined,
      random: () => 0,
    }),
    findSources: createFindSources(async () => null),
    ...{ outbox, findReceiver, loadSettings, changeSettings, now },
    drafts: createDraftFake(drafts),
    saveReports: createSaveReports({
      ...{ outbox, findReceiver, changeSettings, now },
      deliverDue: options.deliverDue ?? (async () => void events.push('deliver')),
      async scheduleWake(when) {
        events.push(`wake ${(when ?? 0) - NOW}`);
      },
    }),
    askTab: options.askTab ?? (async () => fail('no-answer')),
    injectPart: options.injectPart ?? (async () => undefined),
    noMistakes: { find: async () => [] },
    ledger: createLedger({
      ...{ loadSettings, now },
      store: createLedgerFake(),
      loadPolicy: async () => NO_POLICY,
      loadEditorAccess: async () => null,
    }),
    retryReports: async (canonicals) => void events.push(`retry ${canonicals.join()}`),
    retryWaiting: async (page) => void events.push(`opened ${page}`),
    tellUnshown: async (tabId) => void events.push(`unshown ${tabId}`),
    tellUnmended: async (tabId) => void events.push(`unmended ${tabId}`),
    tellLacking: async (tabId, count) => void events.push(`lacking ${tabId} ${count}`),
    isOwnPage: async () => false,
  });
  const save = (
    fields: { declared?: string | null; agreed?: boolean; draft?: Partial<ReportDraft> } = {},
    url = 'https://news.example/story?utm_source=x#top',
  ) => {
    const declared = fields.declared === undefined ? own : fields.declared;
    const saved = makeOpenDraft(1, fields.draft, { declared });
    const command = { type: 'report/save', drafts: [saved], agreed: fields.agreed ?? false };
    return answer(command, from(url));
  };
  return { answer, save, entries, drafts, events, settings: () => settings };
}

function from(url: string): ContentSender {
  return { kind: 'content', url, tabId: 1, frameId: 0, isPrivate: false };
}

describe('report/save', () => {
  it('sets the alarm, stores, and only then answers', async () => {
    const { save, events, entries } = start();
    expect(await save()).toMatchObject({ ok: true, value: [{ delivery: 'queued' }] });
    expect(events.slice(0, 2)).toEqual(['wake 30000', 'store']);
    expect([...entries.values()]).toMatchObject([
      { service: own, delivery: 'queued', dueAt: NOW, attempts: 0 },
    ]);
  });

  it('does not wait for the delivery', async () => {
    const { save } = start({ deliverDue: () => new Promise(() => undefined) });
    expect(await save()).toMatchObject({ ok: true });
  });

  it('keeps the report where no endpoint is known, and has nothing to wake for', async () => {
    const { save, entries, events } = start();
    expect(await save({ declared: null })).toMatchObject({ value: [{ delivery: 'kept' }] });
    const [entry] = entries.values();
    expect(entry).toMatchObject({ service: null, delivery: 'kept' });
    expect(entry?.dueAt).toBeUndefined();
    expect(events.filter((event) => event.startsWith('wake'))).toEqual([]);
  });

  it('stores the same report once, however often and at whatever moment it is saved', async () => {
    const { save, entries } = start();
    await Promise.all([save(), save()]);
    await save({ draft: { comment: 'changed meanwhile' } });
    expect(entries.size).toBe(1);
    expect(JSON.stringify([...entries.values()])).not.toContain('changed meanwhile');
  });

  it.each([
    ['QuotaExceededError', 'storage-full'],
    ['UnknownError', 'storage-failed'],
    ['AbortError', 'storage-failed'],
  ])('after a %s answers %s, and acknowledges nothing', async (name, code) => {
    for (const error of [
      new DOMException('no', name),
      Object.assign(new Error('no'), { name: 'AbortError', inner: new DOMException('no', name) }),
    ]) {
      const around = () => Promise.reject(error);
      const { save, entries } = start({ outbox: createOutboxFake({ around }) });
      expect(await save()).toMatchObject({ ok: false, code });
      expect(entries.size).toBe(0);
    }
  });

  it('sends to the endpoint of the administrator’s policy where nothing else names one', async () => {
    const service = 'https://policy.example/annotations/';
    const loadPolicy = async () => ({
      ...NO_POLICY,
      services: [{ site: 'news.example', service }],
    });
    const { save, entries, settings } = start({ loadPolicy });
    expect(await save({ declared: null })).toMatchObject({ value: [{ delivery: 'queued' }] });
    await save({ draft: makeDraft(2) });
    await save({ declared: null, draft: makeDraft(3) }, 'https://other.example/');
    expect([...entries.values()].map((entry) => entry.service)).toEqual([service, own, null]);
    expect(settings().consents).toEqual({});
  });

  it('asks before it sends to another site', async () => {
    const { save, entries, settings } = start();
    expect(await save({ declared: foreign })).toMatchObject({
      ok: false,
      code: 'consent-needed',
      detail: 'service.example.org',
    });
    expect(entries.size).toBe(0);
    expect(settings().consents).toEqual({});
  });

  it('remembers the consent for that site and that service alone', async () => {
    const { save, settings } = start();
    await save({ declared: foreign, agreed: true });
    expect(settings().consents).toEqual({ 'news.example': [foreign] });
    expect(await save({ declared: foreign }, 'https://m.news.example/x')).toMatchObject({
      ok: true,
    });
    for (const [declared, url] of [
      [foreign, 'https://other.example/story'],
      ['https://service.example.org/other/', 'https://news.example/story'],
      ['https://evil.example/annotations/', 'https://news.example/story'],
    ] as const) {
      expect(await save({ declared }, url)).toMatchObject({ ok: false, code: 'consent-needed' });
    }
  });

  it('remembers no consent that was not needed', async () => {
    const { save, settings } = start();
    await save({ agreed: true });
    await save({ declared: null, agreed: true });
    expect(settings().consents).toEqual({});
  });

  it('takes a consent into account that was given while the question stood', async () => {
    const { save, settings } = start();
    await Promise.all([
      save({ declared: foreign, agreed: true }),
      save({ declared: 'https://b.example/', agreed: true, draft: makeDraft(2) }),
    ]);
    expect(settings().consents['news.example']).toEqual([foreign, 'https://b.example/']);
  });

  it('believes the browser, not the message, about the page', async () => {
    const { save, entries } = start(
      {},
      {
        services: [{ site: 'bank.example', service: 'https://bank.example/annotations/' }],
      },
    );
    const draft = { source: 'https://bank.example/secret' };
    expect(await save({ declared: null, draft })).toMatchObject({ value: [{ delivery: 'kept' }] });
    expect([...entries.values()][0]?.page.url).toBe('https://news.example/story');
  });

  it('works on hosts whose names mean something to objects', async () => {
    for (const host of ['constructor', '__proto__', 'tostring']) {
      const { save, answer } = start();
      const url = `https://${host}/`;
      expect(await save({ declared: foreign }, url)).toMatchObject({ code: 'consent-needed' });
      expect(await save({ declared: foreign, agreed: true }, url)).toMatchObject({ ok: true });
      const rule = await answer({ type: 'attribution/read' }, from(url));
      const value = { ...ruleForHost(readSettings({}), 'news.example'), isOwn: false };
      expect(rule).toEqual({ ok: true, value });
    }
    const { answer } = start({}, { attribution: { when: 'never' } });
    const rule = await answer({ type: 'attribution/read' }, from('https://constructor/'));
    expect(rule).toMatchObject({ value: { when: 'never' } });
  });
});

describe('many reports at once', () => {
  it('are stored all, each with its own receiver', async () => {
    const { answer, entries } = start();
    const sent = [
      makeOpenDraft(1, {}, { declared: own }),
      makeOpenDraft(2, {}, { declared: null }),
      makeOpenDraft(3, { correction: 'mistke' }, { declared: own }),
    ];
    const saved = await answer(
      { type: 'report/save', drafts: sent, agreed: false },
      from('https://news.example/story'),
    );
    expect(saved).toMatchObject({ ok: true });
    expect([...entries.values()].map(({ delivery }) => delivery)).toEqual([
      'queued',
      'kept',
      'queued',
    ]);
    // A correction that corrects nothing is none.
    expect(entries.get(makeCanonical(3))?.annotation.body.map(({ purpose }) => purpose)).toEqual([
      'tagging',
    ]);
  });

  it('are stored none where one of them lacks a consent', async () => {
    const { answer, entries } = start();
    const sent = [
      makeOpenDraft(1, {}, { declared: own }),
      makeOpenDraft(2, {}, { declared: foreign }),
    ];
    const saved = await answer(
      { type: 'report/save', drafts: sent, agreed: false },
      from('https://news.example/story'),
    );
    expect(saved).toMatchObject({ ok: false, code: 'consent-needed' });
    expect(entries.size).toBe(0);
  });

  it('go where the reader was shown that they go, and to no other site', async () => {
    const { answer, entries, settings } = start();
    const hidden = 'https://evil.example/annotations/';
    const sendTo = (...services: string[]) =>
      answer(
        {
          type: 'report/save',
          drafts: services.map((declared, at) => makeOpenDraft(at + 1, {}, { declared })),
          agreed: true,
        },
        from('https://news.example/story'),
      );
    for (const services of [
      [foreign, hidden],
      [own, hidden],
      [foreign, foreign, hidden],
    ]) {
      expect(await sendTo(...services)).toMatchObject({
        ok: false,
        code: 'consent-needed',
        detail: 'evil.example',
      });
    }
    expect(entries.size).toBe(0);
    expect(settings().consents).toEqual({});
    expect(await sendTo(foreign, own, foreign)).toMatchObject({ ok: true });
    expect(settings().consents).toEqual({ 'news.example': [foreign] });
    expect(await sendTo(hidden, foreign)).toMatchObject({ ok: true });
    expect(settings().consents).toEqual({ 'news.example': [foreign, hidden] });
  });

  it('go by the site’s own form only where it is of the page’s own origin', async () => {
    const { answer, entries } = start();
    const native = (n: number, action: string) =>
      makeOpenDraft(n, {}, { native: { reporter: 'mistape', action } });
    await answer(
      {
        type: 'report/save',
        drafts: [
          native(1, 'https://news.example/wp-admin/admin-ajax.php'),
          native(2, 'https://evil.example/wp-admin/admin-ajax.php'),
        ],
        agreed: true,
      },
      from('https://news.example/story'),
    );
    expect(entries.get(makeCanonical(1))).toMatchObject({
      delivery: 'queued',
      service: null,
      native: { reporter: 'mistape' },
    });
    expect(entries.get(makeCanonical(2))).toMatchObject({ delivery: 'kept', native: null });
  });
});

describe('what was begun', () => {
  const page = from('https://news.example/story?utm_source=x#top');

  it('is kept by its page, and counted when it is marked', async () => {
    const { answer, drafts, events } = start();
    await answer({ type: 'draft/save', draft: makeOpenDraft(1) }, page);
    await answer({ type: 'draft/save', draft: { ...makeOpenDraft(2), isMarked: true } }, page);
    await answer({ type: 'draft/save', draft: makeOpenDraft(3) }, from('https://a.example/'));
    expect(drafts.get(makeCanonical(1))?.page).toBe('https://news.example/story');
    const read = await answer({ type: 'drafts/read' }, page);
    expect(read).toMatchObject({
      value: [{ canonical: makeCanonical(1) }, { canonical: makeCanonical(2) }],
    });
    expect(await answer({ type: 'reporting/read' }, page)).toEqual(
      succeed({ native: 'site', touchButton: false, marks: 1, placed: false }),
    );
    expect(events).toContain('opened https://news.example/story');
  });

  it('stays with the page that it was begun on, though an app goes on to another', async () => {
    const { answer, drafts, entries } = start();
    const next = from('https://news.example/next');
    await answer({ type: 'draft/save', draft: makeOpenDraft(1) }, page);
    const changed = { ...makeOpenDraft(1), comment: 'more' };
    await answer({ type: 'draft/save', draft: changed }, next);
    expect(drafts.get(makeCanonical(1))).toMatchObject({
      comment: 'more',
      page: 'https://news.example/story',
    });
    const sent = [changed, makeOpenDraft(2)];
    await answer({ type: 'report/save', drafts: sent, agreed: false }, next);
    expect([...entries.values()].map((entry) => entry.page.url)).toEqual([
      'https://news.example/story',
      'https://news.example/next',
    ]);
  });

  it('is refused where it is no draft', async () => {
    const { answer, drafts } = start();
    const wrong = { ...makeOpenDraft(1), kind: 'gossip' };
    const answered = await answer({ type: 'draft/save', draft: wrong }, page);
    expect(answered).toMatchObject({ ok: false, code: 'bad-request' });
    expect(drafts.size).toBe(0);
  });
});

describe('what became of reports', () => {
  const page = from('https://news.example/story');

  it('is answered once each has been tried', async () => {
    const entries = new Map([[makeCanonical(1), makeEntry(1)]]);
    const outbox = createOutboxFake({ entries });
    const { answer } = start({ outbox });
    const asked = answer({ type: 'report/follow', canonicals: [makeCanonical(1)] }, page);
    let isAnswered = false;
    void asked.then(() => {
      isAnswered = true;
    });
    for (const delivery of ['sending', 'sent'] as const) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      expect(isAnswered).toBe(false);
      await outbox.change(makeCanonical(1), (entry) => ({ ...entry, delivery, attempts: 1 }));
    }
    expect(await asked).toMatchObject({ ok: true, value: [{ delivery: 'sent' }] });
  });

  it('waits for the receipt of a report that has one', async () => {
    const receiptUrl = 'https://editors.example/receipts/x';
    const entries = new Map([[makeCanonical(1), makeEntry(1, { delivery: 'sent', receiptUrl })]]);
    const outbox = createOutboxFake({ entries });
    const { answer } = start({ outbox });
    const asked = answer({ type: 'report/follow', canonicals: [makeCanonical(1)] }, page);
    await new Promise((resolve) => setTimeout(resolve, 5));
    const receipt = { state: 'new' as const, reason: '', readers: 3, checkedAt: NOW };
    await outbox.change(makeCanonical(1), (entry) => ({ ...entry, receipt }));
    expect(await asked).toMatchObject({ value: [{ receipt: { readers: 3 } }] });
  });
});

describe('frames', () => {
  const frame: ContentSender = { ...from('https://embed.example/box'), frameId: 7 };

  it('ask the page around them, and are told no where it does not answer', async () => {
    const asked: unknown[] = [];
    const { answer } = start({
      askTab: async (...all) => {
        asked.push(all);
        return succeed(true as never);
      },
    });
    expect(await answer({ type: 'report/asks' }, frame)).toEqual(succeed(true));
    expect(asked).toEqual([[1, { type: 'report/takes' }, 0]]);
    expect(await start().answer({ type: 'report/asks' }, frame)).toEqual(succeed(false));
  });

  it('have their words reported in the page around them', async () => {
    const asked: unknown[] = [];
    const { answer } = start({
      askTab: async (...all) => {
        asked.push(all);
        return succeed(null as never);
      },
    });
    const { place } = makeOpenDraft(1);
    expect(await answer({ type: 'report/relay', place, isMeant: true }, frame)).toEqual(
      succeed(null),
    );
    expect(asked).toEqual([[1, { type: 'report/compose', place, isMeant: true }, 0]]);
  });
});

describe('the other questions', () => {
  it('mark the button over the page that asks, and no more than it can have found', async () => {
    const { answer, events } = start();
    const tell = (count: number) =>
      answer({ type: 'reuse/lacking', count }, from('https://news.example/story'));
    expect(await tell(2)).toEqual({ ok: true, value: null });
    expect(await tell(0)).toEqual({ ok: true, value: null });
    expect(await tell(100_000)).toMatchObject({ ok: false, code: 'bad-request' });
    expect(await tell(-1)).toMatchObject({ ok: false, code: 'bad-request' });
    expect(events.filter((one) => one.startsWith('lacking'))).toEqual([
      'lacking 1 2',
      'lacking 1 0',
    ]);
  });

  it('part/load says when the frame has gone', async () => {
    const gone = start({ injectPart: () => Promise.reject(new Error('No frame with id 7')) });
    const answer = await gone.answer(
      { type: 'part/load', part: 'dialog' },
      from('https://a.example/'),
    );
    expect(answer).toMatchObject({ ok: false, code: 'no-frame' });
  });

  it('part/load injects where the question came from', async () => {
    const injected: unknown[] = [];
    const { answer } = start({ injectPart: async (...all) => void injected.push(all) });
    await answer(
      { type: 'part/load', part: 'article', tabId: 99 },
      { ...from('https://a.example/'), frameId: 4 },
    );
    expect(injected).toEqual([['article', 1, 4]]);
  });

  it('receiver/read names the receiver by the sender’s page', async () => {
    const { answer } = start();
    const ask = (url: string) =>
      answer({ type: 'receiver/read', declared: own, native: null }, from(url));
    expect(await ask('https://news.example/a')).toMatchObject({ value: { kind: 'ready' } });
    expect(await ask('https://other.example/a')).toMatchObject({ value: { kind: 'ask' } });
  });

  it('citation/remember keeps the format for the next citation, and nothing that is none', async () => {
    const page = from('https://a.example/');
    const { answer } = start();
    expect(await answer({ type: 'citation/read' }, page)).toEqual({ ok: true, value: 'plain' });
    const kept = await answer({ type: 'citation/remember', format: 'gost' }, page);
    expect(kept).toEqual({ ok: true, value: null });
    const wrong = await answer({ type: 'citation/remember', format: 'docx' }, page);
    expect(wrong).toMatchObject({ ok: false });
    expect(await answer({ type: 'citation/read' }, page)).toEqual({ ok: true, value: 'gost' });
  });

  it('a failing settings store is an answer, not an exception', async () => {
    const { answer, save, entries } = start({
      loadSettings: () => Promise.reject(new Error('no')),
    });
    expect(await save()).toMatchObject({ ok: false, code: 'internal' });
    const read = await answer({ type: 'attribution/read' }, from('https://a.example/'));
    expect(read).toMatchObject({ ok: false, code: 'internal' });
    expect(entries.size).toBe(0);
  });
});

describe('copies', () => {
  it('are remembered and found again, each within its own limits', async () => {
    const { answer } = start();
    const ask = (command: unknown) => answer(command, from('https://news.example/1'));
    const copy = makeCopy(1, [1, 2, 3]);
    expect(await ask({ type: 'copies/remember', copy })).toEqual({ ok: true, value: null });
    const find = { type: 'copies/find', fingerprints: [2] };
    expect(await ask(find)).toMatchObject({ ok: true, value: [{ id: copy.id, copiedAt: NOW }] });
    const tooMuch = { ...copy, source: { ...copy.source, title: 'x'.repeat(200_001) } };
    for (const refused of [
      { type: 'copies/remember', copy: tooMuch },
      { type: 'copies/remember', copy: { ...copy, fingerprints: [1.5] } },
      { ...find, fingerprints: Array.from({ length: 20_001 }, (_, at) => at) },
      { ...find, fingerprints: [-1] },
    ]) {
      expect(await ask(refused)).toMatchObject({ ok: false, code: 'bad-request' });
    }
  });

  it('are told what the rule for the page is', async () => {
    const { answer } = start({}, { reuse: { sites: ['news.example'], ledger: false } });
    expect(await answer({ type: 'reuse/read' }, from('https://news.example/1'))).toEqual({
      ok: true,
      value: { remembers: false, holds: false, isOwn: true, commercial: false },
    });
  });
});

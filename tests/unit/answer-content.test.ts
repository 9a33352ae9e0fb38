import { describe, expect, it } from 'vitest';
import {
  type AnswerContentDeps,
  type ContentSender,
  createAnswerContent,
} from '../../src/background/answer-content.ts';
import type { OutboxEntry } from '../../src/model/outbox-entry.ts';
import { composeAnnotation, type ReportDraft } from '../../src/model/report.ts';
import { readSettings, ruleForHost } from '../../src/model/settings.ts';
import { createOutboxFake, makeDraft } from './outbox-fake.ts';

const NOW = 1_700_000_000_000;
const own = 'https://editors.news.example/annotations/';
const foreign = 'https://service.example.org/annotations/';

function start(changes: Partial<AnswerContentDeps> = {}, stored: unknown = {}) {
  const entries = new Map<string, OutboxEntry>();
  const events: string[] = [];
  let settings = readSettings(stored);
  const answer = createAnswerContent({
    outbox: createOutboxFake({
      entries,
      around: async (operation) => {
        await null;
        events.push('store');
        return operation();
      },
    }),
    async deliverDue() {
      events.push('deliver');
    },
    async scheduleWake(when) {
      events.push(`wake ${(when ?? 0) - NOW}`);
    },
    injectPart: async () => undefined,
    loadSettings: async () => settings,
    async changeSettings(change) {
      settings = change(settings);
      return settings;
    },
    loadPolicy: async () => ({ services: [] }),
    now: () => NOW,
    ...changes,
  });
  const save = (
    fields: { declared?: string | null; agreed?: boolean; draft?: Partial<ReportDraft> } = {},
    url = 'https://news.example/story?utm_source=x#top',
  ) =>
    answer(
      {
        type: 'report/save',
        annotation: composeAnnotation(makeDraft(1, fields.draft)),
        declared: fields.declared === undefined ? own : fields.declared,
        title: 'A story',
        agreed: fields.agreed ?? false,
      },
      from(url),
    );
  return { answer, save, entries, events, settings: () => settings };
}

function from(url: string): ContentSender {
  return { kind: 'content', url, tabId: 1, frameId: 0 };
}

describe('report/save', () => {
  it('sets the alarm, stores, and only then answers', async () => {
    const { save, events, entries } = start();
    expect(await save()).toEqual({ ok: true, value: { delivery: 'queued' } });
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
    expect(await save({ declared: null })).toEqual({ ok: true, value: { delivery: 'kept' } });
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
    const loadPolicy = async () => ({ services: [{ site: 'news.example', service }] });
    const { save, entries, settings } = start({ loadPolicy });
    expect(await save({ declared: null })).toEqual({ ok: true, value: { delivery: 'queued' } });
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
    expect(await save({ declared: null, draft })).toMatchObject({ value: { delivery: 'kept' } });
    expect([...entries.values()][0]?.page.url).toBe('https://news.example/story');
  });

  it('works on hosts whose names mean something to objects', async () => {
    for (const host of ['constructor', '__proto__', 'tostring']) {
      const { save, answer } = start();
      const url = `https://${host}/`;
      expect(await save({ declared: foreign }, url)).toMatchObject({ code: 'consent-needed' });
      expect(await save({ declared: foreign, agreed: true }, url)).toMatchObject({ ok: true });
      const rule = await answer({ type: 'attribution/read' }, from(url));
      expect(rule).toEqual({ ok: true, value: ruleForHost(readSettings({}), 'news.example') });
    }
    const { answer } = start({}, { attribution: { when: 'never' } });
    const rule = await answer({ type: 'attribution/read' }, from('https://constructor/'));
    expect(rule).toMatchObject({ value: { when: 'never' } });
  });
});

describe('the other questions', () => {
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
    const ask = (url: string) => answer({ type: 'receiver/read', declared: own }, from(url));
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

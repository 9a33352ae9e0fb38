/** What a page, an outbox and an endpoint say of reports that stand on it, for tests. */
import { createFindEditor } from '../../src/background/find-editor.ts';
import { createPlaced } from '../../src/background/placed.ts';
import type { OutboxEntry } from '../../src/model/outbox-entry.ts';
import type { Receipt } from '../../src/model/receipt.ts';
import { type EditorAccess, readSettings } from '../../src/model/settings.ts';
import { createOutboxFake, makeCanonical, makeEntry } from './outbox-fake.ts';

export const NOW = 1_700_000_000_000;
export const PAGE = 'https://news.example/story';
export const ENDPOINT = 'https://editors.example/sic';
export const ACCESS: EditorAccess = { endpoint: ENDPOINT, token: 'secret', site: 'news.example' };

export interface Asked {
  method: string;
  url: string;
  init: RequestInit;
  body: unknown;
}

export interface PlacedFakeOptions {
  entries?: OutboxEntry[];
  access?: EditorAccess | null;
  reporting?: { showPlaced?: boolean; tellSeen?: boolean };
  /** what every look into the outbox fails with */
  failing?: Error;
  /** undefined: as if nobody were there */
  answer?(asked: Asked): Response | undefined | Promise<Response>;
  /** waits as long as a page does for an endpoint; for ever unless told */
  pause?(): Promise<void>;
}

/** The background's half with everything around it in memory; `asked` is all that was sent. */
export function createPlacedFake(options: PlacedFakeOptions = {}) {
  const { entries: list = [], access = null, reporting = {} } = options;
  const entries = new Map(list.map((entry) => [entry.canonical, entry]));
  const asked: Asked[] = [];
  const kept: string[] = [];
  const events: string[] = [];
  const send: typeof fetch = async (input, init = {}) => {
    const body = init.body === undefined ? null : JSON.parse(String(init.body));
    const one = { method: init.method ?? 'GET', url: String(input), init, body };
    asked.push(one);
    const response = await options.answer?.(one);
    if (response === undefined) throw new TypeError('Failed to fetch');
    return response;
  };
  const findEditor = createFindEditor({
    loadEditorAccess: async () => access,
    keepEditorSite: async (_, site) => void kept.push(site),
    fetch: send,
    pause: options.pause ?? (() => new Promise(() => undefined)),
  });
  const settings = readSettings({ reporting });
  const placed = createPlaced({
    outbox: createOutboxFake({
      entries,
      around: async (operation) => {
        if (options.failing !== undefined) throw options.failing;
        return operation();
      },
    }),
    loadSettings: async () => settings,
    ...{ findEditor, fetch: send },
    onReceipt: async (before, after) => {
      events.push(`${before.receipt?.state} → ${after.receipt?.state}`);
    },
    deliverDue: async () => void events.push('deliver'),
    now: () => NOW,
    pause: () => new Promise(() => undefined),
    random: () => 0,
  });
  const read = (number: number) => entries.get(makeCanonical(number));
  return { placed, settings, findEditor, asked, kept, events, read };
}

export const sender = (url = `${PAGE}?utm_source=x#top`, frameId = 0, isPrivate = false) => ({
  ...{ url, frameId, isPrivate },
});

/** A report that was sent, with a receipt that asks for observations unless it is told otherwise. */
export function makeSent(
  number: number,
  receipt: Partial<Receipt> = {},
  changes: Partial<OutboxEntry> = {},
): OutboxEntry {
  const { dueAt: _, ...entry } = makeEntry(number, {
    delivery: 'sent',
    receiptUrl: `https://editors.example/receipts/${number}`,
    receiptWatch: { since: NOW - 1_000, askedAt: 0, notBefore: 0 },
  });
  const observations = `https://editors.example/receipts/${number}/observations`;
  const said = { state: 'new' as const, reason: '', readers: 1, observations, ...receipt };
  return { ...entry, receipt: { ...said, checkedAt: NOW - 1_000 }, ...changes };
}

export const tellReceipt = (receipt: Partial<Receipt> = {}) =>
  Response.json({ state: 'new', reason: '', readers: 1, ...receipt });

/** One report as the editors' API gives it; number 1 is about the same words as the outbox's entries. */
export function makeItem(number: number, changes: Record<string, unknown> = {}) {
  return {
    canonical: makeCanonical(number),
    source: PAGE,
    scope: '',
    kind: 'spelling',
    exact: 'mistke',
    prefix: 'a clear ',
    suffix: ' in the text',
    correction: 'mistake',
    comment: '',
    createdAt: NOW + number,
    receivedAt: NOW + number,
    state: 'new',
    reason: '',
    etag: `"${number}"`,
    ...changes,
  };
}

/** Answers an endpoint's lists: the items of the article that is asked for. */
export function tellLists(items: ReturnType<typeof makeItem>[]) {
  return ({ url }: Asked): Response => {
    const page = new URL(url).searchParams.get('page');
    return Response.json({ items: items.filter(({ source }) => source === page), next: null });
  };
}

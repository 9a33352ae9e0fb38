/** An outbox in memory, for tests: the same promises as the one in IndexedDB, with chosen failures and delays. */
import type { OutboxEntry } from '../../src/model/outbox-entry.ts';
import { composeAnnotation, type ReportDraft } from '../../src/model/report.ts';
import type { OutboxStore } from '../../src/platform/outbox-store.ts';

export interface OutboxFakeOptions {
  entries?: Map<string, OutboxEntry>;
  /** Stands for the time and the dangers around one operation: may wait, throw or never return. */
  around?: <T>(operation: () => T) => Promise<T>;
  onChange?: (before: OutboxEntry, after: OutboxEntry) => void;
}

export function createOutboxFake(options: OutboxFakeOptions = {}): OutboxStore {
  const entries = options.entries ?? new Map<string, OutboxEntry>();
  const around = options.around ?? (async (operation) => operation());
  const listDue = () =>
    [...entries.values()]
      .flatMap((entry) => (entry.dueAt === undefined ? [] : [{ entry, dueAt: entry.dueAt }]))
      .sort((a, b) => a.dueAt - b.dueAt);
  const watchers = new Set<() => void>();
  const tell = () => {
    for (const watcher of watchers) watcher();
  };
  return {
    accept: (accepted) =>
      around(() => {
        for (const entry of accepted) {
          if (!entries.has(entry.canonical)) entries.set(entry.canonical, structuredClone(entry));
        }
        tell();
      }),
    change: (canonical, change) =>
      around(() => {
        const before = entries.get(canonical);
        if (before === undefined) return null;
        const after = change(structuredClone(before));
        options.onChange?.(before, after);
        entries.set(canonical, structuredClone(after));
        tell();
        return after;
      }),
    remove: (canonical) =>
      around(() => {
        entries.delete(canonical);
        tell();
      }),
    count: () => around(() => entries.size),
    clear: () =>
      around(() => {
        entries.clear();
        tell();
      }),
    findDue: (now) =>
      around(() => {
        const first = listDue()[0];
        return first !== undefined && first.dueAt <= now ? structuredClone(first.entry) : null;
      }),
    findNextDue: () => around(() => listDue()[0]?.dueAt ?? null),
    countOfPage: (url) =>
      around(() => [...entries.values()].filter(({ page }) => page.url === url).length),
    listOfPage: (url) =>
      around(() =>
        [...entries.values()]
          .filter(({ page }) => page.url === url)
          .map((entry) => structuredClone(entry)),
      ),
    listByDelivery: (delivery) =>
      around(() =>
        [...entries.values()]
          .filter((entry) => entry.delivery === delivery)
          .sort((a, b) => a.createdAt - b.createdAt)
          .map((entry) => structuredClone(entry)),
      ),
    watch(canonicals, onEntries) {
      const watcher = () =>
        onEntries(canonicals.flatMap((canonical) => structuredClone(entries.get(canonical)) ?? []));
      watchers.add(watcher);
      // Never before the way to stop has been returned.
      queueMicrotask(() => watchers.has(watcher) && watcher());
      return () => void watchers.delete(watcher);
    },
    watchNewest: () => () => undefined,
  };
}

export function makeCanonical(number: number): string {
  return `urn:uuid:018f0000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
}

export function makeDraft(number = 1, changes: Partial<ReportDraft> = {}): ReportDraft {
  return {
    canonical: makeCanonical(number),
    source: 'https://news.example/story',
    scope: '',
    selectors: [
      { type: 'TextQuoteSelector', exact: 'mistke', prefix: 'a clear ', suffix: ' in the text' },
      { type: 'TextPositionSelector', start: 8, end: 14 },
    ],
    kind: 'spelling',
    correction: 'mistake',
    comment: '',
    language: 'en',
    createdAt: 1_700_000_000_000,
    ...changes,
  };
}

export function makeEntry(number = 1, changes: Partial<OutboxEntry> = {}): OutboxEntry {
  const annotation = composeAnnotation(makeDraft(number));
  return {
    canonical: annotation.canonical,
    annotation,
    page: { url: 'https://news.example/story', title: 'A story' },
    service: 'https://editors.example/annotations/',
    native: null,
    delivery: 'queued',
    attempts: 0,
    dueAt: 1_700_000_000_000,
    createdAt: 1_700_000_000_000,
    updatedAt: 1_700_000_000_000,
    location: null,
    receiptUrl: null,
    receipt: null,
    reason: null,
    ...changes,
  };
}

/** Tells a reader, once and quietly, that a mistake which they reported has been fixed, if they want to be told. */
import type { OutboxEntry } from '../model/outbox-entry.ts';
import type { Settings } from '../model/settings.ts';
import type { Translate } from '../model/translate.ts';
import type { OutboxStore } from '../platform/outbox-store.ts';

/** Characters of an article's title that a notification shows. */
const TITLE_LIMIT = 120;

export interface NotifyFixedDeps {
  /** whether the browser lets notifications be shown */
  isAllowed(): Promise<boolean>;
  notify(notification: { id: string; title: string; message: string }): Promise<void>;
  loadSettings(): Promise<Settings>;
  /** the words in the language that the settings name */
  loadWords(language: string): Promise<{ t: Translate }>;
}

/** @returns `notifyFixed(before, after)`, for each receipt that was read; its notification's id is the canonical */
export function createNotifyFixed(deps: NotifyFixedDeps) {
  return async (before: OutboxEntry, after: OutboxEntry): Promise<void> => {
    if (after.receipt?.state !== 'fixed' || before.receipt?.state === 'fixed') return;
    const { reporting, language } = await deps.loadSettings();
    if (!reporting.notifyFixed || !(await deps.isAllowed())) return;
    const { t } = await deps.loadWords(language);
    const message = describeArticle(after.page);
    await deps.notify({ id: after.canonical, title: t('notifyFixed'), message });
  };
}

/** @returns `findArticle(id)`: the address of the article that a notification was about, or null */
export function createFindArticle(outbox: Pick<OutboxStore, 'listByDelivery'>) {
  return async (id: string): Promise<string | null> => {
    const sent = await outbox.listByDelivery('sent');
    return sent.find(({ canonical }) => canonical === id)?.page.url ?? null;
  };
}

function describeArticle({ title, url }: OutboxEntry['page']): string {
  const line = title.replace(/\s+/g, ' ').trim();
  const shown = line.length > TITLE_LIMIT ? `${cut(line)}…` : line;
  const host = URL.canParse(url) ? new URL(url).host : '';
  return [shown, host].filter((part) => part !== '').join('\n');
}

/** Never through the middle of a character. */
function cut(line: string): string {
  return line
    .slice(0, TITLE_LIMIT)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd();
}

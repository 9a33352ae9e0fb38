/**
 * The reports that are looked for on a page: this reader's own, and for an editor of its site those of its readers.
 * Only the page of a tab is looked at, never what is framed in it, and none in a private window.
 */
import { MOST_PLACED } from '../messages/content-to-background.ts';
import { cleanUrl } from '../model/canonical-url.ts';
import { coversPage } from '../model/editor-site.ts';
import type { OutboxEntry } from '../model/outbox-entry.ts';
import type { PlacedReport } from '../model/placed-report.ts';
import { makeReceiptDue } from '../model/receipt-watch.ts';
import { type ReportState, readReport } from '../model/report.ts';
import type { Settings } from '../model/settings.ts';
import type { ReportsApi, ReviewItem } from '../platform/editors/reports.ts';
import type { OutboxStore } from '../platform/outbox-store.ts';
import type { FindEditor } from './find-editor.ts';
import { mergePlaced } from './merge-placed.ts';
import { findObservations } from './observe-placed.ts';
import { type ContentSender, isLookedAt, readPage } from './read-page.ts';

export interface ReadPlacedDeps {
  outbox: Pick<OutboxStore, 'countOfPage' | 'listOfPage' | 'change'>;
  loadSettings(): Promise<Settings>;
  findEditor: FindEditor;
  /** asks for the receipts that are due; settled when they have come */
  deliverDue(): Promise<void>;
  now(): number;
  /** @param wait ms */
  pause(wait: number): Promise<void>;
}

/** What is rejected, or spam, is no mistake. */
const SHOWN_STATES: readonly ReportState[] = ['new', 'accepted', 'fixed'];
/** Answers of an endpoint that are asked for, should many have reported the same. */
const MOST_ANSWERS = 4;

/** ms that a page waits for receipts: what has become of its reports is to be said as it is now. */
const RECEIPTS_WAIT = 1_500;

/** What both questions take of whoever asks. */
export type PlacedSender = Pick<ContentSender, 'url' | 'frameId' | 'isPrivate'>;

export function createReadPlaced(deps: ReadPlacedDeps) {
  const { outbox, loadSettings, findEditor } = deps;
  return {
    /** Whether there may be any: asked in each article, so no network is asked for it. Never rejects. */
    async mayBePlaced(sender: PlacedSender, settings: Settings): Promise<boolean> {
      const { showPlaced, tellSeen } = settings.reporting;
      if (!isLookedAt(sender) || !(showPlaced || tellSeen)) return false;
      const own = await outbox.countOfPage(readPage(sender)).catch(() => 0);
      if (own > 0) return true;
      return showPlaced && (await findEditor(sender.url).catch(() => null)) !== null;
    },

    /** @param source the article's address, as the page states it */
    async readPlaced(
      sender: PlacedSender,
      source: string,
    ): Promise<{ shows: boolean; reports: PlacedReport[] }> {
      const { showPlaced: shows, tellSeen } = (await loadSettings()).reporting;
      if (!isLookedAt(sender) || !(shows || tellSeen)) return { shows: false, reports: [] };
      const page = readPage(sender);
      const [entries, items] = await Promise.all([
        listOwn(page).catch(() => []),
        shows ? listEditors(sender.url, page, source).catch(() => []) : [],
      ]);
      const own = entries.filter((entry) => isSought(entry, shows));
      return { shows, reports: mergePlaced(own, items) };
    },
  };

  /** With what the editors' ends say of them now, if they say it soon; none is asked twice within a minute. */
  async function listOwn(page: string): Promise<OutboxEntry[]> {
    const known = await outbox.listOfPage(page);
    const now = deps.now();
    const due = known.filter((entry) => makeReceiptDue(entry, now) !== entry);
    if (due.length === 0) return known;
    for (const { canonical } of due) {
      await outbox.change(canonical, (entry) => makeReceiptDue(entry, now));
    }
    await Promise.race([deps.deliverDue(), deps.pause(RECEIPTS_WAIT)]);
    return outbox.listOfPage(page);
  }

  async function listEditors(url: string, page: string, source: string): Promise<ReviewItem[]> {
    const editor = await findEditor(url);
    if (editor === null) return [];
    const asked = coversPage(editor.site, source) ? source : page;
    return listArticle(editor.reports, asked);
  }
}

/**
 * What stood in a frame, or on another page without its credit, is no mistake of the page's text; what cannot be told is
 * sought only to be shown.
 */
function isSought(entry: OutboxEntry, shows: boolean): boolean {
  if (entry.standsAt !== undefined) return false;
  return readReport(entry.annotation).scope === '' && (shows || findObservations(entry) !== null);
}

/** @returns nothing where an answer fails: of a place whose reports are known in part, the state is not known */
async function listArticle(reports: ReportsApi, page: string): Promise<ReviewItem[]> {
  const items: ReviewItem[] = [];
  let after: string | null = null;
  for (let asked = 0; asked < MOST_ANSWERS; asked += 1) {
    const answer = await reports.list({ state: null, after, page, limit: MOST_PLACED });
    if (!answer.ok) return [];
    const { items: given, next } = answer.value;
    const fitting = given.filter(({ source }) => isSameArticle(source, page));
    items.push(
      ...fitting.filter(({ scope, state }) => scope === '' && SHOWN_STATES.includes(state)),
    );
    after = next;
    // An endpoint that speaks of other pages does not heed the address, and would go through its whole queue.
    if (after === null || !given.every(({ source }) => isSamePage(source, page))) break;
  }
  return items;
}

/** The articles of an app whose routes are hashes are one page to an endpoint. */
function isSamePage(one: string, other: string): boolean {
  const [first, second] = [one, other].map((url) => url.replace(/#.*$/s, ''));
  return isSameArticle(first ?? '', second ?? '');
}

function isSameArticle(one: string, other: string): boolean {
  return one === other || (cleanUrl(one) ?? one) === (cleanUrl(other) ?? other);
}

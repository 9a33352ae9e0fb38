/**
 * The browser's calls that the background makes, each narrowed to what it needs, so that the background's
 * own modules can be tried without a browser.
 */
import browser from 'webextension-polyfill';
import type { Part } from '../messages/content-to-background.ts';
import type { TabCommand } from '../messages/to-content.ts';
import { isSameOrigin } from '../model/resolve-receiver.ts';

/** Where a message comes from, as the browser vouches for it. */
export type Sender =
  | {
      kind: 'content';
      url: string;
      tabId: number;
      frameId: number;
      /** of a private window, whose visits are nobody's to know */
      isPrivate: boolean;
    }
  | { kind: 'page' };

/**
 * Listens for messages from content scripts and from the extension's own pages. Has to be called while
 * the worker starts, before anything is awaited: a listener added later misses what woke the worker.
 */
export function listenForMessages(
  answer: (message: unknown, sender: Sender) => Promise<unknown>,
): void {
  browser.runtime.onMessage.addListener(
    (message: unknown, sender: browser.Runtime.MessageSender) => {
      const origin = readSender(sender);
      return origin === null ? undefined : answer(message, origin);
    },
  );
}

function readSender(sender: browser.Runtime.MessageSender): Sender | null {
  const { id, url, tab, frameId } = sender;
  if (id !== browser.runtime.id || url === undefined) return null;
  if (url.startsWith(browser.runtime.getURL(''))) return { kind: 'page' };
  if (tab?.id === undefined || frameId === undefined) return null;
  // What a document was loaded from: where an app has gone to since, only the tab knows.
  const current = frameId === 0 && tab.url !== undefined ? tab.url : url;
  return {
    kind: 'content',
    url: isSameOrigin(current, url) ? current : url,
    tabId: tab.id,
    frameId,
    isPrivate: tab.incognito,
  };
}

const WAKE_ALARM = 'deliver';

/** Listens for everything that should make the outbox look for due reports. Same rule as above. */
export function listenForWakes(wake: () => void): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === WAKE_ALARM) wake();
  });
  // Alarms do not outlive a browser session in Firefox, nor always in Chromium.
  browser.runtime.onStartup.addListener(wake);
  browser.runtime.onInstalled.addListener(wake);
}

/** Listens for the network to come back. Same rule as above. */
export function listenForNetwork(wake: () => void): void {
  addEventListener('online', wake);
}

/** Minutes after which the alarm rings again, should a worker die between its ring and the next one's setting. */
const WAKE_PERIOD = 5;

/** Sets the one alarm that wakes delivery (epoch ms), or clears it with null. */
export async function scheduleWake(when: number | null): Promise<void> {
  if (when === null) await browser.alarms.clear(WAKE_ALARM);
  else browser.alarms.create(WAKE_ALARM, { when, periodInMinutes: WAKE_PERIOD });
}

/**
 * Puts a part of the content script into one frame; rejects when the frame has gone.
 * @param locale whose words go before it, or null where the browser's own are right
 */
export async function injectPart(
  part: Part,
  tabId: number,
  frameId: number,
  locale: string | null,
): Promise<void> {
  const target = { tabId, frameIds: [frameId] };
  const files = [`content/${part}.js`];
  if (part === 'editors') {
    // Editors' objects are in the page's own world.
    await browser.scripting.executeScript({ target, files, world: 'MAIN' });
    return;
  }
  const words = locale === null ? [] : [`content/words/${locale}.js`];
  await browser.scripting.executeScript({ target, files: [...words, ...files] });
}

/** Says something to every tab that listens; those that do not are no error. */
export async function tellTabs(command: TabCommand): Promise<void> {
  const tabs = await browser.tabs.query({});
  const told = tabs.map(async ({ id }) => {
    if (id !== undefined) await browser.tabs.sendMessage(id, command).catch(() => undefined);
  });
  await Promise.all(told);
}

/** Says something to a tab's own page; rejects where no content script can be (a browser's own page, say). */
export async function tellTab(tabId: number, command: TabCommand): Promise<void> {
  await browser.tabs.sendMessage(tabId, command, { frameId: 0 });
}

/**
 * Carries a command to a frame of a tab, or to all of them, of which the first that answers is heard.
 * Rejects where nobody listens or answers.
 */
export async function carryToTab(
  tabId: number,
  command: unknown,
  frameId: number | null,
): Promise<unknown> {
  return browser.tabs.sendMessage(tabId, command, frameId === null ? {} : { frameId });
}

/** The tabs whose addresses Sic may know: those of web pages. */
export async function listTabs(): Promise<{ id: number; url: string }[]> {
  const tabs = await browser.tabs.query({});
  return tabs.flatMap(({ id, url }) => (id === undefined || url === undefined ? [] : { id, url }));
}

/** The tab in front of the window that was used last, or null. */
export async function findTabInFront(): Promise<number | null> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  return tab?.id ?? null;
}

/** Opens a tab; gives its id, or null where the browser does not tell. */
export async function openTab(url: string): Promise<number | null> {
  return (await browser.tabs.create({ url })).id ?? null;
}

/** Puts a tab in front, and its window. */
export async function showTab(id: number): Promise<void> {
  const { windowId } = await browser.tabs.update(id, { active: true });
  // Firefox for Android has no windows.
  if (windowId !== undefined) await browser.windows?.update(windowId, { focused: true });
}

/** Puts a mark on the toolbar's button over one tab, until the tab goes elsewhere or the popup is opened. */
export async function markTab(tabId: number, title: string): Promise<void> {
  await browser.action.setBadgeText({ tabId, text: '!' });
  await browser.action.setTitle({ tabId, title });
}

/** How long a page that is sent for may take to come, in ms. */
const COMES = 30_000;

/** The same, and again over the page that the tab goes to next, since its mark goes with the page. */
export async function markTabAndNext(tabId: number, title: string): Promise<void> {
  const again = (id: number, { status }: { status?: string }) => {
    if (id !== tabId || status !== 'complete') return;
    stop();
    void markTab(tabId, title).catch(() => undefined);
  };
  const stop = () => browser.tabs.onUpdated.removeListener(again);
  browser.tabs.onUpdated.addListener(again);
  setTimeout(stop, COMES);
  await markTab(tabId, title);
}

export async function unmarkTab(tabId: number): Promise<void> {
  await browser.action.setBadgeText({ tabId, text: '' });
  await browser.action.setTitle({ tabId, title: browser.i18n.getMessage('extensionName') });
}

/** Listens for the shortcuts that the browser holds. To be called while the worker starts, as above. */
export function listenForShortcuts(run: (name: string, tabId: number) => void): void {
  browser.commands.onCommand.addListener((name: string, tab?: browser.Tabs.Tab) => {
    if (tab?.id !== undefined) run(name, tab.id);
  });
}

/** An entry of the context menu, over a selection or over an image. */
export interface MenuEntry {
  id: string;
  title: string;
  over: 'selection' | 'image';
}

/** Where a person chose an entry of the context menu. */
export interface MenuPlace {
  tabId: number;
  frameId: number;
  /** address of the image that was pointed at, or null */
  image: string | null;
}

/**
 * Listens for the context menu's entries, which outlive the worker. To be called while the worker starts.
 * @returns puts the entries anew, with the words as they are now
 */
export function listenForMenu(
  readEntries: () => Promise<MenuEntry[]>,
  run: (id: string, place: MenuPlace) => void,
): () => Promise<void> {
  browser.contextMenus.onClicked.addListener(({ menuItemId, srcUrl, frameId }, tab) => {
    if (tab?.id === undefined) return;
    run(String(menuItemId), { tabId: tab.id, frameId: frameId ?? 0, image: srcUrl ?? null });
  });
  const put = async () => {
    const entries = await readEntries();
    await browser.contextMenus.removeAll();
    for (const { id, title, over } of entries) {
      const documentUrlPatterns = ['http://*/*', 'https://*/*'];
      browser.contextMenus.create({ id, title, contexts: [over], documentUrlPatterns });
    }
  };
  // With each start of the browser too: its language may have become another.
  browser.runtime.onInstalled.addListener(() => void put());
  browser.runtime.onStartup.addListener(() => void put());
  return put;
}

/**
 * Takes the extension's origin off its own requests. In Firefox that origin is made anew for each
 * installation, so an endpoint could tell readers apart by it; in Chromium it is the same for all.
 * https://bugzilla.mozilla.org/show_bug.cgi?id=1405971
 */
export async function hideOrigin(): Promise<void> {
  const { protocol, hostname } = new URL(browser.runtime.getURL(''));
  if (protocol !== 'moz-extension:') return;
  await browser.declarativeNetRequest.updateSessionRules({
    removeRuleIds: [1],
    addRules: [
      {
        id: 1,
        condition: { initiatorDomains: [hostname] },
        action: {
          type: 'modifyHeaders',
          requestHeaders: [{ header: 'origin', operation: 'remove' }],
        },
      },
    ],
  });
}

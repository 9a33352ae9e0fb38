/** The browser's calls that the extension's own pages make. */
import browser from 'webextension-polyfill';
import { type PageCommand, pageReplySchemas } from '../messages/pages-to-background.ts';
import { createSend } from '../messages/send.ts';
import { type TabCommand, tabReplySchemas } from '../messages/to-content.ts';

/** Sends a command to the background. */
export const sendToBackground = createSend<PageCommand, typeof pageReplySchemas>(
  (command) => browser.runtime.sendMessage(command),
  pageReplySchemas,
);

/** Sends a command to the content script of the tab in front. */
export const sendToActiveTab = createSend<TabCommand, typeof tabReplySchemas>(async (command) => {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) throw new Error('no active tab');
  return browser.tabs.sendMessage(tab.id, command, { frameId: 0 });
}, tabReplySchemas);

/** The address of the tab in front, or null where the browser does not say. */
export async function readActiveUrl(): Promise<string | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.url ?? null;
}

export async function openPage(path: string): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(path) });
}

export async function openOptions(): Promise<void> {
  await browser.runtime.openOptionsPage();
}

/** The shortcuts that the browser holds: their names, what each does ('' for opening Sic), its keys ('' when unset). */
export async function listShortcuts(): Promise<
  { name: string; description: string; keys: string }[]
> {
  const commands = await browser.commands.getAll();
  return commands.map(({ name, description, shortcut }) => ({
    name: name ?? '',
    description: description ?? '',
    keys: shortcut ?? '',
  }));
}

const NOTIFICATIONS = { permissions: ['notifications' as const] };

/** Whether the browser lets Sic show notifications. */
export async function mayNotify(): Promise<boolean> {
  return browser.permissions.contains(NOTIFICATIONS).catch(() => false);
}

/**
 * Asks for leave to show notifications. Has to be called while a press of the person's is being handled, before
 * anything is awaited: Firefox refuses it else.
 */
export async function askToNotify(): Promise<boolean> {
  return browser.permissions.request(NOTIFICATIONS).catch(() => false);
}

/** 'mac' where the Command key is the one that makes shortcuts. */
export async function readPlatform(): Promise<'mac' | 'other'> {
  const { os } = await browser.runtime.getPlatformInfo();
  return os === 'mac' ? 'mac' : 'other';
}

/** The browser's calls that the extension's own pages make. */
import browser from 'webextension-polyfill';
import { type PageCommand, pageReplySchemas } from '../messages/pages-to-background.ts';
import { createSend } from '../messages/send.ts';
import { type TabCommand, tabReplySchemas } from '../messages/to-content.ts';
import { createTranslate, type Translate } from '../model/translate.ts';

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

/** The reader's language, as the browser picked it from those Sic has. */
export function readLocale(): string {
  return browser.i18n.getMessage('locale') || 'en';
}

export function createPageTranslate(): Translate {
  return createTranslate((key) => browser.i18n.getMessage(key), readLocale());
}

export async function openPage(path: string): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(path) });
}

export async function openOptions(): Promise<void> {
  await browser.runtime.openOptionsPage();
}

/** The shortcuts that the browser holds for the extension: what each does, and its keys ('' when unset). */
export async function listShortcuts(): Promise<{ description: string; keys: string }[]> {
  const commands = await browser.commands.getAll();
  return commands.map(({ description, shortcut }) => ({
    description: description ?? '',
    keys: shortcut ?? '',
  }));
}

/** 'mac' where the Command key is the one that makes shortcuts. */
export async function readPlatform(): Promise<'mac' | 'other'> {
  const { os } = await browser.runtime.getPlatformInfo();
  return os === 'mac' ? 'mac' : 'other';
}

/**
 * The browser's calls that a content script makes. The polyfill is left out here: it would be half of
 * what the loader costs every page, and promises are native in both browsers' Manifest V3.
 */
import { createTranslate, type MessageKey, type Translate } from '../model/translate.ts';

interface ContentRuntime {
  runtime: {
    id?: string;
    sendMessage(message: unknown): Promise<unknown>;
    onMessage: {
      addListener(
        listener: (
          message: unknown,
          sender: { id?: string },
          answer: (reply: unknown) => void,
        ) => boolean,
      ): void;
    };
  };
  i18n: { getMessage(key: string): string };
}

declare const browser: ContentRuntime | undefined;
declare const chrome: ContentRuntime;

/** Where the build's files of words leave them (build.mjs). */
const WORDS = Symbol.for('sic.words');

const extension = typeof browser === 'undefined' ? chrome : browser;

/** Carries a command to the background; rejects once the extension was updated or switched off. */
export async function carryToBackground(command: unknown): Promise<unknown> {
  return extension.runtime.sendMessage(command);
}

/**
 * Answers what the background and the popup say to this tab.
 * @param answer null where another frame of the tab may know an answer
 */
export function listenInTab(answer: (message: unknown) => Promise<unknown> | null): void {
  extension.runtime.onMessage.addListener((message, sender, reply) => {
    if (sender.id !== extension.runtime.id) return false;
    const answered = answer(message);
    void answered?.then(reply, () => reply(undefined));
    return answered !== null;
  });
}

/** Words of a language that the reader chose: put into the frame before the parts that speak it. */
interface ChosenWords {
  locale: string;
  messages: Record<string, string>;
}

const chosen = (globalThis as { [WORDS]?: ChosenWords })[WORDS] ?? null;

export function readLocale(): string {
  return chosen?.locale ?? (extension.i18n.getMessage('locale') || 'en');
}

/** Whether the extension is still there: a page that stood open while it was updated has lost it. */
export function isConnected(): boolean {
  return extension.runtime.id !== undefined;
}

/** @param later messages that may be wanted once the extension is gone, when no more can be asked for */
export function createContentTranslate(later: readonly MessageKey[] = []): Translate {
  const messages = new Map<string, string>();
  const lookup = (key: string): string => {
    if (chosen !== null && Object.hasOwn(chosen.messages, key)) return chosen.messages[key] ?? '';
    const message = messages.get(key) ?? (isConnected() ? extension.i18n.getMessage(key) : '');
    messages.set(key, message);
    return message;
  };
  for (const key of later) lookup(key);
  return createTranslate(lookup, readLocale());
}

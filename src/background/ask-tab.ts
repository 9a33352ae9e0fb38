/** Asks the content scripts of a tab, with their replies parsed before anyone believes them. */
import { createSend } from '../messages/send.ts';
import { type TabCommand, tabReplySchemas } from '../messages/to-content.ts';
import { carryToTab } from '../platform/background-runtime.ts';

const send = (tabId: number, frameId: number | null) =>
  createSend<TabCommand, typeof tabReplySchemas>(
    (command) => carryToTab(tabId, command, frameId),
    tabReplySchemas,
  );

/** @param frameId null: every frame; the first that answers counts */
export const askTab = <T extends TabCommand['type']>(
  tabId: number,
  command: Extract<TabCommand, { type: T }>,
  frameId: number | null,
) => send(tabId, frameId)(command);
export type AskTab = typeof askTab;

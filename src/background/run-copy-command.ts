/**
 * The person's own commands for copying, from a shortcut or the context menu. What is selected only the page
 * knows, so they are passed on to the tab.
 */
import type { TabCommand } from '../messages/to-content.ts';
import type { MessageKey } from '../model/translate.ts';
import type { MenuEntry } from '../platform/background-runtime.ts';

const COMMANDS = new Map<string, TabCommand>([
  ['copy-with-source', { type: 'copy/selection', how: 'with-source' }],
  ['copy-plain', { type: 'copy/selection', how: 'plain' }],
]);
const COPY_IMAGE = 'copy-image';

/** @param translate gives the browser's words */
export function listMenuEntries(translate: (key: MessageKey) => string): MenuEntry[] {
  return [
    { id: 'copy-with-source', title: translate('copyWithSource'), over: 'selection' },
    { id: 'copy-plain', title: translate('copyPlain'), over: 'selection' },
    { id: COPY_IMAGE, title: translate('copyImageWithSource'), over: 'image' },
  ];
}

/** @param tellTab rejects where no content script can be: nothing can be copied there, and nothing is */
export function createRunCopyCommand(
  tellTab: (tabId: number, command: TabCommand) => Promise<void>,
) {
  return async (name: string, tabId: number, image: string | null): Promise<void> => {
    const command: TabCommand | undefined =
      name === COPY_IMAGE && image !== null
        ? { type: 'copy/image', src: image }
        : COMMANDS.get(name);
    if (command !== undefined) await tellTab(tabId, command).catch(() => undefined);
  };
}

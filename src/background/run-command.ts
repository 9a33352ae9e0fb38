/**
 * The person's own commands, from a shortcut or the context menu. What is selected only the page knows, so they
 * are passed on to the tab.
 */
import type { TabCommand } from '../messages/to-content.ts';
import type { Translate } from '../model/translate.ts';
import type { MenuEntry } from '../platform/background-runtime.ts';

const REPORT = 'report';
const COPY_IMAGE = 'copy-image';
const COPIES = new Map<string, TabCommand>([
  ['copy-with-source', { type: 'copy/selection', how: 'with-source' }],
  ['copy-plain', { type: 'copy/selection', how: 'plain' }],
]);

export function listMenuEntries(t: Translate): MenuEntry[] {
  return [
    { id: REPORT, title: t('reportMistake'), over: 'selection' },
    { id: 'copy-with-source', title: t('copyWithSource'), over: 'selection' },
    { id: 'copy-plain', title: t('copyPlain'), over: 'selection' },
    { id: COPY_IMAGE, title: t('copyImageWithSource'), over: 'image' },
  ];
}

/** Where a command was given. */
export interface CommandPlace {
  tabId: number;
  /** the frame that was pointed at, or null where none was */
  frameId: number | null;
  /** the address of the image that was pointed at, or null */
  image: string | null;
}

export interface RunCommandDeps {
  /** rejects where no content script can be: nothing can be copied there, and nothing is */
  tellTab(tabId: number, command: TabCommand): Promise<void>;
  startReport(tabId: number, frameId: number | null): Promise<boolean>;
}

/** @returns `runCommand(name, place)`; never rejects */
export function createRunCommand({ tellTab, startReport }: RunCommandDeps) {
  return async (name: string, { tabId, frameId, image }: CommandPlace): Promise<void> => {
    if (name === REPORT) {
      await startReport(tabId, frameId);
      return;
    }
    const command: TabCommand | undefined =
      name === COPY_IMAGE && image !== null ? { type: 'copy/image', src: image } : COPIES.get(name);
    if (command !== undefined) await tellTab(tabId, command).catch(() => undefined);
  };
}

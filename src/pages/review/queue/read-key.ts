/**
 * The review's single keys, and which of them was pressed. Letters are taken as the layout writes them; where it writes
 * no Latin letters (Cyrillic, Arabic), the key's place on the keyboard counts.
 */
import type { MessageKey } from '../../../model/translate.ts';

export interface KeyPress {
  key: string;
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
  isComposing: boolean;
}

const COMMANDS = {
  j: 'next',
  k: 'previous',
  a: 'accept',
  r: 'reject',
  f: 'fix',
  s: 'spam',
  u: 'undo',
  e: 'edit',
  o: 'open',
  d: 'details',
  x: 'choose',
  '/': 'search',
  '?': 'help',
} as const;
type Key = keyof typeof COMMANDS;
export type KeyCommand = (typeof COMMANDS)[Key];

const NAMES: Record<KeyCommand, MessageKey> = {
  next: 'reviewQueueKeyNext',
  previous: 'reviewQueueKeyPrevious',
  accept: 'reviewQueueKeyAccept',
  reject: 'reviewQueueKeyReject',
  fix: 'reviewQueueKeyFix',
  spam: 'reviewQueueKeySpam',
  undo: 'reviewQueueKeyUndo',
  edit: 'reviewQueueKeyEdit',
  open: 'reviewQueueKeyOpen',
  details: 'reviewQueueKeyDetails',
  choose: 'reviewQueueKeyChoose',
  search: 'reviewQueueKeySearch',
  help: 'reviewQueueKeyHelp',
};

/** What the keys do, for whoever wants to know. */
export const KEY_COMMANDS: readonly { keys: readonly string[]; name: MessageKey }[] =
  Object.entries(COMMANDS).map(([key, command]) => ({
    // Of a row that has the focus, Enter does the same.
    keys: command === 'details' ? [key, 'Enter'] : [key],
    name: NAMES[command],
  }));

/** @returns the command, or null where the press is none, or belongs to the browser */
export function readKey(press: KeyPress): KeyCommand | null {
  if (press.ctrlKey || press.metaKey || press.altKey || press.isComposing) return null;
  const typed = press.key.toLowerCase();
  const isForeign = /^\p{L}$/u.test(typed) && !/^\p{Script=Latin}$/u.test(typed);
  const key = isForeign ? readPlace(press) : typed;
  return isCommandKey(key) ? COMMANDS[key] : null;
}

/** What stands on the key where the layout is the American one. */
function readPlace({ code, shiftKey }: KeyPress): string {
  if (code === 'Slash') return shiftKey ? '?' : '/';
  return (/^Key([A-Z])$/.exec(code)?.[1] ?? '').toLowerCase();
}

function isCommandKey(key: string): key is Key {
  return Object.hasOwn(COMMANDS, key);
}

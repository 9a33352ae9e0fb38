/**
 * Which of the review's keys was pressed. Letters are taken as the layout writes them; where it writes no
 * Latin letters (Cyrillic, Arabic), the key's place on the keyboard counts.
 */

export interface KeyPress {
  key: string;
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
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
  o: 'open',
} as const;
export type KeyCommand = (typeof COMMANDS)[keyof typeof COMMANDS];

/** @returns the command, or null where the press is none, or belongs to the browser */
export function readKey(press: KeyPress): KeyCommand | null {
  if (press.ctrlKey || press.metaKey || press.altKey || press.isComposing) return null;
  const typed = press.key.toLowerCase();
  const letter = /^\p{L}$/u.test(typed) && !/^\p{Script=Latin}$/u.test(typed);
  const key = letter ? (/^Key([A-Z])$/.exec(press.code)?.[1] ?? '').toLowerCase() : typed;
  return isCommandKey(key) ? COMMANDS[key] : null;
}

function isCommandKey(key: string): key is keyof typeof COMMANDS {
  return Object.hasOwn(COMMANDS, key);
}

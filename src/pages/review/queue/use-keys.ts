/**
 * The review's single keys. They can be switched off, because speech input and a stray touch of the
 * keyboard press them too (WCAG 2.1.4); the browser remembers it.
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import { type KeyCommand, readKey } from './read-key.ts';

const NAME = 'sic-review-keys';

/** Runs a command for each of the review's keys, wherever it is pressed but where somebody is typing. */
export function useKeys(on: boolean, run: (command: KeyCommand) => void): void {
  const latest = useRef(run);
  latest.current = run;
  useEffect(() => {
    if (!on) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isElsewhere(event.target)) return;
      const command = readKey(event);
      // A key that is held down goes on to the next row, and decides about one alone.
      if (command === null || (event.repeat && command !== 'next' && command !== 'previous'))
        return;
      event.preventDefault();
      latest.current(command);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [on]);
}

/** Whether somebody is typing, or a dialog is open. */
function isElsewhere(target: EventTarget | null): boolean {
  if (document.querySelector(':modal') !== null) return true;
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.matches('textarea, select, input:not([type="checkbox"], [type="radio"])'))
  );
}

export function useKeysSetting(): [boolean, (on: boolean) => void] {
  const [on, setOn] = useState(() => read() !== 'off');
  return [
    on,
    (next) => {
      setOn(next);
      write(next ? 'on' : 'off');
    },
  ];
}

/** Storage can be forbidden to a page; the setting then lasts as long as the page. */
function read(): string | null {
  try {
    return localStorage.getItem(NAME);
  } catch {
    return null;
  }
}

function write(value: string): void {
  try {
    localStorage.setItem(NAME, value);
  } catch {
    // As above: nothing to be done.
  }
}

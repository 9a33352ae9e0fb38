/**
 * Whether single keys decide. They can be switched off, because speech input and a stray touch of the
 * keyboard press them too (WCAG 2.1.4); the browser remembers it.
 */
import { useState } from 'preact/hooks';

const NAME = 'sic-review-keys';

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

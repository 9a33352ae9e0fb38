/**
 * Gives rows the focus. A row may not be drawn yet when it is asked for, or be drawn anew with the next change: it gets
 * the focus as soon as it is there, and is brought into view, if it is not, with no more moved than that takes.
 */
import type { RefObject } from 'preact';
import { useCallback, useLayoutEffect, useRef } from 'preact/hooks';
import type { Queue } from './queue-state.ts';

/** @returns to be called with the key of a row that is to have the focus */
export function useRowFocus(
  root: RefObject<HTMLElement | null>,
  queue: Queue,
): (key: string) => void {
  const wanted = useRef<string | null>(null);
  const give = useCallback(() => {
    const key = wanted.current;
    if (key === null) return;
    const row = findRow(root.current, key);
    if (row === null) return;
    wanted.current = null;
    row.focus({ preventScroll: true });
    row.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    // Who keeps rows in their place has to know at once: the browser tells with the next frame.
    window.dispatchEvent(new Event('scroll'));
  }, [root]);
  useLayoutEffect(give);
  return useCallback(
    (key) => {
      wanted.current = key;
      // The current row is drawn wherever it stands.
      queue.setCurrent(key);
      give();
    },
    [queue, give],
  );
}

function findRow(root: HTMLElement | null, key: string): HTMLElement | null {
  return root?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`) ?? null;
}

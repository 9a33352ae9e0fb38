/**
 * Ctrl+Enter, Cmd+Enter on a Mac. A browser command cannot have this chord, so it is a listener: on
 * the window, in the capture phase, from document_start, which is before any listener of the page's.
 */
import { listenOnWindow } from './window-listeners.ts';

/** Whether an event is the reader's chord, pressed by a person. */
export function isReportChord(event: KeyboardEvent): boolean {
  return (
    event.isTrusted &&
    event.key === 'Enter' &&
    event.ctrlKey !== event.metaKey &&
    !event.altKey &&
    !event.shiftKey &&
    !event.repeat &&
    !event.isComposing
  );
}

/**
 * Calls back on each press of the chord. A press that was taken is kept from the page altogether, its
 * keypress and keyup too: reporters of sites' own listen to those.
 * @param take returns whether the press was taken
 */
export function listenForChord(take: (event: KeyboardEvent) => boolean): void {
  let taken = false;
  listenOnWindow('keydown', (event) => {
    if (event.repeat && taken && event.key === 'Enter') stop(event);
    if (!event.repeat) taken = false;
    if (!isReportChord(event)) return;
    taken = take(event);
    if (taken) stop(event);
  });
  for (const type of ['keypress', 'keyup'] as const) {
    listenOnWindow(type, (event) => {
      if (!taken || event.key !== 'Enter') return;
      stop(event);
      if (type === 'keyup') taken = false;
    });
  }
}

function stop(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

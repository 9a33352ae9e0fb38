/**
 * Keeps what a reader does in the dialog, and in other elements of ours, from the page. Events from inside a
 * shadow root still pass the window on their way down, retargeted to the host, so the page could read every
 * key. They are stopped there; what they do by default (typing, pressing a button, submitting the form)
 * happens all the same, and both work by the events that never leave a shadow root: submit, change, cancel,
 * close.
 */
import type { Parts } from './parts.ts';
import { listenOnWindow } from './window-listeners.ts';

/** In one string, which weighs less. Chromium's old `textInput` tells each letter as beforeinput does. */
const SHIELDED =
  'auxclick beforecopy beforecut beforeinput beforepaste blur change click compositionend compositionstart compositionupdate contextmenu copy cut dblclick dragstart drop focus focusin focusout input keydown keypress keyup mousedown mouseup paste pointerdown pointerup select selectstart textInput touchend touchstart'.split(
    ' ',
  );

export function shieldElements(parts: Parts): void {
  const shielded = new Map<EventTarget, (event: Event) => void>();
  parts.shielded = shielded;
  /** keys that went down inside: their keyup is no page's either, though all has closed meanwhile */
  const held = new Set<string>();
  for (const type of SHIELDED) {
    listenOnWindow(
      type,
      (event) => {
        const notice = event.target === null ? undefined : shielded.get(event.target);
        const isInside = notice !== undefined;
        notice?.(event);
        if (isInside && event instanceof ClipboardEvent && type === 'copy') parts.fillCopy?.(event);
        const code = event instanceof KeyboardEvent ? event.code : '';
        if (isInside && type === 'keydown') held.add(code);
        const isRest = type === 'keyup' && held.delete(code);
        if (isInside || isRest) event.stopImmediatePropagation();
      },
      // A copy of our own is filled, which takes the place of what the browser would do.
      { passive: type !== 'copy' },
    );
  }
}

/**
 * Keeps what a reader does in the dialog from the page. Events from inside a shadow root still pass the
 * window on their way down, retargeted to the host, so the page could read every key. They are stopped
 * there; what they do by default (typing, pressing a button, submitting the form) happens all the same,
 * and the dialog works by the events that never leave a shadow root: submit, cancel, close.
 */
import type { Parts } from './parts.ts';
import { listenOnWindow } from './window-listeners.ts';

const SHIELDED = [
  'auxclick',
  'beforecopy',
  'beforecut',
  'beforeinput',
  'beforepaste',
  'change',
  'click',
  'compositionend',
  'compositionstart',
  'compositionupdate',
  'contextmenu',
  'copy',
  'cut',
  'dblclick',
  'dragstart',
  'drop',
  'focusin',
  'focusout',
  'input',
  'keydown',
  'keypress',
  'keyup',
  'mousedown',
  'mouseup',
  'paste',
  'pointerdown',
  'pointerup',
  'select',
  'selectstart',
  // Chromium's old event, which tells each letter as beforeinput does.
  'textInput',
  'touchend',
  'touchstart',
];

export function shieldDialog(parts: Parts): void {
  /** keys that went down in the dialog: their keyup is its own, though the dialog has closed meanwhile */
  const held = new Set<string>();
  for (const type of SHIELDED) {
    listenOnWindow(
      type,
      (event) => {
        const host = parts.dialog?.host() ?? null;
        const isInside = host !== null && event.target === host;
        const code = event instanceof KeyboardEvent ? event.code : '';
        if (isInside && type === 'keydown') held.add(code);
        const isRest = type === 'keyup' && held.delete(code);
        if (isInside || isRest) event.stopImmediatePropagation();
      },
      { passive: true },
    );
  }
}

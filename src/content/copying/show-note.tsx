/** Shows the quiet note over the page for a while; no longer than a person looks at it or stands in it. */
import { render } from 'preact';
import type { Translate } from '../../model/translate.ts';
import noteStyles from '../../ui/copy-note.css';
import { CopyNote, type NoteAction } from '../../ui/copy-note.tsx';
import pageStyles from '../../ui/page-note.css';
import { createOwnElement } from '../own-element.ts';

/** ms: a few short lines are read in half of it, and what the note offers has shortcuts of its own */
const STAY = 8_000;

export interface NoteContent {
  message: string;
  added?: string;
  hints?: string[];
  /** what else can be done with the copy */
  action?: NoteAction;
}

export function createNote(t: Translate, locale: string) {
  let shown: { host: HTMLElement; root: ShadowRoot } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function hide(): void {
    clearTimeout(timer);
    if (shown === null) return;
    render(null, shown.root);
    shown.host.remove();
    shown = null;
  }

  function stay(): void {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (shown?.host.matches(':hover, :focus-within') === true) stay();
      else hide();
    }, STAY);
  }

  function open(): { host: HTMLElement; root: ShadowRoot } {
    const made = createOwnElement('sic-note', [noteStyles, pageStyles]);
    made.host.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') hide();
    });
    // Above all that the page puts over itself.
    made.host.popover = 'manual';
    // All that is outside of a modal dialog is out of reach while it stands.
    const modals = document.querySelectorAll('dialog:modal');
    (modals[modals.length - 1] ?? document.documentElement).append(made.host);
    made.host.showPopover();
    return made;
  }

  return {
    hide,
    /** Says something in the place of what was said before. */
    show({ message, added = '', hints = [], action }: NoteContent): void {
      if (shown?.host.isConnected !== true) {
        hide();
        shown = open();
      }
      const { root } = shown;
      // The bar of marked places stands in the same corner.
      const isRaised = document.querySelector('sic-marks, sic-touch') !== null;
      const isAbove = document.querySelector('sic-placed-bar') !== null;
      const draw = (said: string) =>
        render(
          <div class={`${isRaised ? 'raised' : ''} ${isAbove ? 'above' : ''}`}>
            <CopyNote
              message={said}
              added={added}
              hints={hints}
              action={action ?? null}
              onClose={hide}
              t={t}
              locale={locale}
            />
          </div>,
          root,
        );
      // A live region speaks of what changes in it, so it stands empty first.
      const hadFocus = root.activeElement !== null;
      draw('');
      clearTimeout(timer);
      timer = setTimeout(() => {
        if (shown?.root !== root) return;
        draw(message);
        // The button that was pressed may be gone, and the keyboard's place with it.
        if (hadFocus && root.activeElement === null) focusLast(root);
        stay();
      }, 50);
    },
  };
}

function focusLast(root: ShadowRoot): void {
  const buttons = root.querySelectorAll('button');
  buttons[buttons.length - 1]?.focus();
}

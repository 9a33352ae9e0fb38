/**
 * Stands in the corner of the page while reused text lacks what its source asks. It is not taken away by time, but by
 * what the person does; what has come into order is said for a moment.
 */
import { render } from 'preact';
import type { Translate } from '../../model/translate.ts';
import noteStyles from '../../ui/copy-note.css';
import pageStyles from '../../ui/page-note.css';
import type { ShownMatter } from '../../ui/reuse-matter.tsx';
import styles from '../../ui/reuse-note.css';
import { ReuseNote, type ReuseNoteProps } from '../../ui/reuse-note.tsx';
import { createOwnElement, type OwnElement } from '../own-element.ts';
import { findStage } from './stage.ts';

/** ms: one short sentence is read in half of it */
const STAY = 6_000;
/** ms that the region stands empty: it speaks of what comes into it */
const GAP = 50;

export interface ReuseNoteContent {
  matters: readonly ShownMatter[];
  message: string;
  /** it is going out as it is: said at once */
  isUrgent?: boolean;
}

export type ReuseNoteDeps = Pick<ReuseNoteProps, 'onPutIn' | 'onCopy' | 'onLater'> & {
  t: Translate;
  locale: string;
  /** gives the keyboard a place when the note has gone that it stood in */
  focusField(): void;
};

export function createReuseNote({ t, locale, focusField, ...deeds }: ReuseNoteDeps) {
  const stage = findStage();
  let shown: OwnElement | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function hide(): void {
    clearTimeout(timer);
    if (shown === null) return;
    const hadFocus = shown.root.activeElement !== null;
    render(null, shown.root);
    shown.host.remove();
    shown = null;
    if (hadFocus) focusField();
  }

  function stay(): void {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (shown?.host.matches(':hover, :focus-within') === true) stay();
      else hide();
    }, STAY);
  }

  function open(): OwnElement {
    const made = createOwnElement('sic-reuse', [noteStyles, pageStyles, styles], stage);
    made.host.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') deeds.onLater();
    });
    // The caret stays where it is when a button is pressed by the mouse.
    made.root.addEventListener('mousedown', (event) => {
      const [target] = event.composedPath();
      const isPressed = isElement(target) && target.closest('button, summary') !== null;
      if (isPressed) event.preventDefault();
    });
    made.host.popover = 'manual';
    const { document } = stage;
    // All that is outside of a modal dialog is out of reach while it stands.
    const modals = document.querySelectorAll('dialog:modal');
    (modals[modals.length - 1] ?? document.documentElement).append(made.host);
    made.host.showPopover();
    return made;
  }

  function draw({ root }: OwnElement, content: ReuseNoteContent): void {
    const { document } = stage;
    // The bars of marked and of reported places stand in the same corner.
    const isRaised = document.querySelector('sic-marks, sic-touch') !== null;
    const isAbove = document.querySelector('sic-placed-bar') !== null;
    render(
      <div class={`${isRaised ? 'raised' : ''} ${isAbove ? 'above' : ''}`}>
        <ReuseNote isUrgent={false} {...content} {...{ t, locale }} {...deeds} />
      </div>,
      root,
    );
  }

  // A frame that goes takes along what would take the note away.
  addEventListener('pagehide', hide);

  return {
    hide,
    /** Says something in the place of what was said before. */
    show(content: ReuseNoteContent): void {
      clearTimeout(timer);
      const isNew = shown?.host.isConnected !== true;
      if (isNew) {
        hide();
        shown = open();
      }
      if (shown === null) return;
      const own = shown;
      const finish = () => {
        if (shown !== own) return;
        const hadFocus = own.root.activeElement !== null;
        draw(own, content);
        // The button that was pressed may be gone, and the keyboard's place with it.
        if (hadFocus && own.root.activeElement === null) own.root.querySelector('button')?.focus();
        if (content.matters.length === 0) stay();
      };
      // What is urgent is said before anything else happens.
      if (content.isUrgent === true) {
        finish();
        return;
      }
      if (isNew) draw(own, { ...content, message: '' });
      timer = setTimeout(finish, GAP);
    },
  };
}

/** Told by what it has: it may be of another frame's class. */
function isElement(target: EventTarget | undefined): target is Element {
  return target !== undefined && 'closest' in target;
}

/** One sentence over the page for a while: where a key was pressed and nothing can be done, it is never silent. */
import { render } from 'preact';
import type { Translate } from '../../model/translate.ts';
import noteStyles from '../../ui/copy-note.css';
import pageStyles from '../../ui/page-note.css';
import { PageNote } from '../../ui/page-note.tsx';
import { createOwnElement, type OwnElement, removeElement, shieldElement } from '../own-element.ts';

/** ms: long enough to be read twice */
const STAY = 7_000;

/** @returns `say(text)`: says it in the place of what was said before; '' says nothing */
export function createSayInPage(t: Translate, locale: string) {
  let shown: OwnElement | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function hide(): void {
    clearTimeout(timer);
    if (shown === null) return;
    render(null, shown.root);
    removeElement(shown);
    shown = null;
  }

  return (text: string): void => {
    hide();
    if (text === '') return;
    const own = createOwnElement('sic-note', [noteStyles, pageStyles]);
    shown = own;
    shieldElement(own);
    own.host.popover = 'manual';
    document.documentElement.append(own.host);
    own.host.showPopover();
    const isRaised = document.querySelector('sic-marks, sic-touch') !== null;
    const isAbove = document.querySelector('sic-placed-bar') !== null;
    render(<PageNote {...{ text, isRaised, isAbove, t, locale }} onClose={hide} />, own.root);
    timer = setTimeout(hide, STAY);
  };
}

/** Keeps the bar of reported places in the corner of the page while there is something to say in it. */
import { render } from 'preact';
import type { Translate } from '../../model/translate.ts';
import noteStyles from '../../ui/copy-note.css';
import cornerStyles from '../../ui/corner-bar.css';
import barStyles from '../../ui/placed-bar.css';
import { PlacedBar } from '../../ui/placed-bar.tsx';
import { createOwnElement, type OwnElement, removeElement, shieldElement } from '../own-element.ts';

export interface BarContent {
  /** places that are shown on the page */
  count: number;
  /** reports whose place is not found */
  unfound: number;
}

export interface Bar {
  /** Shows this in the place of what was shown; null shows nothing. */
  show(content: BarContent | null): void;
  /** Which of its buttons has the focus. */
  findFocused(): HTMLElement | null;
}

export function createBar(
  t: Translate,
  locale: string,
  on: { onStep(by: 1 | -1): void; onClose(): void },
): Bar {
  let own: OwnElement | null = null;

  function hide(): void {
    if (own === null) return;
    render(null, own.root);
    removeElement(own);
    own = null;
  }

  function show(content: BarContent | null): void {
    if (content === null || own?.host.isConnected !== true) hide();
    if (content === null) return;
    if (own === null) {
      own = createOwnElement('sic-placed-bar', [noteStyles, cornerStyles, barStyles]);
      shieldElement(own);
      document.documentElement.append(own.host);
    }
    const isRaised = document.querySelector('sic-marks, sic-touch') !== null;
    render(<PlacedBar {...content} {...{ isRaised, t, locale }} {...on} />, own.root);
  }

  return {
    show,
    findFocused() {
      const focused = own?.root.activeElement;
      return focused instanceof HTMLElement ? focused : null;
    },
  };
}

/** The card beside a reported place: one at a time, which stands at its words until it is closed. */
import { render } from 'preact';
import type { PlacedReport } from '../../model/placed-report.ts';
import type { ReportState } from '../../model/report.ts';
import type { Translate } from '../../model/translate.ts';
import { readDirection } from '../../ui/document-locale.ts';
import colours from '../../ui/page-colours.css';
import styles from '../../ui/placed-card.css';
import { PlacedCard } from '../../ui/placed-card.tsx';
import type { DecisionStatus } from '../../ui/placed-decisions.tsx';
import { createOwnElement, type OwnElement, removeElement, shieldElement } from '../own-element.ts';
import { guardFields } from '../reporting/guard-fields.ts';
import type { Place } from './find-places.ts';
import { standBeside } from './stand-beside.ts';

export interface CardContent {
  place: Place;
  /** among the places of the page, from 0 on, and how many there are */
  index: number;
  count: number;
  status: DecisionStatus;
}

export interface Card {
  /**
   * Shows this in the place of what was shown.
   * @param takesFocus a keyboard may have asked for it
   */
  show(content: CardContent, takesFocus: boolean): void;
  close(): void;
  /** What is shown, or null. */
  read(): CardContent | null;
}

export interface CardDeps {
  t: Translate;
  locale: string;
  onDecide(report: PlacedReport, state: ReportState, reason: string): void;
  onStep(by: 1 | -1): void;
  /** what of ours has the focus, where the page can't tell */
  findFocused(): HTMLElement | null;
}

export function createCard({ t, locale, onDecide, onStep, findFocused }: CardDeps): Card {
  let own: OwnElement | null = null;
  let shown: CardContent | null = null;
  let frame = 0;
  /** has the focus again when the card that has taken it is closed */
  let before: Element | null = null;
  let hadFocus = false;
  let unguard = () => {};
  /** In a shadow tree of the page's it would be out of the shield's reach, with what is typed in it. */
  const watcher = new MutationObserver(() => {
    if (own !== null && own.host.parentNode !== document.documentElement) takeOut();
  });

  function findCard(): HTMLElement | null {
    return own?.root.querySelector<HTMLElement>('[popover]') ?? null;
  }

  function open(): void {
    if (own?.host.isConnected === true && findCard()?.matches(':popover-open') === true) return;
    takeOut();
    own = createOwnElement('sic-placed', [colours, styles]);
    shieldElement(own);
    document.documentElement.append(own.host);
    watcher.observe(document, { childList: true });
    watcher.observe(document.documentElement, { childList: true });
  }

  function takeOut(): void {
    cancelAnimationFrame(frame);
    removeEventListener('scroll', placeSoon, { capture: true });
    removeEventListener('resize', placeSoon);
    watcher.disconnect();
    unguard();
    if (own === null) return;
    const left = own;
    own = null;
    shown = null;
    render(null, left.root);
    removeElement(left);
    if (hadFocus && before instanceof HTMLElement) before.focus({ preventScroll: true });
    hadFocus = false;
  }

  function placeSoon(): void {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(placeNow);
  }

  function placeNow(): void {
    const card = findCard();
    if (card === null || shown === null) return;
    const { range } = shown.place;
    const { top, bottom } = range.getBoundingClientRect();
    const [first = range.getBoundingClientRect()] = range.getClientRects();
    const { clientWidth: width, clientHeight } = document.documentElement;
    // In quirks mode, the root's height is that of the document.
    const view = { width, height: Math.min(innerHeight, clientHeight || innerHeight) };
    const box = { left: first.left, right: first.right, top, bottom };
    const place = standBeside(
      box,
      card.getBoundingClientRect(),
      view,
      readDirection(locale) === 'rtl',
    );
    // `left` and `top`, as the style sheet says it: a reader's language does not turn them around.
    card.style.left = `${place.left}px`;
    card.style.top = `${place.top}px`;
  }

  function draw(content: CardContent): void {
    if (own === null) return;
    const { place, ...rest } = content;
    render(
      <PlacedCard
        report={place.report}
        {...rest}
        t={t}
        locale={locale}
        onDecide={(state, reason) => onDecide(place.report, state, reason)}
        onStep={onStep}
        onClose={() => findCard()?.hidePopover()}
      />,
      own.root,
    );
  }

  return {
    show(content, takesFocus) {
      open();
      shown = content;
      draw(content);
      const card = findCard();
      if (card === null) return;
      if (!card.matches(':popover-open')) {
        card.addEventListener('beforetoggle', () => {
          hadFocus = own !== null && own.root.activeElement !== null;
        });
        card.addEventListener('toggle', () => {
          if (findCard() === card && !card.matches(':popover-open')) takeOut();
        });
        card.showPopover();
        if (own !== null) unguard = guardFields(own);
        addEventListener('scroll', placeSoon, { capture: true, passive: true });
        addEventListener('resize', placeSoon);
      }
      placeNow();
      // Where a button in it was pressed, the focus stays there.
      if (!takesFocus || own?.root.activeElement !== null) return;
      before = findFocused() ?? document.activeElement;
      card.focus({ preventScroll: true });
    },
    close() {
      findCard()?.hidePopover();
      takeOut();
    },
    read: () => (own?.host.isConnected === true ? shown : null),
  };
}

/**
 * Where the focus and the view go when another page of the review is shown: to the heading of what a link has opened;
 * and by a step back, to where one was in it.
 */
import type { RefObject } from 'preact';
import { useCallback, useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { DeskLocation, DeskPage } from './location.ts';

interface Left {
  /** px from the top */
  scroll: number;
  focus: HTMLElement | null;
}

/**
 * @param main holds the pages; the one that is shown has no `hidden`
 * @param isArrival whether the first page takes the focus as well
 * @returns to be called when a place is asked for by a link or a button
 */
export function usePageFocus(
  main: RefObject<HTMLElement | null>,
  location: DeskLocation,
  isArrival: boolean,
): () => void {
  const shown = useRef(isArrival ? null : location.page);
  const byLink = useRef(isArrival);
  const left = useRef(new Map<DeskPage, Left>());

  useEffect(() => {
    // Asked when the page changes, it would be too late: what is hidden has neither focus nor height.
    const keep = (change: Partial<Left>) => {
      const page = shown.current;
      if (page === null) return;
      const held = left.current.get(page) ?? { scroll: 0, focus: null };
      left.current.set(page, { ...held, ...change });
    };
    const keepScroll = () => keep({ scroll: window.scrollY });
    const keepFocus = ({ target }: FocusEvent) => {
      if (target instanceof HTMLElement && main.current?.contains(target)) keep({ focus: target });
    };
    addEventListener('scroll', keepScroll, { passive: true });
    addEventListener('focusin', keepFocus, { capture: true });
    return () => {
      removeEventListener('scroll', keepScroll);
      removeEventListener('focusin', keepFocus, { capture: true });
    };
  }, [main]);

  useLayoutEffect(() => {
    const isSamePage = shown.current === location.page;
    const held = byLink.current ? undefined : left.current.get(location.page);
    byLink.current = false;
    if (isSamePage) return;
    shown.current = location.page;
    if (!takesFocus(held?.focus ?? null)) focusHeading(main.current);
    window.scrollTo({ top: held?.scroll ?? 0, behavior: 'instant' });
  }, [main, location]);

  return useCallback(() => {
    byLink.current = true;
  }, []);
}

function takesFocus(element: HTMLElement | null): boolean {
  if (element === null || !element.isConnected) return false;
  element.focus({ preventScroll: true });
  return document.activeElement === element;
}

function focusHeading(main: HTMLElement | null): void {
  const heading = main?.querySelector<HTMLElement>(':scope > :not([hidden]) h2');
  if (heading === null || heading === undefined) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}

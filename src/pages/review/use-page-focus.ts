/**
 * Where the focus and the view go when another page of the review is shown: to the heading of what a link has opened;
 * and by a step back to the queue, to where one was in it.
 */
import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { DeskPage } from './location.ts';

/**
 * @param main holds the pages; the one that is shown has no `hidden`
 * @param isArrival whether the first page takes the focus as well
 * @returns to be called when a page is asked for by a link or a button
 */
export function usePageFocus(
  main: RefObject<HTMLElement | null>,
  page: DeskPage,
  isArrival: boolean,
): () => void {
  const shown = useRef(isArrival ? null : page);
  const byLink = useRef(false);
  const left = useRef<{ scroll: number; focus: Element | null }>({ scroll: 0, focus: null });

  useEffect(() => {
    // Asked when the page changes, it would be too late: what is hidden has neither focus nor height.
    const keepScroll = () => {
      if (shown.current === 'queue') left.current.scroll = window.scrollY;
    };
    const keepFocus = ({ target }: FocusEvent) => {
      if (shown.current !== 'queue' || !(target instanceof Element)) return;
      if (main.current?.contains(target)) left.current.focus = target;
    };
    addEventListener('scroll', keepScroll, { passive: true });
    addEventListener('focusin', keepFocus);
    return () => {
      removeEventListener('scroll', keepScroll);
      removeEventListener('focusin', keepFocus);
    };
  }, [main]);

  useLayoutEffect(() => {
    if (shown.current === page) return;
    shown.current = page;
    const isReturn = page === 'queue' && !byLink.current;
    byLink.current = false;
    const { focus, scroll } = left.current;
    if (!(isReturn && focus instanceof HTMLElement && takesFocus(focus)))
      focusHeading(main.current);
    window.scrollTo({ top: isReturn ? scroll : 0, behavior: 'instant' });
  }, [main, page]);

  return () => {
    byLink.current = true;
  };
}

function takesFocus(element: HTMLElement): boolean {
  if (!element.isConnected) return false;
  element.focus({ preventScroll: true });
  return document.activeElement === element;
}

function focusHeading(main: HTMLElement | null): void {
  const heading = main?.querySelector<HTMLElement>(':scope > :not([hidden]) h2');
  if (heading === null || heading === undefined) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}

/** How wide a part of the page is, so that a picture is drawn in the size it is seen in: its letters stay as large. */
import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

/** Where nothing is laid out. */
const USUAL = 640;

/** @returns px, without fractions */
export function useWidth(part: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(USUAL);
  useLayoutEffect(() => {
    const element = part.current;
    if (element === null || typeof ResizeObserver === 'undefined') return;
    const measure = () => {
      const found = Math.floor(element.clientWidth);
      if (found > 0) setWidth(found);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [part]);
  return width;
}

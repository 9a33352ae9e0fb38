/**
 * Which rows of a list, however long, are drawn: those in view and a few around them, and those that must not go, such as
 * the one that has the focus. Heights are guessed before a row is drawn and measured then; what is being read stays where
 * it is when a guess above it was wrong. It is the page itself that scrolls.
 */
import {
  defaultRangeExtractor,
  measureElement,
  observeWindowOffset,
  observeWindowRect,
  type Range,
  type VirtualItem,
  Virtualizer,
  type VirtualizerOptions,
  windowScroll,
} from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks';

export interface RowWindow {
  items: readonly VirtualItem[];
  /** px, of all rows */
  total: number;
  /** px from the page's beginning to the list's */
  margin: number;
  /** index of a row in view */
  middle: number;
  /** ref of each drawn row, which has its index as `data-index` */
  measure(element: HTMLElement | null): void;
  /** @param offset px from the page's beginning */
  scrollTo(offset: number): void;
}

interface RowWindowOptions {
  list: RefObject<HTMLElement | null>;
  order: readonly string[];
  /** indexes of rows that are drawn wherever they are, in order */
  pinned: readonly number[];
  /** While the page is hidden, rows have no height, and stay as they were. */
  isShown: boolean;
}

const OVERSCAN = 6;
/** px: rows with a sentence of two lines, beside their buttons and above them. */
const GUESS = { wide: 116, narrow: 232 };
const NARROW = '(width < 44rem)';

type Instance = Virtualizer<Window, HTMLElement>;

export function useRowWindow({ list, order, pinned, isShown }: RowWindowOptions): RowWindow {
  const [, redraw] = useState(0);
  const [margin, setMargin] = useState(0);
  const isLive = useIsLive(isShown);
  const shown = useRef(isShown);
  shown.current = isShown;

  const getItemKey = useCallback((index: number) => order[index] ?? index, [order]);
  const estimateSize = useCallback(
    () => (matchMedia(NARROW).matches ? GUESS.narrow : GUESS.wide),
    [],
  );
  const pinnedKey = pinned.join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another array may say the same
  const rangeExtractor = useCallback(
    (range: Range) => addPinned(defaultRangeExtractor(range), pinned, range.count),
    [pinnedKey],
  );

  const options: VirtualizerOptions<Window, HTMLElement> = {
    ...{ count: order.length, overscan: OVERSCAN, scrollMargin: margin },
    ...{ getItemKey, estimateSize, rangeExtractor },
    ...{ observeElementOffset: observeWindowOffset, observeElementRect: observeWindowRect },
    getScrollElement: () => window,
    scrollToFn: windowScroll,
    initialOffset: () => window.scrollY,
    measureElement: (element, entry, instance) =>
      shown.current ? measureElement(element, entry, instance) : readKnown(element, instance),
    onChange: () => redraw((count) => count + 1),
  };
  const [virtualizer] = useState<Instance>(() => new Virtualizer(options));
  virtualizer.setOptions(options);
  useLayoutEffect(() => virtualizer._didMount(), [virtualizer]);
  useLayoutEffect(() => virtualizer._willUpdate());

  useLayoutEffect(() => {
    const look = () => {
      const element = list.current;
      if (element === null || !shown.current) return;
      setMargin(Math.round(element.getBoundingClientRect().top + window.scrollY));
    };
    look();
    // What stands above the list moves it, and nothing tells of it but the height of all.
    const observer = new ResizeObserver(look);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, [list]);

  const held = useRef<Pick<RowWindow, 'items' | 'total'>>({ items: [], total: 0 });
  if (isLive) {
    held.current = { items: virtualizer.getVirtualItems(), total: virtualizer.getTotalSize() };
  }
  const { startIndex = 0, endIndex = 0 } = virtualizer.range ?? {};
  const middle = Math.floor((startIndex + endIndex) / 2);
  const { measureElement: measure, scrollToOffset: scrollTo } = virtualizer;
  return { ...held.current, margin, middle, measure, scrollTo };
}

/** Only once the page stands again where it was left can it be told what is in view. */
function useIsLive(isShown: boolean): boolean {
  const [isSettled, setSettled] = useState(isShown);
  useLayoutEffect(() => {
    if (!isShown) {
      setSettled(false);
      return;
    }
    const frame = requestAnimationFrame(() => setSettled(true));
    return () => cancelAnimationFrame(frame);
  }, [isShown]);
  return isShown && isSettled;
}

function readKnown(element: HTMLElement, { options, itemSizeCache }: Instance): number {
  const index = Number(element.dataset['index']);
  return itemSizeCache.get(options.getItemKey(index)) ?? options.estimateSize(index);
}

function addPinned(range: number[], pinned: readonly number[], count: number): number[] {
  const [first = 0, last = -1] = [range[0], range.at(-1)];
  return [
    ...pinned.filter((index) => index < first),
    ...range,
    ...pinned.filter((index) => index > last && index < count),
  ];
}

/**
 * Places of this page that the reader has marked, to be sent together: shown as custom highlights, which leave the
 * page's own DOM alone, with a bar that sends them.
 */
import { render } from 'preact';
import { composeDraft, type Draft, MOST_MARKS } from '../../model/draft.ts';
import type { Translate } from '../../model/translate.ts';
import { findQuote } from '../../page/quote.ts';
import noteStyles from '../../ui/copy-note.css';
import cornerStyles from '../../ui/corner-bar.css';
import barStyles from '../../ui/marks-bar.css';
import { MarksBar } from '../../ui/marks-bar.tsx';
import { askBackground } from '../ask-background.ts';
import { createOwnElement, type OwnElement, removeElement, shieldElement } from '../own-element.ts';
import { highlightRanges } from './highlight-ranges.ts';

export interface Marks {
  /** The marked places, oldest first. */
  list(): Draft[];
  /** The marked place that a range lies in, with where it stands. */
  findAt(range: Range): { draft: Draft; range: Range } | null;
  /** Takes what the background has of this page in the place of what is shown, finding each place in the text. */
  load(drafts: readonly Draft[]): void;
  /** @param range where it stands, or null in a frame */
  add(draft: Draft, range: Range | null): void;
  /** Removes places that are not to be marked any more, here and in the background. */
  remove(canonicals: readonly string[]): void;
  /** Takes out places that have been sent. */
  forget(canonicals: readonly string[]): void;
  /** Shows the bar, or hides it while a dialog stands. */
  showBar(isShown: boolean): void;
}

/** @param onSend opens the dialog that sends them */
export function createMarks(t: Translate, locale: string, onSend: () => void): Marks {
  const marked = new Map<string, { draft: Draft; range: Range | null }>();
  let bar: OwnElement | null = null;
  let isShown = true;
  /** whether the frames show some */
  let areInFrames = false;

  function draw(): void {
    highlightRanges([...marked.values()].flatMap(({ range }) => range ?? []));
    showInFrames();
    if (marked.size === 0 || !isShown) {
      hideBar();
      return;
    }
    if (bar?.host.isConnected !== true) {
      hideBar();
      bar = createOwnElement('sic-marks', [noteStyles, cornerStyles, barStyles]);
      shieldElement(bar);
      document.documentElement.append(bar.host);
    }
    render(
      <MarksBar
        count={marked.size}
        t={t}
        locale={locale}
        onSend={onSend}
        onDiscard={() => marks.remove([...marked.keys()])}
      />,
      bar.root,
    );
  }

  /** What is not found on the page itself stands in one of its frames. */
  function showInFrames(): void {
    const places = [...marked.values()].flatMap(({ draft, range }) =>
      range === null ? draft.place : [],
    );
    if (places.length === 0 && !areInFrames) return;
    areInFrames = places.length > 0;
    void askBackground({ type: 'marks/show', places });
  }

  function hideBar(): void {
    if (bar === null) return;
    render(null, bar.root);
    removeElement(bar);
    bar = null;
  }

  const marks: Marks = {
    list: () => [...marked.values()].map(({ draft }) => draft),
    findAt(range) {
      for (const { draft, range: place } of marked.values()) {
        if (place !== null && liesIn(range, place)) return { draft, range: place };
      }
      return null;
    },
    load(drafts) {
      const kept = new Map(marked);
      marked.clear();
      // More may lie there, from other tabs or the popup: no more than can be sent at once.
      for (const draft of drafts.filter(({ isMarked }) => isMarked).slice(0, MOST_MARKS)) {
        const range = kept.get(draft.canonical)?.range ?? findPlace(draft);
        marked.set(draft.canonical, { draft, range });
      }
      draw();
    },
    add(draft, range) {
      marked.set(draft.canonical, { draft, range });
      draw();
    },
    remove(canonicals) {
      void askBackground({ type: 'drafts/remove', canonicals: [...canonicals] });
      marks.forget(canonicals);
    },
    forget(canonicals) {
      for (const canonical of canonicals) marked.delete(canonical);
      draw();
    },
    showBar(show) {
      isShown = show;
      draw();
    },
  };
  return marks;
}

/** Of ranges in one tree. */
function liesIn(inner: Range, outer: Range): boolean {
  if (inner.startContainer.getRootNode() !== outer.startContainer.getRootNode()) return false;
  return (
    inner.compareBoundaryPoints(Range.START_TO_START, outer) >= 0 &&
    inner.compareBoundaryPoints(Range.END_TO_END, outer) <= 0
  );
}

/** Where a draft's words stand on the page now, or null. */
export function findPlace(draft: Draft): Range | null {
  const { target } = composeDraft(draft);
  return findQuote(document.body ?? document.documentElement, target.selector).range;
}

/** The fields in which reused text stands: those that it was pasted into, and those that it got into from there. */
import { findField } from '../../page/reuse/find-field.ts';
import type { ReuseFacts } from './reuse-facts.ts';
import { listWindows } from './stage.ts';
import { type WatchedField, watchField } from './watch-field.ts';

/** From the last key in another field until it is looked at, in ms. */
const SETTLES = 1_000;

export type Fields = ReturnType<typeof createFields>;

/** @param onLook called after a look at any of them */
export function createFields({ listCopies, readOptions }: ReuseFacts, onLook: () => void) {
  const watched = new Map<HTMLElement, WatchedField>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  function make(element: HTMLElement): WatchedField {
    return watchField({ element, listCopies, readOptions, onLook });
  }

  function watch(element: HTMLElement): WatchedField {
    const field = watched.get(element) ?? make(element);
    watched.set(element, field);
    return field;
  }

  /** An editor may show the same text in another field, as its source, say. */
  function lookAtOther(node: Node): void {
    const element = findField(node)?.element;
    if (element === undefined || watched.has(element)) return;
    const field = make(element);
    if (field.isReused()) watched.set(element, field);
    else field.stop();
    field.look();
  }

  return {
    watch,
    /** Those that a person can see: what an editor keeps beside them is its own affair. */
    list: (): WatchedField[] => [...watched.values()].filter((field) => field.isThere()),
    lookAtAll(): void {
      for (const field of watched.values()) field.look();
    },
    /** What nothing has told of: fields that have gone, and words that a page has put in by itself. */
    catchUp(): void {
      for (const [element, field] of watched) {
        if (element.isConnected) {
          if (field.hasMoved()) field.look();
          continue;
        }
        field.stop();
        watched.delete(element);
      }
    },
    /** Begins to look at other fields that are written in. */
    followOthers(): void {
      for (const one of listWindows()) {
        one.addEventListener(
          'input',
          (event) => {
            const [target] = event.composedPath();
            clearTimeout(timer);
            if (isNode(target)) timer = setTimeout(lookAtOther, SETTLES, target);
          },
          { capture: true, passive: true },
        );
      }
    },
  };
}

function isNode(target: EventTarget | undefined): target is Node {
  return target !== undefined && 'nodeType' in target;
}

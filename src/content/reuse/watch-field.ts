/**
 * A field in which words stand that were copied elsewhere, looked at whenever it has changed and come to rest. To look
 * is to read all of it, so a long text waits longer.
 */
import { type CheckOptions, checkText } from '../../model/reuse/check-text.ts';
import type { Copy } from '../../model/reuse/copy.ts';
import {
  type Followed,
  followMatters,
  layAside,
  NOT_FOLLOWED,
} from '../../model/reuse/follow-matters.ts';
import { listMatters, type Matter } from '../../model/reuse/list-matters.ts';
import { type EditorField, findField, isTextarea } from '../../page/reuse/find-field.ts';
import { readField } from '../../page/reuse/read-field.ts';
import { isShown } from './stage.ts';

/** From a change to the look at it, in ms, and as a multiple of what the last look took. */
const SETTLES = 600;
const BREATHES = 20;

const CHANGES = {
  attributeFilter: ['href', 'rel'],
  characterData: true,
  childList: true,
  subtree: true,
};

export interface WatchDeps {
  /** as it was found; of which kind it is may change with what stands in it */
  element: HTMLElement;
  listCopies(): readonly Copy[];
  readOptions(): CheckOptions;
  /** called after a look */
  onLook(): void;
}

export type WatchedField = ReturnType<typeof watchField>;

export function watchField({ element, listCopies, readOptions, onLook }: WatchDeps) {
  let followed: Followed = NOT_FOLLOWED;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wait = SETTLES;
  /** what a person has let out as it was, and what the field held then */
  let answered: { keys: ReadonlySet<string>; text: string } | null = null;
  /** a plain field's words, which a page may change without an event */
  let seen = '';

  const find = (): EditorField | null => findField(element);

  /** What stands in it now. */
  function read() {
    const field = find();
    if (field === null) return { text: '', findings: [], matters: [] };
    const text = readField(field);
    const copies = listCopies();
    const findings = checkText(text, copies, readOptions());
    return { text: text.text, findings, matters: listMatters(findings, copies, text) };
  }

  function look(): void {
    clearTimeout(timer);
    timer = undefined;
    const began = performance.now();
    const { text, ...now } = read();
    wait = Math.max(SETTLES, (performance.now() - began) * BREATHES);
    seen = text;
    followed = followMatters(followed, now);
    onLook();
  }

  function lookSoon(): void {
    clearTimeout(timer);
    timer = setTimeout(look, wait);
  }

  const observer = new MutationObserver(lookSoon);
  if (!isTextarea(element)) observer.observe(element, CHANGES);
  element.addEventListener('input', lookSoon);

  return {
    element,
    find,
    look,
    readFollowed: () => followed,
    isThere: () => element.isConnected && isShown(element),
    /** A page has changed a plain field without saying so. */
    hasMoved: () => isTextarea(element) && element.value !== seen,
    /** Whether anything stands in it that was copied elsewhere. */
    isReused: () => read().findings.length > 0,
    /** The person does not want to hear of it now. */
    layAside(): void {
      followed = layAside(followed);
    },
    /** What was laid aside is said again. */
    takeUp(): void {
      followed = { ...followed, laidAside: new Set() };
    },
    /** What is amiss at this moment. */
    listMatters: (): Matter[] => read().matters,
    /** The same, less what a person has let out as it is. */
    listUnanswered(): Matter[] {
      const { matters, text } = read();
      if (answered?.text !== text) answered = null;
      return matters.filter(({ key }) => answered?.keys.has(key) !== true);
    },
    /** What is amiss now may go out as it is, until something in it changes. */
    letOut(): void {
      const { matters, text } = read();
      answered = { text, keys: new Set(matters.map(({ key }) => key)) };
    },
    stop(): void {
      clearTimeout(timer);
      observer.disconnect();
      element.removeEventListener('input', lookSoon);
    },
  };
}

/**
 * Keeps a page's editing commands off the dialog's fields. `document.execCommand` and `blur()` of a page reach
 * whatever has the focus, in a closed shadow root as well: they change what the reader typed, select it (a selection
 * can be read), and turn the keys that follow over to the page. What a page's script brings about is told from what a
 * person, an input method, a screen reader or the browser does by what no page can fake: an event that a script causes
 * is dispatched while that script still runs, so that no microtask comes before the dispatch has ended. Firefox holds
 * microtasks back where it edits by a key as well; but then the key is still under way, or `beforeinput` went ahead,
 * neither of which is so when a script edits.
 */
import type { OwnElement } from '../own-element.ts';
import { shareParts } from '../parts.ts';

type Field = HTMLInputElement | HTMLTextAreaElement;

/** Events of a person's, in whose course fields change, are selected and are left. */
const ACTS = ['keydown', 'keypress', 'mousedown', 'mouseup', 'touchstart', 'touchend', 'drop'];

/**
 * @param own holds the dialog, which is shown already and kept from the page
 * @returns the way to stop
 */
export function guardFields({ host, root }: OwnElement): () => void {
  const { shielded } = shareParts();
  const notice = shielded?.get(host);
  const stopping = new AbortController();
  const typed = new Map<Field, string>();
  let focused = root.activeElement;
  let act: Event | null = null;
  let isAnnounced = false;
  let isSelecting = false;

  const isPersons = () => isAnnounced || (act !== null && isUnderWay(act));

  function remember(): void {
    for (const field of listFields(root)) typed.set(field, field.value);
  }

  function judgeInput(event: Event): void {
    const isKnown = isPersons();
    isAnnounced = false;
    queueMicrotask(() => {
      if (isKnown || isUnderWay(event)) return remember();
      // One that has come later holds nothing yet.
      for (const field of listFields(root)) putBack(field, typed.get(field) ?? field.defaultValue);
      notice?.(event);
    });
  }

  function judgeBlur(event: Event): void {
    if (isPersons()) return;
    queueMicrotask(() => {
      if (stopping.signal.aborted || isUnderWay(event) || root.activeElement !== null) return;
      if (focused instanceof HTMLElement) focused.focus();
    });
  }

  function follow(event: Event): void {
    // The page can make up events at the host.
    if (!event.isTrusted) return;
    if (ACTS.includes(event.type)) act = event;
    if (event instanceof KeyboardEvent) isSelecting = selectsByKey(event);
    if (event.type === 'beforeinput') {
      isAnnounced = true;
      queueMicrotask(() => {
        isAnnounced = false;
      });
    }
    if (event.type === 'input') judgeInput(event);
    if (event.type === 'focusin') noteFocus();
    if (event.type === 'focusout') judgeBlur(event);
    notice?.(event);
  }

  function noteFocus(): void {
    focused = root.activeElement ?? focused;
  }

  let isByScript = true;
  function beginSelect(): void {
    isByScript = !isSelecting && !isPersons();
    queueMicrotask(() => {
      isByScript = false;
    });
  }
  function endSelect({ target }: Event): void {
    if (isByScript && isField(target)) deselect(target);
  }

  remember();
  // What was restored was selected with the rest of the field, for the page to read.
  if (isField(focused)) deselect(focused);
  shielded?.set(host, follow);
  const { signal } = stopping;
  // From one field to the other, it does not leave the shadow root.
  root.addEventListener('focusin', noteFocus, { signal });
  root.addEventListener('reset', () => queueMicrotask(remember), { signal });
  root.addEventListener('select', beginSelect, { capture: true, signal });
  root.addEventListener('select', endSelect, { signal });
  return () => {
    stopping.abort();
    if (notice !== undefined && shielded?.get(host) === follow) shielded.set(host, notice);
  };
}

/** Firefox selects after such a keydown, in an event of its own that nobody is told of. */
function selectsByKey({
  type,
  isTrusted,
  key,
  ctrlKey,
  metaKey,
  shiftKey,
}: KeyboardEvent): boolean {
  if (type === 'keyup' || !isTrusted) return false;
  return shiftKey ? key.length > 1 : (ctrlKey || metaKey) && key.toLowerCase() === 'a';
}

/** Whether an event's dispatch has not ended yet. */
function isUnderWay({ eventPhase }: Event): boolean {
  return eventPhase !== Event.NONE;
}

/** The caret stays as far from the end as it was left. */
function putBack(field: Field, value: string): void {
  if (field.value === value) return;
  const fromEnd = field.value.length - (field.selectionEnd ?? 0);
  const caret = Math.max(0, value.length - fromEnd);
  field.value = value;
  field.setSelectionRange(caret, caret);
}

/** The page's own words, which a field holds at first, may be selected: there is nothing in them to read. */
function deselect(field: Field): void {
  if (field.value === field.defaultValue) return;
  const { selectionEnd } = field;
  field.setSelectionRange(selectionEnd, selectionEnd);
}

/** Fields that a person types in; a copy that Sic makes has one without a name for a moment. */
function listFields(root: ShadowRoot): Field[] {
  return [...root.querySelectorAll('input, textarea')].filter(isField);
}

function isField(node: unknown): node is Field {
  if (node instanceof HTMLTextAreaElement) return node.name !== '';
  return node instanceof HTMLInputElement && node.type === 'text';
}

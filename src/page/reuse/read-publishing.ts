/** Whether a press or a submission sends out what a person has written, and what of it: told before it does. */
import { judgeLabel } from '../../model/reuse/publish-words.ts';
import { findElement } from '../find-element.ts';

export interface Publishing {
  /** what is submitted, or what the button stands in */
  form: HTMLFormElement | null;
  /** what is pressed, or what a form is submitted by */
  button: HTMLElement | null;
  /** its words, or what it is, say that it publishes */
  isSaid: boolean;
}

const BUTTON =
  'button, input[type="submit" i], input[type="button" i], input[type="image" i], [role="button"]';
/** Of the block editor, whose buttons are named by icons on narrow screens. */
const KNOWN = '.editor-post-publish-button, .editor-post-publish-button__button';
/** What opens something first does not publish yet. */
const OPENS = '[aria-haspopup]:not([aria-haspopup="false"]), [aria-expanded], [popovertarget]';
const SEARCH = '[role="search"], input[type="search" i]';

/** @param event a click, or a submission, as the window sees it first; @returns null where it publishes nothing */
export function readPublishing(event: Event): Publishing | null {
  const [target] = event.composedPath();
  const element = isNode(target) ? findElement(target) : null;
  if (element === null) return null;
  return event.type === 'submit' ? readSubmit(event, element) : readClick(element);
}

/** Whether it sends out a field: of its own form; of another's button only what stands in no form at all. */
export function concerns({ form, isSaid }: Publishing, anchors: readonly Element[]): boolean {
  if (form !== null && anchors.some((anchor) => findForm(anchor) === form)) return true;
  if (!isSaid) return false;
  if (form === null) return true;
  return anchors.every((anchor) => findForm(anchor) === null) && !isSearch(form);
}

function readSubmit(event: Event, element: Element): Publishing | null {
  if (!isForm(element)) return null;
  const submitter = 'submitter' in event ? event.submitter : null;
  const button = isNode(submitter) ? findElement(submitter) : null;
  const said = button === null ? null : judgeLabel(readLabel(button));
  if (said === 'else') return null;
  return { form: element, button: asButton(button), isSaid: said === 'publish' };
}

function readClick(element: Element): Publishing | null {
  const button = asButton(element.closest(BUTTON));
  if (button === null || button.matches(OPENS)) return null;
  if (button.matches(':disabled, [aria-disabled="true"]')) return null;
  const said = button.matches(KNOWN) ? 'publish' : judgeLabel(readLabel(button));
  if (said === 'else' || (said === null && !submits(button))) return null;
  return { form: findForm(button), button, isSaid: said === 'publish' };
}

function submits(button: Element): boolean {
  const type = button.getAttribute('type')?.toLowerCase() ?? '';
  if (findForm(button) === null) return false;
  return button.localName === 'button'
    ? type !== 'button' && type !== 'reset'
    : type === 'submit' || type === 'image';
}

function readLabel(button: Element): string {
  const written = button.textContent?.trim() ?? '';
  if (written !== '') return written;
  return ['value', 'aria-label', 'title', 'alt']
    .map((name) => button.getAttribute(name)?.trim() ?? '')
    .filter(Boolean)
    .join(' ');
}

/** Its own, by `form` as well, or that around it. */
function findForm(element: Element): HTMLFormElement | null {
  const own = 'form' in element ? element.form : null;
  const form = isNode(own) ? findElement(own) : null;
  if (form !== null && isForm(form)) return form;
  return element.closest('form');
}

function isSearch(form: HTMLFormElement): boolean {
  return form.matches(SEARCH) || form.querySelector(SEARCH) !== null;
}

/** Told by names: what stands in another frame is of another world's class. */
function isForm(element: Element): element is HTMLFormElement {
  return element.localName === 'form';
}

function asButton(element: Element | null): HTMLElement | null {
  return element !== null && 'click' in element ? (element as HTMLElement) : null;
}

function isNode(node: unknown): node is Node {
  return typeof node === 'object' && node !== null && 'nodeType' in node;
}

/**
 * Copies that Sic makes itself: the browser's own command is given, and the copy event that it causes is
 * answered here, before the page hears of it. This works on pages without https and under any
 * Permissions-Policy, where the clipboard's own API does not, and needs no press of a key (`clipboardWrite`).
 */

import { createOwnElement } from '../own-element.ts';
import { withSelection } from './standing-selection.ts';

/** What is put on the clipboard; html '' for plain text alone. */
export interface Clip {
  plain: string;
  html: string;
}

let isOwn = false;
let isAnswered = false;
let given: Clip | null = null;

/**
 * What the browser itself would copy, whatever the page's handlers would make of it.
 * @returns whether the browser took the command
 */
export function copyAsSelected(document: Document): boolean {
  return command(document, null);
}

/** @returns whether the browser took the command */
export function copyClip(document: Document, clip: Clip): boolean {
  return command(document, clip) || withSomethingSelected(document, () => command(document, clip));
}

function command(document: Document, clip: Clip | null): boolean {
  isOwn = true;
  isAnswered = false;
  given = clip;
  try {
    return document.execCommand('copy') && isAnswered;
  } catch {
    // Documents that are no HTML have no such command.
    return false;
  } finally {
    isOwn = false;
    given = null;
  }
}

/** Chromium takes no command to copy where nothing is selected that could be. */
function withSomethingSelected(document: Document, act: () => boolean): boolean {
  const { host, root } = createOwnElement('sic-selected', [SELECTABLE]);
  const text = document.createTextNode('.');
  root.append(text);
  document.documentElement.append(host);
  const range = document.createRange();
  range.selectNodeContents(text);
  const isDone = withSelection(document, [range], act);
  host.remove();
  return isDone === true;
}

/** Out of sight, and not to be forbidden by the page. */
const SELECTABLE = `:host {
  all: initial !important;
  position: fixed !important;
  opacity: 0 !important;
  user-select: text !important;
  -webkit-user-select: text !important;
}`;

/** To be called in the window's capture phase. @returns whether the copy is one of the above, and done with */
export function answerOwnCopy(event: ClipboardEvent): boolean {
  if (!isOwn) return false;
  isAnswered = true;
  event.stopImmediatePropagation();
  if (given !== null) fillClipboard(event, given);
  return true;
}

/** Whether a clip is on its way to the clipboard, whatever is selected. */
export function isGiving(): boolean {
  return given !== null;
}

/** Puts a clip on the clipboard in the place of what is there. */
export function fillClipboard(event: ClipboardEvent, { plain, html }: Clip): void {
  const { clipboardData } = event;
  if (clipboardData === null) return;
  event.preventDefault();
  clipboardData.clearData();
  clipboardData.setData('text/plain', plain);
  if (html !== '') clipboardData.setData('text/html', html);
}

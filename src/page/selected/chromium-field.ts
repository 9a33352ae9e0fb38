/**
 * What Chromium copies of form fields: it goes into those that hold text, and writes what they show on lines of
 * its own (blink's TextIterator with EntersTextControls). `toString()` passes all of them over.
 */

/** Drawn without text, or with a text that no copy has. */
const WITHOUT_TEXT = new Set('button checkbox hidden image radio reset submit'.split(' '));
/** These show their value, or else their placeholder. */
const WITH_VALUE = new Set('email number search tel text url'.split(' '));
/** These show no text, but stand on a line of their own. */
const EMPTY = new Set(['color', 'range']);

/** Whether a copy has of an element what `toString()` has not. */
export function isField(element: Element): boolean {
  const { localName } = element;
  if (localName === 'input') return !WITHOUT_TEXT.has((element as HTMLInputElement).type);
  return localName === 'textarea' || localName === 'select' || localName === 'meter';
}

/** @returns null where it is not known (dates, files, passwords, lists to choose from) */
export function readField(element: Element): string | null {
  if (element.localName === 'meter') return '';
  if (element.localName === 'textarea') return readTextArea(element as HTMLTextAreaElement);
  if (element.localName === 'select') return null;
  const { type, value, placeholder } = element as HTMLInputElement;
  if (EMPTY.has(type)) return '';
  return WITH_VALUE.has(type) ? value || placeholder : null;
}

function readTextArea({ value, placeholder }: HTMLTextAreaElement): string | null {
  if (value === '' && placeholder === '') return '\n';
  return value === '' || value.endsWith('\n') ? null : value;
}

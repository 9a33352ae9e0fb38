/**
 * Stands before a text goes out: on the way of each press and submission that publishes it. What is let out goes on as
 * it would have gone, once.
 */
import { concerns, type Publishing, readPublishing } from '../../page/reuse/read-publishing.ts';
import { listAnchors, listWindows } from './stage.ts';
import type { WatchedField } from './watch-field.ts';

export interface GuardDeps {
  listFields(): WatchedField[];
  /**
   * These fields lack something and are about to go out.
   * @returns whether to hold them until `release` is called
   */
  onPublishing(fields: WatchedField[], release: () => void): boolean;
}

/** Begins to listen, in this frame and in the pages around it that can be reached. */
export function guardPublishing({ listFields, onPublishing }: GuardDeps): void {
  let isReleased = false;

  function judge(event: Event): void {
    if (isReleased || (!event.isTrusted && event.type === 'click')) return;
    const publishing = readPublishing(event);
    if (publishing === null) return;
    const fields = listFields().filter(
      (field) =>
        field.isThere() &&
        concerns(publishing, listAnchors(field.element)) &&
        field.listUnanswered().length > 0,
    );
    if (fields.length === 0) return;
    const release = () => {
      isReleased = true;
      try {
        goOn(event.type, publishing);
      } finally {
        isReleased = false;
      }
    };
    if (!onPublishing(fields, release)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  const listen = (event: Event): void => {
    try {
      judge(event);
    } catch {
      // Whatever is amiss with Sic, the text goes out.
    }
  };
  for (const one of listWindows()) {
    for (const type of ['click', 'submit']) one.addEventListener(type, listen, { capture: true });
  }
}

/** By the prototypes: a form's fields may have the names of its methods. */
function goOn(type: string, { form, button }: Publishing): void {
  if (type === 'click') {
    if (button !== null) HTMLElement.prototype.click.call(button);
    return;
  }
  if (form === null) return;
  try {
    HTMLFormElement.prototype.requestSubmit.call(form, button);
  } catch {
    // The button that it was submitted by is no longer one of its own.
    HTMLFormElement.prototype.requestSubmit.call(form);
  }
}

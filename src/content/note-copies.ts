/**
 * Copies from an article, noted for the ledger: what was copied is read as the copy is made, and all that costs
 * anything comes after it.
 */
import { v7 as createUuid } from 'uuid';
import { composeCopy } from '../model/reuse/compose-copy.ts';
import { readAnnotationService } from '../page/annotation-service.ts';
import { isOffLimits } from '../page/editable.ts';
import { findPlace, isNode } from '../page/selected/find-ranges.ts';
import { OWN_ELEMENT_PREFIX } from '../page/text-index.ts';
import { askBackground } from './ask-background.ts';
import type { KnownSource } from './known-source.ts';

interface Note {
  text: string;
  carried: boolean;
}

export interface CopyNotes {
  /** To be called while a copy is under way, before the page's own handlers may have moved the selection. */
  note(event: ClipboardEvent): void;
  /** The copy that was noted last carries its source. */
  noteCarried(): void;
}

/** @param recall gives the source of the text that stands in the page now */
export function createCopyNotes(document: Document, recall: () => KnownSource): CopyNotes {
  let last: Note | null = null;

  async function remember(note: Note): Promise<void> {
    // The text may be another by the time of the answer.
    const { source, root } = recall();
    const articleText = readShown(root);
    const copiedAt = Date.now();
    const rule = await askBackground({ type: 'reuse/read' });
    if (!rule.ok || !rule.value.remembers) return;
    const copy = composeCopy({
      ...note,
      ...{ source, articleText, copiedAt },
      service: readAnnotationService(document),
      id: `urn:uuid:${createUuid()}`,
    });
    if (copy !== null) await askBackground({ type: 'copies/remember', copy });
  }

  return {
    note(event) {
      last = null;
      const text = readCopied(event, document);
      if (text === null) return;
      const note = { text, carried: false };
      last = note;
      setTimeout(() => void remember(note).catch(() => undefined), 0);
    },
    noteCarried() {
      if (last !== null) last.carried = true;
    },
  };
}

/** @returns null where nothing is copied that would be remembered */
function readCopied(event: ClipboardEvent, document: Document): string | null {
  const [target] = event.composedPath();
  if (!event.isTrusted || !isNode(target) || isOwnElement(event.target)) return null;
  const place = findPlace(event, document);
  if (place === null || isOffLimits({ target, ranges: place.ranges })) return null;
  return String(place.selection);
}

/** The text of an element as it is shown, with its blocks apart. */
function readShown(root: Element | null): string {
  return (root instanceof HTMLElement ? root.innerText : root?.textContent) ?? '';
}

function isOwnElement(target: EventTarget | null): boolean {
  return target instanceof Element && target.localName.startsWith(OWN_ELEMENT_PREFIX);
}

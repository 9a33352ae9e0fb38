/**
 * Frames of the page's own site (srcdoc, about:blank, same origin) hold text of the page, and a copy in them
 * is told to their own window only. Frames of other sites are other people's pages: they are left alone.
 */

/**
 * @param listener told of each copy in such a frame, in its window's capture phase
 * @returns `listen(document)`: listens in the frames that stand now and in those that come, also within
 *   frames; may be called again when others may have come, and changes nothing where it listens already
 */
export function createFrameWatch(listener: (event: ClipboardEvent) => void) {
  const listenAround = ({ target }: Event): void => {
    if (isFrame(target)) listen(target.ownerDocument);
  };
  /** The same functions each time: what a document has already is not added again. */
  function listen(document: Document): void {
    document.addEventListener('load', listenAround, true);
    for (const inner of listFrames(document)) {
      inner.defaultView?.addEventListener('copy', listener, true);
      listen(inner);
    }
  }
  return listen;
}

/** The documents of a page's same-origin frames, not of those within them. */
export function listFrames(document: Document): Document[] {
  const frames = [...document.querySelectorAll('iframe, frame')];
  return frames.map(readFrame).filter((inner) => inner !== null);
}

/** The document that has the focus, in however many same-origin frames; null where another site's frame has it. */
export function findFocusedDocument(document: Document): Document | null {
  const focused = document.activeElement;
  if (!isFrame(focused)) return document;
  const inner = readFrame(focused);
  return inner === null ? null : findFocusedDocument(inner);
}

/** Told by its name: a frame within a frame is of another world's class. */
function isFrame(target: EventTarget | null): target is Element {
  return target !== null && 'localName' in target && /^i?frame$/.test(String(target.localName));
}

/** null for a frame of another origin, whose document nobody may read. */
function readFrame(frame: Element): Document | null {
  return 'contentDocument' in frame ? (frame.contentDocument as Document | null) : null;
}

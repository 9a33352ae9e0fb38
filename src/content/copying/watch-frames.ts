/**
 * Frames of the page's own site (srcdoc, about:blank, same origin) hold text of the page, and a copy in them
 * is told to their own window only. Frames of other sites are other people's pages: they are left alone.
 */

/**
 * Listens in all same-origin frames that stand now, and in those within them. To be called again with the same
 * listener when others may have come: where it listens already, nothing changes.
 */
export function listenInFrames(
  document: Document,
  type: 'copy',
  listener: (event: ClipboardEvent) => void,
): void {
  for (const inner of listFrames(document)) {
    inner.defaultView?.addEventListener(type, listener, true);
    listenInFrames(inner, type, listener);
  }
}

/** The documents of a page's same-origin frames, not of those within them. */
export function listFrames(document: Document): Document[] {
  const frames = [...document.querySelectorAll('iframe, frame')];
  return frames.map(readFrame).filter((inner) => inner !== null);
}

/** The document that has the focus, in however many same-origin frames; null where another site's frame has it. */
export function findFocusedDocument(document: Document): Document | null {
  const focused = document.activeElement;
  if (focused === null || !/^i?frame$/.test(focused.localName)) return document;
  const inner = readFrame(focused);
  return inner === null ? null : findFocusedDocument(inner);
}

/** null for a frame of another origin, whose document nobody may read. */
function readFrame(frame: Element): Document | null {
  return 'contentDocument' in frame ? (frame.contentDocument as Document | null) : null;
}

/**
 * Where an editor stands that may be in a frame of its own, as TinyMCE is: what is said of it is said on the outermost
 * page that can be reached, and there it is published.
 */

type PageWindow = Window & typeof globalThis;

/** This frame's window, then those around it, as far as they are of the same origin. */
export function listWindows(): PageWindow[] {
  const windows: PageWindow[] = [window];
  for (let at = window; ; ) {
    const around = readParent(at);
    if (around === null) return windows;
    windows.push(around);
    at = around;
  }
}

/** The outermost of them. */
export function findStage(): PageWindow {
  return listWindows().at(-1) ?? window;
}

/** An element, and the frames that it stands in, from the inside out. */
export function listAnchors(element: Element): Element[] {
  const anchors = [element];
  for (const one of listWindows()) {
    const frame = readFrame(one);
    if (frame === null) break;
    anchors.push(frame);
  }
  return anchors;
}

/** Whether it is there for a person to see, and so are the frames that it stands in. */
export function isShown(element: Element): boolean {
  return listAnchors(element).every((one) => one.isConnected && one.checkVisibility());
}

/** A page around of another origin is not to be read. */
function readParent(of: PageWindow): PageWindow | null {
  try {
    const around = of.parent as PageWindow;
    return around !== of && around.document !== null ? around : null;
  } catch {
    return null;
  }
}

function readFrame(of: PageWindow): Element | null {
  try {
    return of.frameElement;
  } catch {
    return null;
  }
}

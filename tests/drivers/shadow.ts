/**
 * What is asked of a closed shadow root, once a driver has got hold of it. These run in the browser,
 * so each stands for itself alone; only the two about errors run in the test.
 */

/** There is no such host on the page, or it has no shadow root, or the extension is not in the page. */
export class MissingShadow extends Error {
  override name = 'MissingShadow';
}

/** Whether a document went away while it was looked at: the next look will see the one that came. */
export function isPassing(fault: unknown): boolean {
  return (
    fault instanceof Error &&
    /context was destroyed|detached|no such (frame|node|handle)|stale element|cannot find context|inactive document/i.test(
      fault.message,
    )
  );
}

/** Runs in the browser: whether an element is there and takes part in what is shown. */
export function isVisible(root: ShadowRoot, css: string): boolean {
  return root.querySelector(css)?.checkVisibility({ visibilityProperty: true }) ?? false;
}

/** Runs in the browser: brings an element into view; gives its middle in the viewport, in CSS pixels. */
export function findMiddle(root: ShadowRoot, css: string): { x: number; y: number } | null {
  const element = root.querySelector(css);
  if (!element) return null;
  element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
  const box = element.getBoundingClientRect();
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Runs in the browser: selects what stands in a field, so that typing replaces it. */
export function selectField(root: ShadowRoot, css: string): void {
  root.querySelector<HTMLInputElement | HTMLTextAreaElement>(css)?.select();
}

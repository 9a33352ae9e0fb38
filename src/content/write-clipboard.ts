/**
 * Puts text on the clipboard. The clipboard's own API is absent on pages without https and can be forbidden
 * by a page's Permissions-Policy; the old way, which copies what is selected, is there always.
 */
import { shareParts } from './parts.ts';

export interface ClipboardText {
  plain: string;
  /** null where there is only the one flavour */
  html: string | null;
}

/**
 * To be called while a press of the reader's is being handled.
 * @param place in the open dialog, because all that is outside of it cannot be selected; else in a shadow root of ours
 * @returns whether the text is on the clipboard
 */
export async function writeClipboard(
  text: ClipboardText,
  place: Element | ShadowRoot,
): Promise<boolean> {
  try {
    if (text.html === null) await navigator.clipboard.writeText(text.plain);
    else await navigator.clipboard.write([makeItem(text.plain, text.html)]);
    return true;
  } catch {
    return copySelected(text, place);
  }
}

function makeItem(plain: string, html: string): ClipboardItem {
  return new ClipboardItem({
    'text/plain': new Blob([plain], { type: 'text/plain' }),
    'text/html': new Blob([html], { type: 'text/html' }),
  });
}

function copySelected({ plain, html }: ClipboardText, place: Element | ShadowRoot): boolean {
  const root = place.getRootNode();
  const focused: (Element & Partial<HTMLOrSVGElement>) | null = isTree(root)
    ? root.activeElement
    : null;
  // A frame's may stand on the page around it.
  const { ownerDocument } = place;
  const field = ownerDocument.createElement('textarea');
  field.value = plain;
  place.append(field);
  field.select();
  const parts = shareParts();
  const fill = (event: ClipboardEvent) => {
    // Without this the field's text is copied, which is the plain one.
    event.clipboardData?.setData('text/plain', plain);
    if (html !== null) event.clipboardData?.setData('text/html', html);
    event.preventDefault();
  };
  if (html !== null) {
    parts.fillCopy = fill;
    // Where no shield stands, it gets here.
    field.addEventListener('copy', fill);
  }
  const isCopied = ownerDocument.execCommand('copy');
  parts.fillCopy = undefined;
  field.remove();
  focused?.focus?.();
  return isCopied;
}

/** Told by what it has: it may be of another frame's class. */
function isTree(root: Node): root is ShadowRoot {
  return 'host' in root && 'activeElement' in root;
}

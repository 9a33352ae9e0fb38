/**
 * Puts text on the clipboard. The clipboard's own API is absent on pages without https and can be forbidden
 * by a page's Permissions-Policy; the old way, which copies what is selected, is there always.
 */

/**
 * To be called while a press of the reader's is being handled.
 * @param place in the open dialog, because all that is outside of it cannot be selected
 * @returns whether the text is on the clipboard
 */
export async function writeClipboard(text: string, place: Element): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copySelected(text, place);
  }
}

function copySelected(text: string, place: Element): boolean {
  const root = place.getRootNode();
  const focused = root instanceof ShadowRoot ? root.activeElement : null;
  const field = document.createElement('textarea');
  field.value = text;
  place.append(field);
  field.select();
  const isCopied = document.execCommand('copy');
  field.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return isCopied;
}

/** Puts text on the clipboard from one of the extension's pages, while a press of the person's is being handled. */

/**
 * @param text `html` is null where there is only the one flavour
 * @returns whether it is there
 */
export async function writeClipboard(text: {
  plain: string;
  html: string | null;
}): Promise<boolean> {
  const { plain, html } = text;
  try {
    if (html === null) await navigator.clipboard.writeText(plain);
    else {
      const item = new ClipboardItem({
        'text/plain': new Blob([plain], { type: 'text/plain' }),
        'text/html': new Blob([html], { type: 'text/html' }),
      });
      await navigator.clipboard.write([item]);
    }
    return true;
  } catch {
    return false;
  }
}

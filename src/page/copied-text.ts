/** The text that the browser itself would put on the clipboard for a selection. */

/**
 * Both browsers write a selection's text as `toString()` does, with the differences named here.
 * Chromium writes no-break spaces as plain ones (blink's ReplaceNBSPWithSpace).
 */
export function readCopiedText(selection: Selection): string {
  return selection.toString().replace(/\u00a0/g, ' ');
}

/** The one place where text becomes HTML, so that nothing a page says is ever markup. */

/** Text as the content, or a double-quoted attribute value, of an HTML element. */
export function escapeHtml(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}

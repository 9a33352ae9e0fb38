/**
 * CSV (RFC 4180) for spreadsheets, with readers' words in it: none of them may become a formula there.
 * https://owasp.org/www-community/attacks/CSV_Injection
 */

/**
 * Excel takes a file without one for the machine's own code page, and Cyrillic for noise. Who reads CSV by a program has
 * JSON as well.
 */
export const BYTE_ORDER_MARK = '\ufeff';

/**
 * Where a spreadsheet would begin a formula: at the start of a cell and, because many take `;` or a tab for the sign
 * between cells and then heed no quotes within a line, behind those and line breaks. Space and quotes before the sign do
 * not always help; signs of full width are as good.
 */
const DANGEROUS = /(?<=^|[;\t\r\n])(?=['" \u00a0\u3000]*[=+\-@\t\r＝＋－＠])/g;

/** One record, with its line end. Every cell is quoted. */
export function writeCsvRecord(cells: readonly string[]): string {
  return `${cells.map((cell) => `"${protectCell(cell).replaceAll('"', '""')}"`).join(',')}\r\n`;
}

/** Puts an apostrophe before whatever could begin a formula: spreadsheets take what follows for text. */
export function protectCell(text: string): string {
  return text.replace(DANGEROUS, "'");
}

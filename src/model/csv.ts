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

export interface CsvWriter {
  /** @returns what can be sent of the record, and what could not of the one before */
  write(cells: readonly string[]): string;
  /** @returns the rest of the last record */
  end(): string;
}

/** What needs no quotes, whoever reads it. */
const PLAIN = /^[\w'-]*$/;

/**
 * Writes one file. Every cell is quoted but the last of the last record, so that a file which was cut off, wherever that was,
 * can be told from a whole one, and reads the same. So the last column should be a key: only what is plain can do without quotes.
 */
export function createCsvWriter(): CsvWriter {
  let held: string | null = null;
  return {
    write(cells) {
      const before = held === null ? '' : `${quoteCell(held)}\r\n`;
      held = cells.at(-1) ?? '';
      return (
        before +
        cells
          .slice(0, -1)
          .map((cell) => `${quoteCell(cell)},`)
          .join('')
      );
    },
    end() {
      if (held === null) return '';
      const bare = protectCell(held);
      return `${PLAIN.test(bare) ? bare : quoteCell(held)}\r\n`;
    },
  };
}

function quoteCell(text: string): string {
  return `"${protectCell(text).replaceAll('"', '""')}"`;
}

/** Puts an apostrophe before whatever could begin a formula: spreadsheets take what follows for text. */
export function protectCell(text: string): string {
  return text.replace(DANGEROUS, "'");
}

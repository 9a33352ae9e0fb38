/** Where a command says what it has to say. */

export interface Output {
  /** a line of what was asked for, for stdout: a script may take it */
  print: (line: string) => void;
  /** a line beside it, for stderr */
  remark: (line: string) => void;
}

/** Columns as wide as their longest cell. @param rows the head first */
export function composeTable(rows: readonly (readonly string[])[]): string {
  const last = Math.max(...rows.map((row) => row.length)) - 1;
  const widths = Array.from({ length: last }, (_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  return rows
    .map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
    .join('\n');
}

/** To the second, in UTC: names of time zones are not for a list. @param at epoch ms */
export function writeTime(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}

/** Reads CSV as RFC 4180 has it, and forgives nothing. */

/** An apostrophe before what could begin a formula. */
const PROTECTED = /(?<=^|[;\t\r\n])'(?=['" \u00a0\u3000]*[=+\-@\t\r＝＋－＠])/g;

/** @throws where it is not well-formed */
export function readCsv(text: string): string[][] {
  const records: string[][] = [];
  let cells: string[] = [];
  let at = 0;
  while (at < text.length) {
    const cell = /"((?:[^"]|"")*)"|[^",\r\n]*/y;
    cell.lastIndex = at;
    const found = cell.exec(text);
    if (found === null) throw new Error(`no cell at ${at}`);
    cells.push(found[1]?.replaceAll('""', '"') ?? found[0]);
    at = cell.lastIndex;
    if (text[at] === ',') {
      at++;
      continue;
    }
    if (!text.startsWith('\r\n', at)) throw new Error(`no end of a cell at ${at}`);
    at += 2;
    records.push(cells);
    cells = [];
  }
  if (cells.length > 0) throw new Error('the last record has no end');
  return records;
}

/** Takes the apostrophes away that `protectCell` has put: it is exactly what there was. */
export function bareCell(text: string): string {
  return text.replace(PROTECTED, '');
}

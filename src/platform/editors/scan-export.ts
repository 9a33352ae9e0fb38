/**
 * Looks at the bytes of an export as they pass: how many reports have come, and whether the file is whole. A connection
 * that broke can leave what looks like a file, and a short list of mistakes is not to be taken for the whole one.
 */

export interface ExportScan {
  take(bytes: Uint8Array): void;
  countReports(): number;
  /** whether what has come ends as such a file does */
  isWhole(): boolean;
}

const [QUOTE, BACKSLASH, LINE_FEED, CARRIAGE_RETURN, SPACE] = [0x22, 0x5c, 0x0a, 0x0d, 0x20];
const [OPENING, CLOSING] = [new Set([0x7b, 0x5b]), new Set([0x7d, 0x5d])];

/**
 * @param depth how many braces and brackets are open around a report
 * @param onReport is given the JSON of each
 */
export function createJsonScan(depth: number, onReport?: (json: string) => void): ExportScan {
  const decoder = new TextDecoder();
  /** beginning of a report whose end is still to come */
  let held: Uint8Array[] = [];
  let [open, reports, isInString, isEscaped, isBroken] = [0, 0, false, false, false];
  /** whether the outermost value has been closed */
  let isClosed = false;

  function end(bytes: Uint8Array): void {
    reports += 1;
    if (onReport === undefined) return;
    const parts = held;
    held = [];
    const before = parts.map((part) => decoder.decode(part, { stream: true })).join('');
    onReport(before + decoder.decode(bytes));
  }

  return {
    take(bytes) {
      let start = open > depth ? 0 : -1;
      for (let i = 0; i < bytes.length; i += 1) {
        const byte = bytes[i] ?? 0;
        if (isInString) {
          if (isEscaped) isEscaped = false;
          else if (byte === BACKSLASH) isEscaped = true;
          else if (byte === QUOTE) isInString = false;
        } else if (byte > SPACE) {
          if (isClosed) isBroken = true;
          if (byte === QUOTE) isInString = true;
          else if (OPENING.has(byte)) {
            if (open === depth) start = i;
            open += 1;
          } else if (CLOSING.has(byte)) {
            open -= 1;
            isClosed = open <= 0;
            if (open === depth && start !== -1) {
              end(bytes.subarray(start, i + 1));
              start = -1;
            }
          }
        }
      }
      if (start !== -1 && onReport !== undefined) held.push(bytes.slice(start));
    },
    countReports: () => reports,
    isWhole: () => isClosed && !isBroken && open === 0,
  };
}

/** For CSV whose records each have their line end, after one with the names of the columns: the last alone ends in a cell without quotes. */
export function createCsvScan(): ExportScan {
  let [records, isQuoted, isBare, isClosed, isBroken] = [0, false, false, false, false];
  return {
    take(bytes) {
      for (const byte of bytes) {
        if (isClosed) isBroken = true;
        if (byte === QUOTE) {
          isQuoted = !isQuoted;
          isBare = false;
        } else if (!isQuoted) {
          if (byte === LINE_FEED) {
            records += 1;
            isClosed = isBare;
          } else if (byte !== CARRIAGE_RETURN) isBare = true;
        }
      }
    },
    countReports: () => Math.max(0, records - 1),
    isWhole: () => isClosed && !isBroken,
  };
}

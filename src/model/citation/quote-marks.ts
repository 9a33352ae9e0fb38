/** Quotation marks as English styles set them: curly, single inside double, and the full stop inside of them. */

/** Straight marks as curly ones, by what stands before them. */
export function curlQuotes(text: string): string {
  return text
    .replace(/(^|[\s([{‘“—–-])"/g, '$1“')
    .replace(/"/g, '”')
    .replace(/(^|[\s([{“—–-])'/g, '$1‘')
    .replace(/'/g, '’');
}

/** A title that will stand in double marks: its own become single. */
export function nestQuotes(text: string): string {
  const curled = curlQuotes(text);
  // Where marks begin low, “ or ” means something else.
  return /„/.test(curled) ? curled : curled.replaceAll('“', '‘').replaceAll('”', '’');
}

/** The title with a full stop where no mark ends it already; within the quotation that it ends with. */
export function endSentence(text: string): string {
  if (/[.?!…:;,]["'”’»)]*$/.test(text.slice(-6))) return text;
  const [marks = ''] = /[”’]*$/.exec(text) ?? [];
  const isQuoted = marks !== '' && /[“‘]/.test(text) && !text.includes('„');
  return isQuoted ? `${text.slice(0, -marks.length)}.${marks}` : `${text}.`;
}

/** Text with a full stop at its end, where there is none; for names and dates. */
export function endWithStop(text: string): string {
  return /[.?!…]$/.test(text) ? text : `${text}.`;
}

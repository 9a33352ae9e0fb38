/** Reads text line by line. Node's `readline` also ends lines at U+2028 and U+2029, which may stand in JSON. */

/** Characters: more than the longest row has, fewer than would fill the memory. */
const LONGEST_LINE = 16_000_000;

/**
 * @param chunks of UTF-8
 * @returns the lines, without their line feeds; behind the last one there is none
 * @throws when a line has no end, or the text cannot be read
 */
export async function* readLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  for await (const chunk of chunks) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > LONGEST_LINE) throw new Error('A line is too long for an export.');
    yield* lines;
  }
  rest += decoder.decode();
  if (rest !== '') yield rest;
}

/**
 * JSON as pages hold it, where it cannot be parsed as it stands: with comments, raw line breaks and unescaped
 * quotes in strings, trailing commas, `undefined`, no end, or several objects in a row. One pass over the text,
 * in time and space in proportion to it.
 */

const DEEPEST = 200;
/** How far ahead an ending quote is looked for, in UTF-16 units. */
const LOOKAHEAD = 40;
const CLOSING: Record<string, string> = { '{': '}', '[': ']' };
const ESCAPES = '"\\/bfnrtu';

/** @returns text that may parse, an array where several values stood in a row; null where it nests too deep */
export function mendJson(text: string): string | null {
  const out: string[] = [];
  const open: string[] = [];
  let values = 0;
  let i = 0;
  while (i < text.length) {
    const sign = text.charAt(i);
    if (sign === '"' || sign === "'") {
      separate(out);
      i = copyString(text, i, out);
    } else if (sign === '{' || sign === '[') {
      if (open.length >= DEEPEST) return null;
      separate(out);
      open.push(CLOSING[sign] ?? '');
      out.push(sign);
      i += 1;
    } else if (sign === '}' || sign === ']') {
      i += 1;
      // What closes nothing is left out, and what was left open is closed.
      if (!open.includes(sign)) continue;
      for (let closed = open.pop(); closed !== undefined; closed = open.pop()) {
        close(out, closed);
        if (closed === sign) break;
      }
      if (open.length === 0) values += 1;
    } else if (text.startsWith('//', i) || text.startsWith('/*', i)) {
      const end = text.indexOf(text.charAt(i + 1) === '*' ? '*/' : '\n', i + 2);
      i = end === -1 ? text.length : end + (text.charAt(end) === '*' ? 2 : 1);
    } else if (sign === ',' || sign === ':') {
      if (open.length > 0 && !(sign === ',' && out.at(-1) === ',')) out.push(sign);
      i += 1;
    } else {
      const word = /[^\s,:{}[\]"'/]+/y;
      word.lastIndex = i;
      const found = word.exec(text)?.[0];
      if (found !== undefined && open.length > 0) {
        separate(out);
        out.push(readWord(found));
      }
      i += found?.length ?? 1;
    }
  }
  for (let closed = open.pop(); closed !== undefined; closed = open.pop()) {
    close(out, closed);
    if (open.length === 0) values += 1;
  }
  return values > 1 ? `[${out.join('')}]` : out.join('');
}

/** Ends an object or an array, in which a comma, a colon or a name without a value may be left over. */
function close(out: string[], sign: string): void {
  if (out.at(-1) === ':') out.push('null');
  const before = out.at(-2);
  if (sign === '}' && out.at(-1)?.startsWith('"') && (before === '{' || before === ',')) out.pop();
  while (out.at(-1) === ',') out.pop();
  out.push(sign);
}

/** Between two values a comma belongs. */
function separate(out: string[]): void {
  const last = out.at(-1);
  if (last !== undefined && !'{[,:'.includes(last)) out.push(',');
}

/** A number or a literal; what is neither says nothing. */
function readWord(word: string): string {
  return /^(?:-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)$/.test(word) ? word : 'null';
}

/** Writes a string's mended form and returns where the text goes on. */
function copyString(text: string, start: number, out: string[]): number {
  const pieces = ['"'];
  const quote = text.charCodeAt(start);
  let from = start + 1;
  let i = from;
  for (; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code > 31 && code !== 34 && code !== 92 && code !== quote) continue;
    pieces.push(text.slice(from, i));
    from = i + 1;
    if (code === quote && endsString(text, i + 1)) break;
    if (code === 34) {
      pieces.push('\\"');
    } else if (code === quote) {
      pieces.push("'");
    } else if (code === 92) {
      const next = text.charAt(i + 1);
      const isUnicode = next !== 'u' || /^[\da-f]{4}$/i.test(text.slice(i + 2, i + 6));
      if (next !== '' && ESCAPES.includes(next) && isUnicode) {
        pieces.push(`\\${next}`);
        i += 1;
        from = i + 1;
      } else if (next !== "'") pieces.push('\\\\');
    } else pieces.push(' ');
  }
  if (i >= text.length && from < text.length) pieces.push(text.slice(from));
  pieces.push('"');
  out.push(pieces.join(''));
  return i + 1;
}

/** Whether a quote before this place ends a string: after a word's quote a comma or a bracket hardly follows. */
function endsString(text: string, at: number): boolean {
  const ahead = text.slice(at, at + LOOKAHEAD).trimStart();
  if (ahead === '') return true;
  if (/^".{1,25}"\s*:/.test(ahead)) return /^\s*\n/.test(text.slice(at, at + LOOKAHEAD));
  if (ahead.startsWith(',')) return /^,[\s,]*(?:["{[\-\d}\]]|true|false|null|\/[/*]|$)/.test(ahead);
  return /^(?:[:}\]]|\/[/*])/.test(ahead);
}

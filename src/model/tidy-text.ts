/** Text as a page's metadata holds it, freed of what does not belong to the words: markup, escapes, line breaks. */

const ENTITIES: Record<string, string> = {
  amp: '&',
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  hellip: '…',
  shy: '\u00ad',
};

/** Tags that occur in headlines; what breaks the line leaves a space. Others may be what the text is about. */
const TAG =
  /<\/?(?:a|abbr|b|cite|em|font|i|mark|q|s|small|span|strong|sub|sup|u|(br|p))(?:\s[^<>]{0,300})?\/?>/gi;

/** Letters and marks of the European scripts with single spaces between them. */
const CLEAN =
  /^[!-%'-;=?-~\u00a1-\u00ac\u00ae-\u052f\u2010-\u2027]+(?: [!-%'-;=?-~\u00a1-\u00ac\u00ae-\u052f\u2010-\u2027]+)*$/;

/** @returns one line of at most `limit` UTF-16 units, unescaped, without tags and invisible characters */
export function tidyText(text: string, limit: number): string {
  // As most are: nothing to tidy.
  if (text.length <= limit && CLEAN.test(text)) return text;
  const bounded = text.length > limit * 4 ? text.slice(0, limit * 4) : text;
  const plain = bounded.includes('&') ? unescapeEntities(unescapeEntities(bounded)) : bounded;
  const bare = /<\/[a-z]|<br\b/i.test(plain)
    ? plain.replace(TAG, (_, name) => (name === undefined ? '' : ' '))
    : plain;
  const line = bare.replace(/[\u00ad\u200b\u200e\u200f\u2060\ufeff]/g, '').replace(/\s+/g, ' ');
  return line.trim().slice(0, limit).toWellFormed().trim();
}

/** JSON-LD and metas are often escaped once too often. */
function unescapeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,6}));/gi, (whole, dec, hex, name) => {
    if (name !== undefined) {
      const key = String(name).toLowerCase();
      return Object.hasOwn(ENTITIES, key) ? (ENTITIES[key] ?? whole) : whole;
    }
    const code = dec === undefined ? Number.parseInt(String(hex), 16) : Number(dec);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

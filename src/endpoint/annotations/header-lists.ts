/** Reads headers that are lists, with quoted strings in them that may hold the signs between (RFC 9110, section 5.6). */

/** A quoted string that nothing closes runs to the end, so that no header is read over and over. */
const QUOTED = String.raw`"(?:[^"\\]|\\.)*\\?(?:"|$)`;
const BETWEEN_COMMAS = new RegExp(`(?:${QUOTED}|[^",])+`, 'gs');
const BETWEEN_SEMICOLONS = new RegExp(`(?:${QUOTED}|[^";])+`, 'gs');

export interface HeaderItem {
  /** what stands before the parameters, as it came */
  value: string;
  /** names in small letters; values without their quotes, '' where there is none */
  parameters: Map<string, string>;
}

/** The items of a list, each with its parameters; what is none is left out. */
export function readHeaderList(header: string): HeaderItem[] {
  return (header.match(BETWEEN_COMMAS) ?? []).flatMap((item) => {
    const [value = '', ...rest] = (item.match(BETWEEN_SEMICOLONS) ?? []).map((part) => part.trim());
    return value === '' ? [] : [{ value, parameters: new Map(rest.map(readParameter)) }];
  });
}

/** `name=value`, also where the value is quoted or there is none. */
export function readParameter(text: string): [name: string, value: string] {
  const sign = text.indexOf('=');
  if (sign === -1) return [text.toLowerCase(), ''];
  const value = text.slice(sign + 1).trim();
  const isQuoted = value.length > 1 && value.startsWith('"') && value.endsWith('"');
  return [
    text.slice(0, sign).trim().toLowerCase(),
    isQuoted ? value.slice(1, -1).replace(/\\(.)/g, '$1') : value,
  ];
}

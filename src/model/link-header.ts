/**
 * Reads Link headers, by the algorithm that their standard gives for doing so, which takes what servers write
 * rather than what the grammar allows. https://www.rfc-editor.org/rfc/rfc8288#appendix-B.2
 */

export interface HeaderLink {
  /** URI reference as it stands in the header */
  target: string;
  /** by name in lower case; of one that is there twice, the first */
  parameters: ReadonlyMap<string, string>;
}

/** Characters of a header that are read; servers send far less. */
const LENGTH_LIMIT = 16_384;

/**
 * @param header one header, or several as one with commas between them
 * @returns the links in their order; from the first thing that is no link on, nothing
 */
export function parseLinks(header: string): HeaderLink[] {
  const text = header.slice(0, LENGTH_LIMIT);
  const links: HeaderLink[] = [];
  let at = 0;

  const skip = (characters: string) => {
    while (at < text.length && characters.includes(text.charAt(at))) at += 1;
  };
  const take = (stops: string) => {
    const start = at;
    while (at < text.length && !stops.includes(text.charAt(at))) at += 1;
    return text.slice(start, at);
  };
  const takeQuoted = () => {
    let value = '';
    for (at += 1; at < text.length && text.charAt(at) !== '"'; at += 1) {
      if (text.charAt(at) === '\\') at += 1;
      value += text.charAt(at);
    }
    at += 1;
    return value;
  };
  const takeParameters = () => {
    const parameters = new Map<string, string>();
    for (skip(BLANK); text.charAt(at) === ';'; skip(BLANK)) {
      at += 1;
      skip(BLANK);
      const name = take('=;, \t').toLowerCase();
      skip(BLANK);
      let value = '';
      if (text.charAt(at) === '=') {
        at += 1;
        skip(BLANK);
        value = text.charAt(at) === '"' ? takeQuoted() : take(';,').trim();
      }
      if (name !== '' && !parameters.has(name)) parameters.set(name, value);
    }
    return parameters;
  };

  for (skip(BETWEEN); text.charAt(at) === '<'; skip(BETWEEN)) {
    at += 1;
    const target = take('>').trim();
    if (text.charAt(at) !== '>') break;
    at += 1;
    links.push({ target, parameters: takeParameters() });
  }
  return links;
}

const BLANK = ' \t';
const BETWEEN = ' \t,';

/**
 * @param rel a registered relation type
 * @returns where the links of that type lead that are about what the header came with, in their order
 */
export function listLinkTargets(header: string, rel: string): string[] {
  return parseLinks(header)
    .filter(({ parameters }) => !parameters.has('anchor'))
    .filter(({ parameters }) =>
      (parameters.get('rel') ?? '').toLowerCase().split(/\s+/).includes(rel),
    )
    .map(({ target }) => target);
}

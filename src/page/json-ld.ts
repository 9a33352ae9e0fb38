/**
 * The JSON-LD of a page: every object in its script blocks, laid flat. Pages break it in known ways
 * (comments around it, raw line breaks in strings, trailing commas, arrays in arrays); what cannot be
 * mended is left out, and its size, depth and number are bounded, since a page may be hostile.
 */

export type JsonObject = Record<string, unknown>;

/** Longer than this, in UTF-16 units, is a data dump, not a description of the page. */
const LONGEST_BLOCK = 500_000;
const MOST_BLOCKS = 30;
const MOST_NODES = 2_000;

/** @returns all objects with a @type, outermost first; empty where there are none; never throws */
export function readJsonLd(document: Document): JsonObject[] {
  const found: JsonObject[] = [];
  const scripts = document.querySelectorAll('script[type*="ld+json" i]');
  for (let i = 0; i < scripts.length && i < MOST_BLOCKS; i += 1) {
    const text = scripts[i]?.textContent ?? '';
    if (text.length <= LONGEST_BLOCK) collectNodes(parseLoosely(text), found);
  }
  return found;
}

/** The types of a node, without the vocabulary's address. */
export function readTypes(node: JsonObject): string[] {
  return asList(node['@type'])
    .filter((type) => typeof type === 'string')
    .map((type) =>
      type.slice(Math.max(...['/', ':', '#'].map((mark) => type.lastIndexOf(mark))) + 1),
    );
}

/** A property as a trimmed string: of a node its name, of a list its first that has any. */
export function readString(value: unknown, ...keys: string[]): string | null {
  for (const one of asList(value)) {
    if (typeof one === 'string' && one.trim() !== '') return one.trim();
    if (!isObject(one)) continue;
    for (const key of keys) {
      const inner = one[key];
      if (typeof inner === 'string' && inner.trim() !== '') return inner.trim();
    }
  }
  return null;
}

/**
 * A graph often names a person or an organisation by its id alone; no further than one step, so that ids in
 * a circle end.
 */
export function followIds(value: unknown, nodes: JsonObject[]): unknown[] {
  return asList(value).map((one) => {
    if (!isObject(one) || one['name'] !== undefined || typeof one['@id'] !== 'string') return one;
    return nodes.find((node) => node['@id'] === one['@id'] && node['name'] !== undefined) ?? one;
  });
}

export function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function collectNodes(json: unknown, found: JsonObject[]): void {
  const queue: unknown[] = [json];
  for (let i = 0; i < queue.length && i < MOST_NODES; i += 1) {
    const value = queue[i];
    if (Array.isArray(value)) queue.push(...value.slice(0, MOST_NODES));
    else if (isObject(value)) {
      if (value['@type'] !== undefined) found.push(value);
      for (const key of Object.keys(value)) {
        const inner = value[key];
        if (typeof inner === 'object' && inner !== null) queue.push(inner);
      }
    }
  }
}

function parseLoosely(script: string): unknown {
  try {
    return JSON.parse(script) as unknown;
  } catch {
    // A byte order mark is white space here, but not in JSON.
    const bare = script.trim().replace(/^(<!--|\/\*\s*<!\[CDATA\[\s*\*\/|\/\/\s*<!\[CDATA\[)/, '');
    const trimmed = bare.replace(/(-->|\/\*\s*\]\]>\s*\*\/|\/\/\s*\]\]>)?\s*;?\s*$/, '');
    return parse(trimmed) ?? parse(mend(trimmed));
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

/** Raw control characters become spaces, commas before a closing bracket go. */
function mend(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what breaks it
  return text.replace(/[\u0000-\u001f]+/g, ' ').replace(/,\s*([}\]])/g, '$1');
}

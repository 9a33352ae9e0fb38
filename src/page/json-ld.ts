/**
 * The JSON-LD of a page: every object in its script blocks, laid flat. Pages break it in known ways
 * (comments around it, arrays in arrays, entities for quotes, and what `mendJson` mends); what cannot be
 * mended is left out, and its size, depth and number are bounded, since a page may be hostile.
 */
import { mendJson } from './mend-json.ts';

export type JsonObject = Record<string, unknown>;

/** Of a longer block, in UTF-16 units, only the start is read: it is a live blog, or a data dump. */
const LONGEST_BLOCK = 500_000;
const LONGEST_START = 100_000;
const MOST_BLOCKS = 30;
const MOST_SCRIPTS = 2_000;
const MOST_NODES = 2_000;

/** @returns all objects with a @type, outermost first; empty where there are none; never throws */
export function readJsonLd(document: Document): JsonObject[] {
  const found: JsonObject[] = [];
  let blocks = 0;
  // By its tag: browsers keep that list, and a page has few scripts.
  const scripts = document.getElementsByTagName('script');
  for (let i = 0; i < scripts.length && i < MOST_SCRIPTS && blocks < MOST_BLOCKS; i += 1) {
    const type = scripts[i]?.getAttribute('type');
    if (!type || !/ld\+json/i.test(type)) continue;
    blocks += 1;
    const text = scripts[i]?.textContent ?? '';
    const json =
      text.length <= LONGEST_BLOCK
        ? parseLoosely(text)
        : parse(mendJson(text.slice(0, LONGEST_START)));
    collectNodes(json, found);
  }
  return found;
}

/** The types of a node, without the vocabulary's address. */
export function readTypes(node: JsonObject): string[] {
  const stated = node['@type'];
  if (typeof stated === 'string') return [dropVocabulary(stated)];
  return asList(stated)
    .filter((type) => typeof type === 'string')
    .map(dropVocabulary);
}

function dropVocabulary(type: string): string {
  const start = Math.max(type.lastIndexOf('/'), type.lastIndexOf(':'), type.lastIndexOf('#'));
  return start === -1 ? type : type.slice(start + 1);
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
    const trimmed = bare
      .slice(-40)
      .replace(/(?:-->|\/\*\s*\]\]>\s*\*\/|\/\/\s*(?:\]\]>|-->))?\s{0,9};?\s{0,9}$/, '');
    const text = bare.slice(0, -40) + trimmed;
    const plain = text.includes('"') ? text : unescapeQuotes(text);
    return parse(plain) ?? parse(mendJson(plain));
  }
}

function parse(text: string | null): unknown {
  try {
    return text === null ? null : (JSON.parse(text) as unknown);
  } catch {
    return null;
  }
}

/** A block whose every quote is an entity was escaped as if it were text. */
function unescapeQuotes(text: string): string {
  return text
    .replace(/&(?:quot|#34|#x22);/gi, '"')
    .replace(/&(?:apos|#39|#x27);/gi, "'")
    .replace(/&lt;/gi, '<')
    .replace(/&gt;/gi, '>')
    .replace(/&amp;/gi, '&');
}

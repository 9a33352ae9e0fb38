/**
 * Reads any annotation as a report of a mistake, as far as it can be: the first page it is about, the words it quotes
 * there, and what it says. So the editors' queue shows what other programs send, too; the annotation itself is kept as
 * it came.
 */
import {
  ANNOTATION_CONTEXT,
  type Annotation,
  httpUrl,
  parse,
  parseAnnotation,
  type Selector,
  selectorSchema,
} from '../../model/annotation.ts';

/** What the store knows of an annotation, where that does not say it. */
export interface KnownOfAnnotation {
  canonical: string;
  source: string;
  /** epoch ms */
  createdAt: number;
}

/** An object in it, with the names that are read here. */
export interface Part {
  body?: unknown;
  bodyValue?: unknown;
  id?: unknown;
  items?: unknown;
  language?: unknown;
  motivation?: unknown;
  purpose?: unknown;
  refinedBy?: unknown;
  scope?: unknown;
  selector?: unknown;
  source?: unknown;
  target?: unknown;
  value?: unknown;
}

/** What a body can be for in a report; any other purpose makes it a remark. */
const PURPOSES = ['editing', 'tagging', 'commenting'];

/** @param document an annotation, whatever it is worth; never throws */
export function narrowAnnotation(document: Part, known: KnownOfAnnotation): Annotation {
  const strict = parseAnnotation(document);
  if (strict.ok) return strict.value;
  const page = findPage(document.target);
  const scope = findScope(page);
  return {
    '@context': ANNOTATION_CONTEXT,
    type: 'Annotation',
    canonical: known.canonical,
    motivation: 'editing',
    created: writeTime(known.createdAt),
    body: listTexts(document),
    target: {
      source: page?.source ?? known.source,
      ...(scope === undefined ? {} : { scope }),
      selector: listSelectors(page?.part.selector),
    },
  };
}

export interface NamedPage {
  source: string;
  /** the part of the target that names it */
  part: Part;
  path: string;
}

/** The first page that a target names by an http(s) URL. */
export function findPage(target: unknown, path = 'target'): NamedPage | null {
  for (const [i, one] of listParts(target).entries()) {
    const here = Array.isArray(target) ? `${path}.${i}` : path;
    if (isHttpUrl(one)) return { source: one, part: {}, path: here };
    if (!isPart(one)) continue;
    if (Array.isArray(one.items)) {
      const found = findPage(one.items, `${here}.items`);
      if (found !== null) return found;
      continue;
    }
    const source = isPart(one.source) ? one.source.id : (one.source ?? one.id);
    if (isHttpUrl(source)) return { source, part: one, path: here };
  }
  return null;
}

/** The page around what a target names, where that is a frame. */
export function findScope(page: NamedPage | null): string | undefined {
  return listParts(page?.part.scope).find(isHttpUrl);
}

/** The path of what names the page where a target has none: of the first thing that could. */
export function findPagePath(target: unknown, path = 'target'): string {
  const [one] = listParts(target);
  const here = Array.isArray(target) ? `${path}.0` : path;
  if (!isPart(one)) return here;
  if (Array.isArray(one.items)) return findPagePath(one.items, `${here}.items`);
  if (isPart(one.source)) return `${here}.source.id`;
  return `${here}.${'source' in one ? 'source' : 'id'}`;
}

function listTexts({ body, bodyValue, motivation }: Part): Annotation['body'] {
  const parts = bodyValue === undefined ? listParts(body) : [{ value: bodyValue }];
  return parts.flatMap((part): Annotation['body'] => {
    if (!isPart(part)) return [];
    if (Array.isArray(part.items)) return listTexts({ body: part.items, motivation });
    if (typeof part.value !== 'string') return [];
    // A body without a purpose of its own has the annotation's (Annotation Model, section 3.3.5). That it asks for an
    // edit does not yet make it the new text.
    const purposes =
      part.purpose === undefined
        ? listParts(motivation).filter((one) => one !== 'editing')
        : listParts(part.purpose);
    const purpose = PURPOSES.find((one) => purposes.includes(one)) ?? 'commenting';
    const [language] = listParts(part.language);
    const spoken = typeof language === 'string' ? { language } : {};
    return [{ type: 'TextualBody', value: part.value, purpose, ...spoken }];
  });
}

/** The selectors that the model knows, and those that refine them. */
function listSelectors(value: unknown): Selector[] {
  return listParts(value).flatMap((part) => {
    if (!isPart(part)) return [];
    const parsed = parse(selectorSchema, part);
    return [...(parsed.ok ? [parsed.value] : []), ...listSelectors(part.refinedBy)];
  });
}

/** @returns '' for what is no time */
function writeTime(at: number): string {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString();
}

function listParts(value: unknown): unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

export function isPart(value: unknown): value is Part {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isHttpUrl(value: unknown): value is string {
  return parse(httpUrl, value).ok;
}

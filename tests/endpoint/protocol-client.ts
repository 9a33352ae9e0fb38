/**
 * A client of the Web Annotation Protocol over HTTP, as strict as the Recommendation lets one be: what comes is checked
 * against what the Data Model demands of a collection and its pages.
 */

import * as v from 'valibot';
import { expect } from 'vitest';
import { ANNOTATION_CONTEXT, ANNOTATION_MEDIA_TYPE } from '../../src/model/annotation.ts';

export const LDP = 'http://www.w3.org/ns/ldp#';
export const MINIMAL = `${LDP}PreferMinimalContainer`;
export const IRIS = 'http://www.w3.org/ns/oa#PreferContainedIRIs';
export const DESCRIPTIONS = 'http://www.w3.org/ns/oa#PreferContainedDescriptions';

export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  /** the body, where it is a JSON object; else {} */
  json: Record<string, unknown>;
}

export interface Ask {
  method?: string;
  headers?: Record<string, string>;
  /** an object is sent as JSON-LD */
  body?: object | string;
}

export interface ProtocolClient {
  /** IRI of the container */
  container: string;
  /** @param iri absolute; @throws where nobody answers */
  ask(iri: string, ask?: Ask): Promise<Answer>;
}

/** @param base where the endpoint listens; @param token an editor's, or '' for nobody's */
export function createProtocolClient(base: string, token: string): ProtocolClient {
  return {
    container: `${base}/annotations/`,
    async ask(iri, { method = 'GET', headers = {}, body } = {}) {
      const response = await fetch(iri, {
        method,
        redirect: 'error',
        headers: {
          ...(body === undefined ? {} : { 'Content-Type': ANNOTATION_MEDIA_TYPE }),
          ...(token === '' ? {} : { Authorization: `Bearer ${token}` }),
          ...headers,
        },
        ...(body === undefined
          ? {}
          : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
      const text = await response.text();
      const isJson = /json/.test(response.headers.get('Content-Type') ?? '') && text !== '';
      const json = isJson ? v.parse(v.record(v.string(), v.unknown()), JSON.parse(text)) : {};
      return { status: response.status, headers: response.headers, text, json };
    },
  };
}

/** `rel target` of each entry of a Link header. */
export function readLinks({ headers }: Answer): string[] {
  const entries = (headers.get('Link') ?? '').matchAll(/<([^>]*)>\s*;\s*rel="([^"]*)"/g);
  return [...entries].map(([, target, rel]) => `${rel} ${target}`);
}

/** The items of a header that is a list, in small letters, in order. */
export function readList({ headers }: Answer, name: string): string[] {
  const items = (headers.get(name) ?? '').split(',').map((item) => item.trim().toLowerCase());
  return items.filter((item) => item !== '').sort();
}

const description = v.object({
  id: v.pipe(v.string(), v.url()),
  total: v.pipe(v.number(), v.integer(), v.minValue(0)),
  modified: v.optional(v.pipe(v.string(), v.isoTimestamp())),
  label: v.string(),
});
const pageEntries = {
  id: v.pipe(v.string(), v.url()),
  type: v.literal('AnnotationPage'),
  partOf: v.strictObject({ ...description.entries, type: v.literal('AnnotationCollection') }),
  startIndex: v.pipe(v.number(), v.integer(), v.minValue(0)),
  prev: v.optional(v.pipe(v.string(), v.url())),
  next: v.optional(v.pipe(v.string(), v.url())),
  items: v.array(v.union([v.pipe(v.string(), v.url()), v.looseObject({ id: v.string() })])),
};
/** Data Model, section 5.2; Protocol, section 4.3. */
const lonePageSchema = v.strictObject({
  '@context': v.literal(ANNOTATION_CONTEXT),
  ...pageEntries,
});
export type LonePage = v.InferOutput<typeof lonePageSchema>;

/** Data Model, section 5.1; Protocol, section 4.2. */
const containerSchema = v.strictObject({
  '@context': v.tuple([
    v.literal(ANNOTATION_CONTEXT),
    v.literal('http://www.w3.org/ns/ldp.jsonld'),
  ]),
  ...description.entries,
  type: v.tuple([v.literal('BasicContainer'), v.literal('AnnotationCollection')]),
  first: v.union([v.pipe(v.string(), v.url()), v.strictObject(pageEntries)]),
  last: v.pipe(v.string(), v.url()),
});
export type Container = v.InferOutput<typeof containerSchema>;

/** Gets the container, checked. */
export async function getContainer(
  client: ProtocolClient,
  include: string[] = [],
  iri = client.container,
): Promise<Container> {
  const prefer = `return=representation;include="${include.join(' ')}"`;
  const headers: Record<string, string> = include.length === 0 ? {} : { Prefer: prefer };
  const answer = await client.ask(iri, { headers });
  expect(answer.status).toBe(200);
  const container = v.parse(containerSchema, answer.json);
  // Section 4.2: else it MUST say where this representation is.
  expect(answer.headers.get('Content-Location')).toBe(container.id);
  return container;
}

/** Gets a page, checked. */
export async function getPage(client: ProtocolClient, iri: string): Promise<LonePage> {
  const answer = await client.ask(iri);
  expect([answer.status, answer.headers.get('Content-Type')]).toEqual([200, ANNOTATION_MEDIA_TYPE]);
  const page = v.parse(lonePageSchema, answer.json);
  expect(answer.headers.get('Content-Location')).toBe(page.id);
  expect(answer.headers.get('ETag')).toMatch(/^"[^"]+"$/);
  return page;
}

/** Follows every link forward and back again. @returns the pages in their order */
export async function walkPages(client: ProtocolClient, first: string): Promise<LonePage[]> {
  const pages: LonePage[] = [];
  for (let next: string | undefined = first; next !== undefined; ) {
    const page = await getPage(client, next);
    expect(page.id).toBe(next);
    expect(page.prev).toBe(pages.at(-1)?.id);
    pages.push(page);
    next = page.next;
  }
  const back: string[] = [];
  for (let prev = pages.at(-1)?.id; prev !== undefined; ) {
    back.unshift(prev);
    prev = (await getPage(client, prev)).prev;
  }
  expect(back).toEqual(pages.map(({ id }) => id));
  return pages;
}

/** IRIs of what pages hold, whether as IRIs or described. */
export function listItems(pages: readonly Pick<LonePage, 'items'>[]): string[] {
  return pages.flatMap(({ items }) =>
    items.map((item) => (typeof item === 'string' ? item : item.id)),
  );
}

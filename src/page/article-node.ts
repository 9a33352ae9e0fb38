/** Which node of a page's JSON-LD describes the article that the page is. */
import { asList, isObject, type JsonObject, readString, readTypes } from './json-ld.ts';
import type { Metadata } from './metadata.ts';

/** Types of schema.org that an article can have. */
const ARTICLE_TYPE = /(?:Article|BlogPosting|Report)$/;
/** Articles to their readers too, but these also stand within others, as a reader's review does. */
const OTHER_TYPE = /(?:Recipe|Review|CreativeWork)$/;

/**
 * @returns the node that names this page's address, else the first with a headline; null where there is
 *   none. Teasers of other articles stand in lists, which is why the address counts most.
 */
export function findArticleNode({
  nodes,
  url,
}: Pick<Metadata, 'nodes' | 'url'>): JsonObject | null {
  const own = listOwnNodes(nodes);
  const articles = findNodes(nodes, ARTICLE_TYPE);
  const path = readPath(url, url);
  const named =
    articles.length > 1 ? articles.find((node) => namesPath(node, path, url)) : undefined;
  return named ?? findNodes(own, ARTICLE_TYPE)[0] ?? findNodes(own, OTHER_TYPE)[0] ?? null;
}

/** The nodes that speak of the page itself: not of other pages in its lists, nor of what readers wrote about a product. */
export function listOwnNodes(nodes: JsonObject[]): JsonObject[] {
  const teasers = listTeasers(nodes);
  return teasers.size === 0 ? nodes : nodes.filter((node) => !teasers.has(node));
}

function listTeasers(nodes: JsonObject[]): Set<unknown> {
  const teasers = new Set<unknown>();
  for (const node of nodes) {
    for (const entry of asList(node['itemListElement'])) {
      teasers.add(entry);
      if (isObject(entry)) teasers.add(entry['item']);
    }
    for (const review of asList(node['review'])) teasers.add(review);
  }
  return teasers;
}

function findNodes(nodes: JsonObject[], type: RegExp): JsonObject[] {
  return nodes.filter(
    (node) =>
      readTypes(node).some((one) => type.test(one)) &&
      readString(node['headline'] ?? node['name']) !== null,
  );
}

function namesPath(node: JsonObject, path: string, base: string): boolean {
  const page = asList(node['mainEntityOfPage'])[0];
  const stated = [
    node['url'],
    node['@id'],
    page,
    isObject(page) ? (page['@id'] ?? page['url']) : null,
  ];
  return stated.some((one) => typeof one === 'string' && readPath(one, base) === path);
}

function readPath(address: string, base: string): string {
  return URL.canParse(address, base) ? new URL(address, base).pathname.replace(/\/$/, '') : '';
}

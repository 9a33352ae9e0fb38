/** Which node of a page's JSON-LD describes the article that the page is. */
import { asList, isObject, type JsonObject, readString, readTypes } from './json-ld.ts';
import type { Metadata } from './metadata.ts';

/** Types of schema.org that an article can have; reviews and recipes are articles to their readers. */
const ARTICLE_TYPE = /(?:Article|BlogPosting|Report|Recipe|Review|CreativeWork)$/;

/**
 * @returns the node that names this page's address, else the first with a headline; null where there is
 *   none. Teasers of other articles stand in lists, which is why the address counts most.
 */
export function findArticleNode({
  nodes,
  url,
}: Pick<Metadata, 'nodes' | 'url'>): JsonObject | null {
  const articles = nodes.filter(
    (node) =>
      readTypes(node).some((type) => ARTICLE_TYPE.test(type)) &&
      readString(node['headline'] ?? node['name']) !== null,
  );
  const path = readPath(url, url);
  return (
    (articles.length > 1 ? articles.find((node) => namesPath(node, path, url)) : undefined) ??
    articles[0] ??
    null
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

/** Reads a document's head: meta elements by name, property or itemprop, and links by relation. */

/** @returns the content of the first meta of these names that has any, in the order of the names */
export function readMeta(document: Document, ...names: string[]): string | null {
  return readMetas(document, ...names)[0] ?? null;
}

/** @returns the contents of all metas of these names, in the order of the names, then of the page */
export function readMetas(document: Document, ...names: string[]): string[] {
  return names.flatMap((name) =>
    [
      ...document.querySelectorAll(
        `meta[property="${name}" i], meta[name="${name}" i], meta[itemprop="${name}" i]`,
      ),
    ]
      .map((meta) => (meta.getAttribute('content') ?? '').trim())
      .filter((content) => content !== ''),
  );
}

/** @returns the href of the first link or anchor of a relation, as it is written, or null */
export function readLink(document: Document, relation: string, tag = 'link'): string | null {
  for (const link of document.querySelectorAll(`${tag}[rel][href]`)) {
    const relations = (link.getAttribute('rel') ?? '').toLowerCase().split(/\s+/);
    const href = (link.getAttribute('href') ?? '').trim();
    if (relations.includes(relation.toLowerCase()) && href !== '') return href;
  }
  return null;
}

/** The address against which a document's relative URLs are meant. */
export function readBase(document: Document): string {
  return document.baseURI || document.URL;
}

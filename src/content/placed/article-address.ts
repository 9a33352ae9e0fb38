/**
 * The article's address as its page states it, which reports name as their source: as in a citation, without all else
 * that a citation needs.
 */
import { findArticleNode } from '../../page/article-node.ts';
import { readMetadata } from '../../page/metadata.ts';
import { readPlain } from '../../page/plain-document.ts';
import { readUrl } from '../../page/source/url.ts';

export function readArticleAddress(document: Document): string {
  const metadata = readMetadata(readPlain(document));
  return readUrl(metadata, findArticleNode(metadata)).value;
}

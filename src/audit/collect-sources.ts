/** Makes entries of a source list from articles: what their pages say of them, and their fingerprints. */
import { composeCopy } from '../model/reuse/compose-copy.ts';
import type { Copy } from '../model/reuse/copy.ts';
import { readAnnotationService } from '../page/annotation-service.ts';
import { findArticleText } from '../page/article-root.ts';
import { readSource } from '../page/sic-page.ts';
import { indexText } from '../page/text-index.ts';

/** @throws Error where the page is no article that could be known again */
export function collectSource(document: Document): Copy {
  const source = readSource(document);
  const { root } = findArticleText(document);
  const text = root === null ? '' : indexText(root).text;
  if (!/^https?:/.test(source.url)) throw new Error('it does not say at which address it stands');
  const copy = composeCopy({
    ...{ id: source.url, copiedAt: 0, carried: false, source, text, articleText: text },
    service: readAnnotationService(document),
  });
  if (copy === null) throw new Error('it has too little text to be known again');
  return copy;
}

/** What reads pages, in one module for any DOM: built as dist/page/sic-page.mjs. */
export { readCredit } from '../model/credit/read-credit.ts';

import type { Source } from '../model/source.ts';
import { readTerms } from '../model/terms.ts';
import { readSourceWith } from './source/read-source.ts';

export { judgeArticle } from './judge-article.ts';
export { describeQuote, findQuote } from './quote.ts';
export { checkReuse } from './reuse/check-reuse.ts';

export { readTerms };

/** All of an article's source, with the terms in every language that is known. */
export function readSource(document: Document): Source {
  return readSourceWith(document, readTerms);
}

/** What reads pages, in one module for any DOM: built as dist/page/sic-page.mjs. */
export { readCredit } from '../model/credit/read-credit.ts';
export { readTerms } from '../model/terms.ts';
export { judgeArticle } from './judge-article.ts';
export { describeQuote, findQuote } from './quote.ts';
export { readSource } from './source/read-source.ts';

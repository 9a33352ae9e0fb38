/**
 * How the peers that read HTML in Node are asked. They take the text and parse it themselves, so that their
 * time includes what the others find done.
 */
import { extractFromHtml } from '@extractus/article-extractor';
import createMetascraper from 'metascraper';
import readAuthor from 'metascraper-author';
import readDate from 'metascraper-date';
import readLanguage from 'metascraper-lang';
import readPublisher from 'metascraper-publisher';
import readTitle from 'metascraper-title';
import readUrl from 'metascraper-url';
import type { Answer, Fields } from '../contender.ts';
import { splitNames } from './split-names.ts';

type AskHtml = (html: string, url: string) => Promise<Answer>;

const scrape = createMetascraper([
  readAuthor(),
  readDate(),
  readLanguage(),
  readPublisher(),
  readTitle(),
  readUrl(),
]);

export const NODE_PEERS: Record<string, AskHtml> = {
  metascraper: timed(async (html, url) => {
    // Hosts of the synthetic pages are under no real top-level domain, which it would refuse.
    const { title, author, publisher, date } = await scrape({ html, url, validateUrl: false });
    return makeFields(title, author, publisher, date);
  }),
  'article-extractor': timed(async (html, url) => {
    const article = await extractFromHtml(html, url);
    return makeFields(article?.title, article?.author, article?.source, article?.published);
  }),
};

type Said = string | null | undefined;

function makeFields(title: Said, author: Said, site: Said, published: Said): Fields {
  return {
    title: title || null,
    authors: splitNames(author),
    site: site || null,
    published: published || null,
  };
}

/** One call for the answer, a second one for the time when all is warm. */
function timed(read: (html: string, url: string) => Promise<Fields>): AskHtml {
  return async (html, url) => {
    const start = performance.now();
    const fields = await read(html, url);
    const between = performance.now();
    await read(html, url);
    return { fields, cold: between - start, warm: performance.now() - between };
  };
}

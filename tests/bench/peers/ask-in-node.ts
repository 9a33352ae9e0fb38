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
  readDate({ datePublished: true, dateModified: false }),
  readLanguage(),
  readPublisher(),
  readTitle(),
  readUrl(),
]);

export const NODE_PEERS: Record<string, AskHtml> = {
  metascraper: timed(async (html, url) => {
    // Hosts of the synthetic pages are under no real top-level domain, which it would refuse.
    const said = await scrape({ html, url, validateUrl: false });
    // `date` is that of the last change where a page tells it.
    return makeFields(said.title, said.author, said.publisher, said['datePublished'] ?? said.date);
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

/** One call: page after page the process is warm, and the document is new to each. */
function timed(read: (html: string, url: string) => Promise<Fields>): AskHtml {
  return async (html, url) => {
    const start = performance.now();
    const fields = await read(html, url);
    return { fields, warm: performance.now() - start };
  };
}

/** How the peers that need a browser's document are asked in the page. */
import { isProbablyReaderable, Readability } from '@mozilla/readability';
import Defuddle from 'defuddle';
import type { Answer } from '../contender.ts';
import { timeCalls } from '../time-calls.ts';
import { saysJsonLdArticle, saysOgArticle } from './page-says.ts';
import { splitNames } from './split-names.ts';

export const IN_PAGE_PEERS = {
  isProbablyReaderable: askVerdict((document) => isProbablyReaderable(document)),
  'og:type=article': askVerdict(saysOgArticle),
  'og-or-JSON-LD': askVerdict((document) => saysOgArticle(document) || saysJsonLdArticle(document)),
  Readability: askReadability,
  // The last: it may leave its traces in the document.
  Defuddle: askDefuddle,
} satisfies Record<string, (document: Document) => Answer>;

function askVerdict(judge: (document: Document) => boolean): (document: Document) => Answer {
  return (document) => {
    const { value, cold, warm } = timeCalls(() => document, judge);
    return { isArticle: value, cold, warm };
  };
}

function askReadability(document: Document): Answer {
  const { value, cold, warm } = timeCalls(
    // It takes the document apart: each call gets a copy, which is not timed.
    () => copyDocument(document),
    (copy) => new Readability(copy).parse(),
  );
  const fields = {
    title: value?.title ?? null,
    authors: splitNames(value?.byline),
    site: value?.siteName ?? null,
    published: value?.publishedTime ?? null,
  };
  return { fields, cold, warm };
}

function copyDocument(document: Document): Document {
  const copy = document.cloneNode(true);
  if (!(copy instanceof Document)) throw new Error('the copy of the document is none');
  return copy;
}

function askDefuddle(document: Document): Answer {
  const { value, cold, warm } = timeCalls(
    () => document,
    (document) => new Defuddle(document, { url: document.URL }).parse(),
  );
  const fields = {
    title: value.title || null,
    authors: splitNames(value.author),
    site: value.site || null,
    published: value.published || null,
  };
  return { fields, cold, warm };
}

/** What the shape of a page's body says about its kind: its running text, and what stands around it. */
import type { ArticleText } from './article-root.ts';
import type { SignalName } from './signal-weights.ts';

const ARTICLE_CLASS =
  /article|story|blog-?post|news-?(?:detail|item|page)|node-type-news|post-template/;
const SINGLE_CLASS = /(?:^|\s)single(?:-post|-article|-news|-format|\s|$)/;
const PAGE_CLASS = /(?:^|\s)page(?:-template|-id-|\s|$)/;
const LISTING_CLASS =
  /(?:^|\s)(?:archive|blog|category|front|home|search|tag)(?:\s|$)|post-type-archive|listing|landing|section/;
const SHOP_CLASS = /cart|product|shop|template-collection|woocommerce/;
const FORUM_CLASS = /discussion|forum|question|thread|topic/;
const DOCS_CLASS = /docs|documentation|help|support/;
const TEXT_CLASS = /article|entry|post|story/i;
const WARES_CLASS = /card|col-|desc|hero|product|review|section/i;

/** A page of fewer elements that has no text either is one whose text is still to come. */
const FULL_PAGE = 80;

export function listBodySignals(document: Document, text: ArticleText): SignalName[] {
  const signals: SignalName[] = [];
  const add = (name: SignalName, holds: boolean) => holds && signals.push(name);
  const count = (tag: string) => document.getElementsByTagName(tag).length;
  const { length, total, paragraphs, root } = text;

  add('shell', total === 0 && count('*') < FULL_PAGE);
  add('noText', length < 250);
  add('littleText', length >= 250 && length < 800);
  add('muchText', length >= 1_800);
  add('manyParagraphs', paragraphs >= 10);
  add('longParagraphs', text.averageLength >= 250);
  add('linkedText', text.linkShare > 0.45);
  add('scatteredText', total > 0 && length / total < 0.4);
  const perLink = total / Math.max(count('a'), 1);
  add('mostlyLinks', perLink < 5);
  add('manyLinks', perLink >= 5 && perLink < 18);
  add('fewLinks', perLink > 70);
  const rootClass = root?.getAttribute('class')?.slice(0, 200) ?? '';
  add('textClass', TEXT_CLASS.test(rootClass));
  add('waresClass', WARES_CLASS.test(rootClass));
  add('inArticle', root?.closest('article') !== null && root !== null);

  const articles = count('article');
  add('oneArticle', articles === 1);
  add('teasers', articles >= 15);
  add('linkedHeadings', countLinkedHeadings(document) >= 20);
  const headings = document.getElementsByTagName('h1');
  const headline = headings[0]?.textContent?.slice(0, 300).trim() ?? '';
  add('shortHeadline', headline.length > 0 && headline.length < 22);
  add('longHeadline', headline.length > 45);
  add('headlineInTitle', headline.length > 10 && document.title.includes(headline.slice(0, 30)));
  const times = count('time');
  add('fewTimes', times >= 1 && times <= 3);
  add('manyTimes', times >= 8);
  add('figure', count('figure') > 0);
  add('caption', count('figcaption') > 0);
  add('code', count('code') >= 5 || count('pre') >= 1);
  add('form', count('input') >= 10 || count('label') >= 5);
  add('select', count('select') > 0);
  add('buttons', count('button') >= 15);
  add('drawings', count('svg') >= 40);
  add('images', count('img') >= 60);
  add('sections', count('section') >= 8);
  const items = readItemTypes(document);
  add('articleItem', /article|blogposting/.test(items));
  add('productItem', /\/product(?:\s|$)/.test(items));
  add('headlineInArticle', headings[0]?.closest('article') !== null && headings.length > 0);
  add('password', document.querySelector('input[type="password" i]') !== null);
  return signals.concat(listClassSignals(document));
}

const MOST_HEADINGS = 100;
const MOST_ITEMS = 100;

/** Subheadings that link, or stand in a link. An engine finds elements by their tag far quicker than by their place. */
function countLinkedHeadings(document: Document): number {
  let count = 0;
  for (const tag of ['h2', 'h3']) {
    const headings = document.getElementsByTagName(tag);
    for (let i = 0; i < headings.length && i < MOST_HEADINGS; i += 1) {
      const heading = headings[i];
      const links = heading?.getElementsByTagName('a').length ?? 0;
      count += links > 0 ? links : heading?.parentElement?.closest('a') ? 1 : 0;
    }
  }
  return count;
}

/** The types of the page's microdata, in lower case. */
function readItemTypes(document: Document): string {
  let types = '';
  const items = document.querySelectorAll('[itemtype]');
  for (let i = 0; i < items.length && i < MOST_ITEMS; i += 1) {
    types += ` ${items[i]?.getAttribute('itemtype')?.slice(0, 200).toLowerCase()}`;
  }
  return types;
}

/** Publishing systems say in the body's classes which of their templates a page is. */
function listClassSignals(document: Document): SignalName[] {
  const signals: SignalName[] = [];
  const names = document.body?.getAttribute('class')?.slice(0, 1_000).toLowerCase() ?? '';
  if (names === '') return signals;
  const add = (name: SignalName, holds: boolean) => holds && signals.push(name);
  add('articleClass', ARTICLE_CLASS.test(names));
  add('singleClass', SINGLE_CLASS.test(names));
  add('pageClass', PAGE_CLASS.test(names));
  add('listingClass', LISTING_CLASS.test(names));
  add('shopClass', SHOP_CLASS.test(names));
  add('forumClass', FORUM_CLASS.test(names));
  add('docsClass', DOCS_CLASS.test(names));
  return signals;
}

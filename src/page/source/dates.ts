/** When the article was published and when it was changed, with the zone that the page gives. */
import { type DateHints, parseDate } from '../../model/parse-date.ts';
import type { Statement } from '../../model/source.ts';
import { listOwnNodes } from '../article-node.ts';
import { type JsonObject, readString, readTypes } from '../json-ld.ts';
import type { Metadata } from '../metadata.ts';
import { readAddressDate } from './address-date.ts';
import { chooseDate, type DatedStatement } from './choose-date.ts';
import { readNumberOrder } from './number-order.ts';
import { type Field, state, stateMetas, stateProperty } from './statements.ts';
import { type DateKind, findVisibleDates } from './visible-date.ts';

const METAS: Record<DateKind, string[]> = {
  published: [
    'article:published_time',
    'article:published',
    'datepublished',
    'citation_online_date',
    'citation_publication_date',
    'citation_date',
    'parsely-pub-date',
    'sailthru.date',
    'og:article:published_time',
    'og:published_time',
    'cxenseparse:recs:publishtime',
    'cxenseparse:publishtime',
    'article_date_original',
    'article.published',
    'published-date',
    'publication_date',
    'publish-date',
    'publish_date',
    'publishdate',
    'dcterms.issued',
    'dc.date.issued',
    'dcterms.created',
    'dc.date.created',
    'datecreated',
    'dcterms.date',
    'dc.date',
    'date',
    'pubdate',
    'originalpublicationdate',
    'rnews:datepublished',
    'bt:pubdate',
    'displaydate',
    'release_date',
  ],
  modified: [
    'article:modified_time',
    'datemodified',
    'og:article:modified_time',
    'og:updated_time',
    'article:modified',
    'article.updated',
    'dcterms.modified',
    'dc.date.modified',
    'revised',
    'lastmod',
    'last-modified',
  ],
};
const PROPERTIES = {
  published: ['datePublished', 'dateCreated', 'uploadDate'],
  modified: ['dateModified'],
};
/** The beginning of a computer's time, in any zone: a field that nobody filled. */
const UNSET = /^(?:1970-01-01|1969-12-31)T/;
const PAGE = /Page$/;
const PAGE_OR_ARTICLE = /Page$|Article|Posting|Report/;

export function readDates(
  document: Document,
  metadata: Metadata,
  article: JsonObject | null,
): Record<DateKind, Field<string | null>> {
  const hints = { order: readNumberOrder(metadata, document) };
  const readStated = (kind: DateKind) => [
    ...stateNodes(metadata, article, kind),
    ...stateMetas(metadata, ...METAS[kind]),
  ];
  const readVisible = (kind: DateKind) =>
    chooseDate(parseAll(findVisibleDates(document, metadata, kind, hints), hints), null);
  const address = readAddressDate(metadata.url);
  const stated = readStated('published');
  const changed = readStated('modified');
  const published = chooseDate(parseAll(stated, hints), address) ??
    readVisible('published') ?? {
      value: address,
      statements: [...state('address', address), ...stated],
    };
  const seen = stated.length === 0 && changed.length === 0;
  const modified = chooseDate(parseAll(changed, hints), null) ??
    (seen ? readVisible('modified') : null) ?? { value: null, statements: changed };
  const before = (modified.value ?? '').slice(0, 10) < (published.value ?? '').slice(0, 10);
  return { published, modified: before ? { ...modified, value: null } : modified };
}

/** What the article's node says, then what the page's nodes say. */
function stateNodes(metadata: Metadata, article: JsonObject | null, kind: DateKind): Statement[] {
  const own = PROPERTIES[kind].flatMap((property) => stateProperty(article, property, '@value'));
  if (own.length > 0) return own;
  const page = listOwnNodes(metadata.nodes).find(
    (node) =>
      readString(node[PROPERTIES[kind][0] ?? ''], '@value') !== null &&
      readTypes(node).some((type) => (article === null ? PAGE_OR_ARTICLE : PAGE).test(type)),
  );
  return page === undefined ? [] : stateProperty(page, PROPERTIES[kind][0] ?? '', '@value');
}

function parseAll(statements: Statement[], hints: DateHints): DatedStatement[] {
  return statements.flatMap((statement) => {
    const date = parseDate(statement.value, hints);
    return date === null || UNSET.test(date) ? [] : [{ ...statement, date }];
  });
}

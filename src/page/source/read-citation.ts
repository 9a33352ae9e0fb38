/**
 * Whose text is this? Reads how an article is cited from what its page says by machine (JSON-LD, OpenGraph,
 * citation and Dublin Core metas, links), and where that is silent from what a reader sees (headline,
 * byline, date). Each field remembers all that the page says of it, and where.
 */
import type { Citation } from '../../model/source.ts';
import { findArticleNode } from '../article-node.ts';
import { type Metadata, readMetadata } from '../metadata.ts';
import { readPlain } from '../plain-document.ts';
import { readRights } from '../rights.ts';
import { readAuthors } from './authors.ts';
import { readDates } from './dates.ts';
import { readLanguage } from './language.ts';
import { readPublisher } from './publisher.ts';
import { readSiteNames } from './site-names.ts';
import { limitStatements } from './statements.ts';
import { readTitle } from './title.ts';
import { readUrl } from './url.ts';

export function readCitation(page: Document): Citation {
  const document = readPlain(page);
  return composeCitation(document, readMetadata(document));
}

/** @param document one whose names stand in nobody's way */
export function composeCitation(document: Document, metadata: Metadata): Citation {
  const article = findArticleNode(metadata);
  const url = readUrl(metadata, article);
  const names = readSiteNames(metadata, article);
  const title = readTitle(document, metadata, article, names);
  const publisher = readPublisher(names, title);
  const authors = readAuthors(document, metadata, article);
  const { published, modified } = readDates(document, metadata, article);
  const language = readLanguage(document, metadata, article, title.value);
  const { rights, licenses } = readRights(document, metadata, article);
  return {
    url: url.value,
    title: title.value,
    authors: authors.value,
    publisher: publisher.value,
    published: published.value,
    modified: modified.value,
    language: language.value,
    license: licenses[0]?.value ?? null,
    rights,
    origins: {
      url: limitStatements(url.statements),
      title: limitStatements(title.statements),
      authors: limitStatements(authors.statements),
      publisher: limitStatements(publisher.statements),
      published: limitStatements(published.statements),
      modified: limitStatements(modified.statements),
      language: limitStatements(language.statements),
      license: limitStatements(licenses),
    },
  };
}

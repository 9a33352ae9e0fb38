/**
 * Whose text is this? Reads a document's source from what it says by machine (JSON-LD, OpenGraph,
 * citation and Dublin Core metas, links), and where that is silent from what a reader sees (headline,
 * byline, date). Each field remembers all that the page says of it, and where.
 */
import type { Source, Statement } from '../../model/source.ts';
import { findArticleNode } from '../article-node.ts';
import { readMetadata } from '../metadata.ts';
import { findCredits, findTerms } from '../reuse-terms.ts';
import { readAuthors } from './authors.ts';
import { readDates } from './dates.ts';
import { readLanguage } from './language.ts';
import { readPublisher } from './publisher.ts';
import { readLicense, readRights } from './rights.ts';
import { readSiteNames } from './site-names.ts';
import { limitStatements } from './statements.ts';
import { readTitle } from './title.ts';
import { readUrl } from './url.ts';

/** What a field's reader answers: the value, and all statements, the believed first. */
export interface Field<T> {
  value: T;
  statements: Statement[];
}

export function readSource(document: Document): Source {
  const metadata = readMetadata(document);
  const article = findArticleNode(metadata);
  const url = readUrl(metadata, article);
  const names = readSiteNames(metadata, article);
  const title = readTitle(document, metadata, article, names);
  const publisher = readPublisher(names, title.value, document.title);
  const authors = readAuthors(document, metadata, article);
  const { published, modified } = readDates(document, metadata, article);
  const language = readLanguage(document, metadata, article, title.value);
  const license = readLicense(document, metadata, article);
  return {
    url: url.value,
    title: title.value,
    authors: authors.value,
    publisher: publisher.value,
    published: published.value,
    modified: modified.value,
    language: language.value,
    license: license.value,
    rights: readRights(metadata, article),
    terms: findTerms(document),
    credits: findCredits(document),
    origins: {
      url: limitStatements(url.statements),
      title: limitStatements(title.statements),
      authors: limitStatements(authors.statements),
      publisher: limitStatements(publisher.statements),
      published: limitStatements(published.statements),
      modified: limitStatements(modified.statements),
      language: limitStatements(language.statements),
      license: limitStatements(license.statements),
    },
  };
}

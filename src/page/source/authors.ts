/** Everyone who wrote the article, as its machine-readable words or its byline name them. */

import { cleanAuthors, turnName } from '../../model/byline.ts';
import type { Statement } from '../../model/source.ts';
import { listOwnNodes } from '../article-node.ts';
import { asList, followIds, isObject, type JsonObject, readString } from '../json-ld.ts';
import { type Metadata, readMeta } from '../metadata.ts';
import { type Byline, findByline } from './byline-element.ts';
import { foldName } from './fold-name.ts';
import { type Field, state, stateMetas } from './statements.ts';

const LIBRARY = ['citation_author', 'dc.creator', 'dcterms.creator', 'bepress_citation_author'];
const METAS = [
  'parsely-author',
  'sailthru.author',
  'author',
  'article:author',
  'article:author_name',
  'article.author',
  'cxenseparse:author',
  'byl',
  'byline',
  'dc.creator',
  'dcterms.creator',
  'dc.contributor',
];
const LAST_RESORT = ['twitter:creator'];

export function readAuthors(
  document: Document,
  metadata: Metadata,
  article: JsonObject | null,
): Field<string[]> {
  const stated = readStated(metadata, article);
  const statements = stated.flatMap((one) => one.statements);
  const site = readSiteNames(metadata, article);
  const isSite = (name: string) => site.some((known) => isSame(known, fold(name)));
  const named = stated.find(({ names }) => names.some((name) => !isSite(name) && !isLogin(name)));
  if (named !== undefined)
    return { value: dropSites(findFullest(named, stated).names, isSite), statements };
  const seen = findByline(document, metadata, stated.length > 0);
  const people = seen?.names.filter((name) => !isSite(name)) ?? [];
  const known = stated[0];
  // A site or a login name alone stands back behind a person in the byline.
  const better = known === undefined || people.some((name) => name.includes(' '));
  if (seen !== null && better) {
    return {
      value: dropSites(seen.names, isSite),
      statements: [...seen.statements, ...statements],
    };
  }
  if (known !== undefined) return { value: known.names, statements };
  const last = stateMetas(metadata, ...LAST_RESORT);
  const own = readMeta(metadata, 'twitter:site');
  const handles = last.filter(({ value }) => value !== own && !isSite(value));
  return { value: cleanAuthors(handles.map(({ value }) => value)), statements: last };
}

/** What the metadata names, each place apart, the most trusted first; places that name nobody are left out. */
function readStated(metadata: Metadata, article: JsonObject | null): Byline[] {
  const library = LIBRARY.map((name) => stateMetas(metadata, name));
  const turned = library.map((all) => all.map((one) => ({ ...one, value: turnName(one.value) })));
  const places = [
    ...turned.filter((all) => all.length > 1 || all[0]?.from === 'meta citation_author'),
    stateNodes(metadata, article),
    ...METAS.map((name) => stateMetas(metadata, name)),
    stateLabelled(metadata),
  ];
  return places
    .map((statements) => ({
      statements,
      names: cleanAuthors(statements.map(({ value }) => value)),
    }))
    .filter(({ names }) => names.length > 0);
}

/** The authors of the article's node, else those of the first node that has one. */
function stateNodes({ nodes }: Metadata, article: JsonObject | null): Statement[] {
  const holder =
    article?.['author'] === undefined && article?.['creator'] === undefined
      ? listOwnNodes(nodes).find(
          (node) => node['author'] !== undefined && isPage(node, article === null),
        )
      : article;
  const value = holder?.['author'] ?? holder?.['creator'];
  return followIds(value, nodes).flatMap((author) =>
    asList(isObject(author) ? author['name'] : author).flatMap((name) =>
      state('JSON-LD author', readString(name)),
    ),
  );
}

/** @param orArticle where no node is the article's, that of any may be */
function isPage(node: JsonObject, orArticle: boolean): boolean {
  const kind = orArticle ? /Page$|Article|Posting/ : /Page$/;
  return asList(node['@type']).some((type) => typeof type === 'string' && kind.test(type));
}

/** A blog engine's label and value for previews: "Written by", "Ann Writer". */
function stateLabelled(metadata: Metadata): Statement[] {
  for (const i of [1, 2]) {
    const label = readMeta(metadata, `twitter:label${i}`) ?? '';
    if (
      /writ|author|by$|verfasst|geschrieb|autor|écrit|escrito|scritto|автор|написан|yazan|skriv/i.test(
        label,
      )
    )
      return stateMetas(metadata, `twitter:data${i}`);
  }
  return [];
}

/** The place that names everyone whom the first names, and more. */
function findFullest(first: Byline, places: Byline[]): Byline {
  return places.reduce((best, other) => {
    const all = new Set(other.names.map(fold));
    return all.size > best.names.length && best.names.every((name) => all.has(fold(name)))
      ? other
      : best;
  }, first);
}

/** A person named beside the site is the author, the site is not. */
function dropSites(names: string[], isSite: (name: string) => boolean): string[] {
  const people = names.filter((name) => !isSite(name));
  return people.length > 0 ? people : names;
}

/** The site's names: as it states them, and as its host does. */
function readSiteNames(metadata: Metadata, article: JsonObject | null): string[] {
  const host = URL.canParse(metadata.url) ? new URL(metadata.url).hostname : '';
  const labels = host.replace(/^www\./, '').split('.');
  return [
    readMeta(metadata, 'og:site_name'),
    readMeta(metadata, 'application-name'),
    readString(article?.['publisher'], 'name'),
    host,
    labels.join(''),
    ...labels.slice(0, -1).filter((label) => label.length > 2 && label !== 'com'),
  ]
    .map((name) => fold(name ?? ''))
    .filter((name) => name.length > 1);
}

function isSame(site: string, name: string): boolean {
  return (
    site === name ||
    (name.length > 3 && site.length > 3 && site.startsWith(name)) ||
    // "Bay Post Staff" is of the site, "Ellen Jones" is not of elle.example.
    (site.length > 6 && name.startsWith(site))
  );
}

/** "annwriter", "ann.writer": what a person types, not what they are called. */
function isLogin(name: string): boolean {
  return /^[a-z][a-z0-9._-]{2,}$/.test(name);
}

function fold(name: string): string {
  return foldName(name.slice(0, 200).replace(/^www\./i, ''));
}

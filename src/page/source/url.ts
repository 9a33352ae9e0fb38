/** The address by which the article is quoted, out of those that the page states. */
import { chooseCanonical, cleanUrl } from '../../model/canonical-url.ts';
import type { JsonObject } from '../json-ld.ts';
import type { Metadata } from '../metadata.ts';
import { type Field, state, stateProperty } from './statements.ts';

export function readUrl(metadata: Metadata, article: JsonObject | null): Field<string> {
  const statements = [
    ...metadata.links
      .filter(({ rel }) => rel.includes('canonical'))
      .flatMap(({ href }) => state('link canonical', href)),
    ...(metadata.metas.get('og:url') ?? []).flatMap((content) => state('meta og:url', content)),
    ...stateProperty(article, 'mainEntityOfPage', '@id', 'url'),
    ...stateProperty(article, 'url'),
  ];
  const value = chooseCanonical(
    statements.map((one) => one.value),
    metadata.url,
    metadata.base,
  );
  const believed = statements.filter(
    (one) => one.value === value || cleanUrl(one.value, metadata.base) === value,
  );
  return {
    value,
    statements: [...believed, ...statements.filter((one) => !believed.includes(one))],
  };
}

/** The address by which the article is quoted, out of those that the page states. */
import { chooseCanonical, cleanUrl } from '../../model/canonical-url.ts';
import { type JsonObject, readString } from '../json-ld.ts';
import type { Metadata } from '../metadata.ts';
import { type Field, state } from './statements.ts';

/** Of a long address, in UTF-16 units: scripts beyond Latin take nine for a letter. */
const LONGEST_ADDRESS = 4_000;

export function readUrl(metadata: Metadata, article: JsonObject | null): Field<string> {
  const statements = [
    ...metadata.links
      .filter(({ rel }) => rel.includes('canonical'))
      .flatMap(({ href }) => state('link canonical', href, LONGEST_ADDRESS)),
    ...(metadata.metas.get('og:url') ?? []).flatMap((content) =>
      state('meta og:url', content, LONGEST_ADDRESS),
    ),
    ...state(
      'JSON-LD mainEntityOfPage',
      readString(article?.['mainEntityOfPage'], '@id', 'url'),
      LONGEST_ADDRESS,
    ),
    ...state('JSON-LD url', readString(article?.['url']), LONGEST_ADDRESS),
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

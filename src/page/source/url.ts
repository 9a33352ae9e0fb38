/** The address by which the article is quoted, out of those that the page states. */
import { chooseCanonical, cleanUrl } from '../../model/canonical-url.ts';
import type { Statement } from '../../model/source.ts';
import { type JsonObject, readString } from '../json-ld.ts';
import type { Metadata } from '../metadata.ts';
import { type Field, state } from './statements.ts';

/** Of a long address, in UTF-16 units: scripts beyond Latin take nine for a letter. */
const LONGEST_ADDRESS = 2_000;

export function readUrl(metadata: Metadata, article: JsonObject | null): Field<string> {
  const statements = [
    ...metadata.links
      .filter(({ rel }) => rel.includes('canonical'))
      .flatMap(({ href }) => stateAddress('link canonical', href)),
    ...(metadata.metas.get('og:url') ?? []).flatMap((content) =>
      stateAddress('meta og:url', content),
    ),
    ...stateAddress(
      'JSON-LD mainEntityOfPage',
      readString(article?.['mainEntityOfPage'], '@id', 'url'),
    ),
    ...stateAddress('JSON-LD url', readString(article?.['url'])),
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

/** A longer address is left out: cut, it would lead nowhere. */
function stateAddress(from: string, written: string | null): Statement[] {
  return written !== null && written.length <= LONGEST_ADDRESS
    ? state(from, written, LONGEST_ADDRESS)
    : [];
}

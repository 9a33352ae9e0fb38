/** What the page states of its licence and rights for machines. */
import type { Rights } from '../../model/source.ts';
import type { JsonObject } from '../json-ld.ts';
import type { Metadata } from '../metadata.ts';
import type { Field } from './read-source.ts';
import { state, stateProperty } from './statements.ts';

export function readLicense(
  document: Document,
  metadata: Metadata,
  article: JsonObject | null,
): Field<string | null> {
  const links = metadata.links.filter(
    ({ rel, type }) => rel.includes('license') && !type.includes('rsl'),
  );
  const statements = [
    ...links.flatMap(({ href }) => state('link license', href)),
    ...state(
      'a license',
      document.querySelector('a[rel~="license" i][href]')?.getAttribute('href'),
    ),
    ...stateProperty(article, 'license', 'url', '@id'),
  ];
  const urls = statements.flatMap(({ value }) => {
    if (!URL.canParse(value, metadata.base)) return [];
    const { protocol, href } = new URL(value, metadata.base);
    return /^https?:$/.test(protocol) ? [href] : [];
  });
  return { value: urls[0] ?? null, statements };
}

export function readRights(_metadata: Metadata, _article: JsonObject | null): Rights {
  return {
    copyrightNotice: null,
    creditText: null,
    usageInfo: null,
    acquireLicensePage: null,
    tdmReserved: null,
    tdmPolicy: null,
    rsl: null,
  };
}

/**
 * A statement is one thing that a page says of a field, with the place where it says it. Readers of fields
 * list statements, the most trusted first; the first that holds is believed, and the others explain a
 * disagreement.
 */
import type { Statement } from '../../model/source.ts';
import { tidyText } from '../../model/tidy-text.ts';
import { type JsonObject, readString, readTypes } from '../json-ld.ts';
import type { Metadata } from '../metadata.ts';

/** What a field's reader answers: the value, and all statements, the believed first. */
export interface Field<T> {
  value: T;
  statements: Statement[];
}

/** The most statements that a field keeps, and the length of each, in UTF-16 units. */
const MOST_STATEMENTS = 12;
const LONGEST_STATEMENT = 500;

/**
 * @param value as the page writes it; one that says nothing is left out
 * @param longest in UTF-16 units; an address that is cut is none any more
 */
export function state(
  from: string,
  value: string | null | undefined,
  longest = LONGEST_STATEMENT,
): Statement[] {
  const tidy = tidyText(value ?? '', longest);
  return tidy === '' ? [] : [{ from, value: tidy }];
}

/** @returns what the metas of these names say, in the order of the names, then of the page */
export function stateMetas({ metas }: Metadata, ...names: string[]): Statement[] {
  return names.flatMap((name) =>
    (metas.get(name) ?? []).flatMap((content) => state(`meta ${name}`, content)),
  );
}

/** @returns what a property of a node says: of a string itself, of another node its first of `keys` that is a string */
export function stateProperty(
  node: JsonObject | null,
  property: string,
  ...keys: string[]
): Statement[] {
  if (node === null) return [];
  return state(`JSON-LD ${readTypes(node)[0]}.${property}`, readString(node[property], ...keys));
}

/** Bounded, and each value once from each place. */
export function limitStatements(statements: Statement[]): Statement[] {
  const seen = new Set<string>();
  return statements
    .filter(({ from, value }) => {
      const key = `${from}\n${value}`;
      return seen.has(key) ? false : seen.add(key);
    })
    .slice(0, MOST_STATEMENTS);
}

/**
 * Words the faults of what was sent for the person who sent it: with the path of the innermost part that
 * is wrong, and a missing property called missing.
 */
import type * as v from 'valibot';
import { type Fault, type Parsed, parse } from '../model/annotation.ts';

/**
 * Checks anything that came over the wire against a schema.
 * @returns the typed value, or every fault with its dotted path; never throws
 */
export function checkInput<S extends v.GenericSchema>(
  schema: S,
  input: unknown,
): Parsed<v.InferOutput<S>> {
  return parse(schema, input, (issue) => composeFault(issue, []));
}

function composeFault(issue: v.BaseIssue<unknown>, outer: readonly string[]): Fault {
  const keys = [...outer, ...listKeys(issue)];
  // An alternative that failed further inside is the one that was meant.
  const inner = [...(issue.issues ?? [])].sort(
    (one, other) => listKeys(other).length - listKeys(one).length,
  )[0];
  if (inner !== undefined && listKeys(inner).length > 0) return composeFault(inner, keys);
  const path = keys.join('.');
  return { path, message: isMissing(issue) ? `\`${path}\` is missing` : issue.message };
}

function listKeys(issue: v.BaseIssue<unknown>): string[] {
  return (issue.path ?? []).map(({ key }) => String(key));
}

/** An object's own issue points at one of its keys only when that key is not there. */
function isMissing({ kind, type, path }: v.BaseIssue<unknown>): boolean {
  return kind === 'schema' && /object$/.test(type) && path?.at(-1)?.origin === 'key';
}

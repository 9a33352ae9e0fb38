/**
 * What one context answers another: a value, or a failure with a code that the asker can word for a
 * person. Errors do not cross contexts as exceptions, because their type is lost on the way.
 */
export const FAILURE_CODES = [
  'bad-request',
  'conflict',
  'consent-needed',
  'internal',
  'network',
  'no-answer',
  'no-frame',
  'refused',
  'storage-failed',
  'storage-full',
  'unauthorised',
] as const;
export type FailureCode = (typeof FAILURE_CODES)[number];

export type Result<T> = { ok: true; value: T } | { ok: false; code: FailureCode; detail: string };

export function succeed<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function fail(code: FailureCode, detail = ''): Result<never> {
  return { ok: false, code, detail };
}

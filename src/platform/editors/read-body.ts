/** What the body of an endpoint's answer says, as a value of a schema or as a failure (RFC 9457). */
import * as v from 'valibot';
import { parse } from '../../model/annotation.ts';
import { readRetryAfter } from '../../model/delivery.ts';
import type { NotOpened, Outcome, ReviewFailure } from './ask-endpoint.ts';

const problemSchema = v.object({ detail: v.string() });
const DETAIL_LIMIT = 500;
const FAILURES: Record<number, ReviewFailure> = {
  401: 'unauthorised',
  403: 'forbidden',
  404: 'gone',
  412: 'conflict',
  429: 'limited',
};

/** @throws where the connection breaks before the body's end */
export async function readAnswer<S extends v.GenericSchema>(
  schema: S,
  response: Response,
): Promise<Outcome<v.InferOutput<S>>> {
  return readValue(schema, readJson(await response.text()));
}

/** Something that an endpoint has told, as a value of a schema. */
export function readValue<S extends v.GenericSchema>(
  schema: S,
  told: unknown,
): Outcome<v.InferOutput<S>> {
  const parsed = parse(schema, told);
  if (parsed.ok) return parsed;
  const [fault] = parsed.faults;
  return { ok: false, failure: 'malformed', detail: `${fault?.path}: ${fault?.message}` };
}

/** @returns what the text says; null where it is no JSON */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** What an answer that is none says. */
export async function readProblem(response: Response): Promise<NotOpened> {
  const { status, headers } = response;
  const problem = parse(problemSchema, readJson(await response.text().catch(() => '')));
  return {
    ok: false,
    failure: FAILURES[status] ?? 'refused',
    detail: problem.ok ? problem.value.detail.slice(0, DETAIL_LIMIT) : String(status),
    retryAfter: readRetryAfter(headers.get('Retry-After'), Date.now()),
  };
}

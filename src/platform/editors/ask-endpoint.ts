/**
 * The way of every question that an editor's side asks of an endpoint: with the token, to that endpoint alone, and
 * with an answer that is parsed before anybody believes it. Every failure is a value with a kind that can be worded.
 */
import type * as v from 'valibot';
import type { EditorAccess } from '../../model/settings.ts';
import { readAnswer, readProblem } from './read-body.ts';

/**
 * unauthorised: the token is not, or no longer, valid · forbidden: it is good for something else · conflict: somebody
 * decided meanwhile · gone: there is no such thing · limited: too much was asked · refused: the endpoint says no ·
 * malformed: it answers, but not as Sic's endpoint would · network: there is no answer, or none to its end
 */
export type ReviewFailure =
  | 'unauthorised'
  | 'forbidden'
  | 'conflict'
  | 'gone'
  | 'limited'
  | 'refused'
  | 'malformed'
  | 'network';

/** Whether whatever else is asked of an endpoint now would fail alike. */
export function failsAlike(failure: ReviewFailure): boolean {
  return ['unauthorised', 'forbidden', 'limited', 'network'].includes(failure);
}

export interface Failed {
  ok: false;
  failure: ReviewFailure;
  /** what the endpoint says, or what is wrong; not in the reader's language */
  detail: string;
}
export type Outcome<T> = { ok: true; value: T } | Failed;

/** A failure before anything was streamed, and what the endpoint says of coming back. */
export interface NotOpened extends Failed {
  /** ms; 0 where the endpoint asks for none */
  retryAfter: number;
}
export type Opened = { ok: true; value: Response } | NotOpened;

export interface EndpointRequest {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** etag of the version that the editor saw */
  ifMatch?: string;
  /** is sent as JSON */
  body?: unknown;
}

export interface Endpoint {
  /**
   * Asks a question and parses the answer.
   * @param path below `/api/`, with its query
   */
  ask<S extends v.GenericSchema>(
    schema: S,
    path: string,
    request?: EndpointRequest,
  ): Promise<Outcome<v.InferOutput<S>>>;
  /** Takes something out; the answer is empty. */
  remove(path: string): Promise<Outcome<null>>;
  /** Asks for an answer that takes long; it is the asker who reads its body. */
  open(
    path: string,
    request: { headers?: Record<string, string>; signal: AbortSignal },
  ): Promise<Opened>;
}

export interface EndpointOptions {
  send?: typeof fetch;
  /** is called at every answer that does not know the token */
  onUnauthorised?: () => void;
}

const TIMEOUT = 30_000;

/** @param access the endpoint's base URL, without a slash at its end, and an editor's token */
export function createEndpoint(
  access: EditorAccess,
  { send = fetch, onUnauthorised }: EndpointOptions = {},
): Endpoint {
  const request = (path: string, init: RequestInit) =>
    send(`${access.endpoint}/api/${path}`, {
      ...init,
      headers: { Authorization: `Bearer ${access.token}`, ...init.headers },
      cache: 'no-store',
      credentials: 'omit',
      // The token is for this endpoint alone.
      redirect: 'error',
      referrerPolicy: 'no-referrer',
    });
  const refuse = async (response: Response): Promise<NotOpened> => {
    const problem = await readProblem(response);
    if (problem.failure === 'unauthorised') onUnauthorised?.();
    return problem;
  };

  async function exchange<T>(
    path: string,
    { method = 'GET', ifMatch, body }: EndpointRequest,
    read: (response: Response) => Promise<Outcome<T>>,
  ): Promise<Outcome<T>> {
    try {
      const response = await request(path, {
        method,
        headers: {
          Accept: 'application/json',
          ...(ifMatch === undefined ? {} : { 'If-Match': ifMatch }),
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(TIMEOUT),
      });
      if (response.ok) return await read(response);
      const { failure, detail } = await refuse(response);
      return { ok: false, failure, detail };
    } catch (error) {
      return { ok: false, failure: 'network', detail: String(error) };
    }
  }

  return {
    ask: (schema, path, asked = {}) =>
      exchange(path, asked, (response) => readAnswer(schema, response)),
    remove: (path) => exchange(path, { method: 'DELETE' }, async () => ({ ok: true, value: null })),

    async open(path, { headers = {}, signal }) {
      const late = new AbortController();
      const timer = setTimeout(() => late.abort(new Error('no answer in time')), TIMEOUT);
      try {
        const response = await request(path, {
          headers,
          signal: AbortSignal.any([signal, late.signal]),
        });
        return response.ok ? { ok: true, value: response } : await refuse(response);
      } catch (error) {
        return { ok: false, failure: 'network', detail: String(error), retryAfter: 0 };
      } finally {
        clearTimeout(timer);
      }
    },
  };
}

/** @returns `path?query`, without what is ''; earlier endpoints refuse names that they do not know */
export function composePath(path: string, query: Record<string, string | null>): string {
  const said = Object.entries(query).filter(
    (pair): pair is [string, string] => pair[1] !== null && pair[1] !== '',
  );
  return said.length === 0 ? path : `${path}?${new URLSearchParams(said)}`;
}

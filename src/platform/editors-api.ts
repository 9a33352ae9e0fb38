/**
 * What an editor may ask of an endpoint, over HTTP, in the review and in the articles themselves. Nothing an
 * endpoint says is believed before it is parsed, and every failure is a value with a kind that can be worded.
 */
import * as v from 'valibot';
import { parse } from '../model/annotation.ts';
import { type Observation, sightingsSchema } from '../model/observation.ts';
import { REPORT_STATES, type ReportState } from '../model/report.ts';
import type { EditorAccess } from '../model/settings.ts';

const offset = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const NEVER_SEEN = { readers: 0, byEditor: false, replacement: '' };

/** Endpoints of earlier versions do not tell these. */
const placedFields = {
  /** URL of the page around the frame that the quote stands in, or '' */
  scope: v.fallback(v.string(), ''),
  /** where in the article's text, or null */
  position: v.fallback(v.nullable(v.object({ start: offset, end: offset })), null),
  /** how much of the prefix and of the suffix stands in the quote's own block of text, or null */
  inBlock: v.fallback(v.nullable(v.object({ prefix: offset, suffix: offset })), null),
  /** the text fragment that the report brought along, or '' */
  fragment: v.fallback(v.string(), ''),
  /** BCP 47 tag of the article's language, or '' */
  language: v.fallback(v.string(), ''),
  /** how many have reported the place */
  readers: v.fallback(v.pipe(v.number(), v.safeInteger(), v.minValue(1)), 1),
  /** what later looks at the place have shown */
  sightings: v.fallback(sightingsSchema, NEVER_SEEN),
  /** what this editor's last look has shown, or null */
  told: v.fallback(v.nullable(v.picklist(['open', 'fixed'])), null),
};

const reviewItemSchema = v.object({
  canonical: v.string(),
  source: v.string(),
  kind: v.string(),
  exact: v.string(),
  prefix: v.string(),
  suffix: v.string(),
  correction: v.string(),
  comment: v.string(),
  /** epoch ms, by the reader's clock */
  createdAt: v.number(),
  /** epoch ms, by the endpoint's clock */
  receivedAt: v.number(),
  state: v.picklist(REPORT_STATES),
  /** given with the last decision, '' where there was none */
  reason: v.nullish(v.string(), ''),
  etag: v.pipe(v.string(), v.minLength(1)),
  ...placedFields,
});
const reviewPageSchema = v.object({
  items: v.array(reviewItemSchema),
  /** where the next page begins, or null after the last */
  next: v.nullable(v.string()),
});
const editorSchema = v.object({ name: v.string(), site: v.string() });
/** RFC 9457, section 3.1. */
const problemSchema = v.object({ detail: v.string() });

export type ReviewItem = v.InferOutput<typeof reviewItemSchema>;
export type ReviewPage = v.InferOutput<typeof reviewPageSchema>;
export type Editor = v.InferOutput<typeof editorSchema>;

/**
 * unauthorised: the token is not, or no longer, valid · conflict: somebody decided meanwhile · gone: no such
 * report · refused: the endpoint says no · malformed: it answers, but not as Sic's endpoint would ·
 * network: there is no answer
 */
export type ReviewFailure =
  | 'unauthorised'
  | 'conflict'
  | 'gone'
  | 'refused'
  | 'malformed'
  | 'network';
export type Outcome<T> =
  | { ok: true; value: T }
  | { ok: false; failure: ReviewFailure; detail: string };

export interface ReviewQuery {
  /** null: of an article, what is or was a mistake in it (new, accepted, fixed); else all */
  state: ReportState | null;
  /** `next` of the page before, or null for the first page */
  after: string | null;
  /** address of one article; an endpoint of an earlier version does not heed it */
  page?: string;
  /** the most reports of one answer, up to 200 */
  limit?: number;
}

export interface ReviewApi {
  whoAmI(): Promise<Outcome<Editor>>;
  list(query: ReviewQuery): Promise<Outcome<ReviewPage>>;
  read(canonical: string): Promise<Outcome<ReviewItem>>;
  /** @param etag of the version that the editor saw */
  decide(
    canonical: string,
    decision: { state: ReportState; reason: string },
    etag: string,
  ): Promise<Outcome<ReviewItem>>;
  /** tells what a look at the article has shown of a report's place */
  observe(canonical: string, observation: Observation): Promise<Outcome<unknown>>;
}

const PAGE_SIZE = 50;
const TIMEOUT = 30_000;
const FAILURES: Record<number, ReviewFailure> = {
  401: 'unauthorised',
  403: 'unauthorised',
  404: 'gone',
  412: 'conflict',
};

/** @param access the endpoint's base URL, without a slash at its end, and an editor's token */
export function createReviewApi(access: EditorAccess, send: typeof fetch = fetch): ReviewApi {
  const ask = async <S extends v.GenericSchema>(
    schema: S,
    path: string,
    init: RequestInit = {},
  ): Promise<Outcome<v.InferOutput<S>>> => {
    let response: Response;
    try {
      response = await send(`${access.endpoint}/api/${path}`, {
        ...init,
        headers: {
          Accept: 'application/json',
          Authorization: `Bearer ${access.token}`,
          ...init.headers,
        },
        cache: 'no-store',
        credentials: 'omit',
        // The token is for this endpoint alone.
        redirect: 'error',
        referrerPolicy: 'no-referrer',
        signal: AbortSignal.timeout(TIMEOUT),
      });
    } catch (error) {
      return { ok: false, failure: 'network', detail: String(error) };
    }
    return readResponse(schema, response);
  };
  const path = (canonical: string) => `reports/${encodeURIComponent(canonical)}`;
  return {
    whoAmI: () => ask(editorSchema, 'me'),
    list({ state, after, page, limit = PAGE_SIZE }) {
      const query = new URLSearchParams({ state: state ?? '', limit: String(limit) });
      if (page !== undefined) query.set('page', page);
      if (after !== null) query.set('after', after);
      return ask(reviewPageSchema, `reports?${query}`);
    },
    read: (canonical) => ask(reviewItemSchema, path(canonical)),
    decide: (canonical, { state, reason }, etag) =>
      ask(reviewItemSchema, `${path(canonical)}/decisions`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'If-Match': etag },
        body: JSON.stringify(reason === '' ? { state } : { state, reason }),
      }),
    observe: (canonical, observation) =>
      ask(v.unknown(), `${path(canonical)}/observations`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(observation),
      }),
  };
}

async function readResponse<S extends v.GenericSchema>(
  schema: S,
  response: Response,
): Promise<Outcome<v.InferOutput<S>>> {
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) {
    const problem = parse(problemSchema, body);
    const detail = problem.ok ? problem.value.detail.slice(0, 500) : String(response.status);
    return { ok: false, failure: FAILURES[response.status] ?? 'refused', detail };
  }
  const parsed = parse(schema, body);
  if (parsed.ok) return parsed;
  const [fault] = parsed.faults;
  return { ok: false, failure: 'malformed', detail: `${fault?.path}: ${fault?.message}` };
}

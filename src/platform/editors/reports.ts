/** Reports one by one, as editors are shown them, and what is decided about one. */
import * as v from 'valibot';
import { type Observation, sightingsSchema } from '../../model/observation.ts';
import { REPORT_STATES, type ReportState } from '../../model/report.ts';
import { composePath, type Endpoint, type Outcome } from './ask-endpoint.ts';

const offset = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const NEVER_SEEN = { readers: 0, byEditor: false, replacement: '' };

/** Endpoints of earlier versions do not tell these. */
const laterFields = {
  /** host of the article, and key of the quoted place: the address of the report's cluster; '' where they are not told */
  site: v.fallback(v.string(), ''),
  place: v.fallback(v.string(), ''),
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

export const reviewItemSchema = v.object({
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
  ...laterFields,
});
export type ReviewItem = v.InferOutput<typeof reviewItemSchema>;

export const reviewPageSchema = v.object({
  items: v.array(reviewItemSchema),
  /** where the next page begins, or null after the last */
  next: v.nullable(v.string()),
});
export type ReviewPage = v.InferOutput<typeof reviewPageSchema>;

const decisionSchema = v.object({
  /** of the report, after it */
  version: v.number(),
  /** epoch ms */
  at: v.number(),
  /** '' where it was moved by what was observed */
  editor: v.string(),
  from: v.picklist(REPORT_STATES),
  to: v.picklist(REPORT_STATES),
  reason: v.string(),
});
export type Decision = v.InferOutput<typeof decisionSchema>;

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

export interface ReportsApi {
  list(query: ReviewQuery): Promise<Outcome<ReviewPage>>;
  /** @param site the article's host, where one canonical came for several */
  read(canonical: string, site?: string): Promise<Outcome<ReviewItem>>;
  /** @param etag of the version that the editor saw */
  decide(
    canonical: string,
    decision: { state: ReportState; reason: string },
    etag: string,
  ): Promise<Outcome<ReviewItem>>;
  /** tells what a look at the article has shown of a report's place */
  observe(canonical: string, observation: Observation): Promise<Outcome<unknown>>;
  /** who decided what about a report, oldest first */
  listDecisions(canonical: string, site: string): Promise<Outcome<Decision[]>>;
}

const PAGE_SIZE = 50;

export function createReportsApi({ ask }: Endpoint): ReportsApi {
  const path = (canonical: string) => `reports/${encodeURIComponent(canonical)}`;
  return {
    list: ({ state, after, page = '', limit = PAGE_SIZE }) =>
      ask(reviewPageSchema, composePath('reports', { state, limit: String(limit), page, after })),
    read: (canonical, site = '') => ask(reviewItemSchema, composePath(path(canonical), { site })),
    decide: (canonical, { state, reason }, etag) =>
      ask(reviewItemSchema, `${path(canonical)}/decisions`, {
        method: 'POST',
        ifMatch: etag,
        body: reason === '' ? { state } : { state, reason },
      }),
    observe: (canonical, observation) =>
      ask(v.unknown(), `${path(canonical)}/observations`, { method: 'POST', body: observation }),
    async listDecisions(canonical, site) {
      const told = await ask(
        v.object({ items: v.array(decisionSchema) }),
        composePath(`${path(canonical)}/decisions`, { site }),
      );
      return told.ok ? { ok: true, value: told.value.items } : told;
    },
  };
}

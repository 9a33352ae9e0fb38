/**
 * What the editors' API takes and gives. These schemas check requests, type the handlers and are the
 * OpenAPI document.
 */
import * as v from 'valibot';
import { observationSchema, REPLACEMENT_LIMIT, sightingsSchema } from '../../model/observation.ts';
import { REPORT_STATES } from '../../model/report.ts';
import { canonicalIri } from '../annotations/annotation-document.ts';
import { HOST_LIMIT } from '../sites.ts';
import { SCOPES } from '../store/tokens.ts';
import { storableText } from '../validation.ts';

const PAGE_LIMIT = 200;
/** As long as an annotation's source may be. */
const PAGE_URL_LIMIT = 4_096;
const KIND_LIMIT = 100;
const SEARCH_LIMIT = 300;
const REASON_LIMIT = 2_000;
/** A host of 4,096 characters, which is as long as a URL may be, in base64url with the rest. */
const CURSOR_LIMIT = 6_000;

export const stateSchema = v.picklist(REPORT_STATES);
const offset = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
export const time = v.pipe(v.number(), v.safeInteger(), v.description('epoch, in milliseconds'));

const problemSchema = v.object({
  type: v.string(),
  title: v.string(),
  status: v.number(),
  detail: v.string(),
  faults: v.optional(v.array(v.object({ path: v.string(), message: v.string() }))),
});

/** The failures that a route can answer with, for its description. */
export function describeProblems(...statuses: number[]): Record<number, object> {
  const problem = {
    description: 'Problem details (RFC 9457)',
    content: { 'application/problem+json': { schema: problemSchema } },
  };
  return Object.fromEntries(statuses.map((status) => [status, problem]));
}

export const editorSchema = v.object({
  name: v.string(),
  site: v.string(),
  scopes: v.array(v.picklist(SCOPES)),
});

export const reportItemSchema = v.object({
  canonical: v.string(),
  id: v.pipe(v.string(), v.description('IRI of the annotation')),
  site: v.pipe(v.string(), v.description('host name that it is about')),
  place: v.pipe(v.string(), v.description('key of the quoted place: of its cluster')),
  source: v.string(),
  scope: v.pipe(v.string(), v.description('URL of the page around the frame, or empty')),
  position: v.pipe(
    v.nullable(v.object({ start: offset, end: offset })),
    v.description('offsets in the article’s text'),
  ),
  inBlock: v.pipe(
    v.nullable(v.object({ prefix: offset, suffix: offset })),
    v.description('how much of prefix and suffix stands in the quote’s own block of text'),
  ),
  fragment: v.pipe(v.string(), v.description('text fragment of the place, or empty')),
  language: v.pipe(v.string(), v.description('of the correction (BCP 47), or empty')),
  kind: v.string(),
  exact: v.string(),
  prefix: v.string(),
  suffix: v.string(),
  correction: v.string(),
  comment: v.string(),
  createdAt: time,
  receivedAt: time,
  state: stateSchema,
  reason: v.pipe(v.string(), v.description('given with the last decision')),
  etag: v.pipe(v.string(), v.description('for If-Match of a decision')),
  readers: v.pipe(v.number(), v.safeInteger(), v.description('who reported the same place')),
  sightings: v.pipe(sightingsSchema, v.description('what later looks at the place have shown')),
  told: v.pipe(
    v.nullable(observationSchema.entries.verdict),
    v.description('what this token’s last look at the place has shown'),
  ),
});
export type ReportItem = v.InferOutput<typeof reportItemSchema>;

export const reportListSchema = v.object({
  items: v.array(reportItemSchema),
  next: v.pipe(v.nullable(v.string()), v.description('`after` of the next page')),
});

/** What a token that is not good for reading is told of a report that it has decided about. */
export const reportBriefSchema = v.pipe(
  v.object({ canonical: v.string(), state: stateSchema, etag: v.string() }),
  v.description('for a token without the scope `read`'),
);
export type ReportBrief = v.InferOutput<typeof reportBriefSchema>;
export const reportAnswerSchema = v.union([reportItemSchema, reportBriefSchema]);

/** An article's URL, or nothing. */
export const pageUrlSchema = v.pipe(
  v.string(),
  v.maxLength(PAGE_URL_LIMIT),
  v.check(
    (text) => text === '' || (/^https?:\/\//i.test(text) && URL.canParse(text)),
    'must be an http(s) URL',
  ),
);

export const afterSchema = v.optional(v.pipe(v.string(), v.maxLength(CURSOR_LIMIT)), '');
export const limitSchema = v.optional(
  v.pipe(
    v.string(),
    v.regex(/^\d{0,3}$/, `must be a number from 1 to ${PAGE_LIMIT}`),
    v.transform((text) => (text === '' ? 50 : Number(text))),
    v.minValue(1),
    v.maxValue(PAGE_LIMIT),
  ),
  '',
);
export const siteSchema = v.optional(
  v.pipe(
    storableText,
    v.maxLength(HOST_LIMIT),
    v.description('host name: only what is about it and its subdomains, of what the token covers'),
  ),
  '',
);
/** An empty value is as good as none: forms send them. */
export const anyStateSchema = v.optional(v.picklist(['', ...REPORT_STATES]), '');

const languageSchema = v.optional(
  v.pipe(
    v.string(),
    v.regex(/^([a-z]{2,8})?$/i, 'must be a primary language subtag, such as en'),
    v.toLowerCase(),
    v.description(
      'primary BCP 47 subtag, as the clusters of the reports say it; `und` for those that say no language',
    ),
  ),
  '',
);

export const reportQuerySchema = v.object({
  state: anyStateSchema,
  kind: v.optional(v.pipe(storableText, v.maxLength(KIND_LIMIT)), ''),
  search: v.optional(
    v.pipe(
      storableText,
      v.maxLength(SEARCH_LIMIT),
      v.description('words, or beginnings of words, that the report has: each of them'),
    ),
    '',
  ),
  site: siteSchema,
  page: v.optional(
    v.pipe(
      pageUrlSchema,
      v.description(
        'URL of an article: its reports alone, and where no state is asked, those in new, accepted and fixed',
      ),
    ),
    '',
  ),
  language: languageSchema,
  after: afterSchema,
  limit: limitSchema,
});

export const reportParamsSchema = v.object({ canonical: canonicalIri });

export const reportSiteSchema = v.object({
  site: v.optional(
    v.pipe(
      v.string(),
      v.description('host name of the site, where one canonical came for several'),
    ),
    '',
  ),
});

export const reasonSchema = v.optional(v.pipe(storableText, v.maxLength(REASON_LIMIT)), '');

export const decisionInputSchema = v.object({
  state: stateSchema,
  reason: reasonSchema,
  dismiss: v.optional(
    v.pipe(
      v.boolean(),
      v.description(
        'with `rejected`: the quoted words go to the site’s list of what is no mistake, with the reason; needs the scope `edit`',
      ),
    ),
    false,
  ),
});

export const observationInputSchema = v.object({
  ...observationSchema.entries,
  replacement: v.optional(v.pipe(storableText, v.maxLength(REPLACEMENT_LIMIT)), ''),
});

export const decisionHeadersSchema = v.looseObject({ 'if-match': v.optional(v.string()) });

export const decisionListSchema = v.object({
  items: v.array(
    v.object({
      version: v.number(),
      at: time,
      editor: v.pipe(v.string(), v.description('empty where it was moved by what was observed')),
      from: stateSchema,
      to: stateSchema,
      reason: v.string(),
    }),
  ),
});

/** The site that a list is of. */
export const ownSiteSchema = v.optional(
  v.pipe(
    storableText,
    v.maxLength(HOST_LIMIT),
    v.description('host name, its subdomains included; without it, the token’s own'),
  ),
  '',
);

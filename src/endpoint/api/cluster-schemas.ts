/** What the editors' API takes and gives of clusters: the reports of one mistake on one article. */
import * as v from 'valibot';
import { sightingsSchema } from '../../model/observation.ts';
import { REPORT_STATES } from '../../model/report.ts';
import { HOST_LIMIT } from '../sites.ts';
import { CLUSTER_SORTS } from '../store/cluster-orders.ts';
import { storableText } from '../validation.ts';
import {
  afterSchema,
  anyStateSchema,
  decisionInputSchema,
  limitSchema,
  pageUrlSchema,
  reportItemSchema,
  reportQuerySchema,
  stateSchema,
  time,
} from './schemas.ts';

/** Clusters and reports that one request may decide about. */
const MOST_DECIDED = 100;
/** Clusters that one request may ask for. */
const MOST_READ = 100;
/** Characters of an editor's correction. */
const CORRECTION_LIMIT = 5_000;
/** Characters of a key of a place: what is longer is none. */
const KEY_LIMIT = 100;
const ETAG_LIMIT = 40;
const CANONICAL_LIMIT = 4_096;

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const countsSchema = v.strictObject(v.entriesFromList(REPORT_STATES, count));
const exactSite = v.pipe(
  storableText,
  v.maxLength(HOST_LIMIT),
  v.description('the cluster’s host name; without it, the token’s own'),
);

export const clusterItemSchema = v.object({
  place: v.pipe(v.string(), v.description('key of the quoted place, for the cluster’s address')),
  site: v.pipe(v.string(), v.description('host name, for the cluster’s address')),
  state: v.pipe(
    stateSchema,
    v.description('new while a report is; else accepted while one is; else as the last decision'),
  ),
  kind: v.pipe(v.string(), v.description('of the report that it began with')),
  etag: v.pipe(v.string(), v.description('for If-Match of a decision')),
  counts: v.pipe(countsSchema, v.description('its reports by their states')),
  reports: v.pipe(count, v.minValue(1), v.description('how many it has in all')),
  readers: v.pipe(count, v.minValue(1), v.description('who reported it, spam aside')),
  firstAt: v.pipe(time, v.description('when the first was received')),
  lastAt: v.pipe(time, v.description('when the last was received')),
  sample: v.pipe(
    reportItemSchema,
    v.description('the newest of its reports that are in its state, or new or accepted'),
  ),
  corrections: v.pipe(
    v.array(v.object({ correction: v.string(), count: v.pipe(count, v.minValue(1)) })),
    v.description('what is proposed, the most frequent first, as its newest reports have it'),
  ),
  sightings: v.pipe(sightingsSchema, v.description('what later looks at the place have shown')),
  language: v.pipe(v.string(), v.description('primary BCP 47 subtag that a report says, or empty')),
  edited: v.pipe(
    v.nullable(v.object({ correction: v.string(), editor: v.string(), at: time })),
    v.description('an editor’s own correction, which goes before the readers’; null without one'),
  ),
  note: v.pipe(v.string(), v.description('what editors publish about it, or empty')),
});
export type ClusterItem = v.InferOutput<typeof clusterItemSchema>;

const clusterBriefSchema = v.pick(clusterItemSchema, ['place', 'site', 'state', 'etag']);
export type ClusterBrief = v.InferOutput<typeof clusterBriefSchema>;

export const clusterListSchema = v.object({
  items: v.array(clusterItemSchema),
  next: v.pipe(v.nullable(v.string()), v.description('`after` of the next page')),
});

export const clusterQuerySchema = v.object({
  ...reportQuerySchema.entries,
  sort: v.optional(
    v.pipe(
      v.picklist(['', ...CLUSTER_SORTS]),
      v.description(
        'the last reported first, which is the default; the same the other way round; those with the most readers first; one article after another',
      ),
    ),
    '',
  ),
  page: v.optional(
    v.pipe(pageUrlSchema, v.description('URL of an article: what is reported there alone')),
    '',
  ),
});

export const clusterCountQuerySchema = v.pick(clusterQuerySchema, [
  ...(['kind', 'site', 'page', 'language'] as const),
]);

export const clusterCountsSchema = v.object({
  counts: v.pipe(countsSchema, v.description('clusters by their states')),
  most: v.pipe(count, v.description('as many are counted: a count of so many says “or more”')),
});

export const clusterParamsSchema = v.object({
  place: v.pipe(storableText, v.minLength(1), v.maxLength(KEY_LIMIT)),
});

export const clusterSiteSchema = v.object({ site: v.optional(exactSite, '') });

export const placeReportsQuerySchema = v.object({
  site: v.optional(exactSite, ''),
  state: anyStateSchema,
  after: afterSchema,
  limit: limitSchema,
});

/** Clusters by their addresses. */
export const clustersWantedSchema = v.object({
  items: v.pipe(
    v.array(
      v.object({ place: clusterParamsSchema.entries.place, site: v.optional(exactSite, '') }),
    ),
    v.minLength(1),
    v.maxLength(MOST_READ),
  ),
});

export const clustersReadSchema = v.object({
  items: v.pipe(
    v.array(v.nullable(clusterItemSchema)),
    v.description('in the order of the request; null where the token’s site has none'),
  ),
});

export const elsewhereQuerySchema = v.object({
  site: v.optional(exactSite, ''),
  after: afterSchema,
  limit: limitSchema,
});

export const languagesQuerySchema = v.pick(clusterQuerySchema, ['site']);
export const languagesSchema = v.object({
  items: v.pipe(
    v.array(v.string()),
    v.description('primary BCP 47 subtags of two or three letters'),
  ),
});

export const correctionInputSchema = v.object({
  correction: v.pipe(
    storableText,
    v.maxLength(CORRECTION_LIMIT),
    v.description('empty to take back what was there'),
  ),
});
/** All of it where the token may read it. */
export const clusterAnswerSchema = v.union([clusterItemSchema, clusterBriefSchema]);

export const clusterMovedSchema = v.object({
  moved: v.pipe(count, v.minValue(1), v.description('how many of its reports have been moved')),
  cluster: v.pipe(
    clusterAnswerSchema,
    v.description('as it is now; all of it where the token has the scope `read`'),
  ),
});

const etag = v.pipe(storableText, v.maxLength(ETAG_LIMIT));

/** A cluster by its place, or a report by its canonical, in the version that was seen. */
const decidedSchema = v.union([
  v.object({
    place: clusterParamsSchema.entries.place,
    ...{ site: v.optional(exactSite, ''), etag },
  }),
  v.object({
    canonical: v.pipe(storableText, v.minLength(1), v.maxLength(CANONICAL_LIMIT)),
    ...{ site: v.optional(exactSite, ''), etag },
  }),
]);
export type Decided = v.InferOutput<typeof decidedSchema>;

export const decisionsInputSchema = v.object({
  ...decisionInputSchema.entries,
  items: v.pipe(v.array(decidedSchema), v.minLength(1), v.maxLength(MOST_DECIDED)),
});

export const decisionResultsSchema = v.object({
  items: v.pipe(
    v.array(
      v.object({
        status: v.pipe(
          v.number(),
          v.safeInteger(),
          v.description(
            'as the decision alone would be answered: 200, 400, 403, 404, 409, 412 or 428',
          ),
        ),
        detail: v.pipe(v.string(), v.description('what is wrong, or empty')),
        moved: v.pipe(count, v.description('how many reports have been moved')),
        state: v.pipe(
          v.nullable(stateSchema),
          v.description('as it is then; null where the token’s site has no such thing'),
        ),
        etag: v.pipe(v.nullable(v.string()), v.description('of that, to take the decision back')),
      }),
    ),
    v.description('what became of each, in the order of the request'),
  ),
});
export type DecisionResult = v.InferOutput<typeof decisionResultsSchema>['items'][number];

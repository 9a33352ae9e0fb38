/** The reports of one mistake on one article, as an endpoint tells them. */
import * as v from 'valibot';
import { sightingsSchema } from '../../model/observation.ts';
import { REPORT_STATES, type ReportState } from '../../model/report.ts';
import { reviewItemSchema } from './reports.ts';

export const CLUSTER_SORTS = ['newest', 'oldest', 'readers', 'article'] as const;
export type ClusterSort = (typeof CLUSTER_SORTS)[number];

/** '' is any. */
export interface ClusterFilter {
  state: ReportState | null;
  kind: string;
  /** host name, its subdomains included */
  site: string;
  /** URL of an article */
  page: string;
  /** primary subtag of a BCP 47 tag; `und` for those that say none */
  language: string;
  /** words, or beginnings of words, that are all in a report */
  search: string;
}

export const ANY_CLUSTER: ClusterFilter = {
  ...{ state: null, kind: '', site: '', page: '', language: '', search: '' },
};

export interface ClusterAddress {
  place: string;
  /** host name */
  site: string;
}

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const stateSchema = v.picklist(REPORT_STATES);
const countsSchema = v.object(v.entriesFromList(REPORT_STATES, count));
const key = v.pipe(v.string(), v.minLength(1));

export const clusterSchema = v.object({
  place: key,
  site: v.string(),
  state: stateSchema,
  kind: v.string(),
  etag: v.pipe(v.string(), v.minLength(1)),
  /** its reports by their states */
  counts: countsSchema,
  reports: v.pipe(count, v.minValue(1)),
  readers: v.pipe(count, v.minValue(1)),
  /** epoch ms */
  firstAt: v.number(),
  lastAt: v.number(),
  /** the newest of its reports that are in its state, or new or accepted */
  sample: reviewItemSchema,
  /** the most frequent first */
  corrections: v.array(v.object({ correction: v.string(), count })),
  sightings: sightingsSchema,
  // Endpoints of earlier versions do not tell what follows.
  /** primary subtag, or '' */
  language: v.fallback(v.string(), ''),
  /** an editor's own correction, which goes before the readers' */
  edited: v.fallback(
    v.nullable(v.object({ correction: v.string(), editor: v.string(), at: v.number() })),
    null,
  ),
  /** text of the published note, or '' */
  note: v.fallback(v.string(), ''),
});
export type Cluster = v.InferOutput<typeof clusterSchema>;

export const clusterPageSchema = v.object({
  items: v.array(clusterSchema),
  next: v.nullable(v.string()),
});
export type ClusterPage = v.InferOutput<typeof clusterPageSchema>;

export const clusterCountsSchema = v.object({
  counts: countsSchema,
  /** as many are counted: a count of so many says “or more” */
  most: count,
});
export type ClusterCounts = v.InferOutput<typeof clusterCountsSchema>;

export const movedSchema = v.object({
  /** how many of its reports have been moved */
  moved: count,
  cluster: clusterSchema,
});

const manyResultSchema = v.object({
  /** HTTP status that the decision alone would have had */
  status: v.number(),
  /** what is wrong, or '' */
  detail: v.string(),
  moved: count,
  /** as it is then; null where there is none, or an earlier endpoint does not tell */
  state: v.fallback(v.nullable(stateSchema), null),
  etag: v.fallback(v.nullable(v.string()), null),
});
export type ManyResult = v.InferOutput<typeof manyResultSchema>;
export const manyResultsSchema = v.object({ items: v.array(manyResultSchema) });

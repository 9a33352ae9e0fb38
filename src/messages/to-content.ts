/** What the background and the popup may say to a page's content script. */
import * as v from 'valibot';
import { sourceSchema } from '../model/source.ts';

export const tabCommandSchema = v.variant('type', [
  /** from the popup: what is this page? */
  v.object({ type: v.literal('page/read') }),
  /** from the background: ask for the attribution rule again */
  v.object({ type: v.literal('attribution/changed') }),
]);
export type TabCommand = v.InferOutput<typeof tabCommandSchema>;

export const tabReplySchemas = {
  'page/read': v.object({
    isArticle: v.boolean(),
    score: v.number(),
    reasons: v.array(v.string()),
    host: v.string(),
    source: sourceSchema,
    /** the endpoint that the page's own link names */
    declared: v.nullable(v.string()),
  }),
  'attribution/changed': v.null(),
} as const;

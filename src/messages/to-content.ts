/** What the background and the popup may say to a page's content script. */
import * as v from 'valibot';
import { namedSourceSchema } from '../model/named-source.ts';
import { permissionSchema } from '../model/permission-letter.ts';
import { sourceSchema } from '../model/source.ts';

/** What a person may ask for when they copy: the source goes along, or it does not. */
const COPY_WAYS = ['with-source', 'plain'] as const;
export type CopyWay = (typeof COPY_WAYS)[number];

export const tabCommandSchema = v.variant('type', [
  /** from the popup: what is this page? */
  v.object({ type: v.literal('page/read') }),
  /** from a shortcut or the context menu: copy what is selected, with its source or as it stands */
  v.object({ type: v.literal('copy/selection'), how: v.picklist(COPY_WAYS) }),
  /** from the context menu: copy an image, by its address, with its credit and its source */
  v.object({ type: v.literal('copy/image'), src: v.string() }),
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
    /** whom the article names as a source without a link */
    named: v.array(namedSourceSchema),
    /** how to ask for permission, or null where none is needed */
    permission: v.nullable(permissionSchema),
    /** the endpoint that the page's own link names */
    declared: v.nullable(v.string()),
  }),
  'copy/selection': v.null(),
  'copy/image': v.null(),
  'attribution/changed': v.null(),
} as const;

/** What the background and the popup may say to a page's content script. */
import * as v from 'valibot';
import { annotationSchema } from '../model/annotation.ts';
import { placeSchema } from '../model/draft.ts';
import { namedSourceSchema } from '../model/named-source.ts';
import { nativeFormSchema, nativeOutcomeSchema } from '../model/native-form.ts';
import { permissionSchema } from '../model/permission-letter.ts';
import { checkedPageSchema, MOST_FINDINGS } from '../model/reuse/checked-page.ts';
import { sourceSchema } from '../model/source.ts';

/** What a person may ask for when they copy: the source goes along, or it does not. */
const COPY_WAYS = ['with-source', 'plain'] as const;
export type CopyWay = (typeof COPY_WAYS)[number];

/** For the part that knows the article. */
export const articleCommandSchema = v.variant('type', [
  /** from the popup: what is this page? */
  v.object({ type: v.literal('page/read') }),
  /** from a shortcut or the context menu: copy what is selected, with its source or as it stands */
  v.object({ type: v.literal('copy/selection'), how: v.picklist(COPY_WAYS) }),
  /** from the context menu: copy an image, by its address, with its credit and its source */
  v.object({ type: v.literal('copy/image'), src: v.string() }),
  /** from the background: ask again for what the settings say */
  v.object({ type: v.literal('settings/changed') }),
]);

/** For the part that reports. */
export const reportCommandSchema = v.variant('type', [
  /** to a page: no frame of it has anything selected */
  v.object({ type: v.literal('report/empty') }),
  /** to a page: open the dialog for what was begun on it */
  v.object({ type: v.literal('report/continue'), canonical: v.string() }),
  /**
   * to a page: open the dialog for words in one of its frames; unless a person means it, only where the page, or the
   * frame, takes reports
   */
  v.object({ type: v.literal('report/compose'), place: placeSchema, isMeant: v.boolean() }),
]);

/** For the part that shows reported mistakes in the text. */
export const placedCommandSchema = v.variant('type', [
  /** from the popup: how many are shown on this page? */
  v.object({ type: v.literal('placed/count') }),
  /** from the popup: go to the first of them */
  v.object({ type: v.literal('placed/show') }),
]);

/** For the part that checks the page against what was copied elsewhere. */
export const creditsCommandSchema = v.variant('type', [
  /** from the popup: check the page as it stands now */
  v.object({ type: v.literal('reuse/check') }),
  /** from the popup: what did the last check of this page find? null where there was none */
  v.object({ type: v.literal('reuse/checked') }),
  /** from the popup: go to a passage of the last check */
  v.object({
    type: v.literal('reuse/show'),
    index: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MOST_FINDINGS)),
  }),
]);

/** For what runs in frames: the places to be shown as marked there, of which each frame finds its own. */
export const frameCommandSchema = v.object({
  type: v.literal('marks/show'),
  places: v.array(placeSchema),
});

/** For the part that posts by the site's own form. */
export const nativeCommandSchema = v.variant('type', [
  v.object({
    type: v.literal('native/post'),
    form: nativeFormSchema,
    annotation: annotationSchema,
  }),
]);

export type TabCommand =
  | v.InferOutput<typeof articleCommandSchema>
  | v.InferOutput<typeof reportCommandSchema>
  | v.InferOutput<typeof nativeCommandSchema>
  | v.InferOutput<typeof frameCommandSchema>
  | v.InferOutput<typeof placedCommandSchema>
  | v.InferOutput<typeof creditsCommandSchema>
  /**
   * from the context menu, a shortcut or the popup: report what is selected here; a page does so only where the person
   * is not in one of its frames, unless it is the page itself that is meant
   */
  | { type: 'report/start'; isMeant: boolean }
  /** to a page: does it take reports? */
  | { type: 'report/takes' };

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
    /** the reporter that the site runs itself, by its plain name */
    native: v.nullable(v.string()),
  }),
  'copy/selection': v.null(),
  'copy/image': v.null(),
  /** whether words of this frame are reported now; a frame without any does not answer */
  'report/start': v.literal(true),
  'report/empty': v.null(),
  'report/continue': v.null(),
  'report/compose': v.null(),
  'report/takes': v.boolean(),
  'native/post': nativeOutcomeSchema,
  'placed/count': v.number(),
  'placed/show': v.null(),
  'reuse/check': checkedPageSchema,
  'reuse/checked': v.nullable(checkedPageSchema),
  /** whether the passage stands there still */
  'reuse/show': v.boolean(),
  /** nobody answers */
  'marks/show': v.null(),
  'settings/changed': v.null(),
} as const;
